"""How much people of a story have to do with each other, by lines exchanged and scenes shared."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from msgspec import Struct

from fabula.story import EntityId, Story

HALF_LINES = 20
"""Lines exchanged that are half of what talk can add: a conversation of a page."""

HALF_SCENES = 3
"""Scenes shared that are half of what company can add."""


class Acquaintance(Struct, frozen=True):
    """Somebody whom a person has to do with.

    `lines` went either way between the two, `scenes` have both of them. `strength` runs from 0
    towards 1: the mean of lines / (lines + 20) and scenes / (scenes + 3), so that two who share
    three scenes and exchange twenty lines stand at one half. It says how much the story has them
    together, not whether they like it.
    """

    name: str
    lines: int
    scenes: int
    strength: float


class Acquaintances:
    """Who has to do with whom in a story, counted once for everybody."""

    def __init__(self, story: Story) -> None:
        """The acquaintances of a story with its attributions and presence."""
        self._names: Mapping[EntityId, str] = {each.id: each.name for each in story.cast}
        self._lines: defaultdict[EntityId, Counter[EntityId]] = defaultdict(Counter)
        for said in story.attributions:
            for hearer in said.addressee_ids if said.speaker_id is not None else ():
                assert said.speaker_id is not None
                self._lines[said.speaker_id][hearer] += 1
                self._lines[hearer][said.speaker_id] += 1
        self._scenes: Mapping[EntityId, list[int]] = _scenes_of(story)
        self._present = [frozenset(each.entity_ids) for each in story.presence]

    def of(self, entity_id: EntityId) -> tuple[Acquaintance, ...]:
        """Those whom somebody talks or shares a scene with, the strongest tie first."""
        scenes: Counter[EntityId] = Counter()
        for number in self._scenes.get(entity_id, ()):
            scenes.update(self._present[number] - {entity_id})
        lines = self._lines.get(entity_id, Counter())
        found = [
            Acquaintance(
                name=name,
                lines=lines[other],
                scenes=scenes[other],
                strength=strength(lines[other], scenes[other]),
            )
            for other, name in self._names.items()
            if other != entity_id and (lines[other] or scenes[other])
        ]
        return tuple(sorted(found, key=lambda each: -each.strength))

    def are_apart(self, one: EntityId, other: EntityId) -> bool:
        """Whether two people neither talk nor share a scene."""
        talked = self._lines.get(one, Counter())[other]
        return not talked and not any(
            other in self._present[number] for number in self._scenes.get(one, ())
        )


def strength(lines: int, scenes: int) -> float:
    """The strength of a tie; see `Acquaintance`. `strength(20, 3)` is 0.5, `strength(0, 0)` 0."""
    talk, company = lines / (lines + HALF_LINES), scenes / (scenes + HALF_SCENES)
    return round((talk + company) / 2, 2)


def _scenes_of(story: Story) -> Mapping[EntityId, list[int]]:
    """The numbers of the scenes in which each is present."""
    scenes: defaultdict[EntityId, list[int]] = defaultdict(list)
    for number, presence in enumerate(story.presence):
        for entity_id in presence.entity_ids:
            scenes[entity_id].append(number)
    return scenes
