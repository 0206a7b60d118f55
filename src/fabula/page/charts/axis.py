"""From places in the text to places in a chart, and the heads of its columns."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from fabula.page.charts.chart import USUAL_WIDTH, seen
from fabula.page.charts.columns import Column
from fabula.page.charts.lettering import Slot, lettering, width_of
from fabula.page.charts.svg import Element, element, linked, stop
from fabula.story import Chapter, Story

_NUMBERS, _CHAPTERS = 34.0, 20.0  # room for the numbers of columns, and for chapters above them
_CHAPTER_Y = 14.0
_TITLE_CUT = 80.0  # with less room than this a title is not cut, but numbered
_MOST_TITLES = 0.75  # numbers and titles side by side look like a mistake
_TARGET = 24.0  # a link is at least so high (WCAG 2.2, 2.5.8)


class Axis:
    """Columns side by side from left to right; `edges` has one more than there are columns."""

    def __init__(self, columns: Sequence[Column], edges: Sequence[float]) -> None:
        self.columns = columns
        self.edges = edges
        self._starts = [column.start for column in columns]

    @property
    def head(self) -> float:
        """Room above the rows for the heads of the columns; below it the rows begin."""
        return _NUMBERS + (_CHAPTERS if self.has_chapters else 0)

    @property
    def counts(self) -> str:
        """What the columns are: “chapter”, or “scene” for scenes and groups of them."""
        return "chapter" if self.columns[0].href.startswith("#c") else "scene"

    @property
    def has_chapters(self) -> bool:
        """Whether chapters are to be named above the columns."""
        chapters = {column.chapter_id for column in self.columns}
        return self.counts != "chapter" and len(chapters) > 1

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.edges[-1]

    def middle(self, column: int) -> float:
        """The middle of a column."""
        return (self.edges[column] + self.edges[column + 1]) / 2

    def column_at(self, offset: int) -> int:
        """The column in which the offset lies, or after which it comes."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def x(self, offset: int) -> float:
        """Where an offset of the text lies, code points being spread evenly in each column."""
        index = self.column_at(offset)
        column = self.columns[index]
        share = (offset - column.start) / max(column.end - column.start, 1)
        width = self.edges[index + 1] - self.edges[index]
        return self.edges[index] + width * min(max(share, 0.0), 1.0)


def even_axis(columns: Sequence[Column], left: float, width: float) -> Axis:
    """All columns of one width."""
    return Axis(columns, [left + width * index for index in range(len(columns) + 1)])


def text_axis(
    columns: Sequence[Column], left: float, right: float = USUAL_WIDTH - 8, least: float = 24.0
) -> Axis:
    """Columns as broad as their text is long, none narrower than `least`, from `left` to `right`.

    They reach further where so many columns need it.
    """
    lengths = [column.end - column.start for column in columns]
    spare = max(right - left - least * len(columns), 0.0)
    edges = [left]
    for length in lengths:
        edges.append(edges[-1] + least + spare * length / max(sum(lengths), 1))
    # Whole pixels, so that there is no seam where two parts of a bar meet.
    return Axis(columns, [float(round(edge)) for edge in edges])


def heads(story: Story, axis: Axis, bottom: float, stops: bool = True) -> Iterator[Element]:
    """The number of each column, a link to it, and above it the chapters, with lines between them.

    With `stops` each number is a stop of the tab key.
    """
    if axis.has_chapters:
        yield from _chapter_heads(story, axis, bottom)
    for index, column in enumerate(axis.columns):
        left, right = axis.edges[index], axis.edges[index + 1]
        words = column.label if width_of(column.label) <= right - left else "·"
        link = stop if stops else linked
        yield link(
            column.href,
            element("title", column.name),
            element(
                "rect",
                x=left,
                y=axis.head - 31,
                width=right - left,
                height=_TARGET,
                class_="target",
            ),
            element("text", words, x=(left + right) / 2, y=axis.head - 14, text_anchor="middle"),
            aria_label=column.name,
            class_="head",
        )
    yield _caption(axis.counts, axis, axis.head - 14)
    y = axis.head - 6
    yield element("line", x1=axis.left, x2=axis.right, y1=y, y2=y, class_="rule")


def _chapter_heads(story: Story, axis: Axis, bottom: float) -> Iterator[Element]:
    """The titles of chapters that hold several columns, or have a title of their own."""
    chapters = {chapter.id: chapter for chapter in story.chapters}
    runs = [
        (chapters[chapter_id], list(run))
        for chapter_id, run in groupby(
            range(len(axis.columns)), key=lambda index: axis.columns[index].chapter_id
        )
        if chapter_id in chapters
    ]
    room = [axis.edges[run[-1] + 1] - axis.edges[run[0]] - 6 for _, run in runs]
    titles = _chapter_titles([chapter for chapter, _ in runs], room)
    for index, (chapter, run) in enumerate(runs):
        left = axis.edges[run[0]]
        if index:
            yield element("line", x1=left, x2=left, y1=4, y2=bottom, class_="chapter-line")
        at = chapter.heading.end if chapter.heading else chapter.start
        slot = Slot(left + 4, _CHAPTER_Y, room[index])
        yield lettering(titles[index], slot, **seen("chapter-name", at))
    yield _caption("chapter", axis, _CHAPTER_Y)


def _chapter_titles(chapters: Sequence[Chapter], room: Sequence[float]) -> list[str]:
    """The titles where they fit or can be cut, if most do; else all of them as numbers."""
    numbers = range(1, len(chapters) + 1)
    brief = [f"Ch. {number}" for number in numbers]
    if any(width_of(words) > free for words, free in zip(brief, room, strict=True)):
        brief = [str(number) for number in numbers]
    titles = [chapter.title or f"Chapter {n}" for n, chapter in enumerate(chapters, 1)]
    fits = [
        width_of(words) <= free or free >= _TITLE_CUT
        for words, free in zip(titles, room, strict=True)
    ]
    if sum(fits) < _MOST_TITLES * len(fits):
        return brief
    return [long if fit else short for long, short, fit in zip(titles, brief, fits, strict=True)]


def _caption(words: str, axis: Axis, y: float) -> Element:
    """What a row of heads counts."""
    return element("text", words, x=axis.left - 10, y=y, text_anchor="end", class_="caption")
