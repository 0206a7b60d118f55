"""Rows below each other: their names on the left, and quiet lines that lead the eye."""

from collections.abc import Iterable, Iterator, Sequence

from fabula.page.charts.axis import Axis
from fabula.page.charts.chart import seen
from fabula.page.charts.lettering import Slot, width_of
from fabula.page.charts.svg import Element, element
from fabula.page.charts.versions import labels
from fabula.page.naming import Told

NAME_GAP = 10.0
_LEAST_NAME, _MOST_NAME = 46.0, 170.0


def room_for(names: Iterable[Sequence[Told]]) -> float:
    """How much room the names of the rows take on the left, with the gap behind them."""
    widest = max((width_of(words) for told in names for _, words in told), default=0.0)
    return min(max(widest, _LEAST_NAME), _MOST_NAME) + 2 * NAME_GAP


def row_name(names: Sequence[Told], since: int, left: float, y: float) -> Iterator[Element]:
    """The name of a row, ending before the rows begin at `left`; `y` is its base line."""
    room = left - NAME_GAP - 2
    yield from labels(names, since, Slot(left - NAME_GAP, y, room, "end"), "row-name")


def row_line(axis: Axis, y: float, since: int) -> Element:
    """The quiet line of a row, seen with the first thing in it."""
    return element("line", x1=axis.left, x2=axis.right, y1=y, y2=y, **seen("row-line", since))
