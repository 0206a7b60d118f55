"""Who has been together with whom before: what is new to somebody, and what is not."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

from fabula.story import EntityId, Story


class Acquaintance:
    """The first time that any two people of a story are together or talk with each other."""

    def __init__(self, story: Story) -> None:
        self._starts = [scene.start for scene in story.scenes]
        self._company = _company(story)
        self._talk = _talk(story)

    def have_met(self, one: EntityId, other: EntityId, before: int) -> bool:
        """Whether two were in an earlier scene together, or have talked before this offset."""
        talked = self._talk.get(frozenset((one, other)))
        if talked is not None and talked < before:
            return True
        nowhere: frozenset[int] = frozenset()
        together = self._company.get(one, nowhere) & self._company.get(other, nowhere)
        now = bisect_right(self._starts, before) - 1
        return any(scene < now for scene in together)


def _company(story: Story) -> Mapping[EntityId, frozenset[int]]:
    """The numbers of the scenes in which each is present."""
    numbers = {scene.id: number for number, scene in enumerate(story.scenes)}
    company: defaultdict[EntityId, set[int]] = defaultdict(set)
    for presence in story.presence:
        for entity_id in presence.entity_ids:
            company[entity_id].add(numbers[presence.scene_id])
    return {entity_id: frozenset(scenes) for entity_id, scenes in company.items()}


def _talk(story: Story) -> Mapping[frozenset[EntityId], int]:
    starts = {quotation.id: quotation.start for quotation in story.quotations}
    first: dict[frozenset[EntityId], int] = {}
    for said in story.attributions:
        if said.speaker_id is None:
            continue
        for who in said.addressee_ids:
            pair = frozenset((said.speaker_id, who))
            start = starts[said.quotation_id]
            first[pair] = min(first.get(pair, start), start)
    return first
