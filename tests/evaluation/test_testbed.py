"""The test bed's gold fits its stories, and a gold file that does not fit is caught."""

from pathlib import Path
from typing import Any

import pytest
from evaluation.testbed import GoldError, GoldStory, load, load_story, paths, scene_spans
from evaluation.testbed.__main__ import main, table
from evaluation.testbed.anchors import Resolver, names_of
from evaluation.testbed.checks import problems
from evaluation.testbed.records import LAYERS
from msgspec import Struct, structs

from fabula.labels import INVERSES
from fabula.text import Span

ENOUGH = {
    "stories": 40,
    "scenes": 150,
    "quotations": 500,
    "custody": 60,
    "states": 120,
    "relations": 120,
    "knowledge": 80,
}

TEXT = """The Jetty


Ada untied the boat. “Row,” said Ada.

“I will row,” said Tom, and took the oar from her.


Three days later the oar was gone. Tom looked under the jetty.
"""
GOLD = """
about = "A boat."
cast = [
  { name = "Ada Hart", aliases = ["Ada"], pronouns = "she" },
  { name = "Tom", pronouns = "he" },
]
locations = [{ name = "the jetty" }]
items = [{ name = "the oar" }]
quotations = [
  { begins = "“Row", speaker = "Ada", to = ["Tom"] },
  { begins = "“I will row", speaker = "Tom", to = ["Ada"] },
]
custody = [
  { item = "the oar", holder = "Ada", how = "had", since = "Ada untied", until = "took the oar" },
  { item = "the oar", holder = "Tom", how = "took", since = "took the oar", until = "was gone" },
]

[[scenes]]
begins = "Ada untied"
opened_by = "start"
person = "third"
tense = "past"
mode = "external"
present = ["Ada", "Tom"]

[[scenes]]
begins = "Three days later"
opened_by = "blank"
person = "third"
tense = "past"
viewpoint = "Tom"
present = ["Tom"]
"""


@pytest.fixture(scope="module")
def stories() -> tuple[GoldStory, ...]:
    return load()


@pytest.fixture
def write(tmp_path: Path):
    def story(gold: str = GOLD, text: str = TEXT) -> GoldStory:
        path = tmp_path / "the_jetty.txt"
        path.write_bytes(text.encode())
        path.with_suffix(".toml").write_text(gold, encoding="utf-8")
        return load_story(path)

    return story


def changed(story: GoldStory, **layers: Any) -> list[str]:
    """What is wrong with the story once these layers of its gold are replaced.

    The little story is shorter than a story of the bed may be, which is left out.
    """
    gold = structs.replace(story.gold, **layers)
    found = problems(structs.replace(story, gold=gold))
    return [line for line in found if "words, not" not in line]


def spans(record: Struct) -> list[Span]:
    return [value for value in structs.astuple(record) if isinstance(value, Span)]


@pytest.mark.parametrize("path", paths(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_gold_fits_its_story(path: Path) -> None:
    assert list(problems(load_story(path))) == []


def test_every_passage_stands_in_its_text(stories: tuple[GoldStory, ...]) -> None:
    for story in stories:
        records = [record for layer in LAYERS for record in getattr(story.gold, layer)]
        passages = [span for record in records for span in spans(record)]
        assert passages
        assert all(story.text[span.start : span.end].strip() for span in passages)
        assert max(span.end for span in passages) <= len(story.text)


def test_there_is_enough_of_every_layer(stories: tuple[GoldStory, ...]) -> None:
    rows = [line.split() for line in table(stories).splitlines()[1:]]
    counts = {row[0]: tuple(map(int, row[1:])) for row in rows}
    for layer, least in ENOUGH.items():
        assert counts[layer][2] >= least, layer
    share = counts["words"][1] / counts["words"][2]
    for layer, (seen, unseen, both) in counts.items():
        assert seen >= 0.5 * (1 - share) * both, f"{layer} lies mostly in the unseen part"
        assert unseen >= 0.5 * share * both, f"{layer} lies mostly in the seen part"


def test_every_story_has_a_toml_and_every_toml_a_story() -> None:
    folder = paths("seen")[0].parent.parent
    for half in ("seen", "unseen"):
        texts = {path.stem for path in (folder / half).glob("*.txt")}
        assert texts == {path.stem for path in (folder / half).glob("*.toml")}


def test_no_story_is_in_both_halves() -> None:
    assert not {path.stem for path in paths("seen")} & {path.stem for path in paths("unseen")}


def test_an_inverse_of_an_inverse_is_the_relation_itself() -> None:
    assert INVERSES["parent"] == "child"
    assert all(INVERSES[INVERSES[kind]] == kind for kind in INVERSES)


def test_aliases_become_names_and_words_become_spans(write) -> None:
    story = write()
    first = story.gold.custody[0]
    assert first.holder == "Ada Hart"
    assert first.until is not None
    assert story.text[first.until.start : first.until.end] == "took the oar"
    assert changed(story) == []


def test_scenes_run_up_to_the_next(write) -> None:
    story = write()
    one, two = scene_spans(story)
    assert story.text[one.start : one.end].endswith("from her.\n\n\n")
    assert two.end == len(story.text)


def test_words_that_are_not_there_are_an_error(write) -> None:
    with pytest.raises(GoldError, match="“Ada tied” is not in the text"):
        write(GOLD.replace("Ada untied", "Ada tied"))


def test_words_that_stand_there_twice_need_a_number(write) -> None:
    twice = GOLD.replace('since = "Ada untied"', 'since = "Ada"')
    with pytest.raises(GoldError, match="“Ada” stands there 2 times"):
        write(twice)
    story = write(twice.replace('"Ada", until', '{ quote = "Ada", nth = 2 }, until'))
    assert story.gold.custody[0].since.start == TEXT.index("Ada.")


def test_quotations_are_looked_for_after_the_one_before(write) -> None:
    shuffled = GOLD.replace("“I will row", "“Row")
    with pytest.raises(GoldError, match="does not come after the one before"):
        write(shuffled)


def test_a_quote_may_run_over_a_line_end() -> None:
    resolver = Resolver("untied the\n  boat", {})
    (record,) = resolver.resolve("states", [{"since": "the boat"}])
    assert record == {"since": [7, 17]}
    assert resolver.problems == []


def test_a_field_that_does_not_exist_is_an_error(write) -> None:
    with pytest.raises(GoldError, match="unknown field `colour`"):
        write(GOLD.replace('{ name = "Tom",', '{ name = "Tom", colour = "red",'))


def test_every_name_counts_as_a_name() -> None:
    sheet = {"cast": [{"name": "Ada Hart", "aliases": ["Ada"]}], "items": [{"name": "the oar"}]}
    assert dict(names_of(sheet)) == {
        "Ada Hart": "Ada Hart",
        "Ada": "Ada Hart",
        "the oar": "the oar",
    }


def test_a_stranger_in_the_gold_is_reported(write) -> None:
    story = write()
    custody = structs.replace(story.gold.custody[0], holder="Bob")
    assert changed(story, custody=(custody,)) == ["custody: “Bob” is not a name of this story"]


def test_an_interval_that_ends_before_it_begins_is_reported(write) -> None:
    story = write()
    one, two = story.gold.custody
    swapped = structs.replace(two, until=one.since)
    assert changed(story, custody=(one, swapped)) == [
        "custody: “took the oar” does not come before its end"
    ]


def test_an_item_in_two_hands_is_reported(write) -> None:
    story = write()
    one, two = story.gold.custody
    assert changed(story, custody=(structs.replace(one, until=None), two)) == [
        "custody: the oar is in two hands at once"
    ]


def test_a_speaker_who_is_not_there_is_reported(write) -> None:
    story = write()
    first, second = story.gold.scenes
    alone = structs.replace(first, present=("Ada Hart",))
    assert changed(story, scenes=(alone, second)) == [
        "quotations: Tom speaks in “Ada untied” without being there"
    ]


def test_a_line_nobody_is_given_is_reported(write) -> None:
    story = write()
    (found,) = changed(story, quotations=story.gold.quotations[:1])
    assert found.startswith("quotations: nothing is said of '“I will row,”")


def test_a_mind_entered_without_a_passage_is_reported(write) -> None:
    story = write()
    first, second = story.gold.scenes
    entered = structs.replace(first, also=("Tom",))
    (found,) = changed(story, scenes=(entered, second))
    assert found == "minds: “Ada untied” enters [], the scene says ['Tom']"


def test_a_viewpoint_needs_a_mind_or_a_mode(write) -> None:
    story = write()
    first, second = story.gold.scenes
    nobody = structs.replace(first, mode="internal")
    assert changed(story, scenes=(nobody, second)) == [
        "scenes: “Ada untied” needs a viewpoint, or a mode that has none"
    ]


def test_the_check_prints_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    output = capsys.readouterr()
    assert output.out.split()[:3] == ["seen", "unseen", "both"]
    assert output.err == ""
