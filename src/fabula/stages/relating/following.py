"""Kin that follow from other kin: a brother's mother is one's own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from types import MappingProxyType

from fabula.labels import INVERSES, RelationKind
from fabula.stages.relating.kinds import FAMILY
from fabula.story import EntityId, Relation

_OF_SIBLING: tuple[RelationKind, ...] = (
    "parent",
    "grandparent",
    "aunt_or_uncle",
    "cousin",
    "sibling",
)
_FOLLOWS: Mapping[tuple[RelationKind, RelationKind], RelationKind] = MappingProxyType(
    {
        **{(kind, "sibling"): kind for kind in _OF_SIBLING},
        ("parent", "parent"): "grandparent",
        ("sibling", "parent"): "aunt_or_uncle",
        ("spouse", "aunt_or_uncle"): "aunt_or_uncle",
        ("child", "aunt_or_uncle"): "cousin",
        ("child", "parent"): "sibling",
        ("parent", "spouse"): "in_law",
        ("sibling", "spouse"): "in_law",
    }
)
"""If a is FIRST of b and b is SECOND of c, what a is of c."""

LEAST_SURE = 0.55
"""Below this nothing is concluded, as nothing is claimed that is told once by two guesses."""

MOST_KIN = 40
"""Kin of one person that are combined: nobody in a story has more who are told of."""


def with_what_follows(
    relations: Sequence[Relation],
    groups: frozenset[EntityId] = frozenset(),
    vague: frozenset[EntityId] = frozenset(),
) -> Sequence[Relation]:
    """The relations, and the kin that follow from two of them; nothing follows for `groups`.

    The children of `vague` people, who are called Father and nothing else, need be no siblings:
    each family has one.

    Finds:
        The parents, grandparents, uncles, cousins and siblings of a brother or sister, parents'
        parents, parents' siblings; uncles' wives and children; the parents and siblings of a
        husband or wife.
    Why it holds:
        Siblings share their kin, and children of one parent are siblings; where they share only
        half of it the text mostly says so.
    Misses:
        What takes three steps. A father's wife is left out: she need be no mother.

    Example:
        “my brother Felix”, “my aunt Leonie”: Leonie is an aunt of Felix.
    """
    told: defaultdict[EntityId, list[Relation]] = defaultdict(list)
    for relation in relations:
        if not groups.isdisjoint((relation.a_id, relation.b_id)):
            continue
        if relation.until is None and (relation.kind in FAMILY or relation.kind == "twin"):
            for way in _both_ways(relation):
                told[way.b_id].append(way)
    related = {frozenset((each.a_id, each.b_id)) for each in relations if each.kind in FAMILY}
    related |= {frozenset((each.a_id, each.b_id)) for each in relations if each.kind == "twin"}
    found: dict[frozenset[EntityId], Relation] = {}
    for middle in list(told):
        for relation in _through(middle, told[middle][:MOST_KIN]):
            if relation.kind == "sibling" and middle in vague:
                continue
            pair = frozenset((relation.a_id, relation.b_id))
            best = found.get(pair)
            if pair not in related and (best is None or best.confidence < relation.confidence):
                found[pair] = relation
    follows = [each for each in found.values() if each.confidence >= LEAST_SURE]
    return sorted([*relations, *follows], key=lambda each: (each.evidence, each.a_id, each.b_id))


def _both_ways(relation: Relation) -> Iterable[Relation]:
    yield relation
    yield _turned(relation)


def _turned(relation: Relation) -> Relation:
    return Relation(
        a_id=relation.b_id,
        b_id=relation.a_id,
        kind=INVERSES.get(relation.kind, relation.kind),
        since=relation.since,
        evidence=relation.evidence,
        confidence=relation.confidence,
    )


def _through(middle: EntityId, of_middle: Sequence[Relation]) -> Iterator[Relation]:
    """What those who are something to `middle` are to those to whom `middle` is something."""
    for first, second in product(of_middle, of_middle):
        other = _turned(second)
        kind = _FOLLOWS.get((_plain(first.kind), _plain(other.kind)))
        if kind is None or first.a_id == other.b_id or other.a_id != middle:
            continue
        later = max(first, other, key=lambda each: each.since)
        yield Relation(
            a_id=first.a_id,
            b_id=other.b_id,
            kind=kind,
            since=later.since,
            evidence=later.evidence,
            confidence=round(first.confidence * other.confidence, 2),
        )


def _plain(kind: RelationKind) -> RelationKind:
    """A twin is a sibling."""
    return "sibling" if kind == "twin" else kind
