"""Words for states that mean something else where they stand: “dead tired”, “sick of it”."""

from fabula.lexicon.figures_of_speech import ABSTRACT, AFTER, HARMLESS_BONDS, UNSEEN
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Narration

_SMALL = ("in", "into", "with", "by", "at", "to", "from", "of", "on", "for")
_WHEN = frozenset("now already too again yesterday today there".split())
_OF_THE_HEART = frozenset({"hurt", "wounded", "stung"})
_DEEPLY = frozenset(
    "deeply terribly more rather quite very so secretly little distinctly bitterly visibly".split()
)
_IS = frozenset("was is were are been".split())
_SHOWN = frozenset("looked look looks looking sounded felt".split())


def is_figure(told: Narration, row: int) -> bool:
    """Whether a word for a state is a manner of speaking where it stands.

    Finds:
        What the next word gives away (“dead tired”, “sick of it”, “blind to it”, “bound to
        ask”), and what people are tied up in, drunk on or hurt by that nobody can touch.
    Why it holds:
        Who is drunk on power is sober, and a meeting ties nobody up.
    Misses:
        Figures that only the story gives away.

    Example:
        “Ines, sick of waiting, was tied up in meetings, and dead certain of it.”: no state.
    """
    word = told.words[row]
    after = told.words[row + 1] if row + 1 < len(told.words) else ""
    if after in AFTER.get(word, ()) or _is_intent(told, row):
        return True
    if word == "dead" and after not in _WHEN and told.tags[row + 1 : row + 2] in (["ADJ"], ["ADV"]):
        return True  # “dead tired”, “dead straight”
    if word in _OF_THE_HEART and _is_of_the_heart(told, row):
        return True
    if _binds_nobody(told, row, after):
        return True
    behind = {told.words[each] for each in _all_behind(told, row)}
    doers = {told.words[each] for each in told.hanging(row, "nsubj")}
    return bool(behind & (ABSTRACT | UNSEEN) or doers & UNSEEN)


def _binds_nobody(told: Narration, row: int, after: str) -> bool:
    """“strapped in”, “tied on like a sack”, “the nurse strapped her up”, “arrested by a shout”.

    Every pilot is strapped in; who is strapped to a table is not free.
    """
    word = told.words[row]
    if word in HARMLESS_BONDS:
        return after in {"in", "into"} or "up" in told.words[row + 1 : row + 3]
    if word in _FASTENED:
        return after == "on" and told.tags[row + 2 : row + 3] not in _TO_WHAT
    return word in _ARRESTS and _is_by_a_thing(told, row)


_FASTENED = frozenset("tied roped".split())
_TO_WHAT = (["DET"], ["PRON"], ["NOUN"], ["PROPN"], ["ADJ"])
_ARRESTS = all_forms("arrest capture".split())


def _is_by_a_thing(told: Narration, row: int) -> bool:
    """“he was arrested by a shout”, “the command which arrested her”: held for a moment."""
    doers = [*told.hanging(row, "nsubj"), *told.behind(row, "by")]
    return bool(doers) and not any(each in told.beings for each in doers)


def _is_intent(told: Narration, row: int) -> bool:
    """“bound to ask”, “I'm bound I'll go”; “bound to the mast” is bound."""
    if told.words[row] not in {"bound", "stuck"}:
        return False
    held_to = told.behind(row, "to")
    to = told.words[row + 1 : row + 2] == ["to"] and not held_to
    if told.words[row] == "bound" and any(each in told.people for each in held_to):
        return True  # “bound to him for three years” by a paper
    return to or told.tags[row + 1 : row + 2] == ["PRON"]


def _all_behind(told: Narration, row: int) -> list[int]:
    """The nouns behind the prepositions of a word, also behind its “up”: “tied up at work”."""
    nouns = told.behind(row, *_SMALL)
    for small in told.hanging(row, "prt", "advmod"):
        nouns += told.behind(small, *_SMALL)
    return nouns


def _is_of_the_heart(told: Narration, row: int) -> bool:
    """“She was deeply hurt”, “he looked hurt”; the narrator's bare “she was hurt” may be so."""
    how = {told.words[each] for each in told.hanging(row, "advmod", "npadvmod")}
    head = told.words[told.heads[row]]
    if how & _DEEPLY or head in _SHOWN:
        return True
    me = told.words[row - 1] in {"am", "i'm"}
    bare = not how and not told.hanging(row, "prep") and told.words[row] == "hurt"
    return bare and not me and bool(_IS & {head, told.words[row - 1]})
