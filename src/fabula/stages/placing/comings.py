"""Arrivals and departures inside a scene, in the words that tell them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from fabula.labels import Move
from fabula.stages.placing.acts import Acts
from fabula.stages.placing.moves import moves_in
from fabula.stages.placing.presence_weights import PRONOUN_ACTS
from fabula.stages.placing.traces import ACTS, IS_ACTED_ON, Trace
from fabula.stages.placing.ways import Told
from fabula.stages.telling.scene_narration import Passage
from fabula.story import Coming, EntityId
from fabula.text import Span

LEADS_UP = 80
"""Characters before an arrival in which somebody is told of already: “She knocked. She went in.”"""

LONG_AGO = 800
"""Characters in which somebody has done nothing, if they may have been away all the while."""

GONE_FOR = 500
"""Characters in which who has gone does nothing, while others do."""

LEAST_SURE = 0.5
"""A “he” linked with less confidence may be somebody who was there all along."""


def comings_in(
    passages: Sequence[Passage],
    traces: Sequence[Trace],
    present: Sequence[EntityId],
    acts: Acts,
) -> tuple[Coming, ...]:
    """The arrivals and departures of one scene, in text order.

    `traces` are the signs of who is there, by where they stand; `present` are those who are;
    `acts` tells what people do in a passage.

    Finds:
        A person who comes, enters or steps in, and has done nothing in the scene before, or has
        left since; one who is first told of at a door or on the way; one who leaves or goes out,
        and does nothing there for a while or until they come back while others do.
    Why it holds:
        Whoever acts already is where the scene is; whoever goes and acts on is followed by it.
    Misses:
        Comings told by a voice at the door or a knock; people who leave between two sentences or
        in the last of the scene; “they”, who may be any.

    Example:
        “Ines lit the stove. Tom came in. She laughed, and he went out. Ines sat down.”: Tom
        arrives, Tom leaves.
    """
    scene = _scene(traces)
    told = [
        (each, who, Span(passage.start, passage.end))
        for passage in passages
        for each in moves_in(passage, acts.predicates(passage))
        if (who := each.person.entity_id) in present
        and who is not None
        and each.person.confidence >= LEAST_SURE
    ]
    for each, who, _ in told:
        if each.here:
            scene.returns[who].append(each.person.start)
    found: list[Coming] = []
    for each, who, passage in told:
        move = _move(each, who, passage, scene)
        if move == "leaves":
            scene.left[who] = passage.end
        if move is not None:
            found.append(Coming(who_id=who, move=move, evidence=passage))
    return tuple(dict.fromkeys(found))


_Offsets = defaultdict[EntityId, list[int]]


class _Scene(Struct):
    """Where each person is seen and acts, where words may bring them back, where they left last."""

    first_seen: dict[EntityId, int] = field(default_factory=dict)
    acts: _Offsets = field(default_factory=lambda: defaultdict(list))
    returns: _Offsets = field(default_factory=lambda: defaultdict(list))
    left: dict[EntityId, int] = field(default_factory=dict)

    def does_something(self, who: EntityId, start: int, end: int) -> bool:
        """Whether somebody acts between two offsets."""
        index = bisect_left(self.acts[who], start)
        return index < len(self.acts[who]) and self.acts[who][index] < end


def _scene(traces: Sequence[Trace]) -> _Scene:
    scene = _Scene()
    clear = [each for each in traces if each.says >= PRONOUN_ACTS]
    for trace in sorted(clear, key=lambda each: each.start):
        if trace.weight >= IS_ACTED_ON:
            scene.first_seen.setdefault(trace.entity_id, trace.start)
        if trace.weight >= ACTS:
            scene.acts[trace.entity_id].append(trace.start)
    return scene


def _move(each: Told, who: EntityId, passage: Span, scene: _Scene) -> Move | None:
    """Whether words that may tell of a coming do so in this scene."""
    start = each.person.start
    others = [acts for other, acts in scene.acts.items() if other != who and acts]
    since = scene.left.get(who, 0)
    if each.here and not each.away:
        since = max(since, start - LONG_AGO)
    known = each.unseen and scene.first_seen.get(who, start) < passage.start
    if each.here and not known and not scene.does_something(who, since, start - LEADS_UP):
        met = any(acts[0] < start for acts in others) if each.beside else bool(others)
        if met:
            return "arrives"
    if each.away and scene.first_seen.get(who, start) < start:
        index = bisect_right(scene.returns[who], passage.end)
        back = scene.returns[who][index] if index < len(scene.returns[who]) else _NEVER
        stays = scene.does_something(who, passage.end + 1, min(back, passage.end + GONE_FOR))
        rest = [other for other in scene.acts if other != who]
        if not stays and any(scene.does_something(each, passage.end + 1, back) for each in rest):
            return "leaves"
    return None


_NEVER = 1 << 62
