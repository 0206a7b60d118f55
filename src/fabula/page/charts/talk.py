"""Presence and talk: who is there and how much they say, over the text."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from msgspec import Struct

from fabula.formats.numbers import counted
from fabula.page.charts.appearances import Appearance, appearances
from fabula.page.charts.axis import Axis, heads, text_axis
from fabula.page.charts.chart import Chart, draw, seen
from fabula.page.charts.columns import Column, columns_of
from fabula.page.charts.row_heads import room_for, row_line, row_name
from fabula.page.charts.spoken_lines import lines
from fabula.page.charts.svg import Element, element, linked
from fabula.page.charts.ties import Step
from fabula.page.people import PersonOnPage, words_in
from fabula.story import EntityId, Story

MOST_PEOPLE = 20
"""More rows than this do not fit on a screen; the rest of the people are left out."""

_ROW = 32.0
_TALLEST = 25.0
_BROADEST = 60.0
_LEAST_BAR = 2.0  # a single word is still to be seen
_THERE = 4.0  # height of the band that shows who is there


class _Talk(Struct):
    """What somebody says in a column: for each line where it is known and its words, and a link."""

    lines: list[tuple[int, int]]
    href: str

    @property
    def words(self) -> int:
        return sum(words for _, words in self.lines)

    def steps(self) -> Iterator[Step]:
        """The words so far, anew where they have doubled and with the last line."""
        kept: list[tuple[int, int]] = []
        words = 0
        told = sorted(self.lines)
        for at, more in told:
            words += more
            if not kept or words >= 2 * kept[-1][0] or (at, more) == told[-1]:
                kept.append((words, at))
        for index, (count, at) in enumerate(kept):
            until = kept[index + 1][1] if index + 1 < len(kept) else None
            if until != at:
                yield Step(count, at, until)


def talk(story: Story, people: Sequence[PersonOnPage]) -> Chart | None:
    """The chart of who says how much where; None where nobody is known to speak."""
    columns = columns_of(story)
    shown = {person.id: person for person in people}
    spoken = _spoken(story, shown, columns) if columns else {}
    total: Counter[EntityId] = Counter()
    for (who, _), said in spoken.items():
        total[who] += said.words
    if not total:
        return None
    there = appearances(story, columns, people)
    rows = [who for who, _ in total.most_common(MOST_PEOPLE)]
    axis = text_axis(columns, room_for([shown[who].names for who in rows]))
    bottom = axis.head + len(rows) * _ROW
    most = max(said.words for said in spoken.values())
    parts = [*heads(story, axis, bottom, stops=False)]
    for index, who in enumerate(rows):
        base = axis.head + (index + 1) * _ROW - _THERE
        parts += _Row(shown[who], axis, base, most).parts(there, spoken)
    description = _description(columns, len(total) - len(rows))
    return draw("talk", "Who speaks where", description, (axis.right + 8, bottom + 8), parts)


def _spoken(
    story: Story, shown: Mapping[EntityId, PersonOnPage], columns: Sequence[Column]
) -> Mapping[tuple[EntityId, int], _Talk]:
    """What everybody says in each column."""
    axis = Axis(columns, [0.0] * (len(columns) + 1))
    spoken: dict[tuple[EntityId, int], _Talk] = {}
    for line in lines(story):
        if line.by in shown:
            quotation = story.quotations[line.quotation]
            key = (line.by, axis.column_at(line.start))
            said = spoken.setdefault(key, _Talk([], f"#{quotation.id}"))
            at = max(line.at, shown[line.by].told_at)
            said.lines.append((at, words_in(story, quotation.parts)))
    return spoken


class _Row(Struct, frozen=True):
    """Somebody's row: its base line, and how many words the tallest of all bars stands for."""

    person: PersonOnPage
    axis: Axis
    base: float
    most: int

    def parts(
        self, there: Sequence[Appearance], spoken: Mapping[tuple[EntityId, int], _Talk]
    ) -> Iterator[Element]:
        axis, who = self.axis, self.person
        own = [each for each in there if each.who == who.id]
        told = [each.at for each in own]
        told += [min(said.lines)[0] for (by, _), said in spoken.items() if by == who.id]
        yield from row_name(who.names, min(told), axis.left, self.base)
        yield row_line(axis, self.base + _THERE / 2, min(told))
        yield from (self._presence(each) for each in own)
        for column in range(len(axis.columns)):
            if (who.id, column) in spoken:
                yield from self._bars(column, spoken[who.id, column])

    def _presence(self, there: Appearance) -> Element:
        column = self.axis.columns[there.column]
        left, right = self.axis.edges[there.column], self.axis.edges[there.column + 1]
        return linked(
            column.href,
            element("title", f"{self.person.name_at(there.at)}, {column.name.lower()}"),
            element("rect", x=left + 1, y=self.base, width=right - left - 2, height=_THERE, rx=1),
            **seen(f"there k{self.person.colour}", there.at),
        )

    def _bars(self, index: int, said: _Talk) -> Iterator[Element]:
        """The words spoken in a column as a height, growing as they are read."""
        name, axis = self.axis.columns[index].name.lower(), self.axis
        width = min(axis.edges[index + 1] - axis.edges[index] - 6, _BROADEST)
        x = axis.middle(index) - width / 2
        for step in said.steps():
            height = max(_TALLEST * sqrt(step.count / self.most), _LEAST_BAR)
            yield linked(
                said.href,
                element(
                    "title",
                    f"{self.person.name_at(step.at)}, {name}: {counted(step.count, 'word')}",
                ),
                element("rect", x=x, y=self.base - height, width=width, height=height),
                **seen(f"said k{self.person.colour}", step.at, step.until),
            )


def _description(columns: Sequence[Column], left_out: int) -> str:
    words = (
        "Each row is a person, each column a part of the text. The band below says where they "
        "are there, the height of a bar how many words they speak (by the square root, "
        "so that a few words show beside many); it leads to the first of their lines."
    )
    if any(len(column.scenes) > 1 for column in columns):
        words += " Scenes are drawn together."
    if left_out:
        words += f" Left out: {left_out} more, who say less."
    return words
