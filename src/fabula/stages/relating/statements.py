"""Relations that a sentence states of two: “Tom and Ned were brothers”, “Ines married Odo”."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from fabula.labels import INVERSES, RelationKind
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.couples import couple_before
from fabula.stages.relating.kinds import KIND_OF_PLURAL, past_of
from fabula.stages.relating.people import Meant, People
from fabula.text import Span

STATED = 0.9


class _Verb(Struct, frozen=True):
    """What the subject of a verb is to its object, or to the noun behind a preposition.

    `over` is what is left where it used to be so; `particle` has to stand beside the verb, and
    `shared` is the object of “shared an office with”.
    """

    kind: RelationKind
    prepositions: tuple[str, ...] = ()
    over: RelationKind | None = None
    particle: str | None = None
    shared: frozenset[str] = frozenset()


def _forms(verbs: str, *meanings: _Verb) -> dict[str, tuple[_Verb, ...]]:
    return dict.fromkeys(all_forms(verbs.split()), meanings)


_VERBS: Mapping[str, tuple[_Verb, ...]] = MappingProxyType(
    {
        **_forms(
            "marry wed",
            _Verb("spouse", over="former_spouse"),
            _Verb("spouse", ("to",), over="former_spouse"),
        ),
        **_forms("divorce", _Verb("former_spouse")),
        **_forms("arrest capture imprison jail kidnap abduct shackle handcuff", _Verb("captor")),
        **_forms("lock shut tie chain", _Verb("captor", particle="up")),
        **_forms("serve", _Verb("subordinate", ("under",))),
        **_forms("study", _Verb("pupil", ("under",))),
        **_forms("tutor mentor coach", _Verb("teacher")),
        **_forms("befriend", _Verb("friend")),
        **_forms("adopt", _Verb("guardian")),
        **_forms("own", _Verb("owner")),
        **_forms("lodge", _Verb("flatmate", ("with",))),
        "engaged": (_Verb("engaged", ("to",), over="former_lover"),),
        "apprenticed": (_Verb("pupil", ("to",)),),
        **_forms("belong", _Verb("owned", ("to",))),
        **_forms(
            "work",
            _Verb("colleague", ("with", "alongside")),
            _Verb("employee", ("for",)),
            _Verb("subordinate", ("under",)),
        ),
        **_forms("employ hire", _Verb("employer")),
        **_forms("date", _Verb("lover", over="former_lover")),
        **_forms("go", _Verb("lover", ("with",), over="former_lover", particle="out")),
        **_forms("break split", _Verb("former_lover", ("with",), particle="up")),
        **_forms("bring", _Verb("guardian", particle="up")),
        **_forms(
            "share",
            _Verb("colleague", ("with",), shared=frozenset({"office", "desk"})),
            _Verb("flatmate", ("with",), shared=frozenset({"flat", "apartment"})),
        ),
    }
)
Said = tuple[RelationKind, Sequence[int]]
"""What the subject of a verb is to whom."""


def stated_relations(people: People, arcs: Arcs) -> Iterator[Claim]:
    """What sentences say two people are to each other.

    Finds:
        “Tom and Ned were brothers”, “the brothers Tom and Ned”; marrying, being married,
        engaged or apprenticed to, divorcing, going out and breaking up with; working for and
        with, hiring; bringing somebody up; “used to be”, which makes former lovers of lovers.
        “They” are the two who were told of last, if they were two.
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


def _several(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    """“Tom and Ned were brothers”, “the brothers Tom and Ned”, “the twins, Tom and Ned”."""
    kind: RelationKind | None = KIND_OF_PLURAL[arcs.words[row]]
    verb = arcs.head(row)
    if arcs.of(row, "poss") or arcs.behind(row, "of"):
        return
    if arcs.relation(row) == "attr":
        if not arcs.is_told_as_fact(verb) or people.is_asked(row):
            return
        who = arcs.subjects(verb)
        if _is_over(arcs, verb) and kind is not None:
            kind = past_of(kind)
    else:
        # The names of “the twins from next door, Tom and Ned” may be read as its subject.
        names = [name for name in arcs.of(row, "appos", "nsubj") if name > row]
        who = [each for name in names for each in arcs.joined(name)]
    if kind is None:
        return
    if len(who) == 1:
        yield from _of_couple(people, arcs, row, who[0], kind)
    for place, left in enumerate(who):
        for right in who[place + 1 :]:
            yield from _claim(people, left, kind, right)


def _of_couple(
    people: People, arcs: Arcs, row: int, they: int, kind: RelationKind
) -> Iterator[Claim]:
    """“They were brothers”, “they were married”."""
    couple = couple_before(people, they) if arcs.words[they] == "they" else None
    if couple is not None:
        span = people.rows.span(they, row)
        one, other = couple
        confidence = round(STATED * one.confidence * other.confidence, 3)
        yield Claim(one.entity_id, kind, other.entity_id, Span(span.start, span.end), confidence)


def _is_over(arcs: Arcs, verb: int) -> bool:
    """“used to be friends”, “had once been lovers”."""
    head = arcs.head(verb)
    return (arcs.relation(verb) == "xcomp" and arcs.words[head] == "used") or any(
        arcs.words[each] in {"once", "formerly"} for each in arcs.of(verb, "advmod")
    )


def _of_verb(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    if arcs.tag(row) not in {"VERB", "ADJ"} or not arcs.is_told_as_fact(row):
        return
    subjects = _subjects(arcs, row)
    said = _said(arcs, row)
    if len(subjects) != 1 or said is None or people.is_asked(row):
        return
    if _is_planned(arcs, row) or people.is_contracted_will(subjects[0]) or _has_ended(arcs, row):
        return
    kind, others = said
    if arcs.words[row] == "married" and not others and arcs.of(row, "auxpass"):
        yield from _of_couple(people, arcs, row, subjects[0], "spouse")
    for other in others:
        yield from _claim(people, subjects[0], kind, other)


def _is_planned(arcs: Arcs, row: int) -> bool:
    """“wanted to marry Tom”; but “used to work for him” is told."""
    to = any(arcs.words[each] == "to" for each in arcs.of(row, "aux"))
    return to and arcs.words[arcs.head(row)] != "used"


def _has_ended(arcs: Arcs, row: int) -> bool:
    """“who until last year shared a flat with Tom”: it is told as what is no more."""
    return any(
        arcs.words[each] in {"until", "till"} and each < row for each in arcs.of(row, "prep")
    )


def _subjects(arcs: Arcs, row: int) -> list[int]:
    """The subjects of a verb: “Tom” of “Tom, who works with Ned”."""
    found = arcs.subjects(row)
    if found and arcs.relation(row) == "relcl" and arcs.words[found[0]] in {"who", "that"}:
        return [arcs.head(row)]
    if not found and arcs.relation(row) == "xcomp" and arcs.words[arcs.head(row)] == "used":
        return arcs.subjects(arcs.head(row))
    return found


def _said(arcs: Arcs, row: int) -> Said | None:
    """What a verb says its subject is, and to whom."""
    particles = {arcs.words[each] for each in arcs.of(row, "prt", "advmod")}
    said: Said | None = None
    for verb in _VERBS[arcs.words[row]]:
        if verb.particle is not None and verb.particle not in particles:
            continue
        kind = verb.over if verb.over is not None and _is_over(arcs, row) else verb.kind
        said = kind, _others(arcs, row, verb)
        if not said[1] and not verb.prepositions and arcs.of(row, "nsubjpass"):
            said = INVERSES.get(kind, kind), arcs.behind(row, "by")
        if said[1]:
            break
    return said


def _others(arcs: Arcs, row: int, verb: _Verb) -> Sequence[int]:
    """Those to whom the subject is something."""
    objects = arcs.of(row, "dobj")
    if verb.shared:
        things = [each for each in objects if arcs.words[each] in verb.shared]
        return [
            other
            for each in things
            for other in (
                *arcs.behind(row, *verb.prepositions),
                *arcs.behind(each, *verb.prepositions),
            )
        ]
    return arcs.behind(row, *verb.prepositions) if verb.prepositions else objects


def _claim(people: People, left: int, kind: RelationKind, right: int) -> Iterator[Claim]:
    one, other = people.at(left), people.at(right)
    if one is None or other is None or one.entity_id == other.entity_id:
        return
    if _is_group(people, one) or _is_group(people, other):
        return
    span = people.rows.span(min(left, right), max(left, right))
    confidence = round(STATED * one.confidence * other.confidence, 3)
    yield Claim(one.entity_id, kind, other.entity_id, Span(span.start, span.end), confidence)


def _is_group(people: People, meant: Meant) -> bool:
    return people.cast[meant.entity_id].kind == "group"
