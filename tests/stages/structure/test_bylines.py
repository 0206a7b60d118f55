import pytest

from fabula.stages.structure.bylines import is_byline, is_name, split_title


@pytest.mark.parametrize(
    "line",
    [
        "by Emily Ash",
        "By H. G. Wells",
        "A story by lampgirl77",
        "_written by_ Emily Ash",
        "by the_lamp",
    ],
)
def test_lines_that_name_the_writer_are_bylines(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["by the river they sat.", "By noon, all was calm,", "Go by Tomas!"]
)
def test_lines_that_tell_something_are_not(line):
    assert not is_byline(line)


def test_a_name_is_one_word_or_several_with_capitals():
    assert is_name("lampgirl77")
    assert is_name("Emily de la Mare")
    assert not is_name("the old ferryman")


def test_title_and_byline_are_cut_at_the_last_by():
    line = "Death by Water by Emily Ash"
    title, by = split_title(line)
    assert (line[:title], line[by:]) == ("Death by Water", "by Emily Ash")


def test_a_sentence_is_not_cut():
    assert split_title("She was followed by Tomas.") is None
