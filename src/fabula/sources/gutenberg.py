"""Project Gutenberg's text files: the book between a head and a licence.

Only what Project Gutenberg adds is taken out of the story here: its head with title, author and
credits, the lines around the book, and its licence, in every form since the 1990s. The book's
own title page and list of contents are ordinary text.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.sources import decoding
from fabula.sources.assembly import assemble
from fabula.sources.emphasis import emphasis_marks
from fabula.sources.labels import Entry, entries_of, metadata_of, paratext_marks
from fabula.sources.lines import Line, all_lines
from fabula.sources.wrapping import lay_out
from fabula.text import Document, Mark, Paragraph

_DECLARED = re.compile(rb"^Character set encoding:[ \t]*([\w-]+)", re.MULTILINE | re.IGNORECASE)
_DECLARED_WITHIN = 64 * 1024

_START = re.compile(
    r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG E|\*END\*? ?THE SMALL PRINT", re.IGNORECASE
)
_END = re.compile(
    r"\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG E"
    r"|\W{0,3}End of (?:The |This )?Project Gutenberg",
    re.IGNORECASE,
)
_HEAD_LINES = 1000
"""The longest head, with the small print of the 1990s, has some 400 lines."""

_FOOT_LINES = 1000
"""The licence at the end has some 350 lines."""

_TITLE_LINES = 4
"""How many lines the line around the book may take, with a long title in it."""

_ROLES: dict[str, ParatextRole] = {
    "title": "title",
    "author": "author",
    "credits": "credits",
    "produced by": "credits",
    "editor": "credits",
    "translator": "credits",
    "illustrator": "credits",
    "contributor": "credits",
    "commentator": "credits",
    "release date": "tags",
    "posting date": "tags",
    "last updated": "tags",
    "most recently updated": "tags",
    "original publication": "tags",
    "language": "tags",
    "character set encoding": "tags",
    "other information and formats": "tags",
}
"""The labels of the head; other words before a colon belong to its sentences."""

_CREDITS = re.compile(
    r"(?:this (?:e-?book|e-?text) was )?(?:produced|prepared|scanned|transcribed) (?:by|from)\s"
    r"|e-?text (?:produced|prepared|scanned|transcribed) by\s|html version by\s"
    r"|[\[_(]{0,2}transcriber['’]?s['’]? notes?\b",
    re.IGNORECASE,
)
_CREDITS_WITHIN = 12
"""Paragraphs after the head in which the volunteers' names stand."""

_PICTURE = re.compile(r"\[(?:Illustration|Frontispiece|Image)\b", re.IGNORECASE)


class Regions(Struct, frozen=True):
    """A file's lines before the book, in it, and after it."""

    head: Sequence[Line]
    book: Sequence[Line]
    foot: Sequence[Line]


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a Project Gutenberg text file; its head and licence are marked as paratext.

    Raises:
        SourceError: if the bytes are not text, or there is no story in it.
    """
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    asks = declared[1].decode("ascii", errors="replace") if declared else None
    decoded = decoding.decode(data, name, encoding, declared=asks)
    text = decoded.text
    regions = split(text, all_lines(text, name))
    head = entries_of(text, regions.head, _ROLES)
    foot = [entry.paragraph for entry in entries_of(text, regions.foot, ())]
    layout = lay_out(text, regions.book)
    marks = [
        *paratext_marks((entry.paragraph, _role(entry)) for entry in head),
        *layout.marks,
        *_additions(text, layout.paragraphs),
        *emphasis_marks(text, layout.paragraphs),
        *paratext_marks((paragraph, "licence") for paragraph in foot),
    ]
    paragraphs = [*(entry.paragraph for entry in head), *layout.paragraphs, *foot]
    metadata = metadata_of(head, publisher="Project Gutenberg")
    return assemble(decoded, name, "gutenberg", paragraphs, marks=marks, metadata=metadata)


def split(text: str, lines: Sequence[Line]) -> Regions:
    """Cut the lines of a file into head, book and licence.

    The line “*** START OF THE PROJECT GUTENBERG EBOOK …” belongs to the head, with the lines that
    a long title makes of it; what follows “End of the Project Gutenberg …” to the licence.
    """
    first = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if _START.match(text, line.start, line.end):
            first = index + 1
    if first:
        first += _rest_of_title(text, lines[first - 1 : first + _TITLE_LINES])
    last = len(lines)
    for index in range(max(first, last - _FOOT_LINES), last):
        if _END.match(text, lines[index].start, lines[index].end):
            last = index
            break
    return Regions(lines[:first], lines[first:last], lines[last:])


def _rest_of_title(text: str, lines: Sequence[Line]) -> int:
    """How many lines after the first one it takes to come to the closing `***`."""
    for number, line in enumerate(lines):
        if line.blank:
            break
        if text[line.end - 1] == "*":
            return number
    return 0


def _role(entry: Entry) -> ParatextRole:
    if entry.label:
        return _ROLES[entry.label.lower()]
    return "credits" if _CREDITS.match(entry.value) else "licence"


def _additions(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Mark]:
    """What volunteers put into the book itself: their names, notes, places of pictures."""
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.start, paragraph.end
        if number < _CREDITS_WITHIN and _CREDITS.match(text, start, end):
            yield Mark("paratext", start, end, value="credits")
        elif _PICTURE.match(text, start, end) and text[end - 1] == "]":
            yield Mark("paratext", start, end, value="navigation")
