"""Relations that a sentence states of two: “Tom and Ned were brothers”, “Ines married Odo”."""

from collections.abc import Iterator

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.kinds import KIND_OF_PLURAL, past_of
from fabula.stages.relating.people import People
from fabula.story import RelationKind
from fabula.text import Span

STATED = 0.9

_MARRY = all_forms(["marry", "wed"])
_DIVORCE = all_forms(["divorce"])
_WORK = all_forms(["work"])
_OWN = all_forms(["belong"])


def stated_relations(people: People, arcs: Arcs) -> Iterator[Claim]:
    """What sentences say two people are to each other.

    Finds:
        “Tom and Ned were brothers”, “the brothers Tom and Ned”; marrying, being married,
        engaged or apprenticed to, divorcing; working for; “used to be”, which makes former
        lovers of lovers.
    Why it holds:
        The two are the subject and the object of a verb that means nothing else.
    Misses:
        What is only shown. Left out are questions, denials, suppositions.

    Example:
        In “Ines had married Odo, who worked for Tom” Ines is Odo's spouse, Odo Tom's employee.
    """
    for row, word in enumerate(arcs.words):
        if word in KIND_OF_PLURAL:
            yield from _several(people, arcs, row)
        elif word in _VERBS:
            yield from _of_verb(people, arcs, row)


_VERBS = _MARRY | _DIVORCE | _WORK | _OWN | {"engaged", "apprenticed"}


def _several(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    """“Tom and Ned were brothers”, “the brothers Tom and Ned”."""
    kind: RelationKind | None = KIND_OF_PLURAL[arcs.words[row]]
    verb = arcs.head(row)
    if arcs.of(row, "poss") or arcs.behind(row, "of"):
        return
    if arcs.relation(row) == "attr":
        if not arcs.is_told_as_fact(verb):
            return
        who = arcs.subjects(verb)
        if _is_over(arcs, verb) and kind is not None:
            kind = past_of(kind)
    else:
        who = [each for name in arcs.of(row, "appos") for each in arcs.joined(name)]
    if kind is None or len(who) < 2:
        return
    for place, left in enumerate(who):
        for right in who[place + 1 :]:
            yield from _claim(people, left, kind, right)


def _is_over(arcs: Arcs, verb: int) -> bool:
    """“used to be friends”, “had once been lovers”."""
    head = arcs.head(verb)
    return (arcs.relation(verb) == "xcomp" and arcs.words[head] == "used") or any(
        arcs.words[each] in {"once", "formerly"} for each in arcs.of(verb, "advmod")
    )


def _of_verb(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    if arcs.tag(row) not in {"VERB", "ADJ"} or not arcs.is_told_as_fact(row):
        return
    word, subjects = arcs.words[row], arcs.subjects(row)
    if len(subjects) != 1:
        return
    (subject,) = subjects
    over = _is_over(arcs, row)
    if word in _MARRY:
        kind: RelationKind = "former_spouse" if over else "spouse"
        others = [*arcs.of(row, "dobj"), *arcs.behind(row, "to")]
    elif word in _DIVORCE:
        kind, others = "former_spouse", arcs.of(row, "dobj")
    elif word == "engaged":
        kind, others = "former_lover" if over else "engaged", arcs.behind(row, "to")
    elif word == "apprenticed":
        kind, others = "pupil", arcs.behind(row, "to")
    elif word in _OWN:
        kind, others = "owned", arcs.behind(row, "to")
    else:
        kind, others = "employee", arcs.behind(row, "for")
    for other in others:
        yield from _claim(people, subject, kind, other)


def _claim(people: People, left: int, kind: RelationKind, right: int) -> Iterator[Claim]:
    one, other = people.at(left), people.at(right)
    if one is None or other is None or one.entity_id == other.entity_id:
        return
    span = people.rows.span(min(left, right), max(left, right))
    confidence = round(STATED * one.confidence * other.confidence, 3)
    yield Claim(one.entity_id, kind, other.entity_id, Span(span.start, span.end), confidence)
