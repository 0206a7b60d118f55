"""Relations that a sentence states of two: “Tom and Ned were brothers”, “Ines married Odo”."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from fabula.labels import INVERSES, RelationKind
from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.couples import couple_meant
from fabula.stages.relating.described import NAMING, named_so, names_behind_comma
from fabula.stages.relating.kinds import KIND_OF_PLURAL, past_of
from fabula.stages.relating.members import Meant
from fabula.stages.relating.owners import OF_UNKNOWN_SEX
from fabula.stages.relating.people import People
from fabula.stages.relating.verbs import VERBS, RelatingVerb
from fabula.text import Span

STATED = 0.9

PLANNED = 0.75
"""“They were going to be married”, which often came to nothing."""


Said = tuple[RelationKind, Sequence[int]]
"""What the subject of a verb is to whom."""


def stated_relations(people: People, arcs: Arcs) -> Iterator[Claim]:
    """What sentences say two people are to each other.

    Finds:
        “Tom and Ned were brothers”, “the brothers Tom and Ned”; marrying, being married,
        engaged or apprenticed to, divorcing, going out and breaking up with; working for and
        with, hiring; teaching somebody something, bringing somebody up; “used to be”,
        which makes former lovers of lovers. “They” are the two who were told of last, if they
        were two.
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
        elif word in VERBS:
            yield from _of_verb(people, arcs, row)
        elif word in _PAIRS:
            yield from _paired(people, arcs, row)
        elif word == "known":
            yield from _since_childhood(people, arcs, row)


def _several(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    """“Tom and Ned were brothers”, “the brothers Tom and Ned”, “the twins, Tom and Ned”."""
    kind: RelationKind | None = KIND_OF_PLURAL[arcs.words[row]]
    verb = arcs.head(row)
    if arcs.of(row, "poss") or arcs.behind(row, "of"):
        return
    if arcs.relation(row) in {"attr", "acomp"}:
        if not arcs.is_told_as_fact(verb) or people.is_asked(row):
            return
        # “…, and he and Ned had been shipmates” is often read as if he were one more of a list.
        who = _named_behind(arcs, row, verb) or arcs.subjects(verb) or _listed_before(arcs, verb)
        if kind is not None and (_is_over(arcs, verb) or _is_until(arcs, verb)):
            kind = past_of(kind)
    elif arcs.relation(row) == "nsubjpass" and arcs.words[verb] in NAMING:
        names = arcs.of(verb, "attr", "oprd")
        who = [each for name in names for each in arcs.joined(name)]
    else:
        # The names of “the twins from next door, Tom and Ned” may be read as its subject.
        names = [name for name in arcs.of(row, "appos", "nsubj") if name > row]
        who = [each for name in names for each in arcs.joined(name)] or _so_many_behind(arcs, row)
    if kind is None:
        return
    if len(who) == 1:
        yield from _of_couple(people, row, who[0], kind)
    for place, left in enumerate(who):
        for right in who[place + 1 :]:
            yield from _claim(people, arcs, left, kind, right)


def _paired(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    """“Tom and Ada were brother and sister”, “they were man and wife”."""
    other, kind = _PAIRS[arcs.words[row]]
    joined = {arcs.words[each] for each in arcs.of(row, "conj")}
    verb = arcs.head(row)
    if other not in joined or arcs.relation(row) != "attr" or arcs.of(row, "poss", "det"):
        return
    if arcs.is_told_as_fact(verb) and not people.is_asked(row):
        past = past_of(kind) if _is_over(arcs, verb) else kind
        if past is not None:
            yield from _both(people, arcs, row, arcs.subjects(verb), past)


_PAIRS: Mapping[str, tuple[str, RelationKind]] = MappingProxyType(
    {
        "brother": ("sister", "sibling"),
        "sister": ("brother", "sibling"),
        "husband": ("wife", "spouse"),
        "man": ("wife", "spouse"),
    }
)
"""Two nouns that say of two people what each is to the other."""


def _named_behind(arcs: Arcs, row: int, verb: int) -> list[int]:
    """“Tom” and “Ned” of “They were twins, Tom and Ned”."""
    they = [arcs.words[each] for each in arcs.subjects(verb)] == ["they"]
    names = [*arcs.of(row, "appos", "conj"), *arcs.of(verb, "appos", "conj")] if they else []
    return [
        each
        for name in names
        if name > row and arcs.tag(name) == "PROPN" and arcs.words[row + 1] == ","
        for each in arcs.joined(name)
    ]


def _so_many_behind(arcs: Arcs, row: int) -> list[int]:
    """“Tom” and “Ned” of “The two brothers, Tom and Ned, sang”, read as one more of a list."""
    names = names_behind_comma(arcs, row)
    two = arcs.words[row] == "twins" or "two" in (arcs.words[n] for n in arcs.of(row, "nummod"))
    return names if two and len(names) == len("Tom Ned".split()) else []


def _listed_before(arcs: Arcs, verb: int) -> list[int]:
    listed = [each for each in arcs.of(verb, "conj") if each < verb]
    return [each for first in listed for each in arcs.joined(first)]


def _of_couple(people: People, row: int, they: int, kind: RelationKind) -> Iterator[Claim]:
    """“They were brothers”, “they were married”, “we were twins”."""
    couple = couple_meant(people, they)
    if couple is not None:
        span = people.rows.span(they, row)
        one, other = couple
        trust = PLANNED if kind == "engaged" else STATED
        confidence = round(trust * one.confidence * other.confidence, 3)
        yield Claim(one.entity_id, kind, other.entity_id, Span(span.start, span.end), confidence)


def _is_over(arcs: Arcs, verb: int) -> bool:
    """“used to be friends”, “had once been lovers”, “had been engaged to him”."""
    head = arcs.head(verb)
    helpers = {arcs.words[each] for each in arcs.of(verb, "aux", "auxpass")}
    if arcs.words[verb] in _OVER_IN_PLUPERFECT and helpers >= {"had", "been"}:
        return not _goes_on(arcs, verb)
    return (arcs.relation(verb) == "xcomp" and arcs.words[head] == "used") or any(
        arcs.words[each] in {"once", "formerly"} for each in arcs.of(verb, "advmod")
    )


def _goes_on(arcs: Arcs, verb: int) -> bool:
    """“had been engaged since March”: what began then and is so still."""
    return any(arcs.words[each] in _SINCE for each in arcs.of(verb, "prep", "mark"))


_SINCE = frozenset({"since"})


def _had_been(people: People, arcs: Arcs, row: int, subject: int) -> bool:
    """“He’d been engaged to her”: the subject carries its “had”."""
    been = any(arcs.words[each] == "been" for each in arcs.of(row, "aux", "auxpass"))
    over = arcs.words[row] in _OVER_IN_PLUPERFECT and not _goes_on(arcs, row)
    return over and been and people.is_contracted_will(subject)


_OVER_IN_PLUPERFECT = frozenset({"engaged", "betrothed"})
"""Love that is told in the pluperfect is over; people who had been married may be so still."""


def _of_verb(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    if arcs.tag(row) not in {"VERB", "ADJ"} or not arcs.is_told_as_fact(row):
        return
    subjects = _subjects(arcs, row)
    if not subjects or people.is_asked(row) or _has_ended(arcs, row):
        return
    shared = _shared_by_two(arcs, row) if len(subjects) <= 2 else None
    if shared is not None:
        yield from _both(people, arcs, row, subjects, shared)
        return
    if _has_parted(arcs, row):
        yield from _both(people, arcs, row, subjects, "former_lover")
        return
    together = arcs.words[row] in _OF_COUPLES and not _has_other(arcs, row)
    if together:
        yield from _together(people, arcs, row, subjects)
        return
    said = _said(people, arcs, row, subjects[0])
    if len(subjects) == 1 and said is not None:
        kind, others = said
        for other in others:
            yield from _claim(people, arcs, subjects[0], kind, other)


def _both(
    people: People, arcs: Arcs, row: int, subjects: Sequence[int], kind: RelationKind
) -> Iterator[Claim]:
    """What the two subjects of a verb are to each other, or the two whom “they” means."""
    if len(subjects) == 1:
        yield from _of_couple(people, row, subjects[0], kind)
    elif len(subjects) == 2:
        yield from _claim(people, arcs, subjects[0], kind, subjects[1])


def _has_parted(arcs: Arcs, row: int) -> bool:
    """“Ines and Tom broke up”, “they used to go out”; those who split up may look for a cat."""
    particles = {arcs.words[each] for each in arcs.of(row, "prt", "advmod")}
    if _has_other(arcs, row):
        return False
    if arcs.words[row] in _BREAKING:
        return "up" in particles
    return arcs.words[row] == "go" and "out" in particles and arcs.words[arcs.head(row)] == "used"


_BREAKING = all_forms(["break"])
_OF_COUPLES: Mapping[str, RelationKind] = MappingProxyType(
    {
        "married": "spouse",
        "engaged": "engaged",
        "divorced": "former_spouse",
        "separated": "former_spouse",
    }
)
"""“They are engaged”, “Hal and Beth are married”."""


def _shared_by_two(arcs: Arcs, row: int) -> RelationKind | None:
    """What two are who work together or share a flat: “Ines and Tom shared a flat”."""
    how = {arcs.words[each] for each in arcs.of(row, "advmod")}
    if arcs.words[row] in _WORKING and "together" in how:
        return "colleague"
    if arcs.words[row] not in _SHARING or arcs.behind(row, "with"):
        return None
    for each in arcs.of(row, "dobj"):
        if arcs.behind(each, "with"):
            return None
        kind = _SHARED.get(arcs.words[each])
        if kind is not None:
            return past_of(kind) or kind if _is_over(arcs, row) else kind
    return None


_WORKING = all_forms(["work"])
_SHARING = frozenset("share shares shared sharing".split())
_SHARED: Mapping[str, RelationKind] = MappingProxyType(
    {"desk": "colleague", "office": "colleague", "flat": "flatmate", "apartment": "flatmate"}
)


def _since_childhood(people: People, arcs: Arcs, row: int) -> Iterator[Claim]:
    """“Petra had known Ivo since they were children”: old friends."""
    behind = range(row, min(row + _CHILDHOOD_REACH, people.sentence_end(row)))
    words = [arcs.words[each] for each in behind]
    young = "since" in words and not _CHILDHOOD.isdisjoint(words[words.index("since") :])
    subjects, objects = _subjects(arcs, row), arcs.of(row, "dobj")
    if not young or arcs.of(row, "auxpass") or not arcs.is_told_as_fact(row):
        return
    if len(subjects) == 1 and len(objects) == 1:
        yield from _claim(people, arcs, subjects[0], "friend", objects[0])


_CHILDHOOD_REACH = 12
_CHILDHOOD = frozenset(
    "children kids boys girls school babies childhood kindergarten nursery crèche".split()
)


def _has_other(arcs: Arcs, row: int) -> bool:
    """Whether it is said to whom somebody is married, or in what two are engaged or separated."""
    busy = () if arcs.words[row] == "married" else ("in",)  # “married in May”
    return bool(arcs.of(row, "dobj") or arcs.behind(row, "to", "from", "by", "with", *busy))


def _together(people: People, arcs: Arcs, row: int, subjects: Sequence[int]) -> Iterator[Claim]:
    """“They were married”, “Hal and Beth are engaged”, “they are getting married”."""
    verb = arcs.head(row) if arcs.relation(row) == "acomp" else row
    being = bool(arcs.of(row, "auxpass", "aux")) or verb != row
    said: RelationKind = _OF_COUPLES[arcs.words[row]]
    over = _is_over(arcs, row) or _is_over(arcs, verb)
    kind = past_of(said) if over else said
    if kind is None or not being or not arcs.is_told_as_fact(verb):
        return
    if kind == "spouse" and _is_to_be(people, arcs, row, subjects[0]):
        kind = "engaged"
    yield from _both(people, arcs, row, subjects, kind)


def _is_planned(arcs: Arcs, row: int) -> bool:
    """“wanted to marry Tom”; but “used to work for him” is told."""
    to = any(arcs.words[each] == "to" for each in arcs.of(row, "aux"))
    return to and arcs.words[arcs.head(row)] != "used"


def _is_supposed(people: People, arcs: Arcs, row: int, subject: int) -> bool:
    """“I'll marry him”, “she'd marry him”; but “I'd shared a flat with him” is told."""
    if not people.is_contracted_will(subject):
        return False
    return people.is_promised(subject) or arcs.words[row] not in _PARTICIPLES


_PARTICIPLES = frozenset(
    """
    married wed divorced separated arrested captured imprisoned jailed kidnapped abducted served
    studied tutored mentored coached befriended adopted raised reared fostered owned lodged worked
    employed hired dated gone broken split brought shared belonged locked tied been
    engaged betrothed apprenticed
    """.split()
)
"""Forms behind “I'd” that make it “I had”."""


def _is_to_be(people: People, arcs: Arcs, row: int, subject: int) -> bool:
    """“is going to marry Tom”, “will marry him”, “was to marry him”, “is getting married”.

    Those who want to, or would, need not.
    """
    if _is_supposed(people, arcs, row, subject):
        return people.is_promised(subject)
    head = arcs.head(row)
    if arcs.relation(row) == "acomp" and arcs.words[head] == "getting":
        return True
    helpers = {arcs.words[each] for each in arcs.of(row, "aux")}
    if helpers & {"will", "shall", "’ll", "'ll"}:
        return True
    going = arcs.words[head] in {"going", "about"} or (
        arcs.words[head] in _BE and arcs.relation(row) == "xcomp"
    )
    if _is_planned(arcs, row):
        return going and arcs.is_told_as_fact(head)
    return arcs.words[row].endswith("ing") and bool(helpers & _BE) and "been" not in helpers


_BE = frozenset("is was are were am 's ’s 're ’re 'm ’m".split())


def _has_ended(arcs: Arcs, row: int) -> bool:
    """“who until last year shared a flat with Tom”: it is told as what is no more."""
    return any(arcs.words[each] in _UNTIL and each < row for each in arcs.of(row, "prep"))


def _is_until(arcs: Arcs, verb: int) -> bool:
    """“They had been friends until the summer”, “until he moved”."""
    small = {arcs.words[each] for each in arcs.of(verb, "prep", "mark")}
    clauses = arcs.of(verb, "advcl")
    small |= {arcs.words[mark] for each in clauses for mark in arcs.of(each, "mark")}
    return not small.isdisjoint(_UNTIL)


_UNTIL = frozenset({"until", "till"})


def _subjects(arcs: Arcs, row: int) -> list[int]:
    """The subjects of a verb: “Tom” of “Tom, who works with Ned”."""
    found = arcs.subjects(row)
    if found and arcs.relation(row) == "relcl" and arcs.words[found[0]] in {"who", "that"}:
        return [arcs.head(row)]
    if not found and arcs.relation(row) in {"xcomp", "acomp", "conj"}:
        return arcs.subjects(arcs.head(row))
    return found or _listed_before(arcs, row)


def _said(people: People, arcs: Arcs, row: int, subject: int) -> Said | None:
    """What a verb says its subject is, and to whom."""
    to_be = _is_to_be(people, arcs, row, subject)
    planned = _is_planned(arcs, row) or _is_supposed(people, arcs, row, subject)
    helpers = {arcs.words[each] for each in arcs.of(row, "aux")}
    particles = {arcs.words[each] for each in arcs.of(row, "prt", "advmod")}
    said: Said | None = None
    for verb in VERBS[arcs.words[row]]:
        if verb.particle is not None and verb.particle not in particles:
            continue
        if (verb.helper is not None and verb.helper not in helpers) or arcs.behind(
            row, *verb.unless
        ):
            continue
        over = _is_over(arcs, row) or _had_been(people, arcs, row, subject)
        kind = verb.over if verb.over is not None and over else verb.kind
        if to_be and verb.planned is not None:
            kind = verb.planned
        elif planned:
            continue
        said = kind, _others(arcs, row, verb)
        if not said[1] and not verb.prepositions and arcs.of(row, "nsubjpass"):
            said = INVERSES.get(kind, kind), arcs.behind(row, "by")
        if said[1]:
            break
    return said


def _others(arcs: Arcs, row: int, verb: RelatingVerb) -> Sequence[int]:
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
    if verb.prepositions:
        return arcs.behind(row, *verb.prepositions)
    return _taught(arcs, row) if verb.kind == "teacher" else objects


def _taught(arcs: Arcs, row: int) -> Sequence[int]:
    """“Tom” of “taught Tom his verbs” and “taught Tom to swim”; nobody of “taught Tom that”.

    Whoever is taught to swim is often read as the one who swims.
    """
    objects = [*arcs.of(row, "dative"), *arcs.of(row, "dobj")]
    if arcs.relation(row) == "relcl":
        whose = {arcs.words[each] for each in arcs.subjects(row)}
        if len(objects) < len("him verbs".split()) and whose.isdisjoint({"who", "that"}):
            return []  # “the first thing he taught me was to pay” makes him no teacher
    elif any(arcs.words[each] in _POINTING for each in objects):
        return []
    doing = arcs.of(row, "ccomp", "xcomp")
    return [*objects, *(each for verb in doing for each in arcs.of(verb, "nsubj") if each > row)]


_POINTING = frozenset("that this it which what".split())


def _claim(
    people: People, arcs: Arcs, left: int, kind: RelationKind, right: int
) -> Iterator[Claim]:
    one, other = _meant(people, arcs, left), _meant(people, arcs, right)
    if one is None or other is None or one.entity_id == other.entity_id:
        return
    if _is_group(people, one) or _is_group(people, other):
        return
    span = people.rows.span(min(left, right), max(left, right))
    confidence = round(STATED * one.confidence * other.confidence, 3)
    yield Claim(one.entity_id, kind, other.entity_id, Span(span.start, span.end), confidence)


def _meant(people: People, arcs: Arcs, row: int) -> Meant | None:
    """Who is told of: by a name or a title, or by the name of “a man called Odo”."""
    places = [*named_so(arcs, row), *arcs.of(row, "appos")]
    if arcs.relation(row) == "nsubj" and arcs.tag(row) == "NOUN":
        # “the deputy who arrested her, Odo Dray, sang”, read as if the name explained the verb
        places += [each for each in arcs.of(arcs.head(row), "appos") if each > row]
    names = [found for each in places if (found := people.named_at(each)) is not None]
    meant = names[0] if names else people.at_or_titled(row)
    pronoun = GENDERED_FORMS.get(people.word(row))
    if meant is None or pronoun is None or people.pronouns[meant.entity_id] is not None:
        return meant
    return Meant(meant.entity_id, OF_UNKNOWN_SEX * meant.confidence)


def _is_group(people: People, meant: Meant) -> bool:
    return people.cast[meant.entity_id].kind == "group"
