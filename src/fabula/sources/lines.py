"""The lines of a text, and the way from an offset back to line and column."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from fabula.errors import LimitError
from fabula.sources.limits import MAX_LINE_CHARACTERS, MAX_LINES
from fabula.text import Anchor, Paragraph

BLANKS = (
    # str.strip would keep the zero-width ones and the control characters (DOS files end in
    # Ctrl-Z), which a reader sees as nothing at all.
    "".join(map(chr, range(0x21)))
    + "\x7f\x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200C)))
    + "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""What counts as white space at the ends of a paragraph: also NBSP and zero-width characters."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"\r?\r\n|[\r\n\f\v\u2028\u2029]")
"""Paragraphs also end at page breaks and at Unicode's own separators. CR CR LF is one line end
that passed twice through a program that adds CRs."""


class Line(Struct, frozen=True, gc=False):
    """One line without the white space at its ends; `start == end` where it is blank.

    `indent` counts the characters before the first that shows.
    """

    start: int
    end: int
    indent: int

    @property
    def length(self) -> int:
        """Characters from the first that shows to the last."""
        return self.end - self.start

    @property
    def width(self) -> int:
        """Characters from the margin to the last that shows."""
        return self.indent + self.end - self.start

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see on the line."""
        return self.start == self.end


def all_lines(text: str, name: str) -> list[Line]:
    """The lines of a whole file.

    Raises:
        LimitError: if a line is longer, or there are more lines, than a story can have.
    """
    check_lines(text, name)
    return list(lines_of(text))


def check_lines(text: str, name: str) -> None:
    """See that a file's lines are those of a story, before memory is spent on them.

    Raises:
        LimitError: if a line is longer, or there are more lines, than a story can have.
    """
    count = text.count("\n") + text.count("\r") - text.count("\r\n")
    if count > MAX_LINES:
        raise LimitError(
            f"{name}: expected at most {MAX_LINES:,} lines, found {count:,}; split the file"
        )
    if len(text) <= MAX_LINE_CHARACTERS:
        return
    position = 0
    for number, found in enumerate(_LINE_END.finditer(text + "\n"), start=1):
        length = found.start() - position
        position = found.end()
        if length > MAX_LINE_CHARACTERS:
            raise LimitError(
                f"{name}: expected lines of at most {MAX_LINE_CHARACTERS:,} characters, found "
                f"{length:,} on line {number:,}; split the text into paragraphs"
            )


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of `text[start:end]`, in order, offsets into `text`."""
    stop = len(text) if end is None else end
    position = start
    for found in _BREAK.finditer(text, start, stop):
        yield _line(text, position, found.start())
        position = found.end()
    if position < stop:
        yield _line(text, position, stop)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of `text[start:end]` without the white space at its ends; equal if blank."""
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip(BLANKS))
    return first, max(first, start + len(raw.rstrip(BLANKS)))


def _line(text: str, start: int, end: int) -> Line:
    first, last = trimmed(text, start, end)
    return Line(first, last, first - start) if first < last else Line(start, start, 0)


def without_quote_marks(text: str, lines: Iterable[Line]) -> tuple[list[Line], frozenset[int]]:
    """The lines without the `>` that mail and Markdown put before quoted ones.

    Also gives the offsets at which the quoted lines start.
    """
    bare: list[Line] = []
    quoted: list[int] = []
    for line in lines:
        if line.blank or text[line.start] != ">":
            bare.append(line)
            continue
        shown = text[line.start : line.end].lstrip(BLANKS + ">")
        start = line.end - len(shown)
        bare.append(Line(start, line.end, line.indent) if shown else Line(start, start, 0))
        quoted.append(start)
    return bare, frozenset(quoted)


def blocks_of(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The runs of lines between blank lines."""
    block: list[Line] = []
    for line in lines:
        if not line.blank:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def anchors_of(text: str) -> tuple[Anchor, ...]:
    """One anchor for each line of the file, whether it ends in LF, CR or both."""
    ends = (found.end() for found in _LINE_END.finditer(text))
    return tuple(Anchor(start, line, 1) for line, start in enumerate((0, *ends), start=1))


def paragraph_per_line(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """Each line that is not blank as a paragraph of its own."""
    return tuple(Paragraph(line.start, line.end) for line in lines if not line.blank)
