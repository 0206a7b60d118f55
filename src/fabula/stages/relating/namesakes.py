"""The only other person with the surname: whose mother a Mrs. Dray mostly is."""

from collections import defaultdict

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.lexicon.titles import TITLES
from fabula.stages.relating.people import People
from fabula.story import Entity, EntityId

_OF_ONE_NAME: frozenset[RelationKind] = frozenset(
    {"parent", "child", "sibling", "twin", "spouse", "grandparent", "grandchild"}
)
"""What people mostly are to each other who have one surname."""


class Namesakes:
    """The people of a cast by their surnames."""

    def __init__(self, people: People) -> None:
        """The cast of these people."""
        self._people = people
        self._bearers: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in people.story.cast:
            for name in _surnames(entity) if entity.kind == "person" else ():
                self._bearers[name].append(entity)

    def of(self, owner: EntityId, kind: RelationKind, noun: str) -> EntityId | None:
        """The one other person with a surname of the owner whom the noun fits; None of several.

        In “Saimi Dray had gone. Mrs. Dray wept. ‘Her mother mourns,’ they said” it is Mrs. Dray.
        """
        own = self._people.cast[owner]
        if kind not in _OF_ONE_NAME:
            return None
        fitting = {
            each.id
            for name in _surnames(own)
            for each in self._bearers[name]
            if each.id != owner
            and self._people.may_be(each.id, KIN.get(noun))
            # Mr. Dray and Diana Dray are father and daughter; a couple is Mr. and Mrs., or neither.
            and (kind != "spouse" or _is_titled(each) == _is_titled(own))
            and (kind not in _YOUNG or not _is_titled(each))
        }
        return fitting.pop() if len(fitting) == 1 else None


_YOUNG: frozenset[RelationKind] = frozenset({"child", "grandchild"})
"""Who is called Mr. Dray is hardly thought of as somebody's child."""


def _is_titled(entity: Entity) -> bool:
    first = entity.name.split(maxsplit=1)[0].lower().rstrip(".")
    return first in TITLES and first not in {"miss", "master"}


def _surnames(entity: Entity) -> frozenset[str]:
    """The last words of names that have another: “Dray” of “Ines Dray” and of “Mrs. Dray”."""
    found = set[str]()
    for name in entity.names if entity.named else ():
        words = name.split()
        if len(words) < 2 or words[-2].lower() == "the":
            continue  # “Angus the First”
        if words[-1][0].isupper() and words[-1].lower() not in TITLES:
            found.add(words[-1])
    return frozenset(found)
