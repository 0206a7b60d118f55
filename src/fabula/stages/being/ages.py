"""How old people are: “she was nine”, “nineteen years old”, “at seventy”, “a boy of ten”."""

import re
from collections.abc import Iterator
from functools import lru_cache

from fabula.lexicon.appearance import AGE_HEADS, MEASURES
from fabula.lexicon.number_words import CARDINALS, TENS
from fabula.stages.being.describing import described
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

OLDEST = 120
"""A higher number after “was” is no age."""

LATEST_HOUR = 12
"""“at nine” may be an hour, “at nineteen” is none."""

_YEARS = re.compile(r"[0-9]{1,3}")
"""Figures of a footnote (²) and numbers as long as a line are no years of age."""

_YEAR_OLD = re.compile(r"([a-z]+|[0-9]{1,3})-years?-olds?")
_DECADES = {f"{word.removesuffix('y')}ies" for word in TENS}
_ROUGHLY = "-something"
_ROUGH = frozenset("about nearly almost only just over barely exactly perhaps maybe".split())
_GUESSED = frozenset({"might", "could", "must", "may"})
_AFTER = frozenset(
    "and but now then or if when by at that last next on in the with who this already".split()
)
"""What may follow a number that is an age and counts nothing: “she was nine now”."""


def age_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's age.

    Finds:
        Numbers after “was”, with “years old”, in apposition, after “at”, “of”, “aged”, “turned”;
        “a nine-year-old”; “in her forties”.
    Why it holds:
        A number that counts nothing, said of a person, is their age.
    Misses:
        “He left home at nineteen”, which was then; ages that have to be
        reckoned (“born the year of the flood”).

    Example:
        “Ines, forty, was older than the boy, who was nine years old.”: forty; nine.
    """
    word = told.words[row]
    if not told.told[row] or told.asked[row]:
        return
    if "-" in word and _YEAR_OLD.fullmatch(word):
        who = described(told, row) or told.person(row)
        yield from _sign(who, word.split("-")[0], row, SURE_DEED)
    elif word in _DECADES and told.words[row - 2] == "in":
        yield from _sign(told.person(row - 1), word, row, SURE_DEED)
    elif word in {"years", "year"} and told.words[row + 1 : row + 2] == ["old"]:
        numbers = told.hanging(row, "nummod")
        who = described(told, row + 1) or described(told, row)
        said = told.words[numbers[-1]] if numbers else ""
        if said == "hundred" or years_of(said) is not None:
            yield from _sign(who, said, numbers[-1], SURE_DEED)
    elif years_of(word) is not None and _counts_nothing(told, row):
        yield from _number(told, row)


def _sign(who: Named | None, value: str, row: int, sure: float) -> Iterator[Sign]:
    if who is not None:
        yield Sign(who, "age", value, (who.row, row), sure * who.sure)


@lru_cache(4096)  # every word of a story is asked, most of them over and over
def years_of(word: str) -> int | None:
    """The number that the word says, if it may be an age."""
    word = word.removesuffix(_ROUGHLY)
    if _YEARS.fullmatch(word):
        return int(word) if int(word) <= OLDEST else None
    tens, _, units = word.partition("-")
    if units.startswith("and-") and units.removeprefix("and-") in TENS and tens in CARDINALS:
        return TENS[units.removeprefix("and-")] + CARDINALS[tens]  # “two-and-thirty”
    if tens in TENS and (not units or units in CARDINALS):
        return TENS[tens] + (CARDINALS[units] if units else 0)
    return CARDINALS.get(word) if word != "one" else None


def _counts_nothing(told: Narration, row: int) -> bool:
    """Not “nine boats”, “nine of them”, “half past nine”."""
    after = told.words[row + 1] if row + 1 < len(told.words) else ""
    ends = not after[:1].isalnum() or after in _AFTER
    other = told.words[row + 2] if row + 2 < len(told.words) else ""
    if after == "or" and years_of(other) is not None:
        ends = is_be(told, row - 1)  # “he was eleven or twelve”, “it took three or four men”
    head = told.heads[row]
    counts = told.relations[row] == "nummod" and head > row and told.tags[head] in _COUNTED
    if counts and not is_be(told, row - 1):
        return False  # “three or four sailors”
    if told.words[row + 1 : row + 3] == ["at", "a"] or told.words[row - 1] in _OF_NO_AGE:
        return False  # “down the stairs, three at a time”, “cabin no. 28”
    half = told.words[row + 1 : row + 4] == ["and", "a", "half"]
    if half and set(told.words[row + 4 : row + 5]) & MEASURES:
        return False  # “all six and a half feet of him”
    measured = row > 0 and told.words[row - 1] in MEASURES
    numbered = told.tags[row - 1] in _COUNTED and told.relations[row] == "nummod"
    if numbered and told.words[row].isdigit():
        return False  # “pump 2”
    return ends and after != "o'clock" and not measured


_COUNTED = frozenset({"NOUN", "PROPN"})
_OF_NO_AGE = frozenset({".", "no.", "number", "past", "half-past", "quarter", "chapter", "room"})


def _number(told: Narration, row: int) -> Iterator[Sign]:
    word, before = told.words[row], told.words[row - 1] if row else ""
    if before in _ROUGH:
        before = told.words[row - 2] if row > 1 else ""
    years = years_of(word)
    apart = row > 1 and told.words[row - 2] == ","
    if before == "at" and apart and years is not None and years > LATEST_HOUR:
        yield from _sign(_at(told, row), word, row, SURE_GUESS)
    elif before in {"aged", "age"}:
        yield from _sign(_beside(told, row), word, row, SURE_DEED)
    elif before in {"turned", "turning"} and is_fact(told, row - 1):
        yield from _sign(told.agent(row - 1), word, row, SURE_DEED)
    elif before == "of" and told.words[told.heads[told.heads[row]]] not in AGE_HEADS:
        return
    elif (who := _guessed(told, row)) is not None:
        yield from _sign(who, word, row, SURE_GUESS)
    elif not _had_been(told, row):
        who = described(told, row)
        yield from _sign(who, word, row, SURE_DEED)


def _guessed(told: Narration, row: int) -> Named | None:
    """“She might have been twenty”, “he was not much more than thirty”: as good as told."""
    if told.words[row - 1] == "than" and told.words[row - 2] in {"more", "older", "over"}:
        verb = told.heads[row - 2]
        near = {told.words[each] for each in told.hanging(row - 2, "advmod", "npadvmod")}
        return told.subject(verb) if is_be(told, verb) and near & {"much", "little"} else None
    verb = told.heads[row]
    helping = [told.words[each] for each in told.hanging(verb, "aux")]
    guessed = is_be(told, verb) and helping[:1] and helping[0] in _GUESSED
    others = told.hanging(verb, "neg", "mark", "advcl") or told.asked[row]
    past = "have" in helping
    return told.subject(verb) if guessed and past and not others else None


def _at(told: Narration, row: int) -> Named | None:
    """“He's down on his knees, at eighty”: whoever the clause is about."""
    verb = told.heads[told.heads[row]] if told.relations[row] == "pobj" else row
    return told.subject(verb) if told.tags[verb] in {"VERB", "AUX"} else None


def _beside(told: Narration, row: int) -> Named | None:
    """“Tom Wills, aged nine,”."""
    who = described(told, row) or described(told, row - 1)
    return who or told.person(told.heads[row - 1])


def _had_been(told: Narration, row: int) -> bool:
    """“had been four” says nothing of now."""
    verb = told.heads[row]
    return any(told.words[each] in {"had", "have", "has"} for each in told.hanging(verb, "aux"))
