"""Emphasis that people type: *so*, _so_, /so/, and **so** for more."""

import re
from collections.abc import Iterable, Iterator

from fabula.text import Mark, MarkKind, Paragraph

_RUN = re.compile(r"(?<!\\)(?:\*{1,3}|_{1,3}|/{1,2})")
_LETTER = re.compile(r"[^\W\d_]")

_KINDS: dict[str, tuple[MarkKind, ...]] = {
    "*": ("emphasis",),
    "_": ("emphasis",),
    "/": ("emphasis",),
    "//": ("emphasis",),
    "**": ("strong",),
    "__": ("strong",),
    "***": ("strong", "emphasis"),
    "___": ("strong", "emphasis"),
}

_LONGEST_PART = 30
"""Letters of one word between two marks: in “sure_ly_” and “_any_ways” a part is stressed."""


def emphasis_marks(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Mark]:
    """The stretches of each paragraph that stand between marks of emphasis, marks included.

    Finds: a mark that opens (a word after it, none before it) and the next of the same kind and
    length that closes, in one paragraph, across soft line wraps too; a part of a word where one
    of its two marks stands at the word's edge.
    Why it holds: a mark glued to a word on one side only has nothing else to do in prose.
    Misses: emphasis in the middle of a word, which looks like a file name, and over several
    paragraphs with marks at its ends alone.
    Example: “I *said* so.” gives `*said*`. Nothing in `* * *`, `and/or`, `/usr/bin`, `my_file_1`,
    “Note*” or “f**k”.
    """
    for paragraph in paragraphs:
        yield from _in_paragraph(text, paragraph)


def _in_paragraph(text: str, paragraph: Paragraph) -> Iterator[Mark]:
    opened: dict[str, int] = {}  # the last mark of each kind that may open, before a word
    inside: dict[str, int] = {}  # and the last between two letters
    for found in _RUN.finditer(text, paragraph.start, paragraph.end):
        run, start, end = found[0], found.start(), found.end()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if run[0] in (before, after):
            continue  # a longer run: a line of glyphs, not a mark
        first: int | None = None
        if before.isalnum() and after.isalnum():
            if run[0] == "/":
                opened.pop(run, None)  # /usr/bin/ is a path
            elif _same_word(text, opened.get(run), start):
                first = opened.pop(run)
            else:
                inside[run] = start
        elif not before.isspace() and not after.isalnum():
            if _same_word(text, inside.get(run), start):
                first = inside.pop(run)
            else:
                first = opened.pop(run, None)
        if first is not None:
            yield from _marks(text, run, first, end)
        elif not after.isspace() and not before.isalnum():
            opened[run] = start


def _same_word(text: str, first: int | None, last: int) -> bool:
    """Whether nothing but letters stands between a mark that may open and this one."""
    if first is None or last - first > _LONGEST_PART:
        return False
    return text[first:last].strip("*_/").isalpha()


def _marks(text: str, run: str, start: int, end: int) -> Iterator[Mark]:
    if _LETTER.search(text, start, end):
        for kind in _KINDS[run]:
            yield Mark(kind, start, end)
