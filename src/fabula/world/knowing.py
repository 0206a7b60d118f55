"""Who knows of what, how they came to, who else does, and of whom the story does not say so."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from fabula.corrections.names import key_of
from fabula.labels import KnowingHow
from fabula.story import ChainId, Entity, EntityId, Knowledge, Story
from fabula.world.acquaintance import Acquaintances
from fabula.world.passages import Passage, passage
from fabula.world.things import Things, bare

MOST_UNAWARE = 8
"""People of whom it is not told that they know, who are listed: the rest are further off."""


class Known(Struct, frozen=True):
    """Somebody knows of a person, a thing or an event (`of`), and how they came to.

    `others` know of it too by then or later. `unaware` are people with lines of their own of whom
    the text does not say that they know, nor has them meet: it is no promise that they do not.
    """

    who: str
    of: str
    how: KnowingHow
    since: int
    passage: Passage
    others: tuple[str, ...] = ()
    unaware: tuple[str, ...] = ()


class Knowing:
    """The knowledge of a story by whom it is of and by who has it."""

    def __init__(self, story: Story) -> None:
        """The layer `knowledge`, with the words for what is known."""
        self._story = story
        self._things = Things(story)
        self._names: dict[str, str] = {entity.id: entity.name for entity in story.cast}
        self._events = {str(event.id): event for event in story.events}
        self._knowers: defaultdict[str, list[EntityId]] = defaultdict(list)
        for each in story.knowledge:
            self._knowers[each.of_id].append(each.who_id)
        self._ties = Acquaintances(story)
        speakers = {each.speaker_id for each in story.attributions}
        self._voices = [e for e in story.cast if e.kind == "person" and e.id in speakers]
        self._kin = {frozenset((each.a_id, each.b_id)) for each in story.relations}

    def of_person(self, entity: Entity) -> tuple[Known, ...]:
        """What somebody has come to know, in the order of telling."""
        return self._all([each for each in self._story.knowledge if each.who_id == entity.id])

    def about_person(self, entity: Entity) -> tuple[Known, ...]:
        """Who has come to know of somebody."""
        return self._all([each for each in self._story.knowledge if each.of_id == entity.id])

    def about_thing(self, words: str) -> tuple[Known, ...]:
        """Who has come to know of a thing, or of what the passages tell in these words."""
        chains = [each.of_id for each in self._story.knowledge if each.of_id in self._chains()]
        called = set(self._things.called(words, [ChainId(each) for each in chains]))
        asked = set(bare(words).split())
        found = [
            each
            for each in self._story.knowledge
            if each.of_id in called or (asked and asked <= self._words_of(each))
        ]
        return self._all(found)

    def _chains(self) -> frozenset[str]:
        return frozenset(chain.id for chain in self._story.chains)

    def _words_of(self, known: Knowledge) -> set[str]:
        """The words of the passage behind what is known of an event or a thing."""
        if known.of_id in self._names:
            return set()
        said = passage(self._story, known.evidence).quote
        return {word.strip(".,;:!?“”‘’\"'") for word in key_of(said).split()}

    def _all(self, found: Sequence[Knowledge]) -> tuple[Known, ...]:
        return tuple(
            Known(
                who=self._names[each.who_id],
                of=self._label(each),
                how=each.how,
                since=each.since,
                passage=passage(self._story, each.evidence),
                others=self._others(each),
                unaware=self._unaware(each),
            )
            for each in found
        )

    def _label(self, known: Knowledge) -> str:
        """A person's name, a thing's words, the sentence of an event."""
        if known.of_id in self._names:
            return self._names[known.of_id]
        if known.of_id in self._events:
            return passage(self._story, self._events[known.of_id].span).quote
        return self._things.name(ChainId(known.of_id))

    def _others(self, known: Knowledge) -> tuple[str, ...]:
        knowers = dict.fromkeys(self._knowers[known.of_id])
        return tuple(self._names[each] for each in knowers if each != known.who_id)

    def _unaware(self, known: Knowledge) -> tuple[str, ...]:
        knowers = {*self._knowers[known.of_id], known.of_id, *self._doers(known)}
        apart = [each for each in self._voices if each.id not in knowers]
        if known.of_id in self._names:
            of = EntityId(known.of_id)
            apart = [
                each
                for each in apart
                if self._ties.are_apart(each.id, of) and frozenset((each.id, of)) not in self._kin
            ]
        return tuple(each.name for each in apart[:MOST_UNAWARE])

    def _doers(self, known: Knowledge) -> frozenset[EntityId]:
        """Those who have a part in what is known: they know of it themselves."""
        event = self._events.get(known.of_id)
        parts = {*event.agents, *event.patients} if event is not None else set()
        return frozenset(
            chain.entity_id
            for chain in self._story.chains
            if parts and chain.entity_id is not None and not parts.isdisjoint(chain.mention_ids)
        )
