"""Presence and talk: who is there and how much they say, over the text."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from msgspec import Struct

from fabula.page.charts.appearances import Appearance, appearances
from fabula.page.charts.axis import Axis, heads, text_axis
from fabula.page.charts.chart import Chart, draw, seen
from fabula.page.charts.columns import Column, columns_of
from fabula.page.charts.row_heads import room_for, row_line, row_name
from fabula.page.charts.spoken_lines import lines
from fabula.page.charts.svg import Element, element, linked
from fabula.page.people import PersonOnPage, words_in
from fabula.story import EntityId, Story

MOST_PEOPLE = 20
"""More rows than this do not fit on a screen; the rest of the people are left out."""

_ROW = 32.0
_TALLEST = 25.0
_BROADEST = 60.0
_LEAST_BAR = 2.0  # a single word is still to be seen
_THERE = 4.0  # height of the band that shows who is there
_WIDTH, _LEAST_COLUMN = 760.0, 24.0


class _Talk(Struct):
    """What somebody says in a column: words, and where the last and the first line end."""

    words: int = 0
    at: int = 0
    first: str = ""


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
    axis = text_axis(columns, room_for([shown[who].names for who in rows]), _WIDTH, _LEAST_COLUMN)
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
    spoken: defaultdict[tuple[EntityId, int], _Talk] = defaultdict(_Talk)
    for line in lines(story):
        if line.by in shown:
            said = spoken[line.by, axis.column_at(line.start)]
            quotation = story.quotations[line.quotation]
            said.words += words_in(story, quotation.parts)
            said.at = max(said.at, line.at, shown[line.by].told_at)
            said.first = said.first or quotation.id
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
        told += [said.at for (speaker, _), said in spoken.items() if speaker == who.id]
        yield from row_name(who.names, min(told), axis.left, self.base)
        yield row_line(axis.left, axis.right, self.base + _THERE / 2)
        yield from (self._presence(each) for each in own)
        for column in range(len(axis.columns)):
            if (who.id, column) in spoken:
                yield self._bar(column, spoken[who.id, column])

    def _presence(self, there: Appearance) -> Element:
        column = self.axis.columns[there.column]
        left, right = self.axis.edges[there.column], self.axis.edges[there.column + 1]
        return linked(
            column.href,
            element("title", f"{self.person.name_at(there.at)}, {column.name.lower()}"),
            element("rect", x=left + 1, y=self.base, width=right - left - 2, height=_THERE, rx=1),
            **seen(f"there k{self.person.colour}", there.at),
        )

    def _bar(self, index: int, said: _Talk) -> Element:
        """The words spoken in a column as a height, told with the last of them."""
        column, width = (
            self.axis.columns[index],
            self.axis.edges[index + 1] - self.axis.edges[index],
        )
        width = min(width - 6, _BROADEST)
        height = max(_TALLEST * sqrt(said.words / self.most), _LEAST_BAR)
        count = f"{said.words:,} word{'' if said.words == 1 else 's'}"
        return linked(
            f"#{said.first}",
            element("title", f"{self.person.name_at(said.at)}, {column.name.lower()}: {count}"),
            element(
                "rect",
                x=self.axis.middle(index) - width / 2,
                y=self.base - height,
                width=width,
                height=height,
            ),
            **seen(f"said k{self.person.colour}", said.at),
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
