"""HTML that FanFicFare wrote; its EPUB files are in `test_epub`."""

from fabula.sources import html
from fabula.text import Document, Tag

BOOK = """<html><head><title>The Kite by Ann Bell</title></head><body>
<h1><a href="https://x/1">The Kite</a> by <a href="https://x/ann">Ann Bell</a></h1>
<table class="full"><tr><td><b>Category:</b></td><td>Harbour Tales</td></tr>
<tr><td><b>Language:</b></td><td>English</td></tr>
<tr><td><b>Characters:</b></td><td>Mara, Ned</td></tr>
<tr><td colspan="2"><b>Summary:</b><br />A windy day.</td></tr></table>
<a name="TOCTOP"><h2>Table of Contents</h2></a>
<p><a href="#section0001">1. Wind</a><br /><a href="#section0002">2. Rain</a><br /></p>
<a name="section0001"><h2>1. Wind</h2></a>
<div class="fff_chapter_notes fff_head_notes"><b>Author's Note:</b>
<blockquote><p>Be kind.</p></blockquote></div>
<p>Mara held the kite.</p><p>It flew.</p>
<a name="section0002"><h2>2. Rain</h2></a>
<div class="fff_chapter_notes"><b>Summary for the Chapter:</b><blockquote>Wet.</blockquote></div>
<p>It fell.</p>
<div class="fff_chapter_notes fff_foot_notes"><b>Notes for the Chapter:</b>
<blockquote><p>The end.</p></blockquote></div></body></html>"""


def read(source: str) -> Document:
    return html.read(source.encode(), "kite.html")


def paratext(document: Document) -> list[tuple[str | None, str]]:
    return [
        (mark.value, " ".join(document[mark].split())) for mark in document.marks_of("paratext")
    ]


def test_title_page_contents_and_notes_are_told() -> None:
    assert paratext(read(BOOK)) == [
        ("title", "The Kite by Ann Bell"),
        ("tags", "Category: Harbour Tales Language: English Characters: Mara, Ned"),
        ("summary", "Summary: A windy day."),
        ("contents", "Table of Contents 1. Wind 2. Rain"),
        ("author_note", "Author's Note: Be kind."),
        ("summary", "Summary for the Chapter: Wet."),
        ("author_note", "Notes for the Chapter: The end."),
    ]


def test_chapters_start_at_their_sections() -> None:
    document = read(BOOK)
    assert [(mark.value, document[mark]) for mark in document.marks_of("chapter")] == [
        ("1. Wind", "1. Wind"),
        ("2. Rain", "2. Rain"),
    ]


def test_the_labels_are_metadata() -> None:
    metadata = read(BOOK).metadata
    assert (metadata.title, metadata.authors) == ("The Kite", ("Ann Bell",))
    assert metadata.language == "English"
    assert Tag("Characters", "Mara, Ned") in metadata.tags
    assert Tag("Summary", "A windy day.") in metadata.tags
