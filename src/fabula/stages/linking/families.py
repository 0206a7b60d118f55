"""Relatives in the cast: who may be “his wife”, “her mother”, “Tom's brother”."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from fabula.lexicon.kinship import KIN, SAME_RELATIVE
from fabula.stages.naming.person_names import PersonName, parse_name
from fabula.story import Entity, EntityId

SPOUSES = frozenset("wife husband widow spouse".split())
PARENTS = frozenset(
    "mother father mamma mama papa dad mom mum stepmother stepfather parent".split()
)


class Families:
    """The cast by family name, with the titles that tell its generations apart."""

    def __init__(self, cast: Sequence[Entity]) -> None:
        self._cast = {entity.id: entity for entity in cast}
        self._names = {entity.id: tuple(_names(entity)) for entity in cast if entity.named}
        self._members: defaultdict[str, list[EntityId]] = defaultdict(list)
        self._titled: dict[str, list[EntityId]] = {}
        for entity_id in self._names:
            for family in self.families_of(entity_id):
                self._members[family].append(entity_id)

    def families_of(self, entity_id: EntityId) -> frozenset[str]:
        """The family names of a person; “Mr. Brook” is a Brook too."""
        return frozenset(
            name.family or name.single or ""
            for name in self._names.get(entity_id, ())
            if name.family or (name.single and name.has_title("mr", "mrs", "miss"))
        )

    def relatives(self, entity_id: EntityId, noun: str) -> list[EntityId]:
        """Who of the same family name may be this relative, the likelier ones only.

        Finds:
            Members of the family of the right sex; a wife and a mother are called Mrs., a
            husband has a wife who is.
        Why it holds:
            Relatives share a name, and courtesy titles tell who is married.
        Misses:
            Mothers' families, married sisters, the families of stories that use first names.

        Example:
            Of Tom Brook, “his wife” may be Mrs. Brook, “his sister” Miss Ada Brook.
        """
        pronoun = KIN.get(noun)
        found = [
            member
            for family in sorted(self.families_of(entity_id))
            for member in self._members[family]
            if member != entity_id and self._agrees(member, pronoun)
        ]
        found = list(dict.fromkeys(found))
        married = [member for member in found if self._has_title(member, "mrs", "madame")]
        if noun == "husband" and not self._has_title(entity_id, "mrs", "madame"):
            return []
        if noun in SPOUSES | PARENTS:
            return married if pronoun == "she" else found
        return [member for member in found if member not in married]

    def _agrees(self, member: EntityId, pronoun: str | None) -> bool:
        entity = self._cast[member]
        return entity.kind == "person" and (pronoun == "any" or entity.pronouns in {None, pronoun})

    def _has_title(self, member: EntityId, *keys: str) -> bool:
        return any(name.has_title(*keys) for name in self._names.get(member, ()))

    def called(self, noun: str) -> list[EntityId]:
        """Who goes by a word for this relative alone: of “mother” the one called Mum."""
        words = SAME_RELATIVE.get(noun, frozenset())
        return [
            entity_id
            for entity_id, names in self._names.items()
            if any(name.single in words and not name.titles for name in names)
        ]

    def titled(self, noun: str) -> list[EntityId]:
        """Who bears this noun as a title: Captain Brook is “the captain”."""
        if noun not in self._titled:  # the same few nouns are asked for again and again
            key = parse_name(f"{noun.title()} X").titles
            bearers = (each for each in self._names if key and self._has_title(each, key[0].key))
            self._titled[noun] = list(bearers)
        return self._titled[noun]


def _names(entity: Entity) -> Iterable[PersonName]:
    yield parse_name(entity.name)
    for alias in entity.aliases:
        yield parse_name(alias.name)
