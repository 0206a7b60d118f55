"""The blocks of a text: its paragraphs, each with what is seen around and upon it.

Readers tell a heading from a sentence by looks: it is short, set apart, centred, in capitals.
A `Block` keeps those looks, so that the rules for headings, notes and breaks need no offsets.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import cast

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.text import Document, Mark, MarkKind, Paragraph

_LINE_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_WORD = re.compile(r"[^\W_]")
_ADORNMENTS = "*_~#>|\\ \t"
"""What Markdown and typists put around words for looks: `**Mara**`, `### Mara`, `~Mara~`."""

_LOOKS: tuple[MarkKind, ...] = ("strong", "emphasis", "centred", "blockquote", "preformatted")


class Block(Struct, frozen=True, gc=False):
    """A paragraph as it stands on the page.

    `gap` counts the empty lines before it, `indent` the columns its first line is moved in.
    `rules` are the rule marks between the block before and this one. `looks` names the marks
    that cover the whole block, `level` is that of a heading mark, `role` that of a paratext
    mark, `begins` the chapter mark that starts here.
    """

    index: int
    start: int
    end: int
    text: str
    words: int
    gap: int = 0
    indent: int = 0
    rules: tuple[Mark, ...] = ()
    looks: frozenset[MarkKind] = frozenset()
    level: int | None = None
    role: ParatextRole | None = None
    begins: Mark | None = None

    @property
    def bare(self) -> str:
        """The text without the adornments around it: `**Mara**` is “Mara”."""
        return self.text.strip(_ADORNMENTS)

    @property
    def styled(self) -> bool:
        """Whether the whole block is set off by its type or its place on the line."""
        adorned = self.text[0] in "*_~#" and self.text[-1] in "*_~#"
        return bool(self.looks & {"strong", "emphasis", "centred"}) or adorned


class Line(Struct, frozen=True, gc=False):
    """One line of a block, without the white space at its ends."""

    start: int
    end: int
    text: str


def lines_of(block: Block) -> tuple[Line, ...]:
    """The lines of a block as the file breaks them."""
    lines = []
    position = 0
    for match in _LINE_BREAK.finditer(block.text):
        lines.append(_line(block, position, match.start()))
        position = match.end()
    lines.append(_line(block, position, len(block.text)))
    return tuple(line for line in lines if line.text)


def _line(block: Block, start: int, end: int) -> Line:
    raw = block.text[start:end]
    text = raw.strip()
    first = block.start + start + len(raw) - len(raw.lstrip())
    return Line(first, first + len(text), text)


def blocks_of(document: Document) -> tuple[Block, ...]:
    """The paragraphs of a document as blocks, in text order."""
    marks = _Sweep(document)
    blocks = []
    previous = 0
    for index, paragraph in enumerate(document.paragraphs):
        text = document[paragraph]
        space = document.text[previous : paragraph.start]
        breaks = tuple(_LINE_BREAK.finditer(space))
        marks.advance(paragraph)
        blocks.append(
            Block(
                index=index,
                start=paragraph.start,
                end=paragraph.end,
                text=text,
                words=len(text.split()) if _WORD.search(text) else 0,
                gap=max(len(breaks) - 1, 0) if index else 0,
                indent=len(space) - breaks[-1].end() if breaks else 0,
                rules=marks.rules,
                looks=marks.looks(paragraph),
                level=marks.level(paragraph),
                role=marks.role(paragraph),
                begins=marks.chapter,
            )
        )
        previous = paragraph.end
    return tuple(blocks)


class _Sweep:
    """Goes through the marks beside the paragraphs, each of both once."""

    def __init__(self, document: Document) -> None:
        self._marks = sorted(document.marks, key=lambda mark: (mark.start, -mark.end))
        self._next = 0
        self._reach: dict[MarkKind, int] = {}
        self._open: dict[MarkKind, list[Mark]] = {"heading": [], "paratext": []}
        self._inside: list[Mark] = []
        self.rules: tuple[Mark, ...] = ()
        self.chapter: Mark | None = None

    def advance(self, paragraph: Paragraph) -> None:
        """Take in the marks that start before the end of this paragraph."""
        rules = [mark for mark in self._inside if mark.end <= paragraph.start]
        self._inside = []
        self.chapter = None
        while self._next < len(self._marks):
            mark = self._marks[self._next]
            if mark.start >= paragraph.end:
                break
            self._next += 1
            if mark.kind == "chapter":
                self.chapter = mark
            elif mark.kind == "rule":
                (rules if mark.end <= paragraph.start else self._inside).append(mark)
            elif mark.start <= paragraph.start:
                self._take(mark)
        self.rules = tuple(rules)

    def _take(self, mark: Mark) -> None:
        self._reach[mark.kind] = max(self._reach.get(mark.kind, 0), mark.end)
        if mark.kind in self._open:
            self._open[mark.kind].append(mark)

    def looks(self, paragraph: Paragraph) -> frozenset[MarkKind]:
        """The kinds of mark that cover the whole paragraph."""
        kinds = {kind for kind in _LOOKS if self._reach.get(kind, 0) >= paragraph.end}
        if self._inside:
            kinds.add("rule")
        return frozenset(kinds)

    def level(self, paragraph: Paragraph) -> int | None:
        """The level of the heading mark over the paragraph, 1 where it has none."""
        mark = self._innermost("heading", paragraph)
        return None if mark is None else mark.level or 1

    def role(self, paragraph: Paragraph) -> ParatextRole | None:
        """What the file itself says the paragraph is, if not story."""
        mark = self._innermost("paratext", paragraph)
        return cast("ParatextRole", mark.value) if mark and mark.value else None

    def _innermost(self, kind: MarkKind, paragraph: Paragraph) -> Mark | None:
        stack = self._open[kind]
        while stack and stack[-1].end < paragraph.end:
            stack.pop()
        return stack[-1] if stack else None


def ordinary_gap(blocks: Sequence[Block]) -> int:
    """How many empty lines usually stand between two paragraphs of this text."""
    gaps = Counter(block.gap for block in blocks[1:])
    return max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 1


def fold(text: str) -> str:
    """Letters and digits only, in lower case: to see that two headings are the same words."""
    return "".join(filter(str.isalnum, text.casefold()))
