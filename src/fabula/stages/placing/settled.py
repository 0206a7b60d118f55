"""Whoever is in a scene is where it happens, unless the story puts them elsewhere."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct, structs

from fabula.stages.placing.scene_company import FADES, SceneCompany
from fabula.stages.placing.settings import Setting
from fabula.stages.placing.traces import Trace
from fabula.story import ChainId, EntityId, Scene, Stay

IN_THE_SETTING = 0.6
"""Less sure than what is told of the person."""


class Whereabouts(Struct, frozen=True):
    """What is known of where people are: the stays that are told, and when each goes away."""

    stays: Sequence[Stay]
    away: Mapping[EntityId, Sequence[int]]


def settled(
    settings: Sequence[Setting],
    known: Whereabouts,
    shown: Sequence[Trace],
    scenes: Sequence[Scene],
    companies: Sequence[SceneCompany],
) -> Iterator[Stay]:
    """The stays of those present who have no other, from where they first show in the setting on.

    `shown` tell who acts or is acted on where, in text order; `companies` are of the `scenes`.

    Finds:
        Everyone who is present and shows in a setting, up to where they go away or are elsewhere.
    Why it holds:
        Those who act in a scene are where it happens.
    Misses:
        Telephones; those who are there and do nothing.

    Example:
        “The kitchen was cold. Ines lit the stove.” puts Ines in the kitchen.
    """
    offsets = [trace.start for trace in shown]
    starts = [scene.start for scene in scenes]
    own: defaultdict[EntityId, list[Stay]] = defaultdict(list)
    for stay in known.stays:
        own[stay.who_id].append(stay)
    for setting in settings:
        number = bisect_right(starts, setting.start) - 1
        low, high = bisect_left(offsets, setting.start), bisect_left(offsets, setting.end)
        first: dict[EntityId, int] = {}
        for trace in shown[low:high]:
            first.setdefault(trace.entity_id, trace.start)
        for who_id, since in first.items():
            fades = since - setting.named_last > FADES
            if fades or who_id not in companies[number].present:
                continue
            there = _free(setting, since, own[who_id], known.away.get(who_id, ()))
            if there is not None:
                ends = scenes[number] is scenes[-1] and there[1] == scenes[number].end
                yield Stay(
                    who_id=who_id,
                    place_id=setting.place_id,
                    since=there[0],
                    until=None if ends else there[1],
                    evidence=setting.evidence,
                    confidence=IN_THE_SETTING,
                )


def _free(
    setting: Setting, since: int, own: Sequence[Stay], away: Sequence[int]
) -> tuple[int, int] | None:
    """From where to where someone is in the setting; None if they are elsewhere all the while."""
    end = setting.end
    for stay in own:
        if stay.since <= since and (stay.until is None or since < stay.until):
            went_on = stay.since > setting.start and stay.place_id != setting.place_id
            if stay.until is None or stay.until in away or went_on:
                return None
            since = stay.until
        elif since < stay.since < end:
            end = stay.since
    gone = away[bisect_right(away, since) :]
    end = min(end, gone[0]) if gone else end
    return (since, end) if since < end else None


def followed(
    stays: Sequence[Stay],
    settings: Sequence[Setting],
    same: Mapping[ChainId, ChainId],
    scenes: Sequence[Scene],
    companies: Sequence[SceneCompany],
) -> list[Stay]:
    """The stays, those of whom the story follows cut where it moves on to another place.

    “Ines sat in the kitchen. She put on her coat and went out into the yard.” If it is not sure
    that “she” is Ines, nobody is put in the yard by that, but the story is there, and so is she.
    """
    starts = [scene.start for scene in scenes]
    moves = [setting for setting in settings if setting.start not in starts]
    found = []
    for stay in stays:
        number = bisect_right(starts, stay.since) - 1
        leads = number >= 0 and companies[number].leader == stay.who_id
        index = bisect_right(moves, stay.since, key=attrgetter("start"))
        place_id = same.get(stay.place_id, stay.place_id)
        while leads and index < len(moves) and moves[index].place_id == place_id:
            index += 1
        gone = moves[index].start if leads and index < len(moves) else None
        if gone is not None and (stay.until is None or gone < stay.until):
            found.append(structs.replace(stay, until=gone))
        else:
            found.append(stay)
    return found
