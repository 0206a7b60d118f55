"""Those who are only called Mum to their face: whoever else is the mother is she."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from fabula.labels import RelationKind
from fabula.stages.relating.claims import Claim, sureness
from fabula.stages.relating.kinds import KIN_ADDRESS
from fabula.stages.relating.people import People
from fabula.story import EntityId

LEAST_SURE = 0.45
"""Below this the other one is too much of a guess."""

CALLED = 0.4
"""What the word adds for the one who is held to be meant by it."""

_KINDS: frozenset[RelationKind] = frozenset({"parent", "grandparent"})


def joined_with_called(people: People, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those of people who are only called Mum given to whoever else is the mother.

    In “‘I can't, Mummy,’ said Tom. … Mrs. Dray, his mother, wept” the cast may have both a Mummy
    and a Mrs. Dray; the words to her face are for Mrs. Dray.
    """
    vague = only_called(people)
    others = _others(claims, vague)
    for claim in claims:
        said = claim if claim.kind in _KINDS else claim.turned_about
        found = None
        if said.a in vague and said.kind in _KINDS:
            gender = people.pronouns[said.a]
            found = next(
                (who for who in others.get((said.b, said.kind), ()) if people.may_be(who, gender)),
                None,
            )
        if found is None:
            yield claim
        else:
            yield Claim(found, said.kind, said.b, said.evidence, CALLED, "called")


def only_called(people: People) -> frozenset[EntityId]:
    """Those whose names are words of kin and who are named nowhere but in lines."""
    told = {
        who
        for mention in people.story.mentions
        if mention.form == "proper" and mention.quotation_id is None
        if (who := people.chained_to(mention)) is not None
    }
    return named_by_kin(people) - told


def named_by_kin(people: People) -> frozenset[EntityId]:
    """Those who have no name but a word of kin, such as Father."""
    return frozenset(
        entity.id
        for entity in people.story.cast
        if all(name.lower() in KIN_ADDRESS for name in entity.names)
    )


def _others(
    claims: Iterable[Claim], vague: frozenset[EntityId]
) -> dict[tuple[EntityId, RelationKind], list[EntityId]]:
    """Who else is said or guessed to be somebody's parent, the surest first."""
    told: defaultdict[tuple[EntityId, RelationKind, EntityId], list[Claim]] = defaultdict(list)
    for claim in claims:
        said = claim if claim.kind in _KINDS else claim.turned_about
        if said.kind in _KINDS and said.a not in vague:
            told[said.b, said.kind, said.a].append(claim)
    found: defaultdict[tuple[EntityId, RelationKind], list[EntityId]] = defaultdict(list)
    for (owner, kind, who), said_of in sorted(told.items(), key=lambda each: -sureness(each[1])):
        if sureness(said_of) >= LEAST_SURE:
            found[owner, kind].append(who)
    return found
