import pytest
from stage_by_stage import read_to
from tests.growth import LINEAR, growth

from fabula.stages.naming.capitals import Capitals
from fabula.stages.naming.name_spans import find_names
from fabula.stages.naming.story_words import story_words


def spans(text):
    story = read_to("quotations", text)
    words = story_words(story)
    found = find_names(words, Capitals(words))
    return [story.document.text[words[s.first].start : words[s.last].end] for s in found]


@pytest.mark.parametrize(
    "name",
    [
        "Mrs. Ada Brook",
        "Captain Brook",
        "Maria de la Cruz",
        "Jan van der Meer",
        "J. R. Brook",
        "Tam O’Rourke",
        "Anne-Marie Brook",
        "Tom Brook Jr.",
        "Edward the Second",
        "Ada St. Clair",
    ],
)
def test_a_name_is_found_whole(name):
    assert spans(f"They waved to {name} and rowed on.") == [name]


def test_a_comma_parts_two_names():
    assert spans("They saw Ada, Tom and Ines.") == ["Ada", "Tom", "Ines"]


def test_two_titles_share_one_name():
    text = "They met Mr. and Mrs. Brook there."
    assert spans(text) == ["Mr.", "Mrs. Brook"]
    words = story_words(read_to("quotations", text))
    mister = find_names(words, Capitals(words))[0]
    assert mister.core == ("Brook",)


def test_a_title_alone_is_no_name():
    assert spans("They asked the Captain and Doctor, too.") == []


def test_after_a_title_any_capital_is_a_name():
    assert spans("They asked Miss March.") == ["Miss March"]


def test_a_possessive_ends_a_name_unless_a_place_follows():
    assert spans("She liked Ada’s Tom.") == ["Ada", "Tom"]
    assert spans("She lived in St. James’s Square.") == ["St. James’s Square"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They served his Grace and Your Honour.", []),
        ("“O Ines, come!” they sang to Ines.", ["Ines", "Ines"]),
        ("They met at the North Gate.", ["North Gate"]),
        ("They asked Tom the Englishman.", ["Tom"]),
    ],
)
def test_forms_of_address_and_peoples_are_no_part_of_a_name(text, found):
    assert spans(text) == found


def test_titles_in_a_row_cost_no_more_than_their_length():
    assert spans("Mr. " * 2_000) != []
    assert growth(lambda count: spans("Mr. " * count), 1_000) < LINEAR
