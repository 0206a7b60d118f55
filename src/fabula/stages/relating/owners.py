"""Whose relative a noun names: “her” of “her brother”, by who is meant and who is spoken to."""

from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.stages.relating.arcs import MOST_STEPS, Arcs
from fabula.stages.relating.members import Meant
from fabula.stages.relating.people import People
from fabula.story import EntityId

SPOKEN_TO = 0.85
"""“‘Eat,’ said her aunt.”: she to whom it is said, whatever “her” was taken for."""

OF_UNKNOWN_SEX = 0.8
"""Less trust in a “her” put down to somebody of whom no more says that she is a woman."""


def owner_at(people: People, arcs: Arcs, row: int) -> Meant | None:
    """Who owns the relative, by the owner's row; None if it is nobody in the cast.

    In the cue of a line the owner is mostly the one to whom it is said: in “‘Eat,’ said her aunt”
    the niece, if the line is said to one person who may be “her”. In “a girl who said that her
    dad was out” it is the girl, whomever “her” was taken for.
    """
    if people.word(row) == "its":
        return None  # of a fox, or of a baby who is nobody else's uncle
    owner, pronoun = people.at_or_titled(row), GENDERED_FORMS.get(people.word(row))
    if pronoun is None:
        return owner
    antecedent = _told_of(arcs, row)
    if antecedent is not None:
        told = people.at(antecedent)
        may_be = told is not None and people.may_be(told.entity_id, pronoun)
        return told if may_be else None
    listener = _listener(people, row)
    known = owner is not None and people.pronouns[owner.entity_id] == pronoun
    if listener is not None and people.may_be(listener, pronoun):
        sure = people.pronouns[listener] == pronoun
        if (sure or not known) and (owner is None or owner.entity_id != listener):
            return Meant(listener, SPOKEN_TO * (1.0 if sure else OF_UNKNOWN_SEX))
    if owner is None or known:
        return owner
    return Meant(owner.entity_id, OF_UNKNOWN_SEX * owner.confidence)


def _told_of(arcs: Arcs, row: int) -> int | None:
    """“girl” of “a girl who said that her dad was out”, from the row of “her”."""
    for _ in range(MOST_STEPS):
        head = arcs.head(row)
        if head == row:
            return None
        subjects = arcs.of(head, "nsubj", "nsubjpass")
        if arcs.relation(head) == "relcl":
            return arcs.head(head) if [arcs.words[each] for each in subjects] == ["who"] else None
        if subjects and row not in subjects:
            return None  # somebody else does it: “who said that Ada loved her aunt”
        row = head
    return None


def _listener(people: People, row: int) -> EntityId | None:
    """The one who is there and to whom the line is said whose cue the word is in."""
    cued = people.cued_at(row)
    listeners = () if cued is None else cued.addressee_ids
    there = people.present_at(row)
    return listeners[0] if len(listeners) == 1 and listeners[0] in there else None
