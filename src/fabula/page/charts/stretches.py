"""Bars over the text for what lasts from one passage to another."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from fabula.page.charts.axis import Axis
from fabula.page.charts.chart import seen
from fabula.page.charts.svg import Element, element
from fabula.text import Document, Span

BAR = 18.0
"""How high bars are, in pixels."""


class Stretch(Struct, frozen=True):
    """What holds from `since` to `until` (code points; None: to the end of the text).

    It is known from `at` on; that it is over, from `over_at` on.
    """

    since: int
    until: int | None
    at: int
    over_at: int | None = None


class Piece(Struct, frozen=True):
    """A part of the bar of a stretch, from `left` to `right`, seen from `at` up to `until`."""

    left: float
    right: float
    at: int
    until: int | None = None


_LEAST = 3.0  # pixels, so that what is soon over is still to be seen


def pieces(stretch: Stretch, axis: Axis) -> Iterator[Piece]:
    """The bar in pieces that tell neither too early that it lasts nor when it ends.

    There is a piece for each column, seen when the column begins. The last one reaches over its
    whole column until it is told that the stretch is over, and then only up to its end.
    """
    first = axis.column_at(stretch.since)
    last = len(axis.columns) - 1 if stretch.until is None else axis.column_at(stretch.until)
    for index in range(first, last + 1):
        left = axis.x(stretch.since) if index == first else axis.edges[index]
        right = max(axis.edges[index + 1], left + _LEAST)
        at = stretch.at if index == first else max(stretch.at, axis.columns[index].start)
        if stretch.until is None or index < last:
            yield Piece(left, right, at)
            continue
        over = max(stretch.over_at or stretch.until, stretch.at)
        if over > at:
            yield Piece(left, right, at, over)
        yield Piece(left, max(axis.x(stretch.until), left + _LEAST), over)


def bar(stretch: Stretch, axis: Axis, y: float) -> Iterator[Element]:
    """The pieces as rectangles around the middle `y` of their row, each seen in its time."""
    for piece in pieces(stretch, axis):
        width = piece.right - piece.left
        shown = seen("piece", piece.at, piece.until)
        yield element("rect", x=piece.left, y=y - BAR / 2, width=width, height=BAR, **shown)


def lanes(stretches: Sequence[Stretch]) -> list[int]:
    """For each stretch, in the order of `since`, the first lane that is free there."""
    free: list[float] = []
    chosen = []
    for stretch in stretches:
        lane = next((index for index, end in enumerate(free) if end <= stretch.since), len(free))
        free[lane : lane + 1] = [float("inf") if stretch.until is None else stretch.until]
        chosen.append(lane)
    return chosen


_MOST_WORDS = 160  # letters of a passage that a small box shows


def passage(document: Document, span: Span) -> str:
    """The words of a passage on one line, cut where they are long."""
    words = " ".join(document[span].split())
    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1].rstrip() + "…"


def paragraph_href(document: Document, offset: int) -> str:
    """The link to the paragraph in which the offset lies, or before which it comes last."""
    starts = document.paragraphs
    low = bisect_right(starts, offset, key=attrgetter("start")) - 1
    return f"#p{max(low, 0)}"
