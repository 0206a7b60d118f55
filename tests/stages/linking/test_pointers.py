import pytest
from stage_by_stage import read_to

from fabula.stages.linking.phrases import read_phrase
from fabula.stages.linking.pointers import read_pointer
from fabula.stages.linking.surroundings import surroundings_of


def pointer(text):
    """What the last description of the text says of an earlier meeting."""
    story = read_to("mentions", text)
    places = [p for p in surroundings_of(story) if p.mention.form == "nominal"]
    return read_pointer(story.document.text, places[-1].mention, read_phrase(places[-1]))


def test_who_was_seen_by_somebody_was_seen_where_they_were():
    found = pointer("In the door stood the girl Ines had met on the stairs.")
    assert (found.seer, "stair" in found.words) == ("Ines", True)


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("the girl who had waved from the ferry", "ferry"),
        ("the girl that he'd danced with", "dance"),
        ("the girl from the ferry", "ferry"),
    ],
)
def test_what_somebody_did_and_where_they_were_points_back(words, stem):
    found = pointer(f"Tom nodded to {words}.")
    assert stem in found.words
    assert not found.looks


def test_looks_point_back():
    found = pointer("At the bench sat the girl in the yellow raincoat.")
    assert found.looks
    assert found.words == {"yello", "rainc"}


def test_the_same_one_points_back_by_no_words():
    assert pointer("It was the same girl.").same


@pytest.mark.parametrize(
    "words",
    [
        "Tom nodded to a girl who had waved.",
        "Tom thought her the girl he had never met.",
        "The girl had to leave.",
        "The girl must have waved from the ferry.",
        "The girl waved from the ferry.",
    ],
)
def test_other_descriptions_do_not_point_back(words):
    assert pointer(words) is None
