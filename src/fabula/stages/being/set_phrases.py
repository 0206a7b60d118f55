"""States told by set phrases: “in prison”, “out cold”, “in a rage”, “close to tears”."""

from collections.abc import Iterator

from fabula.labels import StateAttribute
from fabula.lexicon.conditions import BEFALLS, KNOCKS, SET_PHRASES, WIPES
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_ENDS = frozenset(
    {noun for _, noun in SET_PHRASES}
    | {"cold", "eyes", "sleep", "drink", "light", "world"}
    | KNOCKS
)
"""The words that such phrases end with, or begin with where people are knocked out."""

_SOUND_ASLEEP = ((["out", "like", "a"], "light"), (["dead", "to", "the"], "world"))
"""“He was out like a light”, “she was dead to the world”."""

_BARE = frozenset({"a", "an"})
_MOST_STEPS = 4
"""How far above the phrase its verb may stand: “was on the verge of tears”."""


def phrase_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What a set phrase that ends with the word at this row says of somebody.

    Finds:
        Nouns behind a preposition that name a state without telling of any particular place or
        thing; people knocked out or out cold; eyes that are wiped; too much to drink.
    Why it holds:
        Such phrases are said of the subject of their clause.
    Misses:
        The same words with an article or an owner, which tell of a place: “in the prison”.

    Example:
        “Tom was in prison, and Ines flew into a rage.”: in prison; in a rage.
    """
    word = told.words[row]
    if word not in _ENDS or not told.told[row] or told.asked[row]:
        return
    if (told.words[row - 1], word) in SET_PHRASES or (told.words[row - 2], word) in SET_PHRASES:
        yield from _placed(told, row)
    elif word == "sleep" and told.words[row - 2] == "in" and told.owner(row) is not None:
        yield from _in_sleep(told, row)
    elif word in KNOCKS and "out" in told.words[row + 1 : row + 4]:
        yield from _knocked_out(told, row)
    elif word == "cold" and told.words[row - 1] == "out":
        yield from _of_subject(told, row, "consciousness", "out cold")
    elif (told.words[row - 3 : row], word) in _SOUND_ASLEEP:
        yield from _of_subject(told, row, "sleep", "asleep")
    elif word == "eyes" and told.words[told.heads[row]] in WIPES:
        yield from _wiped(told, row)
    elif word == "drink" and told.words[row - 3 : row] == ["too", "much", "to"]:
        yield from _of_subject(told, row, "drink", "drunk")


def _placed(told: Narration, row: int) -> Iterator[Sign]:
    between = told.words[row - 1]
    before = told.words[row - 2] if between in _BARE else between
    if (before, told.words[row]) not in SET_PHRASES or told.relations[row] == "compound":
        return  # “in a hospital kitchen”
    kind, value = SET_PHRASES[before, told.words[row]]
    if told.words[told.heads[told.heads[row]]] == "bored":
        return  # “bored to tears”
    if kind == "liberty" and _went_there_once(told, row):
        return
    if between not in _BARE or kind == "mood":
        yield from _of_subject(told, row, kind, value)


def _went_there_once(told: Narration, row: int) -> bool:
    """“after that he had gone to prison”: told of the past, and perhaps over."""
    verb = told.heads[told.heads[row]]
    had = any(told.words[each] == "had" for each in told.hanging(verb, "aux"))
    return had and not is_be(told, verb)


def _of_subject(told: Narration, row: int, kind: StateAttribute, value: str) -> Iterator[Sign]:
    """The state of whom the clause is about, or of the one who is put into it."""
    above = row
    for _ in range(_MOST_STEPS):
        if told.heads[above] == above and told.tags[above] not in {"VERB", "AUX"}:
            return
        above = told.heads[above]
        if told.tags[above] in {"VERB", "AUX"}:
            break
    else:
        return
    who = _put_there(told, above) or told.subject(above)
    if who is not None and is_fact(told, above) and who.row < row:
        yield Sign(who, kind, value, (who.row, row), SURE_WORD * who.sure)


def _put_there(told: Narration, verb: int) -> Named | None:
    """“they threw Tom in prison”."""
    objects = told.hanging(verb, "dobj")
    return told.person(objects[0]) if len(objects) == 1 and not is_be(told, verb) else None


def _knocked_out(told: Narration, row: int) -> Iterator[Sign]:
    """“the boom knocked him out”."""
    out = [each for each in told.hanging(row, "prt", "advmod") if told.words[each] == "out"]
    who = told.patient(row)
    himself = who is not None and told.words[who.row].endswith("self")
    if out and who is not None and not himself and is_fact(told, row):
        yield Sign(who, "consciousness", "knocked out", (who.row, row), SURE_DEED * who.sure)


def _in_sleep(told: Narration, row: int) -> Iterator[Sign]:
    """“she talked in her sleep”; who “died in his sleep” sleeps no more."""
    verb = told.heads[told.heads[row]]
    who = told.owner(row)
    if who is not None and told.words[verb] not in BEFALLS and is_fact(told, verb):
        yield Sign(who, "sleep", "asleep", (who.row, row), SURE_WORD * who.sure)


def _wiped(told: Narration, row: int) -> Iterator[Sign]:
    """“she wiped her eyes”: she has been crying."""
    verb = told.heads[row]
    who, owner = told.agent(verb), told.owner(row)
    same = who is not None and owner is not None and who.entity_id == owner.entity_id
    if who is not None and same and is_fact(told, verb):
        yield Sign(who, "mood", "crying", (who.row, verb, row), SURE_GUESS * who.sure)
