"""What a group is to somebody, each of its members is: Ada and Tom, who are “his two children”."""

from collections.abc import Iterator, Sequence

from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People

MEMBER = 0.9
"""Trust that somebody is of the group: families have in-laws."""


def kin_of_members(people: People, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims about groups, made of each of their members.

    Example:
        “The twins, Ada and Tom, sang. Odo frowned at his two children.”: Ada is a child of Odo.
    """
    for claim in claims:
        group = people.cast[claim.a]
        if claim.kind not in _YOUNGER or group.kind != "group":
            continue
        for member in group.members:
            if member.entity_id != claim.b:
                sure = round(MEMBER * claim.confidence, 3)
                yield Claim(member.entity_id, claim.kind, claim.b, claim.evidence, sure)


_YOUNGER = frozenset({"child", "grandchild", "niece_or_nephew"})
"""What all of several people are to one; of “the Harts' daughter” not every Hart is a parent."""
