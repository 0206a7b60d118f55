import pytest

from fabula.stages.structure.labelled_lines import is_story_marker, read_label


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Rating: Teen", "tags"),
        ("**Summary:** A boat comes.", "summary"),
        ("A/N I am back", "author_note"),
        ("Author’s Note - hello", "author_note"),
        ("Disclaimer: none of it is mine", "disclaimer"),
        ("Beta’d by Quill", "beta"),
        ("Dedicated to: my mother", "dedication"),
    ],
)
def test_a_label_gives_its_role(line, role):
    assert read_label(line).role == role


def test_the_value_begins_after_the_label():
    line = "**Summary:** A boat comes."
    assert line[read_label(line).value :] == "A boat comes."


def test_a_label_alone_expects_its_value_below():
    assert read_label("Summary:").alone


@pytest.mark.parametrize(
    "line",
    ["Note the time.", "AN OLD MAN", "Title deeds were found.", "an: other", "Words failed."],
)
def test_words_of_a_sentence_are_no_label(line):
    assert read_label(line) is None


def test_only_labels_that_no_character_writes_are_strong():
    assert read_label("Disclaimer: mine").strong
    assert not read_label("Note: mine").strong


def test_a_copied_page_says_where_the_story_begins():
    assert is_story_marker("Chapter Text")
    assert not is_story_marker("The chapter text was blue.")
