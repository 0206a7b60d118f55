"""Notes under a label."""

from fabula.sources.html_reading import HtmlReader
from fabula.sources.page import Page
from fabula.sources.pages.notes import labelled_notes
from fabula.sources.text_flow import TextFlow


def page(source: str) -> Page:
    flow = TextFlow("a")
    reader = HtmlReader(flow, "a")
    reader.read(source)
    return reader.page(flow.finish())


def notes(source: str) -> list[tuple[str, str]]:
    whole = page(source)
    found = labelled_notes(whole, 0, len(whole.text), {"author's note": "author_note"})
    return [(note.role, whole.text[note.start : note.end]) for note in found]


def test_a_label_and_its_block_are_a_note() -> None:
    source = "<p>It flew.<p><b>Author’s Note:</b><blockquote><p>a<p>b</blockquote><p>It fell."
    assert notes(source) == [("author_note", "Author’s Note:\n\na\n\nb")]


def test_a_label_without_a_block_is_story() -> None:
    assert notes("<p>Author's note<p>lay on the table.") == []


def test_a_block_under_other_words_is_story() -> None:
    assert notes("<p>She read:<blockquote>Author's note</blockquote>") == []
