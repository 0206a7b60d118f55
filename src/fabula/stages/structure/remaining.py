"""What is left of a block when its paratext is taken away."""

import re
from collections.abc import Iterator, Sequence

from fabula.stages.structure.layout import Block
from fabula.story import Paratext
from fabula.text import Document, Span, overlapping

_WORD = re.compile(r"[^\W_]")


class StoryText:
    """The story's own text: each block without the paratext on or in it."""

    def __init__(self, document: Document, paratext: Sequence[Paratext]) -> None:
        self._text = document.text
        self._notes: list[Paratext] = []
        for note in paratext:  # of notes that overlap, the outer is enough
            if not self._notes or note.end > self._notes[-1].end:
                self._notes.append(note)

    def of(self, block: Block, start: int = 0) -> tuple[Span, ...]:
        """The stretches of story in a block, from offset `start` on, without white space."""
        return tuple(self._stretches(max(block.start, start), block.end))

    def skipped(self, blocks: Sequence[Block]) -> frozenset[int]:
        """The indexes of blocks in which paratext leaves no word of story."""
        return frozenset(
            block.index
            for block in blocks
            if overlapping(self._notes, block.start, block.end)
            and not any(_WORD.search(self._text, *span) for span in map(_ends, self.of(block)))
        )

    def _stretches(self, start: int, end: int) -> Iterator[Span]:
        for note in overlapping(self._notes, start, end):
            yield from self._trimmed(start, note.start)
            start = max(start, note.end)
        yield from self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> Iterator[Span]:
        while start < end and self._text[start].isspace():
            start += 1
        while start < end and self._text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
