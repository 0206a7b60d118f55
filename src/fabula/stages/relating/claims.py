"""A relation as one passage states it, and the weighing of many passages against each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import Literal

from msgspec import Struct

from fabula.labels import INVERSES, Pronouns, RelationKind
from fabula.stages.relating.kinds import ENDS, FAMILY
from fabula.story import EntityId, Relation
from fabula.text import Span

LEAST_CONFIDENCE = 0.55
"""Below this a relation is left out, as one passage that rests on two guesses."""

GUESSED_AGAIN = 0.15
"""What a further passage adds to a guess by rule, which mostly repeats its mistakes."""

MOST_GUESSES = 4
"""Further passages that are counted."""

LEAST_OF_FRIENDS = 0.68
"""Of friends more is asked: everybody who is about may be somebody's friend."""


Sign = Literal[
    "said",  # the words say who it is: “her brother Tom”
    "rule",  # a rule joined the words to him, as the relative who was told of last
    "chain",  # the chain of the words is his
    "cue",  # he says the line whose cue they are
    "next",  # he is named behind them
    "alone",  # nobody else is there who could be meant
    "namesake",  # he alone has the owner's surname
    "called",  # somebody is called Dad to his face, and no other dad is known
]
"""Why a passage is held to be about somebody. All but the first are guesses about who is meant."""


class Claim(Struct, frozen=True):
    """One passage says that `a` is KIND of `b`; `sign` is why these two are held to be meant.

    `owner` is how sure it is whose relative is told of, where `confidence` is only of who that is.
    """

    a: EntityId
    kind: RelationKind
    b: EntityId
    evidence: Span
    confidence: float
    sign: Sign = "said"
    owner: float = 1.0

    @property
    def turned(self) -> "Claim":
        """The same with the two in a fixed order, so that both ways of saying it are one."""
        return self if self.a <= self.b else self.turned_about

    @property
    def turned_about(self) -> "Claim":
        """The same from the other side: that Tom is a child of Ada, if she is a parent of his."""
        return Claim(
            self.b,
            INVERSES.get(self.kind, self.kind),
            self.a,
            self.evidence,
            self.confidence,
            self.sign,
            self.owner,
        )


def settle(
    claims: Iterable[Claim], pronouns: Mapping[EntityId, Pronouns | None]
) -> Sequence[Relation]:
    """The relations that the claims come to, in the order in which they are first told.

    Passages that say so make each other surer, as if they were wrong independently. Of guesses
    about who is meant only those by different signs do: a chain that is wrong once is wrong
    again and again. Where two people are said to be different relatives of each other, what is
    surest holds, and so where somebody would have two mothers or two husbands at a time;
    `pronouns` tell mothers from fathers. A wedding ends an engagement, a divorce a marriage.
    """
    told: defaultdict[tuple[EntityId, EntityId], dict[RelationKind, list[Claim]]]
    told = defaultdict(dict)
    for claim in sorted(claims, key=lambda claim: claim.evidence):
        if claim.a != claim.b:
            pair = (claim.turned.a, claim.turned.b)
            told[pair].setdefault(claim.turned.kind, []).append(claim)
    relations = _one_of_each(
        [relation for kinds in told.values() for relation in _of_pair(_without_clashes(kinds))],
        pronouns,
    )
    return sorted(relations, key=lambda relation: (relation.evidence, relation.a_id, relation.b_id))


def _one_of_each(
    relations: Sequence[Relation], pronouns: Mapping[EntityId, Pronouns | None]
) -> list[Relation]:
    """The relations without a second father, mother or spouse of anybody."""
    taken = set[tuple[EntityId, str]]()
    kept = []
    for relation in sorted(relations, key=lambda each: -each.confidence):
        places = _places(relation, pronouns)
        if taken.isdisjoint(places):
            kept.append(relation)
            taken.update(places)
    return kept


def _places(
    relation: Relation, pronouns: Mapping[EntityId, Pronouns | None]
) -> Iterable[tuple[EntityId, str]]:
    """The places in somebody's life that the relation fills and that only one person can."""
    if relation.kind == "spouse" and relation.until is None:
        return (relation.a_id, "spouse"), (relation.b_id, "spouse")
    parent, child = relation.a_id, relation.b_id
    if relation.kind == "child":
        parent, child = child, parent
    elif relation.kind != "parent":
        return ()
    pronoun = pronouns.get(parent)
    return ((child, f"parent {pronoun}"),) if pronoun in {"he", "she"} else ()


def sureness(claims: Sequence[Claim]) -> float:
    """How sure a relation is of which these passages tell."""
    said = prod(1 - each for each in _by_passage(claims, "said").values())
    doubt = 1.0
    guesses = [claim for claim in claims if claim.sign != "said"]
    for sign in {claim.sign for claim in guesses}:
        passages = _by_passage(guesses, sign)
        more = min(len(passages) - 1, MOST_GUESSES) if sign == "rule" else 0
        doubt *= (1 - max(passages.values())) * (1 - GUESSED_AGAIN) ** more
    # However many signs say who her brother is, they are wrong together if “her” is somebody else.
    owners = {claim.evidence.start: claim.owner for claim in guesses}
    other_owner = prod(1 - each for each in owners.values())
    return 1 - said * (1 - (1 - other_owner) * (1 - doubt))


def _by_passage(claims: Sequence[Claim], sign: Sign) -> Mapping[int, float]:
    """How sure each passage is that tells of a relation by this sign."""
    found: dict[int, float] = {}
    for claim in claims:
        if claim.sign == sign:
            found.setdefault(claim.evidence.start, claim.confidence)
    return found


def _without_clashes(
    kinds: dict[RelationKind, list[Claim]],
) -> dict[RelationKind, list[Claim]]:
    """Of several ways of being related, the surest; a couple's history is no clash."""
    family = [kind for kind in kinds if kind in FAMILY]
    if family and "friend" in kinds:
        # “her friend” of a father is mostly said of somebody else.
        kinds = {kind: said for kind, said in kinds.items() if kind != "friend"}
    if not _RAISING.isdisjoint(kinds):
        # A father who brings up his daughter is no guardian of hers.
        kinds = {kind: said for kind, said in kinds.items() if kind not in {"guardian", "ward"}}
    if len(family) < 2:
        return kinds
    # Whom the words call “your cousin Tom” is not the father of whom they leave open who he is.
    surest = max(family, key=lambda kind: (_is_said(kinds[kind]), sureness(kinds[kind])))
    steps = _COUPLE if surest in _COUPLE else frozenset({surest})
    return {kind: said for kind, said in kinds.items() if kind not in family or kind in steps}


def _is_said(claims: Sequence[Claim]) -> bool:
    return any(claim.sign == "said" for claim in claims)


_RAISING = frozenset({"parent", "child"})

_COUPLE = frozenset({"engaged", "spouse", "former_spouse"})
"""What two people may be to each other one after another."""


def _of_pair(kinds: dict[RelationKind, list[Claim]]) -> Iterable[Relation]:
    for kind, claims in kinds.items():
        confidence = sureness(claims)
        if confidence < (LEAST_OF_FRIENDS if kind == "friend" else LEAST_CONFIDENCE):
            continue
        first = claims[0]
        if _is_over_at_once(first, [kinds[each] for each in kinds if kind in ENDS.get(each, ())]):
            continue
        ends = [
            other[0].evidence.start
            for ending, other in kinds.items()
            if kind in ENDS.get(ending, ()) and other[0].evidence.start > first.evidence.start
        ]
        yield Relation(
            a_id=first.a,
            b_id=first.b,
            kind=first.kind,
            since=first.evidence.start,
            until=min(ends, default=None),
            evidence=first.evidence,
            confidence=round(confidence, 2),
        )


def _is_over_at_once(first: Claim, endings: Iterable[Sequence[Claim]]) -> bool:
    """“She had been married to Tom and divorced from him”: told only as what is no more."""
    return any(said[0].evidence.start == first.evidence.start for said in endings)
