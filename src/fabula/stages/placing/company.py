"""Company: who acts beside someone whose place is known is in that place too."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set

from fabula.stages.placing.scene_company import FADES, SceneCompany
from fabula.stages.placing.traces import IS_ACTED_ON, Trace, traces_in, traces_of_talk
from fabula.stages.telling.scene_narration import scene_narrations
from fabula.story import EntityId, Scene, Stay, Story
from fabula.text import covering

NEAR = 400
"""Characters, about a paragraph: who acts within them of another is together with them."""


def traces_of(story: Story) -> list[Trace]:
    """Who acts, speaks or is acted on in the narration and where, in text order."""
    traces = traces_of_talk(story)
    for narration in scene_narrations(story):
        for passage in narration.passages:
            traces += traces_in(passage)
    return sorted(
        (trace for trace in traces if trace.weight >= IS_ACTED_ON),
        key=lambda trace: (trace.start, trace.entity_id),
    )


def in_company(
    stays: Sequence[Stay],
    actions: Iterable[Trace],
    scenes: Sequence[Scene],
    companies: Sequence[SceneCompany],
    alone: Set[tuple[EntityId, int]] = frozenset(),
) -> Iterator[Stay]:
    """The stays of those who are told of beside someone whose place is known.

    `companies` are of the `scenes`: only who is in a scene is company there. `alone` are stays, by
    who and since when, into which somebody goes whom the story does not follow.

    Finds:
        Someone without a place of their own in this scene who acts or speaks right before or after
        another who is in a place, and all who could be asked are in one place.
    Why it holds:
        A scene happens in one place; who leaves it is said to leave.
    Misses:
        Telephones; two places told in turn.

    Example:
        “Ines sat in the boathouse. Tom laughed.” Tom is in the boathouse from “Tom” on.
    """
    own = _times(stays)
    present = {scene.id: each.present for scene, each in zip(scenes, companies, strict=True)}
    current: dict[EntityId, Stay] = {}
    recent: list[Trace] = []
    gone_alone: set[EntityId] = set()
    waiting = sorted(stays, key=lambda stay: stay.since, reverse=True)
    for action in actions:
        while waiting and waiting[-1].since <= action.start:
            stay = waiting.pop()
            current[stay.who_id] = stay
            if (stay.who_id, stay.since) in alone:
                gone_alone.add(stay.who_id)
            else:
                gone_alone.discard(stay.who_id)
        recent = [each for each in recent if action.start - each.start <= NEAR]
        scene = covering(scenes, action.start)
        stay_there = current.get(action.entity_id)
        placed = stay_there is not None and _covers(stay_there, action.start)
        if scene is not None and not placed and not _within(own.get(action.entity_id, ()), scene):
            company = present[scene.id] - gone_alone
            there = [each for each in recent if each.entity_id in company]
            here = action.entity_id in present[scene.id]
            found = _beside(action, there, current, scene) if here else None
            if found is not None:
                current[action.entity_id] = found
                yield found
        recent.append(action)


def _beside(
    action: Trace, recent: Iterable[Trace], current: dict[EntityId, Stay], scene: Scene
) -> Stay | None:
    """The stay of those who acted just now in this scene, as one of this person."""
    beside = [
        current[each.entity_id]
        for each in recent
        if each.entity_id != action.entity_id
        and each.start >= scene.start
        and each.entity_id in current
        # who “had gone to the mill” acted before, and is not there where the story is
        and each.start >= current[each.entity_id].since
        and _covers(current[each.entity_id], action.start)
        and action.start - current[each.entity_id].evidence.start <= FADES
    ]
    if not beside or len({stay.place_id for stay in beside}) > 1:
        return None
    nearest = beside[-1]
    return Stay(
        who_id=action.entity_id,
        place_id=nearest.place_id,
        since=action.start,
        until=nearest.until,
        evidence=nearest.evidence,
        confidence=IN_COMPANY,
    )


IN_COMPANY = 0.75
"""Less sure than what is told of the person."""


def _covers(stay: Stay, offset: int) -> bool:
    return stay.since <= offset and (stay.until is None or offset < stay.until)


def _times(stays: Iterable[Stay]) -> dict[EntityId, list[int]]:
    """For each person the offsets at which a place of their own is told."""
    times: dict[EntityId, list[int]] = {}
    for stay in stays:
        times.setdefault(stay.who_id, []).append(stay.since)
    return times


def _within(times: Sequence[int], scene: Scene) -> bool:
    index = bisect_right(times, scene.start - 1)
    return index < len(times) and times[index] < scene.end
