"""The cast: who is in the story."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.epithets import find_epithets
from fabula.stages.linking.linker import decide
from fabula.stages.linking.unnamed import find_unnamed
from fabula.stages.naming.name_evidence import NameEvidence, gather
from fabula.stages.naming.name_merging import merge_names
from fabula.stages.naming.named_people import NamedPerson
from fabula.stages.naming.narrators import find_narrator
from fabula.story import Alias, Entity, EntityId, Pronouns, Story

_STORED: dict[Agreement, Pronouns] = {"he": "he", "she": "she", "they": "they", "neo": "they"}


class FindCast:
    """Finds who is in the story: people by name, the narrator, and people known by a role.

    “Captain Brook”, “Ada Brook” and “Ada” become one entity with the reason of each alias. Places,
    ships and bodies are not cast. Entities are in order of first appearance.
    """

    requires = ("paratext", "chapters", "scenes", "quotations", "mentions")
    provides = "cast"

    def __call__(self, story: Story) -> Sequence[Entity]:
        """The cast, with ids from e1 on."""
        evidence = gather(story)
        people = merge_names(evidence)
        named = [(_first(person), _entity(person)) for person in people]
        named += _families(evidence)
        named = _numbered(find_narrator(story, evidence, named))
        decisions = decide(story, [entity for _, entity in named])
        epithets = find_epithets(decisions)
        found = [
            (first, structs.replace(entity, aliases=entity.aliases + epithets.get(entity.id, ())))
            for first, entity in named
        ]
        names = {entity.id: entity.name for _, entity in named}
        taken = {alias.name.lower() for aliases in epithets.values() for alias in aliases}
        found += [(new.first, new.entity) for new in find_unnamed(decisions, names, taken)]
        return [entity for _, entity in _numbered(found)]


def _numbered(found: Iterable[tuple[int, Entity]]) -> list[tuple[int, Entity]]:
    """Ids in the order of first appearance."""
    ordered = sorted(found, key=lambda item: item[0])
    return [
        (first, structs.replace(entity, id=EntityId(f"e{number}")))
        for number, (first, entity) in enumerate(ordered, start=1)
    ]


def _first(person: NamedPerson) -> int:
    return min(use.first for use in person.uses)


def _entity(person: NamedPerson) -> Entity:
    name = _display_name(person)
    aliases = {
        use.name.text: Alias(name=use.name.text, reason=reason)
        for use, reason in zip(person.uses, person.reasons, strict=True)
    }
    aliases.pop(name, None)
    return Entity(
        id=EntityId("e0"),
        name=name,
        aliases=tuple(aliases.values()),
        pronouns=_pronouns(person),
    )


def _display_name(person: NamedPerson) -> str:
    """The fullest name in its commonest form; a title stays where it stands for a name."""
    counts: Counter[str] = Counter()
    fullest = max(_fullness(use.name.is_full, bool(use.name.titles)) for use in person.uses)
    for use in person.uses:
        if _fullness(use.name.is_full, bool(use.name.titles)) == fullest:
            counts[use.name.text] += use.count
    return counts.most_common(1)[0][0]


def _fullness(full: bool, titled: bool) -> int:
    """Given and family name say most; then a title with a name; then one word."""
    if full:
        return 2
    return 1 if titled else 0


def _pronouns(person: NamedPerson) -> Pronouns | None:
    """The pronoun by title or by the text; a usual given name where both are silent."""
    likely = person.likely_pronoun
    return _STORED.get(likely) if likely is not None else None


def _families(evidence: NameEvidence) -> Iterator[tuple[int, Entity]]:
    """“the Brooks”: a group."""
    for use in evidence.uses:
        if use.name.family_only:
            entity = Entity(
                id=EntityId("e0"), name=f"the {use.name.text}", kind="group", pronouns="they"
            )
            yield use.first, entity
