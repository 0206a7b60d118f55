"""What surnames say against kin: Mr. Dray and Miss Fell are no brother and sister."""

from collections.abc import Sequence

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.lexicon.number_words import CARDINALS
from fabula.lexicon.titles import TITLES
from fabula.stages.relating.kinds import KIND_OF_PLURAL_OF_ONE
from fabula.stages.relating.people import People
from fabula.story import Entity, EntityId, Relation

_BY_BIRTH = frozenset({"mr", "miss", "master"})
"""Titles behind which, of a woman, the name stands that she was born with."""

_OF_ONE_NAME: frozenset[RelationKind] = frozenset({"sibling", "twin"})


def is_against_surnames(people: People, a: EntityId, kind: RelationKind, b: EntityId) -> bool:
    """Whether the names that two were born with say that they are no siblings, no father and child.

    Half-brothers and stepsisters have two names; where a story has them, most claims of siblings
    with two names are still mistakes about who is meant.

    Example:
        “Mr. Dray”, “Miss Fell”: no siblings. “Mrs. Fell” may be born a Dray.
    """
    one, other = people.cast[a], people.cast[b]
    if kind == "child":
        one, other, kind = other, one, "parent"
    if kind == "parent" and _pronoun(one) != "he":
        return False  # a mother's name says nothing of her child's
    if kind not in _OF_ONE_NAME and kind != "parent":
        return False
    first, second = _born_with(one), _born_with(other)
    return first is not None and second is not None and first != second


def _pronoun(entity: Entity) -> str | None:
    return entity.pronouns or KIN.get(entity.name.split(maxsplit=1)[0].lower())


def _born_with(entity: Entity) -> str | None:
    """The one surname that is told with Mr., Miss or Master.

    Of “Miss Ada Dray” and “Miss Ada” it is Dray.
    """
    titled = [
        words
        for words in (name.split() for name in entity.names if entity.named)
        if len(words) > 1 and words[0].lower().rstrip(".") in _BY_BIRTH
    ]
    whole = [words for words in titled if len(words) > 2] or titled
    names = {words[-1] for words in whole}
    married = any(_title(name) in {"mrs", "lady", "madame"} for name in entity.names)
    return next(iter(names)) if len(names) == 1 and not married else None


def _title(name: str) -> str | None:
    first = name.split(maxsplit=1)[0].lower().rstrip(".")
    return first if first in TITLES else None


def is_of_changing_group(people: People, a: EntityId, b: EntityId) -> bool:
    """Whether one of the two is a group such as “the sisters”: in each scene it may be others."""
    return any(_is_changing(people.cast[each]) for each in (a, b))


def _is_changing(entity: Entity) -> bool:
    words = entity.name.lower().split()
    if entity.kind != "group" or entity.named or words[-1] not in KIND_OF_PLURAL_OF_ONE:
        return False
    return CARDINALS.keys().isdisjoint(words)  # “the two sisters” are always these two


def without_clashes(people: People, relations: Sequence[Relation]) -> Sequence[Relation]:
    """The relations that no surname speaks against."""
    return [
        each
        for each in relations
        if not is_against_surnames(people, each.a_id, each.kind, each.b_id)
    ]
