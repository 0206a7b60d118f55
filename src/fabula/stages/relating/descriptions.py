"""Relations in a noun phrase: “her brother Tom”, “Ines, Tom's mother”, “Tom is her uncle”."""

from collections.abc import Iterator, Sequence

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.couples import told_of
from fabula.stages.relating.described import Described, described
from fabula.stages.relating.kinds import KIND_OF_NOUN, KIND_THROUGH
from fabula.stages.relating.members import Meant
from fabula.stages.relating.owners import owner_at
from fabula.stages.relating.people import People
from fabula.stages.relating.pointing import one_meant, stated_of
from fabula.stages.relating.ranks import is_above
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
            yield from _claims(people, arcs, noun, meant)


def _claims(people: People, arcs: Arcs, noun: Described, meant: Meant) -> Iterator[Claim]:
    for row in noun.owners:
        owner = owner_at(people, arcs, row)
        of_relative = arcs.words[row] in KIND_OF_NOUN and owner is not None
        nobody = owner is None or owner.entity_id == meant.entity_id
        if nobody and arcs.words[row] == "their":
            for each in _two_others(people, meant, row):
                yield _claim(people, noun.kind, meant, each, (row, noun.row))
            continue
        if owner is None or (of_relative and owner.entity_id == meant.entity_id):
            # Of “Odo was her mother's brother” the mother is not Odo, whatever her chain says.
            yield from _through(people, arcs, noun, meant, row)
        elif owner.entity_id == meant.entity_id:
            said = stated_of(people, arcs, noun) is not None
            other = _other_owner(people, meant, row) if said else None
            if other is not None:
                yield _claim(people, noun.kind, meant, other, (row, noun.row))
        else:
            kind = noun.kind
            if kind == "subordinate" and arcs.words[row] == "our":
                continue  # “our worthy constable” is the town's
            if kind == "superior" and people.is_in_italics(owner.entity_id):
                continue  # “the *Heron* sailed, and her captain slept”: the owner is a ship
            if kind == "superior" and is_above(people, owner.entity_id, arcs.words[noun.row]):
                kind = "subordinate"  # the sergeant of an inspector
            yield _claim(people, kind, meant, owner, (row, noun.row))


def _two_others(people: People, meant: Meant, row: int) -> Sequence[Meant]:
    """Whose cousin Odo is of whom it says “Ines and Tom rowed with Odo. He was their cousin”.

    The two told of just before; nobody if there were more, or fewer.
    """
    others = [each for each in told_of(people, row) if each.entity_id != meant.entity_id]
    return others if len(others) == 2 else ()


def _other_owner(people: People, meant: Meant, row: int) -> Meant | None:
    """Who “her” is in “Ada looked up. Ines was her engineer.”: nobody is that of herself.

    The one other woman told of just before; None if there were several.
    """
    pronoun = GENDERED_FORMS.get(people.word(row))
    if pronoun is None:
        return None
    others = [
        each
        for each in told_of(people, row)
        if each.entity_id != meant.entity_id and people.cast[each.entity_id].pronouns == pronoun
    ]
    return others[0] if len(others) == 1 else None


def _through(
    people: People, arcs: Arcs, noun: Described, meant: Meant, row: int
) -> Iterator[Claim]:
    """“Odo was her mother's brother”, of a mother who is nobody in the cast: Odo is an uncle."""
    inner = described(arcs, row) if arcs.words[row] in KIND_OF_NOUN else None
    kind = None if inner is None else KIND_THROUGH.get((noun.kind, inner.kind))
    for place in () if inner is None or kind is None else inner.owners:
        owner = people.at(place)
        if owner is not None and owner.entity_id != meant.entity_id and kind is not None:
            yield _claim(people, kind, meant, owner, (place, noun.row))


def _claim(
    people: People, kind: RelationKind, meant: Meant, owner: Meant, rows: tuple[int, int]
) -> Claim:
    span = people.rows.span(min(rows), max(rows))
    return Claim(
        meant.entity_id,
        kind,
        owner.entity_id,
        Span(span.start, span.end),
        round(owner.confidence * meant.confidence, 3),
    )
