"""What is told as past already."""

import pytest
from hand_scored import row_of
from told import narrated

from fabula.stages.clauses.narration import Narration
from fabula.stages.happening.memories import Memories


def remembered(prose, grammar, *words, **given):
    """Of these words, those told as memories."""
    story, scores = narrated(prose, grammar, **given)
    memories = Memories(Narration(story, scores))
    return [word for word in words if memories.is_memory(row_of(story.document, word))]


def test_a_verb_with_had_is_a_memory_and_those_that_share_it():
    grammar = "Ines nsubj come, had aux come, taken conj come, Tom nsubj rowed"
    prose = "{ines|Ines} had come and taken the key. {tom|Tom} rowed."
    words = ("come", "taken", "rowed")
    assert remembered(prose, grammar, *words, tags="taken=VERB") == ["come", "taken"]


def test_a_clause_under_it_is_one_too():
    grammar = "Ines nsubj gone, had aux gone, bell nsubj rang, when advmod rang, rang advcl gone"
    assert remembered("{ines|Ines} had gone when the bell rang.", grammar, "rang") == ["rang"]


@pytest.mark.parametrize(
    ("prose", "more"),
    [
        ("When {ines|Ines} had eaten, she rowed.", "When advmod eaten, eaten advcl rowed"),
        ("{ines|Ines} would had eaten, she rowed.", "would aux eaten"),
    ],
)
def test_what_comes_first_in_turn_or_would_have_been_is_none(prose, more):
    grammar = f"Ines nsubj eaten, had aux eaten, she nsubj rowed, {more}"
    assert remembered(prose, grammar, "eaten") == []


GULL = (
    "had aux built, She nsubj built, had#2 aux painted, She#2 nsubj painted,"
    "It nsubj took, had#3 aux called, She#3 nsubj called, Tom nsubj sang"
)


def test_the_simple_past_between_is_in_the_flashback():
    prose = (
        "{ines|She} had built it. {ines|She} had painted it. It took a year."
        " {ines|She} had called it Gull. {tom|Tom} sang."
    )
    words = ("built", "painted", "took", "called", "sang")
    assert remembered(prose, GULL, *words) == ["built", "painted", "took", "called"]


def test_behind_one_aside_the_present_goes_on():
    grammar = "had aux built, She nsubj built, She#2 nsubj rowed, had#2 aux rained, It nsubj rained"
    prose = "{ines|She} had built it. {ines|She} rowed. It had rained."
    assert remembered(prose, grammar, "built", "rowed", "rained") == ["built", "rained"]


def test_a_flashback_is_one_passage():
    story, scores = narrated(
        "{tom|Tom} sang. {ines|She} had built it. {ines|She} had painted it.",
        "Tom nsubj sang, had aux built, She nsubj built, had#2 aux painted, She#2 nsubj painted",
    )
    told = Narration(story, scores)
    passage = Memories(told).passage(row_of(story.document, "built"))
    assert passage is not None
    span = told.rows.span(passage.low, passage.high - 1)
    assert story.document[span] == "She had built it. She had painted it."


def test_what_somebody_remembers_is_a_memory():
    grammar = "Ines nsubj remembered, Tom nsubj sang, sang ccomp remembered"
    assert remembered("{ines|Ines} remembered how {tom|Tom} sang.", grammar, "sang") == ["sang"]
