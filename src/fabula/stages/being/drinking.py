"""Who is drunk by what they have drunk, or by how they talk."""

from collections.abc import Iterator

from fabula.lexicon.drinks import MEASURES_OF_DRINK, SPIRITS
from fabula.lexicon.number_words import CARDINALS, TENS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, Sign, sign_of
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration

MANY = 3
"""So many glasses are told of because they tell; of bottles one is enough."""

_DRINKS = all_forms("drink have down sink swallow finish".split())
_SLURS = all_forms(["slur"])
_SPEECH = frozenset("words word speech voice consonants sentences".split())


def drink_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's drinking.

    Finds:
        Three glasses and more, or a bottle, that somebody has had; who has been drinking; who
        slurs their words; who is the worse for drink.
    Why it holds:
        Authors count the glasses of those whom they mean to be drunk.
    Misses:
        Drink told by what it does (“she was holding on to the shrouds”).

    Example:
        “Tom had had five pints.”: has been drinking.
    """
    word = told.words[row]
    if word in MEASURES_OF_DRINK or word in SPIRITS:
        yield from _has_had(told, row)
    elif word == "drinking" and told.tags[row] == "VERB":
        been = any(told.words[each] == "been" for each in told.hanging(row, "aux"))
        what = [each for each in told.hanging(row, "dobj", "prep") if told.words[each] != "since"]
        if been and not what and is_fact(told, row):
            yield from sign_of(told.agent(row), "drink", "has been drinking", row, SURE_GUESS)
    elif word in _SLURS and told.tags[row] == "VERB" and is_fact(told, row):
        said = {told.words[each] for each in told.hanging(row, "dobj")}
        if said & _SPEECH or not said:
            yield from sign_of(told.agent(row), "drink", "slurring", row, SURE_GUESS)
    elif word == "drink" and told.words[row - 2 : row] == ["worse", "for"]:
        verb = told.heads[row]
        while told.tags[verb] not in {"VERB", "AUX"} and told.heads[verb] != verb:
            verb = told.heads[verb]
        if is_fact(told, verb):
            yield from sign_of(told.subject(verb), "drink", "the worse for drink", row, SURE_DEED)


def _has_had(told: Narration, row: int) -> Iterator[Sign]:
    """“he'd had three whiskies”, “drank a whole bottle of port”."""
    verb = told.heads[row]
    if told.relations[row] != "dobj" or told.words[verb] not in _DRINKS or not is_fact(told, verb):
        return
    of = {told.words[each] for each in told.behind(row, "of")}
    strong = told.words[row] in SPIRITS or bool(of & SPIRITS)
    bottle = told.words[row].startswith("bottle")
    if told.words[row] in MEASURES_OF_DRINK and of and not strong:
        return  # “three glasses of milk”
    if told.words[verb].startswith(("ha", "'")) and not _has_been_had(told, verb):
        return  # “she had four bottles of wine” in her bag
    number = max((_number(told.words[each]) for each in told.hanging(row, "nummod")), default=1)
    if number >= MANY or (bottle and strong):
        yield from sign_of(told.agent(verb), "drink", "has been drinking", row, SURE_GUESS)


def _has_been_had(told: Narration, verb: int) -> bool:
    """“he had had”, “he'd had”, “she has had”."""
    helping = bool(told.hanging(verb, "aux"))
    short = any(
        told.words[each].endswith(("'d", "'s", "'ve")) for each in told.hanging(verb, "nsubj")
    )
    return told.words[verb] == "had" and (helping or short)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else CARDINALS.get(word) or TENS.get(word) or 1
