"""What is known of whose relative is who, while more is read."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from fabula.labels import INVERSES, RelationKind
from fabula.stages.relating.kinds import FAMILY
from fabula.stages.relating.people import People
from fabula.story import EntityId

_CLOSE = FAMILY | {"twin", "friend", "lover", "former_lover"}

Related = tuple[EntityId, RelationKind, EntityId]
"""The first is KIND of the second."""


class Settled:
    """Relations between people of the cast, by person."""

    def __init__(self, relations: Iterable[Related]) -> None:
        self._by_person: defaultdict[EntityId, list[tuple[EntityId, RelationKind]]]
        self._by_person = defaultdict(list)
        for a, kind, b in relations:
            self.add(a, kind, b)

    def add(self, a: EntityId, kind: RelationKind, b: EntityId) -> None:
        """Know that `a` is KIND of `b`."""
        self._by_person[b].append((a, kind))
        self._by_person[a].append((b, INVERSES.get(kind, kind)))

    def has(self, people: People, owner: EntityId, kind: RelationKind, gender: str) -> bool:
        """Whether somebody of the cast is that relative of the owner already."""
        return any(
            known == kind and people.may_be(who, gender) for who, known in self._by_person[owner]
        )

    def are(self, one: EntityId, other: EntityId, kinds: Collection[str]) -> bool:
        """Whether two people are one of these to each other."""
        return any(who == one and kind in kinds for who, kind in self._by_person[other])

    def are_otherwise(self, one: EntityId, other: EntityId, *, besides: RelationKind) -> bool:
        """Whether two are known to be kin, a couple or friends in another way than this.

        A captain or a captor may be one's sister all the same.
        """
        return self.are(one, other, _CLOSE - {besides})
