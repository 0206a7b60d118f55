"""Whole novels without labels, as clean paragraphs: Standard Ebooks and Project Gutenberg.

    for book in standard_ebooks(Path("data")):
        print(book.name, len(book.blocks))

What only a publisher's file has is gone: word joiners, hair spaces, hard line wraps, marks of
emphasis. A book is what remains when someone pastes its words into a plain file.
"""

import gzip
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from evaluation.litbank import DEVELOPMENT
from fabula import sources
from fabula.text import Document, Mark, Spanned

BlockKind = Literal["story", "heading", "break"]

HELD_OUT_EVERY = 4
"""Of the files in order of name, counted from 0, each whose number this divides is held out."""

_DEVELOPMENT_TITLES = (
    "the-war-of-the-worlds",
    "the-scarlet-pimpernel",
    "herland",
    "the-ambassadors",
)
"""Books at Standard Ebooks that development documents of LitBank come from."""

_CLEAN = str.maketrans({"\u2060": "", "\u200a": "", "\u00a0": " ", "\u00ad": "", "_": ""})
_LINE_END = re.compile(r"\s*\n\s*")
_SPACES = re.compile(r"[ \t]+")


class Block(Struct, frozen=True):
    """A paragraph or heading on one line, or a break between scenes, which has no text."""

    kind: BlockKind
    text: str


class Book(Struct, frozen=True):
    """A novel or a collection; `held_out` books are for measuring, never for training."""

    name: str
    blocks: tuple[Block, ...]
    held_out: bool

    def text(self) -> str:
        """The book as a plain file: a blank line between paragraphs, asterisks for a break."""
        return "\n\n".join(block.text or "* * *" for block in self.blocks)


def standard_ebooks(data: Path) -> Iterator[Book]:
    """The books of `data/standardebooks`, those of LitBank's development documents left out."""
    for number, path in enumerate(sorted((data / "standardebooks").glob("*.xhtml.gz"))):
        name = path.name.split(".")[0]
        if not name.endswith(_DEVELOPMENT_TITLES):
            yield _book(path, held_out=number % HELD_OUT_EVERY == 0)


def gutenberg(data: Path) -> Iterator[Book]:
    """The books of `data/litbank-books`, those of LitBank's development documents left out."""
    for path in sorted((data / "litbank-books").glob("*.txt.gz")):
        if path.name.split("_")[0] not in DEVELOPMENT:
            yield _book(path, held_out=False)


def _book(path: Path, *, held_out: bool) -> Book:
    name = path.name.removesuffix(".gz")
    read = sources.read_bytes(gzip.decompress(path.read_bytes()), name)
    return Book(name.split(".")[0], tuple(blocks(read)), held_out)


def blocks(read: Document) -> Iterator[Block]:
    """The paragraphs of a file as blocks, with the breaks between them."""
    headings = _Passing(read.marks_of("heading", "chapter"))
    rules = read.marks_of("rule")
    position = reach = 0
    for paragraph in read.paragraphs:
        while position < len(rules) and rules[position].start <= paragraph.start:
            reach = rules[position].end
            yield Block("break", "")
            position += 1
        text = clean(read[paragraph])
        if text and reach < paragraph.end:  # else it is the glyphs of the rule
            yield Block("heading" if headings.covers(paragraph) else "story", text)


def clean(text: str) -> str:
    """The text on one line, without the characters that only typesetters put in."""
    return _SPACES.sub(" ", _LINE_END.sub(" ", text.translate(_CLEAN))).strip()


class _Passing:
    """Asks for spans in text order whether one of the marks covers them; linear in all."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._position = 0
        self._reach = 0

    def covers(self, span: Spanned) -> bool:
        """Whether a mark that began at or before `span` reaches to its end."""
        while self._position < len(self._marks) and self._marks[self._position].start <= span.start:
            self._reach = max(self._reach, self._marks[self._position].end)
            self._position += 1
        return self._reach >= span.end
