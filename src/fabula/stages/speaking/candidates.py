"""Who is about: the people named, pointed at or speaking near a turn, and how near."""

from collections.abc import Iterable, Sequence
from math import exp

from msgspec import Struct

from fabula.stages.speaking.turns import NEAR_BEATS, Turn
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
# A speech counts as no longer than this: those who listen to it are still there.
LONGEST_TURN = 150
# Turns before and behind in which whoever has a part in them is part of the conversation, and
# the distance in turns at which that counts half.
REACH = 10
HALF = 4
# How much a turn tells of who takes part: a cue or beat by name, one by pronoun, a name called.
BY_NAME, BY_PRONOUN, BY_CALL = 1.0, 0.5, 0.5
# and so much who acts by name in a paragraph of narration beside it.
BY_ACT = 0.25
# People are rarely talked about by name to their face: it speaks against taking part.
TALKED_ABOUT = -0.3


class Appearance(Struct, frozen=True, order=True):
    """Someone is mentioned at `offset`; names count more than pronouns, talk of people less."""

    offset: int
    person: EntityId
    weight: float
    in_speech: bool = False


class Candidate(Struct, frozen=True):
    """Someone who may speak in a turn.

    `nearness` is 1 for one mention just before it; `engaged` is 1 for a part in a turn beside it.
    """

    person: EntityId
    nearness: float
    engaged: float = 0.0


def candidates(turns: Sequence[Turn], appearances: Iterable[Appearance]) -> list[list[Candidate]]:
    """For each turn the people who are about, nearest first, at most `MOST`.

    Finds: everyone mentioned before the turn or in its paragraph, fading with distance and at a
    change of scene; those who by a cue, a beat or a call have a part in the turns around it.
    Why it holds: whoever speaks was nearly always mentioned on the same page, and a conversation
    keeps its people.
    Misses: people who speak first and are named later without a cue.
    Example: in a scene of Ines and Tom a third person of an earlier chapter comes last.
    """
    ordered = sorted(appearances)
    near = _Nearness(turns[0].scene if turns else 0)
    index = 0
    found: list[list[Candidate]] = []
    parts = [_parts(turn) for turn in turns]
    for number, turn in enumerate(turns):
        near.enter(turn.scene)
        while index < len(ordered) and ordered[index].offset < turn.start:
            near.add(ordered[index])
            index += 1
        near.move_to(turn.start)
        inside = index
        while index < len(ordered) and ordered[index].offset < turn.end:
            if not ordered[index].in_speech:
                near.add_here(ordered[index])
            index += 1
        found.append(_ranked(near.people, _engaged(turns, parts, number)))
        near.listen(turn, ordered[inside:index])
    return found


class _Nearness:
    """Everyone's nearness at one place of the story, moved on from turn to turn."""

    def __init__(self, scene: int) -> None:
        self.people: dict[EntityId, float] = {}
        self._scene = scene
        self._position = 0

    def enter(self, scene: int) -> None:
        if scene != self._scene:
            self.people = {person: value * NEW_SCENE for person, value in self.people.items()}
            self._scene = scene

    def add(self, appearance: Appearance) -> None:
        self.move_to(appearance.offset)
        self.add_here(appearance)

    def add_here(self, appearance: Appearance) -> None:
        person = appearance.person
        self.people[person] = self.people.get(person, 0.0) + appearance.weight

    def move_to(self, position: int) -> None:
        if position > self._position:
            _fade(self.people, position - self._position)
            self._position = position

    def listen(self, turn: Turn, spoken_of: Sequence[Appearance]) -> None:
        """Pass over the words of a turn: a long speech takes nobody out of the room."""
        _fade(self.people, min(turn.end - turn.start, LONGEST_TURN))
        self._position = max(self._position, turn.end)
        for person, weight in {
            appearance.person: appearance.weight for appearance in spoken_of if appearance.in_speech
        }.items():
            self.people[person] = self.people.get(person, 0.0) + weight


def _fade(near: dict[EntityId, float], distance: int) -> None:
    factor = exp(-distance / FADING)
    for person in list(near):
        near[person] *= factor
        if near[person] < FORGOTTEN:
            del near[person]


def _parts(turn: Turn) -> dict[EntityId, float]:
    """Those who have a part in a turn, as far as the turn itself tells."""
    parts = dict.fromkeys(sorted(turn.spoken_of), TALKED_ABOUT)
    parts |= {person: BY_CALL * weight for person, weight in turn.called}
    parts |= dict.fromkeys(turn.told, BY_NAME)
    claim = turn.claim
    if claim is not None:
        if claim.person is not None:
            parts[claim.person] = BY_NAME if claim.settled else BY_PRONOUN
        return parts
    for beat in turn.beats:
        if beat.person is not None and beat.place in NEAR_BEATS:
            parts[beat.person] = BY_PRONOUN * (1.0 if beat.settled else BY_PRONOUN)
        elif beat.person is not None and beat.settled:
            parts.setdefault(beat.person, BY_ACT)
    return parts


def _engaged(
    turns: Sequence[Turn], parts: Sequence[dict[EntityId, float]], number: int
) -> dict[EntityId, float]:
    """Those who have a part in the turns around this one, in the same scene."""
    engaged: dict[EntityId, float] = {}
    for other in range(max(number - REACH, 0), min(number + REACH + 1, len(turns))):
        if other == number or turns[other].scene != turns[number].scene:
            continue
        fading = 1 / (1 + abs(other - number) / HALF)
        for person, weight in parts[other].items():
            engaged[person] = engaged.get(person, 0.0) + weight * fading
    return engaged


def _ranked(near: dict[EntityId, float], engaged: dict[EntityId, float]) -> list[Candidate]:
    people = [
        Candidate(person, near.get(person, 0.0), engaged.get(person, 0.0))
        for person in near.keys() | engaged
    ]
    people.sort(key=lambda who: (-who.nearness - who.engaged, who.person))
    return people[:MOST]
