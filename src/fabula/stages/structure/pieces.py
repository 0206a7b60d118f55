"""Head blocks cut into their lines: “Title: … / Author: … / Rating: …” typed under one another."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from fabula.stages.structure.bylines import is_byline
from fabula.stages.structure.labelled_lines import Label, read_label
from fabula.stages.structure.layout import Block, Line, lines_of

MAX_LINES = 60
"""A head block has fewer lines; longer ones are prose or verse."""


class Piece(Struct, frozen=True, gc=False):
    """A block, or some lines of one that belong together.

    `block` is the block it is part of, `whole` whether it is all of it.
    """

    start: int
    end: int
    text: str
    block: Block
    whole: bool
    label: Label | None


def pieces_of(blocks: Iterable[Block]) -> Iterator[Piece]:
    """The blocks in order, those that hold labelled lines cut before each of them."""
    for block in blocks:
        yield from _cut(block)


def _cut(block: Block) -> Iterator[Piece]:
    lines = lines_of(block) if "\n" in block.text or "\r" in block.text else ()
    opens = [_opens(line) for line in lines]
    if not 1 < len(lines) <= MAX_LINES or not any(opens[1:]):
        yield Piece(block.start, block.end, block.text, block, True, read_label(block.text))
        return
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or opens[number]:
            yield _piece(block, lines[first], lines[number - 1])
            first = number


def _opens(line: Line) -> bool:
    """Whether a line begins a piece of its own."""
    return is_byline(line.text) or read_label(line.text) is not None


def _piece(block: Block, first: Line, last: Line) -> Piece:
    text = block.text[first.start - block.start : last.end - block.start]
    return Piece(first.start, last.end, text, block, False, read_label(text))
