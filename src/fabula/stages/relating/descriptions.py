"""Relations in a noun phrase: “her brother Tom”, “Ines, Tom's mother”, “Tom is her uncle”."""

from collections.abc import Iterator

from fabula.lexicon.kinship import KIN
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.described import Described, described
from fabula.stages.relating.kinds import KIND_OF_NOUN
from fabula.stages.relating.people import Meant, People
from fabula.stages.relating.pointing import one_meant
from fabula.text import Span


def described_relatives(people: People, arcs: Arcs) -> Iterator[Claim]:
    """What the noun phrases of a story say of who is whose what.

    Finds:
        A noun of kin, love, work or enmity with an owner (“Tom's”, “her”, “of Tom”), and the
        person it means: the name beside it, the subject it is said of, or whom it points at.
    Why it holds:
        Whose brother somebody is, is presupposed: it is so even where the sentence denies
        something else.
    Misses:
        Nouns without an owner (“the wife”). For people outside the cast see `unnamed_relatives`.

    Example:
        In “her brother Tom, who was a friend of Odo's” Tom is her sibling and Odo's friend.
    """
    for row, word in enumerate(arcs.words):
        if word not in KIND_OF_NOUN:
            continue
        noun = described(arcs, row)
        if noun is None:
            continue
        meant = one_meant(people, arcs, noun)
        if meant is not None and people.may_be(meant.entity_id, KIN.get(word)):
            yield from _claims(people, noun, meant)


def _claims(people: People, noun: Described, meant: Meant) -> Iterator[Claim]:
    for row in noun.owners:
        owner = people.at(row)
        if owner is None or owner.entity_id == meant.entity_id:
            continue
        low, high = min(row, noun.row), max(row, noun.row)
        span = people.rows.span(low, high)
        yield Claim(
            meant.entity_id,
            noun.kind,
            owner.entity_id,
            Span(span.start, span.end),
            round(owner.confidence * meant.confidence, 3),
        )
