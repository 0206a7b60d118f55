"""The storyline: people as lines that meet in scenes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from fabula.page.charts.appearances import Appearance, appearances
from fabula.page.charts.chart import Chart, draw
from fabula.page.charts.columns import Column, columns_of
from fabula.page.charts.line_order import ordered
from fabula.page.charts.line_places import heights
from fabula.page.charts.storyline_drawing import Drawing, Strand
from fabula.page.people import PersonOnPage
from fabula.story import EntityId, Story

MOST_PEOPLE = 20
"""More lines than this nobody follows; the rest of the people are left out, and it is said."""

BRIDGED = 4
"""Somebody away for more columns than this leaves the picture and comes in again."""


def storyline(story: Story, people: Sequence[PersonOnPage]) -> Chart | None:
    """The chart of who meets whom, scene by scene.

    None where nobody is known to be anywhere, or where there is but one scene.
    """
    columns = columns_of(story)
    everyone = appearances(story, columns, people)
    shown = _shown(everyone, story)
    there = [each for each in everyone if each.who in shown]
    if not there or len(columns) < 2:
        return None
    strands = tuple(_strands(there))
    order = ordered(_blocks(strands, len(columns)))
    drawing = Drawing(
        story=story,
        columns=columns,
        people={person.id: person for person in people},
        strands=strands,
        heights=heights(order, [float(len(strand.stops)) for strand in strands]),
    )
    left_out = len({each.who for each in everyone}) - len(shown)
    return draw(
        "storyline", "Storyline", _description(columns, left_out), drawing.size, drawing.parts()
    )


def _shown(everyone: Sequence[Appearance], story: Story) -> set[EntityId]:
    """Those who are there most often, people before groups, then the cast's order."""
    times = Counter(each.who for each in everyone)
    order = {entity.id: index for index, entity in enumerate(story.cast)}
    groups = {entity.id for entity in story.cast if entity.kind == "group"}
    ranked = sorted(times, key=lambda who: (who in groups, -times[who], order[who]))
    return set(ranked[:MOST_PEOPLE])


def _strands(there: Sequence[Appearance]) -> Iterator[Strand]:
    """The lines to be drawn: one a person, or more where somebody is long away."""
    by_person: dict[EntityId, list[Appearance]] = {}
    for each in there:
        by_person.setdefault(each.who, []).append(each)
    for own in by_person.values():
        first = 0
        for index in range(1, len(own) + 1):
            ends = index == len(own)
            if ends or own[index].column - own[index - 1].column > BRIDGED + 1:
                yield Strand(stops=tuple(own[first:index]), again=first > 0)
                first = index


def _blocks(strands: Sequence[Strand], count: int) -> list[list[list[int]]]:
    """For each column the strands that run through it: those who meet, and those away alone."""
    blocks: list[dict[tuple[str, int], list[int]]] = [{} for _ in range(count)]
    for line, strand in enumerate(strands):
        company = {stop.column: stop.company for stop in strand.stops}
        for column in range(strand.first, strand.last + 1):
            key = ("there", company[column]) if column in company else ("away", line)
            blocks[column].setdefault(key, []).append(line)
    return [list(column.values()) for column in blocks]


def _description(columns: Sequence[Column], left_out: int) -> str:
    kind = columns[0].name.split()[0].lower().rstrip("s")
    whole = f"Each line is a person, each column a {kind}, in the order of the telling"
    if any(len(column.scenes) > 1 for column in columns):
        whole = "Each line is a person, each column some scenes, in the order of the telling"
    words = (
        f"{whole}. Lines run side by side where people are there together, and are thin and "
        "broken while somebody is away. A ring marks through whose eyes it is told. The same is "
        "said in words at the head of each scene."
    )
    if left_out:
        words += f" Left out: {left_out} more, who are there less often."
    return words
