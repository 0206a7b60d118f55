"""Reads HTML: a page saved from a site, a download from an archive, an e-book as one file.

The text is what shows on the page. Scripts, styles, hidden sentences, page numbers in the margin
and note signs are not in it; what is about the story rather than of it (titles, tags, notes,
navigation) is in it, under `paratext` marks where the page's own form says what it is.
"""

import re

from fabula.sources import pages
from fabula.sources.assembly import check_story
from fabula.sources.decoding import decode
from fabula.sources.html_reading import HtmlReader
from fabula.sources.html_tokens import as_source
from fabula.sources.page import in_text_order
from fabula.sources.text_flow import TextFlow
from fabula.text import Document

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
"""The HTML standard looks for a declaration in the first kilobyte; saved pages put it later."""


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read an HTML file; `encoding` overrides what the page declares.

    `<p>“Ready?”<p><i>No,</i> she thought.` is two paragraphs, with an emphasis mark on “No,”.
    Offsets count characters of the text; `Document.place` gives line and column in the file.

    Raises:
        EncodingError: if the bytes are no text in the encoding asked for.
        BinaryFileError: if they are no text at all.
        EmptyStoryError: if no letter of it shows.
        LimitError: if it has more text, tags or lines than a story can have.
    """
    decoded = decode(data, name, encoding, declared_encoding(data))
    source = as_source(decoded.text, name)
    flow = TextFlow(name)
    reader = HtmlReader(flow, name)
    reader.read(source, xml=source.startswith("<?xml"))
    finished = flow.finish()
    check_story(finished.text, name)
    findings = pages.describe(reader.page(finished))
    return Document(
        text=finished.text,
        name=name,
        format="html",
        paragraphs=finished.paragraphs,
        encoding=decoded.encoding,
        metadata=findings.metadata,
        marks=in_text_order(finished.marks, findings.marks),
        anchors=finished.anchors,
        diagnostics=(*decoded.diagnostics, *reader.diagnostics()),
    )


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML or XHTML file says it is in: `<meta charset="utf-8">`."""
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    return found[1].decode("ascii", errors="replace") if found else None
