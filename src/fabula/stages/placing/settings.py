"""Settings: the place where a scene happens, from one move to the next, whoever is there."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.stages.clauses.narration import Narration
from fabula.stages.placing.cues import Cue, CueReader
from fabula.stages.placing.scene_company import SceneCompany
from fabula.story import ChainId, EntityId, Mention, Scene
from fabula.text import Span

ENOUGH = 1.2
"""Cues of a place have to add up to this: one that tells it, or an opening that names it."""

LEAD = 1.5
"""The foremost place has so many times the weight of the next."""

REACH_BACK = 200
"""Characters before the first cue of a place that are thought to be told there too."""


class Setting(Struct, frozen=True):
    """A place where the story is from `start` up to `end`, both in one scene.

    `evidence` are the words that say so most plainly, `weight` is how much is said for it,
    `named_last` where that is said last.
    """

    place_id: ChainId
    start: int
    end: int
    evidence: Span
    weight: float
    named_last: int


def settings_of(
    told: Narration,
    places: Mapping[int, Mention],
    same: Mapping[ChainId, ChainId],
    companies: Sequence[SceneCompany],
    away: Mapping[EntityId, Sequence[int]],
) -> list[Setting]:
    """The settings of all scenes, in text order.

    `places` are the mentions of places by the row of their head, `companies` those of the scenes;
    `away` tells where each person goes away or leaves a place.

    Finds:
        Of the places that the narration of a scene names as the place of something, the one that
        is named most, first things first; anew from where the one we follow comes to another.
    Why it holds:
        A scene happens in one place until it says otherwise, and says which soon.
    Misses:
        Scenes that only name things (“the stove”), two places told in turn.

    Example:
        “The kitchen was cold. Ines lit the stove.” happens in the kitchen.
    """
    scenes = told.story.scenes
    starts = [scene.start for scene in scenes]
    reader = CueReader(told, places, same)
    cues: defaultdict[int, list[Cue]] = defaultdict(list)
    for row in sorted(places):
        number = bisect_right(starts, places[row].start) - 1
        if number >= 0:
            cues[number] += reader.cues(row, places[row], companies[number], starts[number])
    found: list[Setting] = []
    for number, scene in enumerate(scenes):
        gone = _departures(companies[number], scene, away)
        found += _legs(cues[number], scene, gone)
    return found


def _departures(
    company: SceneCompany, scene: Scene, away: Mapping[EntityId, Sequence[int]]
) -> Sequence[int]:
    """Where the one whom the story follows goes away in a scene."""
    times = away.get(company.leader, ()) if company.leader is not None else ()
    return times[bisect_left(times, scene.start) : bisect_left(times, scene.end)]


def _legs(cues: Sequence[Cue], scene: Scene, gone: Sequence[int]) -> Iterator[Setting]:
    """The settings of one scene, cut where the one we follow comes to a place or is `gone`."""
    legs: list[list[Cue]] = [[]]
    starts = [scene.start]
    leaving = list(reversed(gone))
    for cue in sorted(cues, key=lambda cue: cue.offset):
        while leaving and leaving[-1] <= cue.offset:
            legs.append([])
            starts.append(leaving.pop())
        if cue.moves and any(each.place_id != cue.place_id for each in legs[-1]):
            legs.append([])
            starts.append(cue.offset)
        legs[-1].append(cue)
    ends = [*starts[1:], leaving[-1] if leaving else scene.end]
    for leg, start, end in zip(legs, starts, ends, strict=True):
        setting = _foremost(leg, start, end)
        if setting is not None and start < end:
            yield setting


def _foremost(leg: Sequence[Cue], start: int, end: int) -> Setting | None:
    weights: defaultdict[ChainId, float] = defaultdict(float)
    for cue in leg:
        weights[cue.place_id] += cue.weight
    ranked = sorted(weights, key=lambda place_id: -weights[place_id])
    if not ranked or weights[ranked[0]] < ENOUGH:
        return None
    if len(ranked) > 1 and weights[ranked[0]] < LEAD * weights[ranked[1]]:
        return None
    best = [cue for cue in leg if cue.place_id == ranked[0]]
    if all(cue.apart for cue in best):
        return None
    if best[0].moves or best[0].offset - start > REACH_BACK:
        start = best[0].offset
    plainest = max(best, key=lambda cue: cue.weight)
    weight = round(weights[ranked[0]], 2)
    return Setting(
        ranked[0], start, end, plainest.evidence, weight, max(cue.offset for cue in best)
    )
