"""Who is meant by “her brother”: the name beside it, the subject, or whom the words point at."""

from collections.abc import Mapping
from types import MappingProxyType

from fabula.stages.relating.arcs import MOST_STEPS, Arcs
from fabula.stages.relating.described import (
    BESIDE_NAMES,
    NAMING,
    Described,
    described,
    is_spoken_as,
    name_between_commas,
    named_so,
)
from fabula.stages.relating.kinds import OF_WORK
from fabula.stages.relating.members import Meant
from fabula.stages.relating.people import People
from fabula.story import Mention

EXPLAINED = 0.95
"""“her brother Tom”: the two stand side by side."""

EQUATED = 0.9
"""“Tom is her brother”, “Ines, who was his wife”."""

ONLY_SO_CALLED = 0.9
"""“my grandmother”, where the cast has “Ines's grandmother” and no name for her."""

SOLE_BEARER = 0.8
"""“my sergeant”, and the story has one Sergeant Bello."""

_NAMED_BY_RELATION = "described by relation"
_RULES_THAT_EQUATE = frozenset({"apposition"})
_BY_RULE: Mapping[str | None, float] = MappingProxyType(
    {
        "apposition": EQUATED,
        # The rules have joined the words to one who is called by them: “Ines's grandmother”.
        _NAMED_BY_RELATION: ONLY_SO_CALLED,
    }
)
_BE = frozenset("is was am are were be been being became become ’s 's 'm ’m s re".split())
_PREDICATES = frozenset("attr dobj appos".split())
_MOST_APART = 12
"""Words between a name and what explains it: “Tom, for nine years now her brother's keeper”."""


def one_meant(people: People, arcs: Arcs, noun: Described) -> Meant | None:
    """The one whom the noun describes, and how sure it is that they are one."""
    stated = stated_of(people, arcs, noun)
    if stated is not None:
        return _with_title(people, noun, stated)
    # “He was my grandad's” does not say that he was my grandad.
    owning = people.is_possessive(noun.row)
    for mention in people.mentions_at(noun.row):
        if owning and people.reason(mention) in _RULES_THAT_EQUATE:
            continue
        equated = _equated(people, mention)
        if equated is not None:
            return equated
    return _bearer(people, noun)


def _with_title(people: People, noun: Described, stated: Meant) -> Meant:
    """“You're my deputy” to one who is Deputy Goss: of two signs either may be wrong alone."""
    bearer = _bearer(people, noun)
    if bearer is None or bearer.entity_id != stated.entity_id:
        return stated
    doubt = (1 - stated.confidence) * (1 - bearer.confidence)
    return Meant(stated.entity_id, max(stated.confidence, EQUATED * (1 - doubt)))


def stated_of(people: People, arcs: Arcs, noun: Described) -> Meant | None:
    """The one of whom the sentence says it: by name beside the noun, or as its subject."""
    beside = _beside(people, arcs, noun.row)
    if beside is not None:
        return Meant(beside.entity_id, EXPLAINED * beside.confidence)
    return (
        _subject(people, arcs, noun.row)
        or _contracted_subject(people, arcs, noun.row)
        or _predicate(people, arcs, noun.row)
        or _as_what(people, arcs, noun.row)
    )


def _beside(people: People, arcs: Arcs, row: int) -> Meant | None:
    """The name that explains the noun, or that the noun explains."""
    places = [*arcs.of(row, "appos"), *named_so(arcs, row)]
    if arcs.relation(row) in {"appos", *BESIDE_NAMES}:
        places.append(arcs.head(row))
    if row + 1 < len(arcs.words) and arcs.tag(row + 1) == "PROPN":
        places.append(_last_of_name(arcs, row + 1))
    if people.is_signed(row):
        places.append(row + 2)
    places += _set_beside(arcs, row)
    between = name_between_commas(arcs, row)
    places += [] if between is None else [between]
    for place in places:
        if abs(place - row) <= _MOST_APART:
            named = people.named_at(place)
            if named is not None:
                return named
    return _role_beside(people, arcs, row)


def _role_beside(people: People, arcs: Arcs, row: int) -> Meant | None:
    """The king of “the king, his father, rode out”, who has no name."""
    places = [each for each in arcs.of(row, "appos") if arcs.tag(each) == "NOUN"]
    if arcs.relation(row) == "appos":
        places.append(arcs.head(row))
    for place in places:
        if [arcs.words[each] for each in arcs.of(place, "det")] == ["the"]:
            return people.at_or_titled(place)
    return None


def _set_beside(arcs: Arcs, row: int) -> list[int]:
    """Names set off by a comma that are often not read as what explains the noun.

    “Joaquim” of “was Ada's brother, Joaquim, who sang”, read as one more of a list that has no
    “and”; “Pilar” of “That was Pilar, her twin”, read as what she is said to be.
    """
    behind = row + 2 < len(arcs.words) and arcs.words[row + 1] == ","
    listed = [
        *arcs.of(row, "cc"),
        *(small for each in arcs.of(row, "conj") for small in arcs.of(each, "cc")),
    ]
    found = [
        each
        for each in arcs.of(row, "conj")
        if behind and not listed and arcs.tag(row + 2) == "PROPN"
    ]
    head, owners = arcs.head(row), arcs.of(row, "poss")
    before = min(owners, default=row) - 1
    listed_alone = arcs.relation(row) == "conj" and not arcs.of(head, "cc")
    set_off = arcs.relation(row) in _PREDICATES or listed_alone
    if set_off and arcs.tag(head) == "PROPN" and head == before - 1:
        in_clause = arcs.words[before] == "," and arcs.relation(head) in _IN_CLAUSE
        found += [head] if in_clause else []
    return found


_IN_CLAUSE = frozenset("attr dobj pobj nsubj nsubjpass appos conj oprd".split())
"""A name that has a part in its clause: “Well, Tom, my son” calls somebody."""


def _last_of_name(arcs: Arcs, row: int) -> int:
    """“Dray” of “Mr. Dray”, “Mr. Odo Dray”, from the row of the first word."""
    while arcs.relation(row) == "compound" and arcs.head(row) == row + 1:
        row += 1
    return row


def _subject(people: People, arcs: Arcs, row: int) -> Meant | None:
    """“Tom” of “Tom is her brother”, where that is said as a fact and not asked."""
    first = _first_joined(arcs, row)
    verb = arcs.head(first)
    # “He had been her deckhand” is often read as if he had her, “who is her aunt” as if she were.
    stated = arcs.relation(first) in _PREDICATES or _is_of_whom(arcs, first)
    said = stated and (people.is_contracted_be(verb) or _is_being(arcs.words[verb]))
    if not said or people.is_possessive(row) or _is_one_of_several(arcs, first):
        return None
    if arcs.words[min(arcs.of(row, "poss"), default=row) - 1] == "not":
        return None  # “I am a girl and not his sister”
    subjects = _subjects_of_being(people, arcs, verb)
    if len(subjects) != 1 or not arcs.is_told_as_fact(verb) or people.is_asked(row):
        return None
    meant = _named_between(people, arcs, subjects[0], verb)
    # “Tom's daughter was her maid” is said of the daughter, whoever her chain holds.
    if meant is None and (described(arcs, subjects[0]) is None or _is_called(people, subjects[0])):
        meant = people.at(subjects[0])
    return None if meant is None else Meant(meant.entity_id, EQUATED * meant.confidence)


def _is_called(people: People, row: int) -> bool:
    """Whether a rule knows the relative by a title: “my grandmother” is called Gran."""
    return any(people.reason(each) == "relative by title" for each in people.mentions_at(row))


def _contracted_subject(people: People, arcs: Arcs, row: int) -> Meant | None:
    """“Tom” of “Tom's my oldest friend”: no owner is followed by “my”, so the ’s is a verb."""
    owners = arcs.of(row, "poss")
    before = min(owners, default=0) - 1
    if before < 0 or not people.is_possessive(before) or arcs.words[before + 1] not in _OWNING:
        return None
    if not arcs.is_told_as_fact(row) or people.is_asked(row) or people.is_possessive(row):
        return None
    meant = people.at(before)
    return None if meant is None else Meant(meant.entity_id, EQUATED * meant.confidence)


_OWNING = frozenset("my your his her our their".split())


def _is_one_of_several(arcs: Arcs, row: int) -> bool:
    """“He is her cook, clerk or porter”: nobody knows which."""
    return any(
        arcs.words[small] == "or" for each in arcs.joined(row) for small in arcs.of(each, "cc")
    )


def _first_joined(arcs: Arcs, row: int) -> int:
    """“cook” of “She was his cook and his best friend”, from the row of “friend”."""
    for _ in range(MOST_STEPS):
        if arcs.relation(row) != "conj":
            break
        row = arcs.head(row)
    return row


def _is_of_whom(arcs: Arcs, row: int) -> bool:
    """Whether the noun stands in “who is my aunt”, behind the verb."""
    verb = arcs.head(row)
    who = [arcs.words[each] for each in arcs.of(verb, "nsubj") if each < verb]
    return arcs.relation(row) == "nsubj" and row > verb and who == ["who"]


def _named_between(people: People, arcs: Arcs, row: int, verb: int) -> Meant | None:
    """“Ada” of “a cook, Ada, who is Tom's sister”: the name that explains the noun."""
    names = [each for each in arcs.of(row, "appos", "conj") if row < each < verb]
    named = [meant for each in names if (meant := people.named_at(each)) is not None]
    return named[0] if len(named) == 1 else None


def _subjects_of_being(people: People, arcs: Arcs, verb: int) -> list[int]:
    """Of whom it is said: “I” of “I'm her son”, Tom of “Tom, who is her son”, “used to be”."""
    if people.is_contracted_be(verb):
        return [verb]  # one token is both the subject and the verb
    if arcs.words[verb] == "be" and arcs.words[arcs.head(verb)] == "used":
        verb = arcs.head(verb)
    subjects = arcs.subjects(verb)
    if not subjects and arcs.relation(verb) == "conj":
        return _subjects_of_being(people, arcs, arcs.head(verb))
    who = [arcs.words[each] for each in subjects if each < verb]
    if who in (["who"], ["that"]) and arcs.relation(verb) == "relcl":
        return [arcs.head(verb)]
    return subjects


def _predicate(people: People, arcs: Arcs, row: int) -> Meant | None:
    """“Tom” of “her brother was Tom”, “her brother is called Tom”."""
    verb = arcs.head(row)
    called = arcs.relation(row) == "nsubjpass" and arcs.words[verb] in NAMING
    is_subject = called or (arcs.relation(row) == "nsubj" and _is_being(arcs.words[verb]))
    if not is_subject or people.is_possessive(row) or len(arcs.subjects(verb)) != 1:
        return None
    if not arcs.is_told_as_fact(verb) or people.is_asked(row):
        return None
    said = arcs.of(verb, "attr", "oprd")
    names = [each for each in said if arcs.tag(each) == "PROPN"]
    names += [name for each in said for name in named_so(arcs, each)]  # “was a man called Tom”
    named = [people.named_at(each) for each in names]
    if len(named) != 1 or named[0] is None:
        return None
    return Meant(named[0].entity_id, EQUATED * named[0].confidence)


def _as_what(people: People, arcs: Arcs, row: int) -> Meant | None:
    """“I” of “as your sister I order you to”."""
    if not is_spoken_as(arcs, row):
        return None
    meant = people.at(arcs.subjects(arcs.head(arcs.head(row)))[0])
    return None if meant is None else Meant(meant.entity_id, EQUATED * meant.confidence)


def _is_being(word: str) -> bool:
    return word in _BE or word.endswith(("’s", "'s", "’m", "'m"))


def _equated(people: People, mention: Mention) -> Meant | None:
    """Whom a rule says that the words are: they stand beside a name, or are one themselves."""
    reason = people.reason(mention)
    meant, trust, linked = people.meant(mention), _BY_RULE.get(reason), people.linked(mention)
    if reason == _NAMED_BY_RELATION and linked is not None:
        return Meant(linked, ONLY_SO_CALLED)  # whoever else is in its chain
    return None if meant is None or trust is None else Meant(meant.entity_id, trust)


def _bearer(people: People, noun: Described) -> Meant | None:
    """“my sergeant”, where one sergeant is told of; of kin there may be others, untold."""
    if noun.kind not in OF_WORK or people.is_possessive(noun.row):
        return None
    entity_id = people.sole_bearer(people.word(noun.row))
    return None if entity_id is None else Meant(entity_id, SOLE_BEARER)
