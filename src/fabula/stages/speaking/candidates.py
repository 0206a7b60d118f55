"""Who is about: the people named, pointed at or speaking near a turn, and how near."""

from collections.abc import Iterable, Sequence
from math import exp

from msgspec import Struct

from fabula.stages.speaking.turns import Turn
from fabula.story import EntityId

# A person mentioned this many characters ago counts a third of one mentioned just now: about a
# page, the distance over which readers keep a scene's people in mind.
FADING = 1500.0
# What a person counts who was last spoken of in the scene before.
NEW_SCENE = 0.2
# Nobody is forgotten while still above this; below it the list would only grow.
FORGOTTEN = 0.01
# More people than this hardly ever speak in turn, and the cap keeps the work linear.
MOST = 7
# Turns ahead whose cues name a speaker that may already be in the room.
LOOK_AHEAD = 4


class Appearance(Struct, frozen=True, order=True):
    """Someone is mentioned at `offset`; names count more than pronouns, talk of people less."""

    offset: int
    person: EntityId
    weight: float


class Candidate(Struct, frozen=True):
    """Someone who may speak in a turn; `nearness` is 1 for one mention just before it."""

    person: EntityId
    nearness: float


def candidates(turns: Sequence[Turn], appearances: Iterable[Appearance]) -> list[list[Candidate]]:
    """For each turn the people who are about, nearest first, at most `MOST`.

    Finds: everyone mentioned before the turn or in its paragraph, fading with distance and at a
    change of scene; those whom cues of the turns behind it name.
    Why it holds: whoever speaks was nearly always mentioned on the same page.
    Misses: people who speak first and are named later (other than by a cue).
    Example: in a scene of Ines and Tom a third person of an earlier chapter comes last.
    """
    ordered = sorted(appearances)
    near: dict[EntityId, float] = {}
    position = index = 0
    scene = turns[0].scene if turns else 0
    found: list[list[Candidate]] = []
    for number, turn in enumerate(turns):
        if turn.scene != scene:
            near = {person: value * NEW_SCENE for person, value in near.items()}
            scene = turn.scene
        while index < len(ordered) and ordered[index].offset < turn.end:
            appearance = ordered[index]
            index += 1
            _fade(near, appearance.offset - position)
            position = max(position, appearance.offset)
            near[appearance.person] = near.get(appearance.person, 0.0) + appearance.weight
        _fade(near, turn.end - position)
        position = max(position, turn.end)
        found.append(_ranked(near, _named_ahead(turns, number)))
    return found


def _fade(near: dict[EntityId, float], distance: int) -> None:
    if distance <= 0:
        return
    factor = exp(-distance / FADING)
    for person in list(near):
        near[person] *= factor
        if near[person] < FORGOTTEN:
            del near[person]


def _named_ahead(turns: Sequence[Turn], number: int) -> dict[EntityId, float]:
    """Those whom the cues of the next turns name, the next one counting most."""
    named: dict[EntityId, float] = {}
    for step, turn in enumerate(turns[number + 1 : number + 1 + LOOK_AHEAD], start=1):
        claim = turn.claim
        if turn.scene == turns[number].scene and claim and claim.settled and claim.person:
            named.setdefault(claim.person, 0.5 / step)
    return named


def _ranked(near: dict[EntityId, float], ahead: dict[EntityId, float]) -> list[Candidate]:
    together = {
        person: near.get(person, 0.0) + ahead.get(person, 0.0) for person in near.keys() | ahead
    }
    ranked = sorted(together.items(), key=lambda item: (-item[1], item[0]))
    return [Candidate(person, value) for person, value in ranked[:MOST]]
