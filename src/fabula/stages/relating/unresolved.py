"""Nouns for relatives of whom the sentence does not say who they are."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.couples import last_two
from fabula.stages.relating.described import described, name_between_commas
from fabula.stages.relating.kinds import KIND_OF_NOUN, kind_said
from fabula.stages.relating.members import Meant
from fabula.stages.relating.owners import owner_at
from fabula.stages.relating.people import People
from fabula.stages.relating.pointing import one_meant
from fabula.stages.relating.settled import Settled
from fabula.story import EntityId
from fabula.text import Span

OWNED = 0.9
"""“her mother” is told as somebody's mother, whoever she is."""

_PREDICATES = frozenset({"attr", "oprd", "appos", "compound", "nmod"})


class Unresolved(Struct, frozen=True):
    """Somebody is KIND of `owner`; `row` is that of the noun. Who it is, is open."""

    owner: EntityId
    kind: RelationKind
    noun: str
    row: int
    evidence: Span
    confidence: float


def unresolved_nouns(people: People, arcs: Arcs, settled: Settled) -> Iterator[Unresolved]:
    """The nouns with an owner in the cast which nobody in the cast is said to be meant by.

    In “Ines shut her mother's knife” the mother is open, in “her brother Tom” nobody is. “their”
    owns where the two told of last are known for siblings.
    """
    for row, word in enumerate(arcs.words):
        if KIND_OF_NOUN.get(word) is None or arcs.relation(row) in _PREDICATES:
            continue
        noun = described(arcs, row)
        if noun is None or is_explained(arcs, row) or one_meant(people, arcs, noun) is not None:
            continue
        for place in noun.owners:
            for owner in _owners(people, arcs, place, settled):
                if people.cast[owner.entity_id].kind != "person":
                    continue
                span = people.rows.span(min(place, row), max(place, row))
                sure = round(OWNED * owner.confidence, 3)
                evidence = Span(span.start, span.end)
                yield Unresolved(owner.entity_id, noun.kind, word, row, evidence, sure)


def is_explained(arcs: Arcs, row: int) -> bool:
    """Whether a name follows that says who it is, of the cast or not: “her brother, Tom Dray”."""
    named = (
        row + 2 < len(arcs.words) and arcs.words[row + 1] == "," and arcs.tag(row + 2) == "PROPN"
    )
    joined = named and arcs.relation(row + 2) in {"appos", "conj", "compound"}
    return joined or bool(arcs.of(row, "appos")) or name_between_commas(arcs, row) is not None


def _owners(people: People, arcs: Arcs, row: int, settled: Settled) -> Sequence[Meant]:
    """Whose relative it is: of “their mother” two siblings."""
    owner = owner_at(people, arcs, row)
    if owner is not None or arcs.words[row] != "their":
        return [] if owner is None else [owner]
    couple = last_two(people, row)
    if couple is None:
        return []
    one, other = couple
    return couple if settled.are(one.entity_id, other.entity_id, _OF_ONE_HOUSE) else []


_OF_ONE_HOUSE = frozenset({"sibling", "twin"})


def may_be_in_cast(people: People, row: int, owner: EntityId) -> bool:
    """Whether the chain of the noun is that of somebody in the cast who may be the relative."""
    gender = KIN.get(people.word(row))
    chained = {people.chained_to(mention) for mention in people.mentions_at(row)} - {None, owner}
    return any(each is not None and people.may_be(each, gender) for each in chained)


def kind_had(arcs: Arcs, row: int) -> RelationKind | None:
    """The kind of a noun with an article of its own: “husband” of “she had a husband”."""
    articles = {arcs.words[each] for each in arcs.of(row, "det")}
    modifiers = {arcs.words[each] for each in arcs.of(row, "amod", "compound", "nmod")}
    if not articles & {"a", "an"} or arcs.of(row, "poss"):
        return None
    return kind_said(arcs.words[row], frozenset(modifiers))
