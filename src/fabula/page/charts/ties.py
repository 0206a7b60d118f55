"""Who has to do with whom: who speaks to whom, and who is together in scenes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from fabula.page.charts.appearances import appearances
from fabula.page.charts.columns import scene_columns
from fabula.page.charts.spoken_lines import lines
from fabula.page.people import PersonOnPage
from fabula.story import EntityId, Story

Pair = tuple[EntityId, EntityId]


class Tie(Struct, frozen=True):
    """What joins two people: from where on each instance is known, in this order, and a link.

    For speech from one to the other an instance is a line, for company a scene.
    """

    pair: Pair
    told: tuple[int, ...]
    href: str


class Step(Struct, frozen=True):
    """`count` or more instances are known from `at` on, up to `until`; None: to the end."""

    count: int
    at: int
    until: int | None = None


def steps(tie: Tie) -> tuple[Step, ...]:
    """How a tie grows as one reads: a step for each doubling, so that it tells nothing early.

    Five lines told at 10, 20, 30, 40 and 50 are 1 from 10, 2 from 20 and 4 from 40 on.
    """
    counts = [2**power for power in range(len(tie.told).bit_length())]
    starts = [tie.told[count - 1] for count in counts]
    ends = [*starts[1:], None]
    return tuple(
        Step(count, at, until)
        for count, at, until in zip(counts, starts, ends, strict=True)
        if at != until
    )


def speech(story: Story, people: Iterable[PersonOnPage]) -> tuple[Tie, ...]:
    """A tie for everybody who speaks to somebody else, those first who do so first."""
    told = {person.id: person.told_at for person in people}
    found: defaultdict[Pair, list[int]] = defaultdict(list)
    links: dict[Pair, str] = {}
    for line in lines(story):
        for listener in line.to:
            if line.by in told and listener in told and listener != line.by:
                pair = (line.by, listener)
                found[pair].append(max(line.at, told[line.by], told[listener]))
                links.setdefault(pair, f"#{story.quotations[line.quotation].id}")
    return tuple(Tie(pair, tuple(sorted(at)), links[pair]) for pair, at in found.items())


def company(story: Story, people: Sequence[PersonOnPage]) -> tuple[Tie, ...]:
    """A tie for every two who are there in the same scene."""
    columns = scene_columns(story)
    by_scene: defaultdict[int, list[tuple[EntityId, int]]] = defaultdict(list)
    for each in appearances(story, columns, people):
        by_scene[each.column].append((each.who, each.at))
    found: defaultdict[Pair, list[int]] = defaultdict(list)
    links: dict[Pair, str] = {}
    for scene, there in by_scene.items():
        for (one, one_at), (other, other_at) in combinations(sorted(there), 2):
            found[one, other].append(max(one_at, other_at))
            links.setdefault((one, other), columns[scene].href)
    return tuple(Tie(pair, tuple(sorted(at)), links[pair]) for pair, at in found.items())


def strongest(ties: Iterable[Tie], each: int) -> tuple[Tie, ...]:
    """The ties that are among the `each` strongest of one of their two people."""
    own: defaultdict[EntityId, list[Tie]] = defaultdict(list)
    for tie in sorted(ties, key=lambda one: (-len(one.told), one.told[0], one.pair)):
        for who in tie.pair:
            own[who].append(tie)
    kept: Mapping[Pair, Tie] = {tie.pair: tie for several in own.values() for tie in several[:each]}
    return tuple(kept.values())
