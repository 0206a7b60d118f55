"""Nouns that say what somebody is to somebody: their owners, and whether they say it at all."""

from msgspec import Struct

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.lexicon.pronouns import GENDERED_FORMS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.kinds import kind_said, past_of


class Described(Struct, frozen=True):
    """A noun that says what somebody is to its owner; rows of both."""

    row: int
    kind: RelationKind
    owners: tuple[int, ...]


def described(arcs: Arcs, row: int) -> Described | None:
    """The noun at this row with its owners; None if it has none, or is only compared with.

    “brother” of “her brother Tom” is a sibling of “her”; that of “like her brother” is nobody's.
    """
    modifiers = {arcs.words[each] for each in arcs.of(row, "amod", "det", "compound", "nmod")}
    kind = kind_said(arcs.words[row], frozenset(modifiers))
    owners = owners_of(arcs, row)
    over = _used_to_be(arcs, row) or _is_of_that_time(arcs, row)
    if kind is not None and (over or _had_been(arcs, row, kind)):
        kind = past_of(kind)
    if kind == "spouse" and _is_to_be(arcs, row):
        kind = "engaged"
    if kind is None or not owners or _is_compared(arcs, row) or _is_only_called(arcs, row):
        return None
    if tuple(arcs.words[row + 1 : row + 4]) == ("in", "all", "but"):
        return None  # “his daughter in all but blood”
    if not _IN_FIGURES.isdisjoint(arcs.words[each].strip(_JOINER) for each in owners):
        return None  # “a son of God”
    if kind in _OF_BODIES and not arcs.of(row, "poss") and arcs.tag(owners[0]) == "PROPN":
        return None  # “captain of Heron”: of a house or a ship
    return Described(row, kind, tuple(owners))


def owners_of(arcs: Arcs, row: int) -> list[int]:
    """The rows of those whose relative it is: “Tom's”, “her”, “of Tom”, “of mine”, “whose”."""
    own = arcs.of(row, "poss")
    named = arcs.relation(row) in BESIDE_NAMES and arcs.tag(arcs.head(row)) == "PROPN"
    if not own and named and arcs.head(row) > row:
        own = [each for each in arcs.of(arcs.head(row), "poss") if each < row]
    if own and arcs.words[own[0]] == "whose":
        return _of_clause(arcs, row)
    joined = _joined_to(arcs, row) if own and arcs.words[own[0]] in _THIRD else None
    if joined is not None:
        return [joined]
    found = own or [*arcs.behind(row, "of", "to")] or _having(arcs, row) or _had(arcs, row)
    return [each for owner in found for each in arcs.joined(owner)]


def _having(arcs: Arcs, row: int) -> list[int]:
    """“she” of “the best pupil she ever had”."""
    clauses = [each for each in arcs.of(row, "relcl") if arcs.words[each] in _HAVE]
    return arcs.subjects(clauses[0]) if len(clauses) == 1 and clauses[0] > row else []


def _had(arcs: Arcs, row: int) -> list[int]:
    """“Ada” of “Ada had a boat and a maid named Ines”, “Ada had a son, Tom”, told by name."""
    first = arcs.head(row) if arcs.relation(row) == "conj" else row
    verb = arcs.head(first)
    behind = arcs.relation(first) == "nsubj" and first > verb  # often read so before “called”
    had = (behind or arcs.relation(first) == "dobj") and arcs.words[verb] in _HAVE
    subjects = [each for each in arcs.subjects(verb) if each < verb]
    return subjects if had and (named_so(arcs, row) or names_behind_comma(arcs, row)) else []


def names_behind_comma(arcs: Arcs, row: int) -> list[int]:
    """“Tom” and “Ned” of “Ada had two sons, Tom and Ned”, of “a son, Tom”."""
    if arcs.words[row + 1 : row + 2] != [","] or arcs.of(row, "cc"):
        return []
    names = [each for each in arcs.of(row, "appos", "conj") if arcs.tag(each) == "PROPN"]
    return [each for name in names for each in arcs.joined(name)]


def named_so(arcs: Arcs, row: int) -> list[int]:
    """The name of “a maid named Ines”, “his sister, called Ada”, “a maid whose name was Ines”."""
    beside = _whose_name(arcs, row) or [
        name
        for verb in _naming(arcs, row)
        for name in arcs.of(verb, "oprd", "attr", "dobj", "pobj", "conj", "npadvmod")
        if arcs.tag(name) == "PROPN"
    ]
    return beside or _named_behind(arcs, row)


def name_between_commas(arcs: Arcs, row: int) -> int | None:
    """“Ada” of “My sister at home, Ada, sang”, of which the grammar may not say that it explains.

    In “Your sister, Ada, is late” Ada may as well be the one who is told so.
    """
    if "your" in (arcs.words[each] for each in arcs.of(row, "poss")):
        return None
    for place in range(row + 1, min(row + _SENTENCE, len(arcs.words) - 2)):
        if arcs.tag(place) in _CLAUSE or arcs.words[place] in {".", "!", "?"}:
            return None
        if arcs.words[place] != ",":
            continue
        last = place
        while last + 2 < len(arcs.words) and arcs.tag(last + 1) == "PROPN":
            last += 1
        goes_on = arcs.tag(last + 2) if last + 2 < len(arcs.words) else "PROPN"
        closed = last > place and arcs.words[last + 1] == ","
        return last if closed and goes_on not in {"PROPN", "CCONJ"} else None
    return None


_CLAUSE = frozenset({"VERB", "AUX", "SCONJ", "CCONJ", "PRON"})
"""Words behind which a comma closes more than the noun."""


def _named_behind(arcs: Arcs, row: int) -> list[int]:
    """“Ines” of “Odo had a wife. Her name was Ines”, told in the next sentence."""
    behind = arcs.words[row : row + _SENTENCE]
    end = next((place for place, word in enumerate(behind) if word in {".", ";"}), len(behind))
    said = behind[end + 1 : end + 4]
    if len(said) < len("his name was".split()) or said[1] != "name" or said[2] not in _IS:
        return []
    if KIN.get(arcs.words[row], "any") not in {"any", GENDERED_FORMS.get(said[0])}:
        return []
    return [each for each in arcs.of(row + end + 3, "attr", "oprd") if arcs.tag(each) == "PROPN"]


_SENTENCE = 20
"""Words from a noun to the end of its sentence, behind which the name is told."""

_IS = frozenset({"is", "was"})


def _naming(arcs: Arcs, row: int) -> list[int]:
    """“called” of “to a dentist called Ruth”, even where it is read as said of the verb."""
    behind = [row + 1] if arcs.words[row + 1 : row + 2] and arcs.relation(row + 1) == "acl" else []
    found = dict.fromkeys([*arcs.of(row, "acl"), *behind])
    return [verb for verb in found if arcs.words[verb] in NAMING]


def _whose_name(arcs: Arcs, row: int) -> list[int]:
    return [
        name
        for verb in arcs.of(row, "relcl")
        for subject in arcs.of(verb, "nsubj")
        if arcs.words[subject] == "name"
        and [arcs.words[each] for each in arcs.of(subject, "poss")] == ["whose"]
        for name in arcs.of(verb, "attr", "oprd")
        if arcs.tag(name) == "PROPN"
    ]


BESIDE_NAMES = frozenset({"compound", "nmod", "amod"})
"""What “flatmate” is to “Bridget” in “her flatmate Bridget”."""

_JOINER = "\u2060"
"""The word joiner, which books set before a dash."""

_IN_FIGURES = frozenset("god heaven satan nature fortune fate earth war death".split())

NAMING = frozenset({"named", "called"})
_HAVE = frozenset("has have had keep keeps kept".split())
_OF_BODIES = frozenset({"superior", "subordinate"})
"""Whoever is the captain “of” something named is that of a ship, a team or a troop."""

_THIRD = frozenset("his her".split())
_MOST_UP = 4
"""Steps from “whose sister” up to the verb of its clause: “whose sister's boat had sunk”."""


def _of_clause(arcs: Arcs, row: int) -> list[int]:
    """“Tom” of “Tom, whose sister sang”."""
    head, whose = arcs.head(row), min(arcs.of(row, "poss"), default=row)
    if head < whose and arcs.tag(head) in {"PROPN", "NOUN"}:
        return [head]  # “Tom, whose sister Ada sang”, read as if the sister were his own subject
    for _ in range(_MOST_UP):
        if arcs.relation(row) == "relcl":
            return [arcs.head(row)]
        row = arcs.head(row)
    return []


def _joined_to(arcs: Arcs, row: int) -> int | None:
    """“Jane” of “Jane and her brother Billy”, whose “her” is hardly anybody else's."""
    for noun in (row, arcs.head(row) if arcs.relation(row) in BESIDE_NAMES else row):
        head = arcs.head(noun)
        listed = arcs.relation(noun) == "conj" and arcs.of(head, "cc")
        if listed and head < row and arcs.tag(head) == "PROPN":
            return head
    return None


def _is_compared(arcs: Arcs, row: int) -> bool:
    """“like her brother”, “as his wife”: said of somebody who is not."""
    head = arcs.head(row)
    compared = arcs.relation(row) == "pobj" and arcs.words[head] in {"like", "as"}
    return compared and not is_spoken_as(arcs, row)


def _is_only_called(arcs: Arcs, row: int) -> bool:
    """“She calls him her third son”, “considered her his sister”: he is none."""
    verb = arcs.head(row)
    if arcs.words[verb] not in _CALLING:
        return False
    called = [each for each in arcs.of(verb, "dobj", "dative", "nsubj") if verb < each < row]
    return bool(called) and arcs.relation(row) in {"dobj", "oprd", "attr", "ccomp", "xcomp"}


_CALLING = all_forms("call consider think deem pronounce declare imagine".split())


def is_spoken_as(arcs: Arcs, row: int) -> bool:
    """“as your sister I order you to”: said of the one who speaks, to whose sister she is."""
    preposition = arcs.head(row)
    if arcs.relation(row) != "pobj" or arcs.words[preposition] != "as":
        return False
    subjects = arcs.subjects(arcs.head(preposition))
    owners = [arcs.words[each] for each in arcs.of(row, "poss")]
    return owners == ["your"] and [arcs.words[each] for each in subjects] == ["i"]


def _used_to_be(arcs: Arcs, row: int) -> bool:
    """“He used to be her husband”: he is no more."""
    verb = arcs.head(row)
    return arcs.words[verb] == "be" and arcs.words[arcs.head(verb)] == "used"


def _is_of_that_time(arcs: Arcs, row: int) -> bool:
    """“my boyfriend at the time”, “who was her husband in those days”: over."""
    verb = arcs.head(row) if arcs.relation(row) == "attr" else row
    times = {*arcs.behind(row, "at", "of", "in"), *arcs.behind(verb, "at", "in")}
    said = {
        (arcs.words[small], arcs.words[each]) for each in times for small in arcs.of(each, "det")
    }
    return not said.isdisjoint(_THEN)


_THEN = frozenset({("the", "time"), ("that", "time"), ("those", "days")})


def _had_been(arcs: Arcs, row: int, kind: RelationKind) -> bool:
    """“She had been Tom's sweetheart”: love that is told in the pluperfect is over.

    A wife who had been one for years may be one still.
    """
    verb = arcs.head(row)
    helpers = {arcs.words[each] for each in arcs.of(verb, "aux")}
    said = arcs.relation(row) == "attr" and arcs.words[verb] == "been"
    return kind in {"lover", "engaged"} and said and bool(helpers & {"had", "’d", "'d"})


def _is_to_be(arcs: Arcs, row: int) -> bool:
    """“She will soon be his wife”, “is going to be his wife”: they are engaged."""
    verb = arcs.head(row)
    helpers = {arcs.words[each] for each in arcs.of(verb, "aux")}
    if arcs.relation(row) != "attr" or arcs.words[verb] != "be":
        return False
    return bool(helpers & {"will", "shall"}) or arcs.words[arcs.head(verb)] == "going"
