"""The network: who speaks to whom, and who is together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import hypot, log2

from fabula.page.charts.chart import Chart, draw, seen
from fabula.page.charts.circle import order_on_circle, places_on_circle
from fabula.page.charts.lettering import Slot, width_of
from fabula.page.charts.svg import Element, element, group, linked, stop, way
from fabula.page.charts.ties import Pair, Tie, company, speech, steps, strongest
from fabula.page.charts.versions import labels
from fabula.page.people import PersonOnPage
from fabula.story import EntityId, Story

MOST_PEOPLE = 16
"""With more people than this no tie can be followed."""

MOST_TIES = 40
"""With more ties of speech than this, those of a single line are left out."""

_COMPANIONS = 2  # silent company is drawn for so many companions of everybody
_NODE = 22.0
_EDGE = 48.0  # from the middle of the highest disc to the edge, with room for its name
_LEAST_RADIUS, _RADIUS_EACH = 105.0, 9.5
_MOST_NAME = 150.0
_NAME_GAP = 8.0
_TO_CENTRE = 0.30  # ties bend so much towards the middle, away from people in between
_ASIDE = 0.07  # and so much to their right, so that the two directions stand apart


def network(story: Story, people: Sequence[PersonOnPage]) -> Chart | None:
    """The chart of who speaks to whom; None where nobody is known to speak to anybody."""
    spoken = speech(story, people)
    busy = Counter[EntityId]()
    first: dict[EntityId, int] = {}
    for tie in spoken:
        for who in tie.pair:
            busy[who] += len(tie.told)
            first[who] = min(tie.told[0], first.get(who, tie.told[0]))
    if not busy:
        return None
    chosen = [who for who, _ in busy.most_common(MOST_PEOPLE)]
    talking = _readable(_between(chosen, spoken))
    silent = _silent(_between(chosen, company(story, people)), talking)
    order = order_on_circle(chosen, {tie.pair: 1 + log2(len(tie.told)) for tie in talking})
    circle = _Circle(order, {person.id: person for person in people if person.id in first})
    parts = [
        *circle.company(strongest(silent, _COMPANIONS)),
        *circle.speech(talking),
        *circle.people(first),
    ]
    description = _description(len(busy) - len(chosen))
    return draw("network", "Who speaks to whom", description, circle.size, parts)


def _between(people: Sequence[EntityId], ties: Sequence[Tie]) -> Sequence[Tie]:
    return [tie for tie in ties if set(tie.pair) <= set(people)]


def _readable(spoken: Sequence[Tie]) -> Sequence[Tie]:
    """All ties of speech, or where they are too many those of more than a line."""
    return spoken if len(spoken) <= MOST_TIES else [tie for tie in spoken if len(tie.told) > 1]


def _silent(together: Sequence[Tie], spoken: Sequence[Tie]) -> Sequence[Tie]:
    """The company of those between whom no word is drawn."""
    talking = {frozenset(tie.pair) for tie in spoken}
    return [tie for tie in together if frozenset(tie.pair) not in talking]


class _Circle:
    """People in their places on a circle, and what is drawn between them.

    `size` is the natural width and height in pixels.
    """

    def __init__(self, order: Sequence[EntityId], people: Mapping[EntityId, PersonOnPage]) -> None:
        radius = max(_LEAST_RADIUS, _RADIUS_EACH * len(order))
        widest = max(width_of(name) for who in order for _, name in people[who].names)
        side = min(widest, _MOST_NAME) + _NODE + 2 * _NAME_GAP
        circle = places_on_circle(len(order), radius)
        heights = [y for _, y in circle]
        self._middle = (radius + side, _EDGE - min(heights))
        self.size = (2 * self._middle[0], max(heights) - min(heights) + 2 * _EDGE)
        self._order = order
        self._people = people
        self._places = {
            who: (self._middle[0] + x, self._middle[1] + y)
            for who, (x, y) in zip(order, circle, strict=True)
        }

    def company(self, ties: Sequence[Tie]) -> Iterator[Element]:
        """A quiet straight line between two who are there together, broader with the scenes."""
        for tie in ties:
            (x1, y1), (x2, y2) = (self._places[who] for who in tie.pair)
            for step in steps(tie):
                one, other = self._names(tie.pair, step.at)
                width = 0.8 + 0.5 * log2(step.count)
                yield linked(
                    tie.href,
                    element("title", f"{one} and {other}: {_counted(step.count, 'scene')}"),
                    element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=width),
                    **seen("company", step.at, step.until),
                )

    def speech(self, ties: Sequence[Tie]) -> Iterator[Element]:
        """A thorn in the speaker's colour, broad at the speaker, its point at who is spoken to."""
        for tie in sorted(ties, key=lambda each: -len(each.told)):
            colour = self._people[tie.pair[0]].colour
            for step in steps(tie):
                one, other = self._names(tie.pair, step.at)
                yield linked(
                    tie.href,
                    element("title", f"{one} to {other}: {_counted(step.count, 'line')}"),
                    element("path", d=self._thorn(tie.pair, 2.5 + 1.7 * log2(step.count))),
                    **seen(f"speech k{colour}", step.at, step.until),
                )

    def people(self, first: Mapping[EntityId, int]) -> Iterator[Element]:
        """A disc with initials, and the name outside the circle; it leads to the person's card.

        `first` says from where on each is known to speak or to be spoken to.
        """
        for who in self._order:
            person, (x, y) = self._people[who], self._places[who]
            marks = tuple((at, person.initials_at(at)) for at, _ in person.names)
            inside = labels(marks, first[who], Slot(x, y + 4, 2 * _NODE + 8, "middle"), "initials")
            yield stop(
                f"#who-{who}",
                element("circle", cx=x, cy=y, r=_NODE),
                group(inside, aria_hidden="true"),
                *labels(person.names, first[who], self._name_slot(x, y), "node-name"),
                **seen(f"node k{person.colour}", first[who]),
            )

    def _name_slot(self, x: float, y: float) -> Slot:
        """Outside the circle: beside the disc, at the top above it and at the bottom below."""
        away = _NODE + _NAME_GAP
        if abs(x - self._middle[0]) < _NODE:
            return Slot(x, y - away if y < self._middle[1] else y + away + 9, _MOST_NAME, "middle")
        if x > self._middle[0]:
            return Slot(x + away, y + 4, _MOST_NAME)
        return Slot(x - away, y + 4, _MOST_NAME, "end")

    def _names(self, pair: Pair, at: int) -> tuple[str, str]:
        return self._people[pair[0]].name_at(at), self._people[pair[1]].name_at(at)

    def _thorn(self, pair: Pair, width: float) -> str:
        """The outline of a bent tie from the middle of one disc to the edge of the other."""
        (x1, y1), (x2, y2) = self._places[pair[0]], self._places[pair[1]]
        length = hypot(x2 - x1, y2 - y1)
        right = (-(y2 - y1) / length, (x2 - x1) / length)
        halfway = ((x1 + x2) / 2, (y1 + y2) / 2)
        bend_x, bend_y = (
            half + _TO_CENTRE * (middle - half) + side * (_ASIDE * length + 4)
            for half, middle, side in zip(halfway, self._middle, right, strict=True)
        )
        reach = 1 - (_NODE + 2) / hypot(bend_x - x2, bend_y - y2)
        tip = (bend_x + reach * (x2 - bend_x), bend_y + reach * (y2 - bend_y))
        half, waist = width / 2, width / 3
        return way(
            *("M", x1 + right[0] * half, y1 + right[1] * half),
            *("Q", bend_x + right[0] * waist, bend_y + right[1] * waist, *tip),
            *("Q", bend_x - right[0] * waist, bend_y - right[1] * waist),
            *(x1 - right[0] * half, y1 - right[1] * half, "Z"),
        )


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s or more"


def _description(left_out: int) -> str:
    words = (
        "Each disc is a person. A thorn is broad at who speaks and points at whom they speak to; "
        "it grows with each doubling of their lines. Thin grey lines join those who are often "
        "there together without a word between them."
    )
    if left_out:
        words += f" Left out: {left_out} more, who speak and are spoken to less."
    return words
