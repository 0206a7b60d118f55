"""One reading of a story serves every measure of the world."""

from pathlib import Path

import pytest
from evaluation.testbed import GoldStory
from evaluation.world import Totals, measure
from msgspec import structs

from evaluation import short_stories, testbed
from fabula.story import Relation, State, Story
from fabula.text import Span

TEXT = """Ada Lund was fast asleep. Ada Lund was the sister of Tom Lund.

“Is it late?” said Tom Lund.

“It is now,” said Ada Lund.
"""
GOLD = """
about = "A sleeper."
cast = [{ name = "Ada Lund", pronouns = "she" }, { name = "Tom Lund", pronouns = "he" }]
relations = [{ a = "Ada Lund", kind = "sibling", b = "Tom Lund", quote = "the sister of" }]
states = [{ who = "Ada Lund", attribute = "sleep", value = "asleep", since = "fast asleep" }]

[[scenes]]
begins = "Ada Lund was fast"
opened_by = "start"
person = "third"
tense = "past"
present = ["Ada Lund", "Tom Lund"]
"""


@pytest.fixture
def gold(tmp_path: Path) -> GoldStory:
    path = tmp_path / "sleeper.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.with_suffix(".toml").write_text(GOLD, encoding="utf-8")
    return testbed.load_story(path)


@pytest.fixture
def story(gold: GoldStory) -> Story:
    """The story by rules, with the claims that only the encoder would make."""
    read = short_stories.read_story(gold, None)
    ada, tom = (
        next(each.id for each in read.cast if each.name == name)
        for name in ("Ada Lund", "Tom Lund")
    )
    since = TEXT.index("fast asleep")
    here = Span(since, since + len("fast asleep"))
    asleep = State(who_id=ada, attribute="sleep", value="asleep", since=since, evidence=here)
    sister = Relation(a_id=ada, b_id=tom, kind="sibling", since=since, evidence=here)
    return structs.replace(read, states=(asleep,), relations=(sister,))


def test_every_layer_of_a_story_is_counted(gold: GoldStory, story: Story) -> None:
    totals = Totals()
    totals.add(gold, story)
    found = totals.figures()
    for layer in ("presence", "states", "relations"):
        assert found[f"{layer}_precision"] == found[f"{layer}_recall"] == 100
    assert found["custody_recall"] == found["stays_recall"] == 0


def test_figures_are_over_all_stories_together(gold: GoldStory, story: Story) -> None:
    totals = Totals()
    totals.add(gold, story)
    totals.add(gold, structs.replace(story, states=(), relations=()))
    found = totals.figures()
    for layer in ("states", "relations"):
        assert (found[f"{layer}_precision"], found[f"{layer}_recall"]) == (100, 50)


def test_each_story_is_read_once(gold: GoldStory, monkeypatch: pytest.MonkeyPatch) -> None:
    read, seen = short_stories.read_story, []
    monkeypatch.setattr(
        short_stories, "read_story", lambda each, encoder: seen.append(each) or read(each, encoder)
    )
    measure([gold, gold], None)
    assert seen == [gold, gold]
