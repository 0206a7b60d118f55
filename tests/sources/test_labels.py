"""Labelled lines."""

from fabula.sources.labels import entries_of, metadata_of, paratext_marks
from fabula.sources.lines import lines_of
from fabula.text import Mark, Paragraph, Tag

HEAD = """Title: The Kite
Author: Ann Bell
Author: Ben Ray
Rating: all
Summary: Ann finds
  a kite: hers.

More of it.
"""


def test_values_run_on_over_lines_without_a_label() -> None:
    entries = entries_of(HEAD, lines_of(HEAD))
    assert [(entry.label, entry.value) for entry in entries] == [
        ("Title", "The Kite"),
        ("Author", "Ann Bell"),
        ("Author", "Ben Ray"),
        ("Rating", "all"),
        ("Summary", "Ann finds"),
        ("a kite", "hers."),
        (None, "More of it."),
    ]


def test_only_the_labels_asked_for_are_taken() -> None:
    entries = entries_of(HEAD, lines_of(HEAD), {"title", "summary"})
    assert [entry.label for entry in entries] == ["Title", "Summary", None]
    assert entries[1].value == "Ann finds a kite: hers."


def test_known_labels_become_metadata_and_others_tags() -> None:
    metadata = metadata_of(entries_of(HEAD, lines_of(HEAD), {"title", "author", "rating"}))
    assert metadata.title == "The Kite"
    assert metadata.authors == ("Ann Bell", "Ben Ray")
    assert metadata.tags[0].label == "Rating"


def test_the_value_of_a_tag_is_on_one_line() -> None:
    entries = entries_of(HEAD, lines_of(HEAD), {"title", "author", "rating", "summary"})
    assert metadata_of(entries).tags[1] == Tag("Summary", "Ann finds a kite: hers.")


def test_neighbours_of_one_role_share_a_mark() -> None:
    roles = [(Paragraph(0, 2), "tags"), (Paragraph(3, 5), "tags"), (Paragraph(6, 8), "title")]
    assert list(paratext_marks(roles)) == [
        Mark("paratext", 0, 5, "tags"),
        Mark("paratext", 6, 8, "title"),
    ]
