import pytest

from fabula.stages.structure.numbering import value_of


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("7", 7),
        ("3rd", 3),
        ("xiv", 14),
        ("XLIX", 49),
        ("VIIII", 9),
        ("Twelve", 12),
        ("twenty-one", 21),
        ("Thirty First", 31),
        ("fortieth", 40),
        ("second", 2),
    ],
)
def test_numbers_are_read_in_every_way_headings_write_them(number, value):
    assert value_of(number) == value


@pytest.mark.parametrize("word", ["", "dim", "IIX", "storm", "twenty-storm"])
def test_other_words_are_no_numbers(word):
    assert value_of(word) is None
