"""Whom the words for a relative point at, by the rules that join words or by their chains."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import TypeAlias

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.stages.relating.claims import Sign
from fabula.stages.relating.people import People
from fabula.stages.relating.unresolved import Unresolved
from fabula.story import EntityId

CHAINED = 0.5
"""The chain of the words is somebody's: of few people it is so half the time, so that it makes
other signs surer and says nothing alone."""

CHAINED_IN_NOVEL = 0.3
"""The same in a long story, whose chains run over many people, however often."""

LONG = 60_000
"""Characters from which on a story is long."""

_BY_RULE: Mapping[str | None, float] = MappingProxyType(
    {
        "introduction": 0.85,
        "relative by title": 0.85,
        "relative in focus": 0.75,
        "only such relative": 0.6,
    }
)
"""How often the rules that look for relatives are right. Those for friends are not."""

Guess: TypeAlias = tuple[Sign, EntityId, float]
"""Who may be meant, by which sign, and how far it is to be trusted."""

_Slot: TypeAlias = tuple[EntityId, RelationKind, str]
"""A place beside somebody: his sister, whoever she is."""


class Pointed:
    """Whom the words for the relatives of a story point at.

    Each guess counts by how many of all words for that relative agree with it: a chain that
    holds one “my aunt” of forty has hers by mistake.
    """

    def __init__(self, people: People, nouns: Sequence[Unresolved]) -> None:
        """What the rules and the chains make of these nouns."""
        self._people = people
        self.is_long = len(people.story.document.text) >= LONG
        self._words: Counter[_Slot] = Counter()
        self._ruled: Counter[_Slot] = Counter()
        self._by_rule: Counter[tuple[_Slot, EntityId]] = Counter()
        self._chained: Counter[tuple[_Slot, EntityId]] = Counter()
        for noun in nouns:
            slot = _slot(noun)
            self._words[slot] += 1
            for who in self._chains_of(noun):
                self._chained[slot, who] += 1
            for who, _ in self._rules_of(noun):
                self._ruled[slot] += 1
                self._by_rule[slot, who] += 1

    def at(self, noun: Unresolved) -> Iterator[Guess]:
        """Whom the words point at; nobody where a rule and the chain have two people."""
        slot, chained, ruled = _slot(noun), self._chains_of(noun), self._rules_of(noun)
        if len(chained | self.ruled_of(noun)) != 1:
            return
        for who, sure in ruled:
            yield "rule", who, sure * self._by_rule[slot, who] / self._ruled[slot]
        trust = CHAINED_IN_NOVEL if self.is_long else CHAINED
        for who in chained:
            yield "chain", who, trust * self._chained[slot, who] / self._words[slot]

    def people_of(self, noun: Unresolved) -> Set[EntityId]:
        """All whom the words point at, by whatever rule, or by their chain."""
        return self._chains_of(noun) | self.ruled_of(noun)

    def ruled_of(self, noun: Unresolved) -> Set[EntityId]:
        """All to whom a rule joined the words."""
        found = {self._people.linked(each) for each in self._people.mentions_at(noun.row)}
        return {each for each in found if each is not None}

    def _chains_of(self, noun: Unresolved) -> Set[EntityId]:
        found = {self._people.chained_to(each) for each in self._people.mentions_at(noun.row)}
        return {each for each in found if each is not None and self._people.is_human(each)}

    def _rules_of(self, noun: Unresolved) -> Sequence[tuple[EntityId, float]]:
        found = []
        for mention in self._people.mentions_at(noun.row):
            who, trust = self._people.linked(mention), _BY_RULE.get(self._people.reason(mention))
            if who is not None and trust is not None and self._people.is_human(who):
                found.append((who, trust))
        return found


def _slot(noun: Unresolved) -> _Slot:
    return noun.owner, noun.kind, KIN.get(noun.noun, "any")
