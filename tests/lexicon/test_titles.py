import pytest

from fabula.lexicon.titles import title, titles_conflict


def conflict(one, other):
    return titles_conflict(title(one), title(other))


def test_spellings_of_one_title_are_one():
    assert title("Mrs.") == title("mrs") == title("Missus")
    assert title("Dr.").key == title("Doctor").key


def test_epithets_are_no_titles():
    assert title("Old") is None
    assert title("Kettle") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mr.", "Mrs."), ("Miss", "Mrs."), ("Lord", "Lady"), ("Uncle", "Grandfather")],
)
def test_some_titles_cannot_be_one_persons(one, other):
    assert conflict(one, other)
    assert conflict(other, one)


def test_a_colonel_is_not_miss():
    assert conflict("Colonel", "Miss")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mr.", "Captain"), ("Doctor", "Professor"), ("Lady", "Mrs."), ("Mr.", "Mr.")],
)
def test_others_can(one, other):
    assert not conflict(one, other)
