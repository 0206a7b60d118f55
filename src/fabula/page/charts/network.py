"""The network: who speaks to whom, and who is together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_NODE = 20.0
_LEAST_RADIUS, _RADIUS_EACH = 105.0, 9.5
_MOST_NAME = 150.0
_NAME_GAP = 8.0
_TO_CENTRE = 0.30  # ties bend so much towards the middle, away from people in between
_ASIDE = 0.07  # and so much to their right, so that the two directions stand apart

Place = tuple[float, float]


def network(story: Story, people: Sequence[PersonOnPage]) -> Chart | None:
    """The chart of who speaks to whom; None where nobody is known to speak to anybody."""
    spoken, together = speech(story, people), company(story, people)
    busy = Counter[EntityId]()
    for tie in spoken:
        for who in tie.pair:
            busy[who] += len(tie.told)
    if not busy:
        return None
    chosen = [who for who, _ in busy.most_common(MOST_PEOPLE)]
    shown = {person.id: person for person in people if person.id in chosen}
    talking = _readable([tie for tie in spoken if set(tie.pair) <= shown.keys()])
    silent = _silent([tie for tie in together if set(tie.pair) <= shown.keys()], talking)
    strength = {tie.pair: 1 + log2(len(tie.told)) for tie in talking}
    order = order_on_circle(chosen, strength)
    radius = max(_LEAST_RADIUS, _RADIUS_EACH * len(order))
    side = _room_for_names(shown.values()) + _NODE + _NAME_GAP
    middle = (radius + side, radius + 2.4 * _NODE)
    places = {
        who: (middle[0] + x, middle[1] + y)
        for who, (x, y) in zip(order, places_on_circle(len(order), radius), strict=True)
    }
    parts = [
        *_company(strongest(silent, _COMPANIONS), places, shown),
        *_speech(talking, places, middle, shown),
        *(part for who in order for part in _person(shown[who], places[who], middle)),
    ]
    size = (2 * middle[0], 2 * middle[1])
    return draw("network", "Who speaks to whom", _description(len(busy) - len(chosen)), size, parts)


def _readable(spoken: Sequence[Tie]) -> Sequence[Tie]:
    """All ties of speech, or where they are too many those of more than a line."""
    return spoken if len(spoken) <= MOST_TIES else [tie for tie in spoken if len(tie.told) > 1]


def _silent(together: Sequence[Tie], spoken: Sequence[Tie]) -> Sequence[Tie]:
    """The company of those between whom no word is drawn."""
    talking = {frozenset(tie.pair) for tie in spoken}
    return [tie for tie in together if frozenset(tie.pair) not in talking]


def _room_for_names(people: Iterable[PersonOnPage]) -> float:
    widest = max(width_of(name) for person in people for _, name in person.names)
    return min(widest, _MOST_NAME) + 4


def _company(
    ties: Sequence[Tie], places: Mapping[EntityId, Place], shown: Mapping[EntityId, PersonOnPage]
) -> Iterator[Element]:
    """A quiet straight line between two who are there together, broader with the scenes."""
    for tie in ties:
        one, other = (places[who] for who in tie.pair)
        for step in steps(tie):
            names = _names(tie.pair, step.at, shown)
            yield linked(
                tie.href,
                element("title", f"{names[0]} and {names[1]}: {_counted(step.count, 'scene')}"),
                element(
                    "line",
                    x1=one[0],
                    y1=one[1],
                    x2=other[0],
                    y2=other[1],
                    stroke_width=0.8 + 0.5 * log2(step.count),
                ),
                **seen("company", step.at, step.until),
            )


def _speech(
    ties: Sequence[Tie],
    places: Mapping[EntityId, Place],
    middle: Place,
    shown: Mapping[EntityId, PersonOnPage],
) -> Iterator[Element]:
    """A thorn in the speaker's colour, broad at the speaker, its point at who is spoken to."""
    for tie in sorted(ties, key=lambda each: -len(each.told)):
        colour = shown[tie.pair[0]].colour
        for step in steps(tie):
            names = _names(tie.pair, step.at, shown)
            width = 2.5 + 1.7 * log2(step.count)
            yield linked(
                tie.href,
                element("title", f"{names[0]} to {names[1]}: {_counted(step.count, 'line')}"),
                element("path", d=_thorn(places, tie.pair, middle, width)),
                **seen(f"speech k{colour}", step.at, step.until),
            )


def _thorn(places: Mapping[EntityId, Place], pair: Pair, middle: Place, width: float) -> str:
    """The outline of a bent tie from one node's edge to the other's."""
    (x1, y1), (x2, y2) = places[pair[0]], places[pair[1]]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    across = (-(y2 - y1) / length, (x2 - x1) / length)
    bend_x = (x1 + x2) / 2 + _TO_CENTRE * (middle[0] - (x1 + x2) / 2)
    bend_y = (y1 + y2) / 2 + _TO_CENTRE * (middle[1] - (y1 + y2) / 2)
    bend_x += across[0] * (_ASIDE * length + 4)
    bend_y += across[1] * (_ASIDE * length + 4)
    tip = _towards((x2, y2), (bend_x, bend_y), _NODE + 2)
    half, waist = width / 2, width / 3
    return way(
        *("M", x1 + across[0] * half, y1 + across[1] * half),
        *("Q", bend_x + across[0] * waist, bend_y + across[1] * waist, *tip),
        *("Q", bend_x - across[0] * waist, bend_y - across[1] * waist),
        *(x1 - across[0] * half, y1 - across[1] * half, "Z"),
    )


def _towards(start: Place, goal: Place, distance: float) -> Place:
    length = hypot(goal[0] - start[0], goal[1] - start[1]) or 1.0
    share = distance / length
    return start[0] + share * (goal[0] - start[0]), start[1] + share * (goal[1] - start[1])


def _person(person: PersonOnPage, place: Place, middle: Place) -> Iterator[Element]:
    """A disc with initials, and the name outside the circle; it leads to the person's card."""
    x, y = place
    marks = tuple((at, person.initials_at(at)) for at, _ in person.names)
    since = person.told_at
    beside = abs(x - middle[0]) > _NODE
    if not beside:
        far = y - _NODE - _NAME_GAP if y < middle[1] else y + _NODE + _NAME_GAP + 9
        slot = Slot(x, far, _MOST_NAME, "middle")
    elif x > middle[0]:
        slot = Slot(x + _NODE + _NAME_GAP, y + 4, _MOST_NAME)
    else:
        slot = Slot(x - _NODE - _NAME_GAP, y + 4, _MOST_NAME, "end")
    yield stop(
        f"#who-{person.id}",
        element("circle", cx=x, cy=y, r=_NODE),
        group(
            labels(marks, since, Slot(x, y + 4, 2 * _NODE + 8, "middle"), "initials"),
            aria_hidden="true",
        ),
        *labels(person.names, since, slot, "node-name"),
        **seen(f"node k{person.colour}", since),
    )


def _names(pair: Pair, at: int, shown: Mapping[EntityId, PersonOnPage]) -> tuple[str, str]:
    return shown[pair[0]].name_at(at), shown[pair[1]].name_at(at)


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
