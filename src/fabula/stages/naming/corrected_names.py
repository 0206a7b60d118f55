"""The reader's word on which names are one person's, applied where names are merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from fabula.corrections.names import key_of
from fabula.corrections.records import CORRECTION, CastCorrections
from fabula.stages.naming.name_evidence import Pair
from fabula.stages.naming.named_mentions import shown_name
from fabula.stages.naming.named_people import NamedPerson
from fabula.stages.naming.person_names import parse_name


class CorrectedNames:
    """What a reader says of the names of people, by the keys that names have in the story."""

    def __init__(self, corrections: CastCorrections) -> None:
        self._corrections = corrections
        self._renamed = {key_of(rename.to): rename.name for rename in corrections.rename}
        self.never = frozenset(self._pairs(each.names for each in corrections.never_merge))
        """Pairs of names that no rule may join."""
        split = ((split.name, part) for split in corrections.split for part in split.parts)
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for pair in (*self.never, *self._pairs(split)):
            for key in pair:
                self._apart[key] |= pair - {key}

    def applied(self, people: Sequence[NamedPerson]) -> list[NamedPerson]:
        """The people with the reader's splits, then the merges that no other correction forbids."""
        return self._united(self._parted(people))

    def _parted(self, people: Sequence[NamedPerson]) -> list[NamedPerson]:
        parted = list(people)
        for split in self._corrections.split:
            name, parts = self._key(split.name), set(map(self._key, split.parts))
            for person in parted:
                taken = [use for use in person.uses if use.name.key in parts]
                if name in person.keys - parts and taken:
                    for use in taken:
                        person.leave(use)
                    parted.append(NamedPerson.of(taken, CORRECTION))
                    break
        return parted

    def _united(self, people: Sequence[NamedPerson]) -> list[NamedPerson]:
        united = list(people)
        by_key = {key: person for person in people for key in person.keys}
        for merge in self._corrections.merge:
            keys = map(self._key, merge.names)
            meant = list({id(by_key[key]): by_key[key] for key in keys if key in by_key}.values())
            if len(meant) < 2 or self._forbidden(meant):
                continue
            first, *others = meant
            first.reasons = [CORRECTION if each == "name" else each for each in first.reasons]
            for person in others:
                for use in person.uses:
                    first.join(use, CORRECTION)
                    by_key[use.name.key] = first
                united.remove(person)
        return united

    def _forbidden(self, people: Iterable[NamedPerson]) -> bool:
        keys = {key for person in people for key in person.keys}
        return any(self._apart[key] & keys for key in keys if key in self._apart)

    def _pairs(self, groups: Iterable[Sequence[str]]) -> Iterator[Pair]:
        for names in groups:
            keys = sorted({self._key(name) for name in names})
            yield from map(frozenset, combinations(keys, 2))

    def _key(self, name: str) -> str:
        """The key of a name in the text; a name that the reader gave stands for the text's own."""
        seen: set[str] = set()
        while (given := key_of(name)) in self._renamed and given not in seen:
            seen.add(given)
            name = self._renamed[given]
        return parse_name(shown_name(name)).key
