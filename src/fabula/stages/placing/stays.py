"""Stays: what sightings say about where someone is from one to the next."""

from collections.abc import Iterable, Sequence

from fabula.stages.placing.sightings import Sighting
from fabula.story import EntityId, Scene, Stay
from fabula.text import Span, covering


def stays_of(sightings: Iterable[Sighting], scenes: Sequence[Scene]) -> list[Stay]:
    """The stays, by where they begin.

    Finds:
        Each sighting in a place begins a stay there. The next sighting of the same person
        elsewhere ends it, so does leaving, and so does the end of the scene: what comes after a
        break may happen anywhere. In the last scene nothing else ends it.
    Why it holds:
        A story that moves someone within a scene says so.
    Misses:
        Those who leave unseen.
    """
    open_stays: dict[EntityId, tuple[Sighting, int | None]] = {}
    stays: list[Stay] = []
    for sighting in sightings:
        now = sighting.evidence.start
        current = open_stays.get(sighting.who_id)
        goes_on = current is not None and (current[1] is None or now < current[1])
        if current is not None:
            same = current[0].place_id == sighting.place_id
            if goes_on and same and sighting.way != "leaves":
                continue
            end = current[1]
            if now > current[0].evidence.start:  # two in one sentence: only the last
                stays.append(_stay(current[0], now if goes_on else end))
            del open_stays[sighting.who_id]
        if sighting.way != "leaves" and sighting.place_id is not None:
            open_stays[sighting.who_id] = (sighting, _end(sighting, scenes))
    stays += [_stay(sighting, end) for sighting, end in open_stays.values()]
    return sorted(stays, key=lambda stay: (stay.since, stay.who_id))


def _end(sighting: Sighting, scenes: Sequence[Scene]) -> int | None:
    """Where a stay ends if nothing is told: with the scene; None in the last one."""
    if sighting.until is not None:
        return sighting.until
    scene = covering(scenes, sighting.evidence.start)
    return None if scene is None or scene == scenes[-1] else scene.end


def _stay(sighting: Sighting, until: int | None) -> Stay:
    assert sighting.place_id is not None
    return Stay(
        who_id=sighting.who_id,
        place_id=sighting.place_id,
        since=sighting.evidence.start,
        until=until,
        evidence=Span(sighting.evidence.start, sighting.evidence.end),
        confidence=round(TOLD * sighting.sure, 2),
    )


TOLD = 0.9
"""How often a place that is told was right on stories of our own, if the person was."""
