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
# A speech counts as no longer than this: those who listen to it are still there.
LONGEST_TURN = 150
# Turns ahead whose cues name a speaker that may already be in the room.
LOOK_AHEAD = 4


class Appearance(Struct, frozen=True, order=True):
    """Someone is mentioned at `offset`; names count more than pronouns, talk of people less."""

    offset: int
    person: EntityId
    weight: float
    in_speech: bool = False


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
    near = _Nearness(turns[0].scene if turns else 0)
    index = 0
    found: list[list[Candidate]] = []
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
        found.append(_ranked(near.people, _named_ahead(turns, number)))
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
