import pytest
from evaluation.world_items_states import KINDS, Tally, figures, row, score

from evaluation import testbed
from fabula import segmentation
from fabula.sources import plain
from fabula.story import (
    Chain,
    ChainId,
    Custody,
    Entity,
    EntityId,
    Mention,
    MentionId,
    State,
    Story,
)
from fabula.text import Span

TEXT = "Ada took the key. Ada was asleep. Ada had grey eyes."
GOLD = """
about = "A key and a sleeper."
cast = [{ name = "Ada", pronouns = "she" }]
items = [{ name = "the key" }]
scenes = [{ begins = "Ada took", opened_by = "start", person = "third", tense = "past" }]
traits = [{ who = "Ada", attribute = "eyes", value = "grey", quote = "grey eyes" }]
custody = [{ item = "the key", holder = "Ada", how = "took", since = "Ada took" }]
states = [{ who = "Ada", attribute = "sleep", value = "asleep", since = "Ada was asleep" }]
"""


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "ada.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.with_suffix(".toml").write_text(GOLD, encoding="utf-8")
    return testbed.load_story(path)


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claims(*, holder="e1", sleeper="e1", eyes="grey", since=0, until=None):
    """The story as a program may have read it."""
    key = span("the key")
    mention = Mention(
        id=MentionId("m1"), start=key.start, end=key.end, type="ITEM", form="nominal", head=key
    )
    story = Story(document=segmentation.segment(plain.from_text(TEXT)))
    layers = {
        "mentions": [mention],
        "cast": [Entity(id=EntityId("e1"), name="Ada"), Entity(id=EntityId("e2"), name="Bo")],
        "links": [],
        "chains": [Chain(id=ChainId("r1"), mention_ids=(mention.id,), type="ITEM")],
        "items": [
            Custody(
                item_id=ChainId("r1"),
                holder_id=None if holder is None else EntityId(holder),
                since=since,
                until=until,
                evidence=span("Ada took"),
            )
        ],
        "states": [
            State(
                who_id=EntityId(sleeper),
                attribute="sleep",
                value="asleep",
                since=span("Ada was").start,
                evidence=span("Ada was asleep"),
            ),
            State(
                who_id=EntityId("e1"),
                attribute="eyes",
                value=eyes,
                since=span("grey eyes").start,
                evidence=span("grey eyes"),
            ),
        ],
    }
    for name, records in layers.items():
        story = story.with_layer(name, records)
    return story


def test_right_claims_are_right_and_meet_their_lines(gold):
    found = score(gold, claims())
    for kind in ("custody", "states", "traits"):
        assert found[kind] == Tally(claims=1, right=1, lines=1, met=1)
    assert found["mood and dress"] == Tally()
    assert set(found) == set(KINDS)


def test_the_wrong_person_or_value_is_wrong(gold):
    found = score(gold, claims(holder="e2", sleeper="e2", eyes="green"))
    for kind in ("custody", "states", "traits"):
        assert found[kind] == Tally(claims=1, right=0, lines=1, met=0)


def test_a_custody_that_is_over_when_the_gold_begins_is_not_judged(gold):
    over = score(gold, claims(holder="e2", until=span("took").start))
    assert over["custody"] == Tally(claims=0, right=0, lines=1, met=0)
    assert score(gold, claims(holder="e2", until=len(TEXT)))["custody"].claims == 1


def test_nobody_has_what_the_gold_follows_no_further(gold, tmp_path):
    after = claims(holder=None, since=span("Ada was").start)
    assert score(gold, after)["custody"] == Tally(claims=1, right=0, lines=1, met=0)
    path = tmp_path / "eaten.txt"
    path.write_text(TEXT, encoding="utf-8")
    ended = GOLD.replace('since = "Ada took"', 'since = "Ada took", until = "Ada was"')
    path.with_suffix(".toml").write_text(ended, encoding="utf-8")
    eaten = testbed.load_story(path)
    assert score(eaten, after)["custody"] == Tally(claims=1, right=1, lines=1, met=0)


def test_what_is_wrong_is_printed_when_asked_for(gold, capsys):
    score(gold, claims(eyes="green"), wrong=True)
    printed = capsys.readouterr().out
    assert "WRONG: Ada eyes green: grey eyes" in printed
    assert "missed: Ada eyes grey: grey eyes" in printed


def test_a_row_has_precision_and_recall():
    shown = row("all", {"custody": Tally(claims=4, right=3, lines=6, met=2)})
    assert "P  75.0 (3/4) R  33.3 (2/6)" in shown


def test_recall_counts_lines_of_the_gold_and_not_claims():
    found = figures({"mood and dress": Tally(claims=4, right=3, lines=5, met=2)})
    assert found == {"mood_and_dress_precision": 75, "mood_and_dress_recall": 40}


def test_that_the_vicar_is_a_vicar_needs_no_line(tmp_path):
    path = tmp_path / "vicar.txt"
    path.write_text("The vicar laughed.", encoding="utf-8")
    path.with_suffix(".toml").write_text(
        'about = "A vicar."\ncast = [{ name = "the vicar", named = false }]\n'
        "[[scenes]]\n"
        'begins = "The vicar"\nopened_by = "start"\nperson = "third"\ntense = "past"\n',
        encoding="utf-8",
    )
    gold = testbed.load_story(path)
    who = Entity(id=EntityId("e1"), name="the vicar", named=False)
    story = Story(document=segmentation.segment(plain.from_text("The vicar laughed.")))
    for name, records in {"mentions": [], "cast": [who], "links": [], "chains": []}.items():
        story = story.with_layer(name, records)
    trades = [
        State(who_id=who.id, attribute="trade", value=trade, since=0, evidence=Span(0, 9))
        for trade in ("vicar", "baker")
    ]
    found = score(gold, story.with_layer("items", ()).with_layer("states", trades))
    assert found["traits"] == Tally(claims=1, right=0)


@pytest.mark.parametrize(
    ("value", "claimed", "right"), [("freckled", "freckles", 1), ("red", "red-haired", 1)]
)
def test_the_same_look_in_another_form_of_the_word_is_right(tmp_path, value, claimed, right):
    path = tmp_path / "ada.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.with_suffix(".toml").write_text(
        GOLD.replace('value = "grey"', f'value = "{value}"'), encoding="utf-8"
    )
    tally = score(testbed.load_story(path), claims(eyes=claimed))["traits"]
    assert (tally.claims, tally.right) == (1, right)
