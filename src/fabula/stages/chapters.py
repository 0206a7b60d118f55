"""Finds the chapters: from a heading to the last word before the next."""

from collections.abc import Sequence

from fabula.stages.structure.breaks import is_break_line, recurring_rows
from fabula.stages.structure.layout import Block, blocks_of
from fabula.stages.structure.outline import Division, read_outline
from fabula.stages.structure.remaining import StoryText
from fabula.story import Chapter, ChapterId, Story
from fabula.text import Span


class FindChapters:
    """Writes the layer `chapters`.

    Headings are those that the file marks, else numbered ones (“CHAPTER I.”, “Part Two: The
    Storm”, “IV”), else titles by themselves in a regular series. A text without headings is one
    chapter without a title, and so is story before the first heading.

    A chapter's `title` is its heading as written, without marks of layout; a title below a
    number is joined to it: “CHAPTER I. THE FERRY”, “Chapter One: The Ferry”. The heading of a
    part that stands directly above belongs to `heading`, not to `title`. A chapter that is only
    a note keeps its heading and has no story in it.
    """

    requires = ("paratext",)
    provides = "chapters"

    def __call__(self, story: Story) -> tuple[Chapter, ...]:
        """The chapters of a story, in text order."""
        blocks = blocks_of(story.document)
        remaining = StoryText(story.document, story.paratext)
        outline = read_outline(blocks, remaining.skipped(blocks))
        reading = _Reading(blocks, remaining)
        chapters: list[Chapter] = []
        firsts = [*(division.first for division in outline.chapters), len(blocks)]
        opening = reading.chapter(None, 0, firsts[0], 1)
        if opening is not None:
            chapters.append(opening)
        for division, following in zip(outline.chapters, firsts[1:], strict=True):
            chapter = reading.chapter(division, division.first, following, len(chapters) + 1)
            if chapter is not None:
                chapters.append(chapter)
        return tuple(chapters)


class _Reading:
    """The blocks of a text and what is story in them."""

    def __init__(self, blocks: Sequence[Block], remaining: StoryText) -> None:
        self._blocks = blocks
        self._remaining = remaining
        self._rows = recurring_rows(blocks)

    def chapter(
        self, division: Division | None, first: int, following: int, number: int
    ) -> Chapter | None:
        """The chapter in these blocks; None where there is neither heading nor story."""
        body = division.body if division else 0
        start, end = self._story(first, following, body)
        heading = None
        if division is not None and division.start < division.end:
            heading = Span(division.start, division.end)
            start, end = heading.start, heading.end if end is None else end
        if start is None or end is None:
            return None
        return Chapter(
            id=ChapterId(f"c{number}"),
            start=start,
            end=end,
            title=division.title if division else None,
            heading=heading,
        )

    def _story(self, first: int, following: int, body: int) -> tuple[int | None, int | None]:
        """The first and the last offset of story among blocks `first` to `following`."""
        start = end = None
        for block in self._blocks[first:following]:
            if is_break_line(block, self._rows):
                continue
            for span in self._remaining.of(block, body):
                start = span.start if start is None else start
                end = span.end
        return start, end
