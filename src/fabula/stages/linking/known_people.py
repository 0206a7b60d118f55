"""The cast as coreference sees it: people by id and by name, families, the narrator."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from fabula.lexicon.pronouns import YOU
from fabula.stages.linking.families import Families
from fabula.stages.linking.focus import Person
from fabula.stages.linking.name_index import NameIndex
from fabula.stages.linking.surroundings import Surroundings
from fabula.stages.naming.grown_ups import CHILDREN, is_grown_up
from fabula.story import Entity, Telling
from fabula.text import covering

WEIGHTS = (0.01, 0.05, 0.16)
"""Shares of all names in the story: from these on someone's weight is 1, 2, 3."""


class KnownPeople:
    """Everyone in the cast, with what the names of the story say about them."""

    def __init__(
        self,
        cast: Sequence[Entity],
        places: Iterable[Surroundings],
        tellings: Sequence[Telling] = (),
    ) -> None:
        self.index = NameIndex(cast)
        self.families = Families(cast)
        self._names: dict[str, str] = {entity.id: entity.name for entity in cast}
        self._ages: defaultdict[str, set[str]] = defaultdict(set)
        self._told_in: defaultdict[int, set[str]] = defaultdict(set)
        weights = self._read_names(places)
        self._people: dict[str, Person] = {
            entity.id: _person(entity, weights[entity.id]) for entity in cast
        }
        self._tellings = tellings
        self._grown_up = frozenset(entity.id for entity in cast if is_grown_up(entity))
        self.you = next((p for p in self._people.values() if p.pronoun == "you"), None)

    def __getitem__(self, key: str) -> Person:
        """The person with this entity id."""
        return self._people[key]

    def narrator_at(self, place: Surroundings) -> Person | None:
        """Who tells what stands here; None inside quotations and where nobody known does."""
        telling = covering(self._tellings, place.mention.start) if place.narrated else None
        return None if telling is None else self._people[telling.narrator_id]

    def bearers(self, name: str) -> list[Person]:
        """Those who bear this name or description."""
        return [self._people[entity.id] for entity in self.index.bearers(name)]

    def name_of(self, person: Person) -> str:
        """The name of a member of the cast; empty for anyone else."""
        return self._names.get(person.key, "")

    def ages(self, person: Person) -> frozenset[str]:
        """“old”, “young”: what the story puts before the person's name."""
        return frozenset(self._ages.get(person.key, ()))

    def may_be_called(self, person: Person, noun: str, age: str | None) -> bool:
        """Whether noun and age fit somebody: “the child” is not Captain Brook."""
        if noun in CHILDREN and person.key in self._grown_up:
            return False
        ages = self._ages.get(person.key)
        return age is None or not ages or age in ages

    def is_told_in(self, person: Person, sentence: int) -> bool:
        """Whether the narrator names this person somewhere in the sentence."""
        return person.key in self._told_in.get(sentence, ())

    def _read_names(self, places: Iterable[Surroundings]) -> defaultdict[str, int]:
        """Each person's weight, by how often they are named; notes the sentences on the way."""
        counts: Counter[str] = Counter()
        for place in places:
            bearers = self.index.bearers(place.text) if place.mention.form == "proper" else ()
            counts.update(entity.id for entity in bearers[:1])
            if place.before in {"old", "young"}:
                for entity in bearers:
                    self._ages[entity.id].add(place.before)
            if place.narrated:
                self._told_in[place.sentence].update(entity.id for entity in bearers)
        total = max(counts.total(), 1)
        weights: defaultdict[str, int] = defaultdict(int)
        weights.update({key: weight_of(count / total) for key, count in counts.items()})
        return weights


def weight_of(share: float) -> int:
    """0 below a hundredth of all names, 3 from a sixth on."""
    return bisect_right(WEIGHTS, share)


def _person(entity: Entity, weight: int) -> Person:
    return Person(
        entity.id,
        "you" if YOU in entity.names else entity.pronouns,
        in_cast=True,
        named=entity.named,
        group=entity.kind == "group",
        weight=weight,
    )
