"""Voices that come by wire: who only speaks, out of a telephone or a loudspeaker, is not there."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from fabula.stages.placing.traces import ACTS, Trace
from fabula.stages.telling.scene_narration import Passage
from fabula.story import Entity, EntityId

NEAR = 300
"""Characters from the telephone to the first words of whoever speaks out of it."""

_BY_WIRE = frozenset(
    """
    phone telephone mobile receiver handset headset earpiece intercom radio loudspeaker speaker
    comm comms commlink walkie-talkie communicator voicemail hologram
    """.split()
)


def nameless_voices(cast: Iterable[Entity]) -> Set[EntityId]:
    """Those who are called nothing but a voice: “said a voice at the door” shows nobody yet."""
    return {entity.id for entity in cast if entity.name.split()[-1].lower() in _VOICES}


_VOICES = frozenset({"voice", "voices"})


def voices_by_wire(
    passages: Sequence[Passage], told: Iterable[Trace], talk: Iterable[Trace]
) -> Set[EntityId]:
    """Those of a scene who are only heard, beside a telephone or the like.

    `told` are the signs of people in the narration of the scene, `talk` those in its lines.

    Finds:
        Whoever does nothing but speak, and begins near words for what carries a voice.
    Why it holds:
        Those who are there move, sooner or later.
    Misses:
        Those on a line who are told of as acting (“Tom sighed at the other end”).

    Example:
        In “Her phone buzzed. ‘Where are you?’ said Tom.” Tom is not there.
    """
    wires = [
        start
        for passage in passages
        for start, word in zip(passage.starts, passage.words, strict=True)
        if word in _BY_WIRE
    ]
    if not wires:
        return frozenset()
    act = {trace.entity_id for trace in told if trace.weight >= ACTS}
    lines: defaultdict[EntityId, list[int]] = defaultdict(list)
    for trace in talk:
        if trace.weight >= ACTS and trace.entity_id not in act:
            lines[trace.entity_id].append(trace.start)
    return {who for who, starts in lines.items() if _is_near(min(starts), wires)}


def _is_near(offset: int, wires: Sequence[int]) -> bool:
    index = bisect_left(wires, offset - NEAR)
    return index < len(wires) and wires[index] <= offset + NEAR
