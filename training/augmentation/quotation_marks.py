"""What each quotation mark of a text does, and the same text in another style of marks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from evaluation.litbank import GoldDocument
from fabula.lexicon.elisions import LEADING_ELISIONS
from fabula.text import Span
from training.augmentation.edits import Edit, edited

QuotationMarks = Literal["straight", "curly", "single", "straight_single", "dash"]
""""No." “No.” ‘No.’ 'No.' —No."""

Part = Literal["open", "close", "open_inner", "close_inner", "apostrophe"]

_PARTS: tuple[Part, ...] = ("open", "close", "open_inner", "close_inner", "apostrophe")
_MARKS: Mapping[QuotationMarks, str] = MappingProxyType(
    {
        "straight": "\"\"'''",
        "curly": "“”‘’’",
        "single": "‘’“”’",
        "straight_single": "''\"\"'",
        "dash": "“”‘’’",
    }
)
"""The marks of each style in the order of `_PARTS`."""

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*")
_SINGLE = frozenset("'‘’")
_DOUBLE = frozenset('"“”')
_ENDS_SPEECH = frozenset(".,!?…;:—-")


class _Mark(Struct, frozen=True):
    """A mark at `offset` of the text and what it does there."""

    offset: int
    part: Part


def with_marks(document: GoldDocument, style: QuotationMarks) -> GoldDocument:
    """The document with its speech in another style of quotation marks.

    Documents that set speech in single marks or after dashes stay as they are: there an
    apostrophe or a dash cannot be told from a mark for sure. In the style `dash` a paragraph
    that begins with speech begins with a dash instead and has no other outer mark, as in
    —No, said Ada. Not yet.; other paragraphs keep their marks.
    """
    text = document.text
    parts = [part for quotation in document.quotations for part in quotation.parts]
    if 2 * sum(text[part.start] in _DOUBLE for part in parts) < len(parts):
        return document
    edits: list[Edit] = []
    for match in _PARAGRAPH.finditer(text):
        marks = list(_roles(text, Span(*match.span())))
        if style == "dash" and marks and marks[0] == _Mark(match.start(), "open"):
            edits += _dashed(text, marks)
        else:
            edits += _replaced(text, marks, style)
    return edited(document, edits)


def _replaced(text: str, marks: Sequence[_Mark], style: QuotationMarks) -> Iterator[Edit]:
    for mark in marks:
        wanted = _MARKS[style][_PARTS.index(mark.part)]
        if text[mark.offset] != wanted:
            yield Edit(mark.offset, mark.offset + 1, wanted)


def _dashed(text: str, marks: Sequence[_Mark]) -> Iterator[Edit]:
    yield Edit(marks[0].offset, marks[0].offset + 1, "—")
    inner = [mark for mark in marks if mark.part not in {"open", "close"}]
    for mark in marks[1:]:
        if mark.part in {"open", "close"}:
            yield Edit(mark.offset, mark.offset + 1, "")
    yield from _replaced(text, inner, "dash")


def _roles(text: str, paragraph: Span) -> Iterator[_Mark]:
    """What each mark of a paragraph does; speech stands in double marks."""
    opened = False
    inner = False
    closings = _closing_singles(text, paragraph)
    for offset in range(paragraph.start, paragraph.end):
        letter = text[offset]
        if letter in _DOUBLE:
            opened = letter == "“" or (letter == '"' and not opened)
            yield _Mark(offset, "open" if opened else "close")
        elif letter in _SINGLE:
            while closings and closings[-1] < offset:
                closings.pop()
            if inner and closings and closings[-1] == offset:
                inner = False
                yield _Mark(offset, "close_inner")
            elif not inner and closings and _opens(text, offset):
                inner = True
                yield _Mark(offset, "open_inner")
            else:
                yield _Mark(offset, "apostrophe")


def _closing_singles(text: str, paragraph: Span) -> list[int]:
    """The single marks that may end an inner quotation, the last one first.

    A mark after a letter may also stand for a letter left out (the boys' hats, walkin' home),
    so only those count that follow a point or comma, or stand before a double mark or a dash.
    """
    return [
        offset
        for offset in range(paragraph.end - 1, paragraph.start, -1)
        if text[offset] in _SINGLE - {"‘"}
        and not text[offset + 1 : offset + 2].isalnum()
        and (
            text[offset - 1] in _ENDS_SPEECH
            or text[offset + 1 : offset + 2] in _DOUBLE | _ENDS_SPEECH
        )
        and not text[offset - 1].isspace()
    ]


_WORD = re.compile(r"[^\W\d_]+")


def _opens(text: str, offset: int) -> bool:
    """Whether a single mark stands before a word that has not lost its first letter (’tis)."""
    if text[offset] == "’" or text[offset - 1 : offset].isalnum():
        return False
    word = _WORD.match(text, offset + 1)
    if word is None:
        return text[offset + 1 : offset + 2] in {"_", "—", "-", "…"}
    return text[offset] == "‘" or word.group().lower() not in LEADING_ELISIONS
