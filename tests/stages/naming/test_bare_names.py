import pytest
from hand_scored import document_of

from fabula.stages.naming.bare_names import bare_name, has_capitals, is_uncommon
from fabula.stages.token_rows import TokenRows
from fabula.text import Span


def bare(words, head, *, capitals=True):
    at = words.index(head)
    found = bare_name(words, Span(0, len(words)), Span(at, at + len(head)), capitals=capitals)
    return found and words[found.start : found.end]


@pytest.mark.parametrize(
    ("words", "head", "name"),
    [
        ("anyway, Kip", "Kip", "Kip"),
        ("poor Captain Odo", "Odo", "Captain Odo"),
        ("Oh Wendeline", "Wendeline", "Wendeline"),
        ("Ada van der Mool", "Mool", "Ada van der Mool"),
        ("St. Odo, the patron of geese", "Odo", "St. Odo"),
    ],
)
def test_a_bare_name_has_its_titles_and_particles_and_nothing_else(words, head, name):
    assert bare(words, head) == name


@pytest.mark.parametrize(
    ("words", "head"),
    [("my goodness", "goodness"), ("Dey lef", "lef"), ("Dear Brother", "Brother")],
)
def test_words_without_a_name_have_no_bare_name(words, head):
    assert bare(words, head) is None


def test_without_capitals_the_head_alone_is_the_name():
    assert bare("poor old wendeline", "wendeline", capitals=False) == "wendeline"
    assert bare("poor old wendeline", "wendeline") is None


def test_a_text_typed_without_capitals_is_known():
    assert not has_capitals(TokenRows(document_of("odo sat down. “hush,” said odo.")))
    assert has_capitals(TokenRows(document_of("Odo sat down. “Hush,” said Odo.")))


def test_a_title_makes_a_name_no_more_common():
    assert is_uncommon(["Captain", "Odo"])
    assert not is_uncommon(["Aunt", "Hope"])
