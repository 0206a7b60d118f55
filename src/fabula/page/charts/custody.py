"""Chains of custody: who has which thing, from hand to hand."""

from collections.abc import Iterator, Mapping, Sequence

from fabula.page.charts.axis import Axis, heads, text_axis
from fabula.page.charts.chart import Chart, draw, seen
from fabula.page.charts.columns import columns_of
from fabula.page.charts.lettering import Slot, fit
from fabula.page.charts.row_heads import room_for, row_line, row_name
from fabula.page.charts.stretches import BAR, Stretch, bar, paragraph_href, passage
from fabula.page.charts.svg import Element, element, linked, stop, way
from fabula.page.charts.versions import labels
from fabula.page.naming import ThingsTold, Told, shown_at
from fabula.page.people import PersonOnPage
from fabula.story import ChainId, Custody, EntityId, Story

MOST_ITEMS = 20
"""More rows than this do not fit on a screen; the things that move least are left out."""

ROW = 34.0
"""A link in a row is at least 24 pixels high (WCAG 2.2, 2.5.8)."""

_TARGET = 24.0
_LEAST_LABEL = 30.0  # in less room than this not even a short name can be read
_NOBODY = "nobody"


def custody(story: Story, people: Sequence[PersonOnPage]) -> Chart | None:
    """The chart of things and their holders; None where nobody is known to have anything."""
    columns = columns_of(story)
    if not columns or not story.items:
        return None
    rows: dict[ChainId, list[Custody]] = {}
    for each in story.items:
        rows.setdefault(each.item_id, []).append(each)
    most_moved = sorted(rows, key=lambda item: -len(rows[item]))[:MOST_ITEMS]
    chosen = {item: records for item, records in rows.items() if item in most_moved}
    things = ThingsTold(story)
    names = {item: things.names(item) for item in chosen}
    axis = text_axis(columns, room_for(names.values()))
    hands = _Hands(story, people, axis)
    bottom = axis.head + len(chosen) * ROW
    parts = [*heads(story, axis, bottom, stops=False)]
    for index, (item, records) in enumerate(chosen.items()):
        parts += hands.row(names[item], records, axis.head + (index + 0.5) * ROW)
    description = _description(len(rows) - len(chosen))
    return draw("custody", "Things and who has them", description, (axis.right + 8, bottom), parts)


class _Hands:
    """Draws the rows: a bar for each holder, and a mark where a thing changes hands."""

    def __init__(self, story: Story, people: Sequence[PersonOnPage], axis: Axis) -> None:
        self._document = story.document
        self._people: Mapping[EntityId, PersonOnPage] = {each.id: each for each in people}
        self._axis = axis

    def row(self, name: Sequence[Told], records: Sequence[Custody], y: float) -> Iterator[Element]:
        """One thing and those who have it, in text order; `y` is the middle of the row."""
        yield from row_name(name, records[0].evidence.end, self._axis.left, y + 4)
        yield row_line(self._axis, y + ROW / 2, records[0].evidence.end)
        following = (*records[1:], None)
        for record, after in zip(records, following, strict=True):
            yield self._bar(record, self._stretch(record, after), y)
            yield from self._holder(record, after, y)
        for record in records:
            yield self._mark(record, y)

    def _stretch(self, record: Custody, after: Custody | None) -> Stretch:
        """How long it lasts; that it is over one learns with the words about the next holder."""
        over = record.until
        if over is not None and after is not None and after.since <= over:
            over = max(over, after.evidence.end)
        return Stretch(record.since, record.until, self._told_at(record), over)

    def _told_at(self, record: Custody) -> int:
        holder = self._people.get(record.holder_id) if record.holder_id else None
        return max(record.evidence.end, holder.told_at if holder else 0)

    def _names(self, record: Custody) -> Sequence[Told]:
        holder = self._people.get(record.holder_id) if record.holder_id else None
        return holder.names if holder else ((0, _NOBODY),)

    def _bar(self, record: Custody, stretch: Stretch, y: float) -> Element:
        holder = self._people.get(record.holder_id) if record.holder_id else None
        words = f"{shown_at(self._names(record), stretch.at)}, {self._why(record)}"
        kind = f"held k{holder.colour}" if holder else "unheld k0"
        pieces = bar(stretch, self._axis, y)
        return linked(
            self._href(record), element("title", words), *pieces, **seen(kind, stretch.at)
        )

    def _holder(self, record: Custody, after: Custody | None, y: float) -> Iterator[Element]:
        """The name of who has it, in the room up to the next who does."""
        x = self._axis.x(record.since)
        room = (self._axis.x(after.since) if after else self._axis.right) - x - 14
        names = self._names(record)
        if room >= _LEAST_LABEL or all(fit(name, room) == name for _, name in names):
            yield from labels(names, self._told_at(record), Slot(x + 8, y + 4, room), "holder")

    def _mark(self, record: Custody, y: float) -> Element:
        """Where it begins: a link to the words that say so."""
        x, at = self._axis.x(record.since), self._told_at(record)
        return stop(
            self._href(record),
            element("title", self._why(record)),
            element("rect", x=x - 8, y=y - _TARGET / 2, width=16, height=_TARGET, class_="target"),
            element("path", d=way("M", x, y - BAR / 2 - 3, "V", y + BAR / 2 + 3)),
            aria_label=f"{shown_at(self._names(record), at)}: {self._why(record)}",
            **seen("handover", at),
        )

    def _href(self, record: Custody) -> str:
        return paragraph_href(self._document, record.evidence.start)

    def _why(self, record: Custody) -> str:
        return f"{record.how}: “{passage(self._document, record.evidence)}”"


def _description(left_out: int) -> str:
    words = (
        "Each row is a thing, over the whole text. A bar lasts as long as somebody has it and "
        "has their colour and name; it is grey while nobody does. The upright marks lead to "
        "the words by which it changes hands."
    )
    if left_out:
        words += f" Left out: {left_out} more, which change hands less often."
    return words
