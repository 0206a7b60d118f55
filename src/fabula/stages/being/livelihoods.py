"""Trades told by what people do day by day: “she tuned pianos”, “he worked as a waiter”."""

from collections.abc import Iterator

from fabula.lexicon.livelihoods import BY_OBJECT, WORKS
from fabula.lexicon.trades import trade_of
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, Sign
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration

SELDOM_HAPPENS = 0.6
"""What the encoder takes for likelier to happen than this is a deed, and no livelihood."""

_VERBS = frozenset(verb for verb, _ in BY_OBJECT)


def livelihood_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the verb at this row says of somebody's trade.

    Finds:
        Verbs with an object that together make a living, where nothing happens by them; those
        who work “as” something.
    Why it holds:
        Who tunes pianos, and not one piano one day, is a tuner.
    Misses:
        All that people live by and the list does not know.

    Example:
        “Ines kept the inn, and Tom worked as a waiter.”: an innkeeper, a waiter.
    """
    word = told.words[row]
    if word in WORKS:
        yield from _works_as(told, row)
    elif word in _TEACHES:
        yield from _teaches(told, row)
    elif word in _VERBS and told.happens[row] < SELDOM_HAPPENS and is_fact(told, row):
        going_on = word.endswith("ing") and told.hanging(row, "aux")
        if going_on or told.relations[row] in {"xcomp", "advcl", "pcomp"}:
            return  # “she was driving a bus” that day, “he began to drive the bus”
        who = told.agent(row)
        for thing in told.hanging(row, "dobj"):
            trade = BY_OBJECT.get((word, told.words[thing]))
            if trade is None or who is None or _is_one_of_somebodys(told, thing):
                continue
            yield Sign(who, "trade", trade, (who.row, row, thing), SURE_GUESS * who.sure)


def _is_one_of_somebodys(told: Narration, thing: int) -> bool:
    """“he ran her pub”, “she drove that bus”: another's, or only the one in question."""
    small = {told.words[each] for each in told.hanging(thing, "det", "poss")}
    return bool(small & {"this", "that", "his", "her", "their", "my", "your", "our"})


_TEACHES = all_forms(["teach"])
_SCHOOLS = frozenset("school schools academy college university conservatory".split())
_LONG = frozenset("years winters terms".split())


def _teaches(told: Narration, row: int) -> Iterator[Sign]:
    """“he had taught in a boys' school”, “she taught for thirty years”."""
    places = [*told.behind(row, "in", "at"), *told.behind(row, "for")]
    places += [each for noun in told.hanging(row, "dobj") for each in told.behind(noun, "in", "at")]
    who = told.agent(row)
    for noun in places:
        if who is not None and told.words[noun] in _SCHOOLS | _LONG and is_fact(told, row):
            yield Sign(who, "trade", "teacher", (who.row, row, noun), SURE_GUESS * who.sure)
            return


def _works_as(told: Narration, row: int) -> Iterator[Sign]:
    """“she worked as a nurse”."""
    who = told.agent(row)
    if who is None or not is_fact(told, row):
        return
    for noun in told.behind(row, "as"):
        trade = trade_of(told.words[noun], told.words[noun - 1])
        if trade is not None:
            yield Sign(who, "trade", trade, (who.row, row, noun), SURE_DEED * who.sure)
