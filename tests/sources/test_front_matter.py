"""The YAML block at the head of a Markdown file."""

import pytest

from fabula.sources.front_matter import front_matter
from fabula.text import Tag


def test_values_and_lists_are_read() -> None:
    text = "---\ntitle: 'Kite: a tale'\nauthors: [Ann, \"Ben\"]\ntags:\n- wind\n- sea\n---\nUp.\n"
    front = front_matter(text)
    assert text[front.end :] == "\nUp.\n"
    assert front.metadata.title == "Kite: a tale"
    assert front.metadata.authors == ("Ann", "Ben")
    assert front.metadata.tags == (Tag("tags", "wind"), Tag("tags", "sea"))
    assert [mark.value for mark in front.marks] == ["title", "author", "tags"]


@pytest.mark.parametrize(
    "text",
    ["", "Up.", "---\nUp.\n---\n", "---\n---\n", "---\ntitle: Kite\n", "---\n" + "a: b\n" * 300],
)
def test_what_is_not_closed_or_not_labelled_is_no_head(text: str) -> None:
    assert front_matter(text).end == 0
