"""How people look, and how old they are: told of their eyes, their hair, themselves."""

import re
from collections.abc import Iterator

from fabula.lexicon.appearance import (
    AGE_HEADS,
    CARRIED_ALONE,
    EYE_WORDS,
    FIGURE,
    HAIR,
    HAIR_ALONE,
    HAIR_WORDS,
    HEAD_WORDS,
    MARKS,
    MEASURES,
    PLAIN_PEOPLE,
    SKIN_WORDS,
)
from fabula.lexicon.number_words import CARDINALS, TENS
from fabula.stages.being.signs import SURE_DEED, SURE_WORD, Sign
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.story import StateAttribute

_BE = frozenset("be is are was were been 's 'm 're being".split())
_HAVE = frozenset("have has had having 've got".split())
_FEATURES: dict[str, tuple[StateAttribute, frozenset[str]]] = {
    **dict.fromkeys(("eyes", "eye"), ("eyes", EYE_WORDS)),
    **dict.fromkeys(HAIR, ("hair", HAIR_WORDS)),
    "head": ("hair", HEAD_WORDS),
    **dict.fromkeys(("skin", "complexion"), ("skin", SKIN_WORDS)),
    **dict.fromkeys(MARKS, ("mark", frozenset())),
}
_SAID_ALONE = frozenset("eyes eye hair head skin complexion".split())
"""Of these the value is what is said of them: “grey”, but “grey beard”."""

OLDEST = 120
"""A higher number after “was” is no age."""


def look_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's looks or age.

    Finds:
        Eyes, hair, skin, scars with what is said of them and an owner; “tall”, “thin” and their
        like said of a person; ages in numbers.
    Why it holds:
        The narrator describes; the owner or the subject is the one described.
    Misses:
        Likenesses (“as tall as Fergus”), looks told in other words.

    Example:
        “Ines was nine and tall for it. Her grey eyes shone.”: age nine, tall, grey eyes.
    """
    if not told.told[row] or told.asked[row]:
        return
    word = told.words[row]
    if word in _FEATURES:
        yield from _feature(told, row)
    elif word in FIGURE:
        yield from _figure(told, row)
    elif word in {"years", "year"} or _is_age(word):
        yield from _age(told, row)


def _feature(told: Narration, row: int) -> Iterator[Sign]:
    word = told.words[row]
    attribute, wanted = _FEATURES[word]
    who = _bearer(told, row)
    if who is None:
        return
    said = [child for child in _said_of(told, row) if not wanted or told.words[child] in wanted]
    if said or word in HAIR_ALONE or attribute == "mark":
        rows = (who.row, row, *said)
        value = told.text(said if word in _SAID_ALONE else [*said, row])
        yield Sign(who, attribute, value, rows, SURE_WORD * who.sure)


def _said_of(told: Narration, row: int) -> list[int]:
    """Adjectives of a feature: before it, joined to those, or behind a form of “be”."""
    said = told.hanging(row, "amod")
    verb = told.heads[row]
    if told.relations[row] == "nsubj" and told.words[verb] in _BE and is_fact(told, verb):
        said += told.hanging(verb, "acomp")
    return [*said, *(other for each in said for other in told.hanging(each, "conj"))]


def _bearer(told: Narration, row: int) -> Named | None:
    """Whose the feature is: “her eyes”, “Tom had a beard”, “a man with a beard”."""
    owner = told.owner(row)
    if owner is not None:
        return owner
    relation, head = told.relations[row], told.heads[row]
    if relation == "conj" and told.relations[head] in {"dobj", "pobj"}:
        relation, head = told.relations[head], told.heads[head]
    word = told.words[head]
    if relation == "dobj" and word in _HAVE and is_fact(told, head):
        return told.subject(head)
    if relation == "pobj" and word == "with":
        above = told.heads[head]
        person = told.person(above)
        if person is None and told.words[above] in _BE | PLAIN_PEOPLE and is_fact(told, above):
            person = _subject_of_noun(told, above)
        return person
    return None


def _subject_of_noun(told: Narration, row: int) -> Named | None:
    """Of “He was a thin man” at “man”: he; at “was” as well."""
    if told.person(row) is not None:
        return told.person(row)
    verb = told.heads[row] if told.relations[row] == "attr" else row
    return told.subject(verb) if is_be(told, verb) and is_fact(told, verb) else None


def is_be(told: Narration, row: int) -> bool:
    """Whether the word is a form of “be”, alone or behind a pronoun (“he's”)."""
    word = told.words[row]
    return word in _BE or f"'{word.split(chr(39))[-1]}" in _BE


def _figure(told: Narration, row: int) -> Iterator[Sign]:
    """“she was tall”, “a tall woman”, “big and slow”."""
    word = told.words[row]
    who = _carrier(told, row)
    if _is_old_in_years(told, row) or _is_high_without_measure(told, row):
        return
    if who is None or any(told.words[each] in {"too", "as", "so"} for each in _before(told, row)):
        return
    measure = [each for each in told.hanging(row, "npadvmod") if told.words[each] in MEASURES]
    rows = [row, *measure, *(each for one in measure for each in told.hanging(one, "nummod"))]
    value = told.text(rows)
    yield Sign(who, FIGURE[word], value, (who.row, *rows), SURE_DEED * who.sure)


def _is_old_in_years(told: Narration, row: int) -> bool:
    return told.words[row] == "old" and bool(told.hanging(row, "npadvmod"))


def _is_high_without_measure(told: Narration, row: int) -> bool:
    """People are high only by their feet: “three feet high”."""
    measures = {told.words[each] for each in told.hanging(row, "npadvmod")}
    return told.words[row] == "high" and not measures & MEASURES


def _before(told: Narration, row: int) -> list[int]:
    return told.hanging(row, "advmod")


def _carrier(told: Narration, row: int) -> Named | None:
    """Of whom an adjective is said; words of many meanings only with a plain noun for a person."""
    relation, head = told.relations[row], told.heads[row]
    if relation == "conj":
        relation, head = told.relations[head], told.heads[head]
    if relation == "amod":
        if told.words[head] not in PLAIN_PEOPLE and told.words[row] in CARRIED_ALONE:
            return None
        if told.tags[head] != "NOUN" or (told.person(head) and not _brings_in(told, head)):
            return None  # “the old man” may just be what he is called
        return _subject_of_noun(told, head)
    if relation == "acomp" and is_be(told, head) and is_fact(told, head):
        high = told.words[row] == "high"
        return told.subject(head) if high or told.words[row] not in _ONLY_BEFORE else None
    if relation in {"advmod", "oprd", "acomp"} and told.words[row].endswith("-handed"):
        return told.agent(head) if is_fact(told, head) else None
    return None


def _brings_in(told: Narration, noun: int) -> bool:
    return any(told.words[each] in {"a", "an"} for each in told.hanging(noun, "det"))


_ONLY_BEFORE = CARRIED_ALONE - {"old"}
"""“a big man” is big; “he was big” of a thing, a day, a fool is as likely."""


_YEARS = re.compile(r"[0-9]{1,3}")
"""Figures of a footnote (²) and numbers as long as a line are no years of age."""


def _is_age(word: str) -> bool:
    if word == "one":
        return False
    if _YEARS.fullmatch(word):
        return int(word) <= OLDEST
    tens, _, units = word.partition("-")
    return word in CARDINALS or (tens in TENS and (not units or units in CARDINALS))


def _age(told: Narration, row: int) -> Iterator[Sign]:
    """“she was nine”, “nine years old”, “a boy of nineteen”, “Ines, forty,”."""
    word = told.words[row]
    number = row
    if word in {"years", "year"}:
        numbers = told.hanging(row, "nummod")
        if not numbers or told.words[told.heads[row]] != "old":
            return
        number, row = numbers[-1], told.heads[row]
    elif told.hanging(row, "prep") or told.relations[row] == "nummod":
        return
    if not _is_age(told.words[number]):
        return
    who = _aged(told, row)
    if who is not None:
        yield Sign(who, "age", told.words[number], (who.row, number), SURE_DEED * who.sure)


def _aged(told: Narration, row: int) -> Named | None:
    relation, head = told.relations[row], told.heads[row]
    if relation in {"attr", "acomp"} and is_be(told, head) and is_fact(told, head):
        others = [each for each in told.hanging(head, "attr", "acomp") if each != row]
        alone = all(told.words[each] in AGE_HEADS for each in others)
        before = {told.words[each] for each in told.hanging(head, "aux")}
        return told.subject(head) if alone and not before & {"had", "have"} else None
    if relation in {"appos", "amod", "acl"} and told.tags[head] in {"PROPN", "NOUN"}:
        return told.person(head)
    if relation == "pobj" and told.words[head] == "of":
        noun = told.heads[head]
        if told.words[noun] in AGE_HEADS:
            return _subject_of_noun(told, noun)
    return None
