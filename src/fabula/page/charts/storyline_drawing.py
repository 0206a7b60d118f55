"""How a storyline is drawn, once it is settled where the lines lie."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from fabula.page.charts.appearances import Appearance
from fabula.page.charts.axis import even_axis, heads
from fabula.page.charts.chart import USUAL_WIDTH, seen
from fabula.page.charts.columns import Column
from fabula.page.charts.lettering import Slot, lettering, width_of
from fabula.page.charts.line_places import Point
from fabula.page.charts.name_places import TakenPlaces
from fabula.page.charts.scene_places import placed_runs
from fabula.page.charts.svg import Element, element, linked, way
from fabula.page.charts.versions import labels
from fabula.page.people import PersonOnPage
from fabula.story import EntityId, Story

ROW = 20.0
"""Between two lines: room for a name in between."""

_NARROW, _WIDE = 54.0, 132.0  # of a column
_LEAST_MARGIN, _MOST_MARGIN = 56.0, 200.0
_FLAT = 11.0  # a line runs level for so far on both sides of a column's middle
_REPEATED = 12  # a name is said again after so many columns
_LEAST_ROOM = 110.0  # for a name above its line
_GAP = 8.0
_PLACE_ROW = 15.0  # names of places stand in two rows by turns, below


class Strand(Struct, frozen=True):
    """A line to be drawn: somebody from coming in to going out; `again`: not for the first time."""

    stops: tuple[Appearance, ...]
    again: bool

    @property
    def who(self) -> EntityId:
        """Whose line it is."""
        return self.stops[0].who

    @property
    def first(self) -> int:
        """The column of coming in."""
        return self.stops[0].column

    @property
    def last(self) -> int:
        """The last column in which they are there."""
        return self.stops[-1].column


class Drawing:
    """The parts of the picture, from back to front."""

    def __init__(
        self,
        story: Story,
        columns: Sequence[Column],
        people: Mapping[EntityId, PersonOnPage],
        strands: Sequence[Strand],
        heights: Mapping[Point, float],
    ) -> None:
        self._story = story
        self._people = people
        self._strands = strands
        self._runs = placed_runs(story, columns)
        self._styles = line_styles(tuple(people.values()))
        left = self._margin(0)
        self._right = self._margin(len(columns) - 1)
        width = (USUAL_WIDTH - left - self._right) / len(columns)
        self._axis = even_axis(columns, left, min(max(width, _NARROW), _WIDE))
        top = self._axis.head + 1.2 * ROW
        self._heights = {point: top + height * ROW for point, height in heights.items()}
        self._bottom = max(self._heights.values(), default=top) + ROW

    @property
    def size(self) -> tuple[float, float]:
        """Natural width and height in pixels."""
        rows = min(len(self._runs), 2)
        return self._axis.right + self._right, self._bottom + 10 + rows * _PLACE_ROW

    def parts(self) -> Iterator[Element]:
        """Places, heads, lines, meetings, names."""
        yield from self._places()
        yield from heads(self._story, self._axis, self._bottom)
        for line, strand in enumerate(self._strands):
            yield from self._line(line, strand)
        yield from self._meetings()
        for line, strand in enumerate(self._strands):
            yield from self._stops(line, strand)
        yield from self._names()

    def _margin(self, column: int) -> float:
        """Room for the names of those who are there at an edge of the chart."""
        names = [
            name
            for strand in self._strands
            if column in (strand.first, strand.last)
            for _, name in self._people[strand.who].names
        ]
        widest = max((width_of(name) for name in names), default=0.0)
        return min(max(widest + 2 * _GAP, _LEAST_MARGIN), _MOST_MARGIN)

    def _places(self) -> Iterator[Element]:
        """A band behind the columns of each place, and its name below."""
        runs = self._runs
        for number, run in enumerate(runs):
            for column, at in enumerate(run.told, run.first):
                left, right = self._axis.edges[column], self._axis.edges[column + 1]
                first, last = column == run.first, column == run.last
                yield element(
                    "rect",
                    x=left + 2 * first,
                    y=self._axis.head,
                    width=right - left - 2 * first - 2 * last,
                    height=self._bottom - self._axis.head + 6,
                    **seen("place", at),
                )
            left = self._axis.edges[run.first] + 4
            following = runs[number + 2].first if number + 2 < len(runs) else None
            end = self.size[0] if following is None else self._axis.edges[following]
            slot = Slot(left, self._bottom + 20 + _PLACE_ROW * (number % 2), end - left - _GAP)
            yield lettering(run.name, slot, **seen("place-name", run.told[0]))

    def _line(self, number: int, strand: Strand) -> Iterator[Element]:
        """The line from stop to stop; each part is known only when somebody is there at its end."""
        person = self._people[strand.who]
        colour, core = self._styles[strand.who]
        for before, stop in pairwise(strand.stops):
            steps = self._steps(number, before.column, stop.column)
            away = stop.column > before.column + 1
            style = "away" if away else "line"
            name = element("title", person.name_at(stop.at))
            yield element("path", name, d=steps, **seen(f"{style} k{colour}", stop.at))
            if core and not away:
                yield element("path", d=steps, **seen(f"core {core}", stop.at))

    def _steps(self, number: int, start: int, end: int) -> str:
        """The way from one column to another, level around each of those between."""
        steps: list[float | str] = ["M", self._axis.middle(start), self._heights[start, number]]
        for column in range(start + 1, end + 1):
            here = self._heights[column - 1, number]
            there = self._heights[column, number]
            left = self._axis.middle(column - 1) + _FLAT
            right = self._axis.middle(column) - _FLAT
            middle = (left + right) / 2
            if here != there:
                steps += ["H", left, "C", middle, here, middle, there, right, there]
            steps += ["H", self._axis.middle(column)]
        return way(*steps)

    def _meetings(self) -> Iterator[Element]:
        """A capsule around those who meet, growing as one reads that they are there."""
        together: dict[tuple[int, int], list[tuple[int, float]]] = {}
        for line, strand in enumerate(self._strands):
            for stop in strand.stops:
                place = (stop.at, self._heights[stop.column, line])
                together.setdefault((stop.column, stop.company), []).append(place)
        for (column, _), places in sorted(together.items()):
            places.sort()
            for count in range(2, len(places) + 1):
                until = places[count][0] if count < len(places) else None
                if until == places[count - 1][0]:
                    continue
                heights = [height for _, height in places[:count]]
                yield element(
                    "rect",
                    x=self._axis.middle(column) - 9,
                    y=min(heights) - 9,
                    width=18,
                    height=max(heights) - min(heights) + 18,
                    rx=9,
                    **seen("meeting", places[count - 1][0], until),
                )

    def _stops(self, number: int, strand: Strand) -> Iterator[Element]:
        """A dot where somebody is there, a ring where it is told through their eyes."""
        person = self._people[strand.who]
        for stop in strand.stops:
            column = self._axis.columns[stop.column]
            x, y = self._axis.middle(stop.column), self._heights[stop.column, number]
            words = f"{person.name_at(stop.at)}, {column.name.lower()}"
            marks = [
                element("title", words),
                element("circle", cx=x, cy=y, r=4.5, class_="dot"),
            ]
            if stop.seeing_at is not None:
                marks.append(element("circle", cx=x, cy=y, r=6.5, **seen("eye", stop.seeing_at)))
            yield linked(column.href, *marks, **seen(f"stop k{person.colour}", stop.at))

    def _names(self) -> Iterator[Element]:
        """The name where a line begins, again now and then, and at the right edge.

        Those who are there longest choose their places first.
        """
        taken = TakenPlaces(
            (self._axis.middle(stop.column), self._heights[stop.column, number])
            for number, strand in enumerate(self._strands)
            for stop in strand.stops
        )
        by_length = sorted(enumerate(self._strands), key=lambda pair: -len(pair[1].stops))
        for number, strand in by_length:
            names = self._people[strand.who].names
            for stop in self._named_stops(strand):
                slots = self._name_slots(number, stop, strand)
                longest = max((name for _, name in names), key=width_of)
                yield from labels(names, stop.at, taken.place(longest, slots), "name")

    def _named_stops(self, strand: Strand) -> Iterator[Appearance]:
        last = len(self._axis.columns) - 1
        said: int | None = None
        for stop in strand.stops:
            at_edge = stop.column == last >= _REPEATED
            if said is None or stop.column - said >= _REPEATED or at_edge:
                said = stop.column
                yield stop

    def _name_slots(self, number: int, stop: Appearance, strand: Strand) -> list[Slot]:
        """Where the name may stand at a stop, the best place first."""
        x, y = self._axis.middle(stop.column), self._heights[stop.column, number]
        before = Slot(x - _FLAT - 5, y + 4, x - _FLAT - 7, "end")
        behind = Slot(x + _FLAT + 5, y + 4, _MOST_MARGIN)
        room = max(2.4 * (self._axis.edges[1] - self._axis.edges[0]), _LEAST_ROOM)
        room = min(room, self.size[0] - x - 12)
        over, under = Slot(x + 12, y - 7, room), Slot(x + 12, y + 15, room)
        if stop.column == 0:
            return [before]
        if stop.column == len(self._axis.columns) - 1:
            return [behind] if stop.column >= _REPEATED else [behind, over, under]
        if len(strand.stops) == 1:
            return [Slot(behind.x, behind.y, room), over, before, under]
        return [over, before, under] if stop is strand.stops[0] else [over, under]


def line_styles(people: Sequence[PersonOnPage]) -> Mapping[EntityId, tuple[int, str | None]]:
    """The colour of each line and, where others have the same, what lies in its middle.

    The first of a colour is a whole line, the second hollow, the third a ladder, so that nobody
    is told from another by colour alone.
    """
    cores = (None, "hollow", "ladder")
    count: dict[int, int] = {}
    styles: dict[EntityId, tuple[int, str | None]] = {}
    for person in people:
        index = count.get(person.colour, 0)
        count[person.colour] = index + 1
        styles[person.id] = (person.colour, cores[index % len(cores)])
    return styles
