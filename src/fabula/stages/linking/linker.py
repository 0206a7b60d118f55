"""Walks through the mentions of a story and decides whom each one means."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp

from msgspec import Struct

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.descriptions import Descriptions, Meant
from fabula.stages.linking.equations import find_equations
from fabula.stages.linking.families import Families
from fabula.stages.linking.focus import Focus, Person
from fabula.stages.linking.name_index import NameIndex
from fabula.stages.linking.phrases import Phrase, own_pronoun, read_phrase
from fabula.stages.linking.scoring import Context, may_be_meant, score
from fabula.stages.linking.surroundings import (
    Surroundings,
    surroundings_of,
    talking_paragraphs,
)
from fabula.story import Entity, EntityId, MentionId, Story

LEAST_PROBABILITY = 0.3
"""Below this the likeliest person is too doubtful to be named."""


CLEAR = 0.6
"""From here on a pronoun tells what someone's pronouns are who is only described."""


class Decision(Struct, frozen=True):
    """A mention and whom it means; None where nobody fits well enough."""

    place: Surroundings
    meant: Meant | None
    phrase: Phrase | None = None


def decide(story: Story, cast: Sequence[Entity]) -> list[Decision]:
    """Whom each mention of a person means, in the order of the mentions' heads."""
    return list(_Linker(story, cast).decisions())


class _Linker:
    def __init__(self, story: Story, cast: Sequence[Entity]) -> None:
        weights = weigh(story, cast)
        self._people = {entity.id: _person(entity, weights[entity.id]) for entity in cast}
        self._narrator = next((p for p in self._people.values() if p.narrator), None)
        self._index = NameIndex(cast)
        self._focus = Focus()
        self._context = Context(self._focus, talking_paragraphs(story))
        self._descriptions = Descriptions(
            self._focus, self._index, Families(cast), {entity.id: entity.name for entity in cast}
        )
        self._equations = find_equations(story)
        # By head, so that “his” is known before “his brother”.
        places = sorted(surroundings_of(story), key=lambda place: place.mention.head.start)
        self._places = places
        self._by_id = {place.mention.id: place for place in places}
        self._by_start = {p.mention.start: p for p in places if p.mention.form != "nominal"}
        self._decided: dict[MentionId, Person] = {}

    def decisions(self) -> Iterator[Decision]:
        for place in self._places:
            phrase = read_phrase(place) if place.mention.form == "nominal" else None
            meant = self._meant(place, phrase)
            if meant is not None:
                self._decided[place.mention.id] = meant.person
                self._focus.note(meant.person, place)
            yield Decision(place, meant, phrase)

    def _meant(self, place: Surroundings, phrase: Phrase | None) -> Meant | None:
        if place.mention.form == "proper":
            return self._named(place)
        if phrase is not None:
            return self._described(place, phrase)
        return self._pointed_at(place)

    def _named(self, place: Surroundings) -> Meant | None:
        bearers = self._index.bearers(place.text)
        if not bearers:
            return None
        if len(bearers) == 1:
            return Meant(self._people[bearers[0].id], "name", 0.95)
        for candidate in self._focus.candidates():
            if any(candidate.person.key == entity.id for entity in bearers):
                return Meant(candidate.person, "name, last mentioned", 0.7)
        return Meant(self._people[bearers[0].id], "name, first of several", 0.5)

    def _described(self, place: Surroundings, phrase: Phrase) -> Meant | None:
        owner = self._owner(place) if phrase.reference == "possessed" else None
        equation = self._equations.get(place.mention.id)
        if equation is not None:
            person = self._equated(equation.same_as)
            if person is not None and _agree(person, phrase):
                self._descriptions.learn(phrase, person, owner)
                return Meant(person, equation.reason, 0.75)
        return self._descriptions.meant(place, phrase, owner, self._people)

    def _owner(self, place: Surroundings) -> Person | None:
        """Whose relative or companion it is: the pronoun or name that opens the phrase."""
        inner = self._by_start.get(place.mention.start)
        return self._decided.get(inner.mention.id) if inner is not None else None

    def _equated(self, mention_id: MentionId) -> Person | None:
        """The person of the other side, whose name may only follow."""
        if mention_id in self._decided:
            return self._decided[mention_id]
        place = self._by_id.get(mention_id)
        if place is None or place.mention.form != "proper":
            return None
        meant = self._named(place)
        return meant.person if meant else None

    def _pointed_at(self, place: Surroundings) -> Meant | None:
        agreement = own_pronoun(place)
        if agreement in {"I", "we", "you", None}:
            if agreement == "I" and place.narrated and self._narrator is not None:
                return Meant(self._narrator, "narrator", 0.95)
            return None
        if agreement == "they":
            return self._several(place)
        return self._likeliest(place, agreement) if agreement is not None else None

    def _several(self, place: Surroundings) -> Meant | None:
        """“they”: the nearest group, or a person of that pronoun."""
        for candidate in self._focus.candidates():
            near = place.told - candidate.last.told <= 400
            if near and candidate.person.pronoun == "they":
                return Meant(candidate.person, "pronoun", 0.5)
        return None

    def _likeliest(self, place: Surroundings, agreement: Agreement) -> Meant | None:
        scored: list[tuple[float, Person]] = []
        for candidate in self._focus.candidates():
            if may_be_meant(place, candidate, agreement, self._context):
                value = score(place, candidate, len(scored), self._context)
                scored.append((value, candidate.person))
        if not scored:
            return None
        highest = max(value for value, _ in scored)
        total = sum(exp(value - highest) for value, _ in scored)
        person = next(person for value, person in scored if value == highest)
        probability = 1 / total
        if probability < LEAST_PROBABILITY:
            return None
        if person.pronoun is None and not person.in_cast and probability >= CLEAR:
            person.pronoun = agreement
        return Meant(person, "pronoun", round(probability, 2))


def weigh(story: Story, cast: Sequence[Entity]) -> Mapping[EntityId, int]:
    """How much of the story each member of the cast has, by how often they are named: 0 to 3."""
    index = NameIndex(cast)
    counts: Counter[EntityId] = Counter()
    for mention in story.mentions:
        if mention.type == "PER" and mention.form == "proper":
            counts.update(e.id for e in index.bearers(story.document[mention])[:1])
    total = max(sum(counts.values()), 1)
    return {entity.id: weight_of(counts[entity.id] / total) for entity in cast}


def weight_of(share: float) -> int:
    """0 below a hundredth of all names, 3 from a sixth on."""
    return bisect_right((0.01, 0.05, 0.16), share)


def _person(entity: Entity, weight: int) -> Person:
    return Person(
        entity.id,
        entity.pronouns,
        in_cast=True,
        group=entity.kind == "group",
        narrator=entity.narrator,
        weight=weight,
    )


def _agree(person: Person, phrase: Phrase) -> bool:
    if person.group != phrase.plural:
        return False
    return phrase.pronoun is None or person.pronoun in {None, phrase.pronoun}


def entity_of(meant: Meant | None) -> EntityId | None:
    """The entity's id, if the person meant is in the cast."""
    return EntityId(meant.person.key) if meant is not None and meant.person.in_cast else None
