"""The only other person with the surname: whose mother a Mrs. Dray mostly is."""

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.lexicon.titles import TITLES
from fabula.stages.relating.people import People
from fabula.story import Entity, EntityId

_OF_ONE_NAME: frozenset[RelationKind] = frozenset(
    {"parent", "child", "sibling", "twin", "spouse", "grandparent", "grandchild"}
)
"""What people mostly are to each other who have one surname."""


def namesake(people: People, owner: EntityId, kind: RelationKind, noun: str) -> EntityId | None:
    """The one other person with the surname of somebody whom the noun fits; None if several do.

    In “Saimi Dray had gone. Mrs. Dray wept. ‘Her mother mourns,’ they said” it is Mrs. Dray.
    """
    names = _surnames(people.cast[owner])
    if kind not in _OF_ONE_NAME or not names:
        return None
    fitting = [
        each.id
        for each in people.cast.values()
        if each.id != owner
        and each.kind == "person"
        and not names.isdisjoint(_surnames(each))
        and people.may_be(each.id, KIN.get(noun))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _surnames(entity: Entity) -> frozenset[str]:
    """The last words of names that have another: “Dray” of “Ines Dray” and of “Mrs. Dray”."""
    found = set[str]()
    for name in entity.names if entity.named else ():
        words = name.split()
        if len(words) > 1 and words[-1][0].isupper() and words[-1].lower() not in TITLES:
            found.add(words[-1])
    return frozenset(found)
