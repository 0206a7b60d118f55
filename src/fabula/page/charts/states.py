"""States over time: how people are, and from where to where."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.labels import TRAITS, StateAttribute
from fabula.page.charts.axis import Axis, heads, text_axis
from fabula.page.charts.chart import Chart, draw, seen
from fabula.page.charts.columns import columns_of
from fabula.page.charts.lettering import Slot, fit, lettering
from fabula.page.charts.row_heads import NAME_GAP, room_for, row_line, row_name
from fabula.page.charts.stretches import (
    BAR,
    Stretch,
    bar,
    lanes,
    paragraph_href,
    passage,
)
from fabula.page.charts.svg import Element, element, linked, stop, way
from fabula.page.facts import end_told_at
from fabula.page.people import PersonOnPage
from fabula.story import EntityId, State, Story

MOST_ROWS = 30
"""More rows than this do not fit on a screen."""

_LANE = 26.0
_ATTRIBUTE_ROOM = 104.0
_TARGET = 24.0

Key = tuple[EntityId, StateAttribute]


class _Row(Struct, frozen=True):
    """What is told of one attribute of somebody, each in a lane of its own where two overlap."""

    person: PersonOnPage
    attribute: StateAttribute
    records: tuple[State, ...]
    stretches: tuple[Stretch, ...]
    lanes: tuple[int, ...]

    @property
    def height(self) -> float:
        return _LANE * (max(self.lanes) + 1)


def states(story: Story, people: Sequence[PersonOnPage]) -> Chart | None:
    """The chart of states and traits; None where none are known."""
    columns = columns_of(story)
    rows = _rows(story, people)
    shown = _chosen(rows)
    if not columns or not shown:
        return None
    names = room_for([row.person.names for row in shown])
    axis = text_axis(columns, names + _ATTRIBUTE_ROOM)
    bottom = axis.head + sum(row.height for row in shown)
    parts = [*heads(story, axis, bottom, stops=False)]
    top, before = axis.head, None
    for row in shown:
        parts += _Drawing(story, axis, row, top).parts(first=row.person.id != before)
        top, before = top + row.height, row.person.id
    size = (axis.right + 8, bottom + 4)
    return draw("states", "How people are", _description(len(rows) - len(shown)), size, parts)


def _rows(story: Story, people: Sequence[PersonOnPage]) -> list[_Row]:
    """All rows, person by person in the cast's order, attributes as they come up."""
    by_key: dict[Key, list[State]] = {}
    for record in story.states:
        own = by_key.setdefault((record.who_id, record.attribute), [])
        trait = record.attribute in TRAITS
        if not trait or record.value not in {other.value for other in own}:
            own.append(record)
    shown: Mapping[EntityId, PersonOnPage] = {person.id: person for person in people}
    order = {person.id: index for index, person in enumerate(people)}
    keys = sorted((key for key in by_key if key[0] in shown), key=lambda key: order[key[0]])
    return [_row(shown[who], attribute, by_key[who, attribute]) for who, attribute in keys]


def _row(person: PersonOnPage, attribute: StateAttribute, records: Sequence[State]) -> _Row:
    stretches = [_stretch(record, person) for record in records]
    trait = attribute in TRAITS
    return _Row(
        person=person,
        attribute=attribute,
        records=tuple(records),
        stretches=tuple(stretches),
        lanes=tuple([0] * len(records) if trait else lanes(stretches)),
    )


def _stretch(record: State, person: PersonOnPage) -> Stretch:
    at = max(record.evidence.end, person.told_at)
    return Stretch(record.since, record.until, at, end_told_at(record))


def _chosen(rows: Sequence[_Row]) -> list[_Row]:
    """What lasts for a time before traits, what is told more often before what is told less."""
    ranked = sorted(rows, key=lambda row: (row.attribute in TRAITS, -len(row.records)))
    kept = {(row.person.id, row.attribute) for row in ranked[:MOST_ROWS]}
    return [row for row in rows if (row.person.id, row.attribute) in kept]


class _Drawing:
    """The parts of one row."""

    def __init__(self, story: Story, axis: Axis, row: _Row, top: float) -> None:
        self._story = story
        self._axis = axis
        self._row = row
        self._top = top

    def parts(self, first: bool) -> Iterator[Element]:
        """Its name, the person's only over the `first` row of theirs, and what is told."""
        axis, row = self._axis, self._row
        y = self._top + _LANE / 2
        since = min(stretch.at for stretch in row.stretches)
        if first:
            yield from row_name(row.person.names, since, axis.left - _ATTRIBUTE_ROOM, y + 4)
        slot = Slot(axis.left - _ATTRIBUTE_ROOM, y + 4, _ATTRIBUTE_ROOM - NAME_GAP)
        yield lettering(row.attribute, slot, **seen("attribute", since))
        yield row_line(axis, self._top + row.height, since)
        for index, (record, stretch) in enumerate(zip(row.records, row.stretches, strict=True)):
            middle = y + _LANE * row.lanes[index]
            if row.attribute not in TRAITS:
                yield self._bar(record, stretch, middle)
            room = self._next_start(index) - axis.x(record.since) - 16
            yield self._start(record, stretch, middle, fit(_value(record), room))

    def _next_start(self, index: int) -> float:
        """Where the next in the same lane begins: so far a label may reach."""
        row = self._row
        for other in range(index + 1, len(row.records)):
            if row.lanes[other] == row.lanes[index]:
                return self._axis.x(row.records[other].since)
        return self._axis.right

    def _bar(self, record: State, stretch: Stretch, y: float) -> Element:
        return linked(
            self._href(record),
            element("title", self._words(record, stretch)),
            *bar(stretch, self._axis, y),
            **seen(f"lasting k{self._row.person.colour}", stretch.at),
        )

    def _start(self, record: State, stretch: Stretch, y: float, label: str) -> Element:
        """The mark where it begins, a link to the words that say so, with the value if it fits."""
        x, trait = self._axis.x(record.since), self._row.attribute in TRAITS
        half = 4.5 if trait else BAR / 2 + 2
        turned = way("M", x, y - half, "l", half, half, -half, half, -half, -half, "Z")
        mark = turned if trait else way("M", x, y - half, "V", y + half)
        return stop(
            self._href(record),
            element("title", self._words(record, stretch)),
            element("rect", x=x - 6, y=y - _TARGET / 2, width=24, height=_TARGET, class_="target"),
            element("path", d=mark),
            *([element("text", label, x=x + (9 if trait else 6), y=y + 4)] if label else []),
            aria_label=self._words(record, stretch),
            **seen(f"{'trait' if trait else 'begun'} k{self._row.person.colour}", stretch.at),
        )

    def _href(self, record: State) -> str:
        return paragraph_href(self._story.document, record.evidence.start)

    def _words(self, record: State, stretch: Stretch) -> str:
        name = self._row.person.name_at(stretch.at)
        words = passage(self._story.document, record.evidence)
        return f"{name}, {record.attribute}: {_value(record)} (“{words}”)"


def _value(record: State) -> str:
    return record.value or record.attribute


def _description(left_out: int) -> str:
    words = (
        "Each row is a person and what is told of them, over the whole text. A bar lasts as long "
        "as the state does; what lasts for good, such as the colour of eyes, is marked where it "
        "is told. The marks lead to the words that say so."
    )
    if left_out:
        words += f" Left out: {left_out} more rows."
    return words
