"""Which format a file is in."""

import pytest

from fabula.errors import BinaryFileError, EncryptedFileError
from fabula.sources import identify

FANFICFARE = b"""

The Kite

by Ann Bell


Category: Original
Status: Complete
Packaged: 2024-01-01
Story URL: https://example.org/1
"""


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Once.\n\nTwice.", "story.txt", "plain"),
        (b"Once.", "story", "plain"),
        (b"# Kite\n\nOnce.\n\n## Wind\n", "story.txt", "markdown"),
        (b"Once.", "story.md", "markdown"),
        (b"---\ntitle: Kite\n---\nOnce.", "story.txt", "markdown"),
        (b"### Scene\n\n@pov: Jane\n\nOnce.", "story.txt", "novelwriter"),
        (b"%%~name: Scene\nOnce.", "story.txt", "novelwriter"),
        (b"Once.", "0a1b2c.nwd", "novelwriter"),
        (FANFICFARE, "story.txt", "fanficfare"),
        (b"*** START OF THE PROJECT GUTENBERG EBOOK KITE ***\nOnce.", "k.txt", "gutenberg"),
        (b"The Project Gutenberg eBook of Kite, by Ann", "k.txt", "gutenberg"),
        (b"*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*", "k.txt", "gutenberg"),
        (b"Once.\n\nEnd of Project Gutenberg's Kite, by Ann\n", "k.txt", "gutenberg"),
        (b"<!DOCTYPE html>\n<html><p>Once.", "story.txt", "html"),
        (b"<?xml version='1.0'?>\n<html><p>Once.", "story.txt", "html"),
        (b"<p>Once.</p>", "story.txt", "html"),
        (b"Once.<br>\n" * 6, "story.txt", "html"),
        ("\ufeff<html><p>Once.".encode("utf-16-le"), "story.htm", "html"),
        (b"<p>Once.</p>", "story.html", "html"),
        (b"No tags at all.", "story.html", "plain"),
        (b"PK\x03\x04...mimetypeapplication/epub+zip", "book.zip", "epub"),
        (b"PK\x03\x04...META-INF/container.xml", "book", "epub"),
        (b"PK\x03\x04...word/document.xml", "story.zip", "docx"),
        (b"PK\x03\x04", "book.epub", "epub"),
        (b"PK\x03\x04", "story.docx", "docx"),
        (b"damaged", "book.epub", "epub"),
        (b"damaged", "story.docx", "docx"),
    ],
)
def test_content_decides_before_the_name(data: bytes, name: str, kind: str) -> None:
    assert identify(data, name) == kind


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_marks_of_unicode_do_not_hide_the_format(encoding: str) -> None:
    data = "# Kite\r\n\r\nOnce.\r\n\r\n## Wind\r\n".encode(encoding)
    assert identify(data, "story.txt") == "markdown"


@pytest.mark.parametrize(
    "data",
    [
        b"Once he said #1 was best.\n\n# # #\n\nTwice.\n\n# # #\n",
        b"She read a book from Project Gutenberg.",
        b"He typed <p> and <b>, then laughed.",
        b"Summary: a kite.\nRating: good.\n\nOnce.",
        b"@ann: hello\n@ben: hi\n",
        b"---\n\nOnce.\n\n---\n",
    ],
)
def test_a_story_that_mentions_a_format_stays_plain(data: bytes) -> None:
    assert identify(data, "story.txt") == "plain"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1\\ansi Once.}", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
        (b"\0" * 60 + b"BOOKMOBI", "a Kindle book"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
        (b"<?xml version='1.0'?><FictionBook>", "a FictionBook"),
        (b"<?xml version='1.0'?>\n<novelWriterXML>", "a novelWriter project file"),
        (b"PK\x03\x04notes.txt", "a ZIP archive that is neither EPUB nor DOCX"),
    ],
)
def test_known_formats_that_are_not_read_are_named(data: bytes, found: str) -> None:
    with pytest.raises(BinaryFileError, match=found):
        identify(data, "story")


def test_a_document_with_a_password_is_refused_as_such() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedFileError, match="save it without one"):
        identify(data, "story.docx")
