"""What befell people once, or as children, and is long over when they tell of it."""

from collections.abc import Iterable, Iterator

from fabula.stages.being.signs import Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.narration import Narration

_CHILDISH = frozenset({"NUM", "little", "small", "young", "child", "boy", "girl", "kid"})
_YEARS = frozenset("year summer winter spring autumn".split())
_LASTING = frozenset({"life", "illness"})
_CLAUSES = frozenset({"VERB", "AUX"})
_MOST_STEPS = 3
"""How many words up the verb of the clause is looked for: “fever”, “with”, “lay”."""


def without_earlier_days(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs, less those of a time long over.

    Finds:
        What happened “when she was eight”, “the summer he was nine” and “once”.
    Why it holds:
        Whoever is told of so is grown up, awake and out of the cellar. The dead stay dead, and of
        an illness the story tells because it matters.
    Misses:
        Childhoods told at length, which are scenes of their own.

    Example:
        “When she was eight, her sister locked her in.”: she is free.
    """
    for sign in signs:
        if sign.attribute in _LASTING or not any(_is_then(told, row) for row in sign.rows):
            yield sign


def _is_then(told: Narration, row: int) -> bool:
    for _ in range(_MOST_STEPS):
        if told.tags[row] in _CLAUSES and (_is_once(told, row) or _is_of_childhood(told, row)):
            return True
        row = told.heads[row]
    return False


def _is_once(told: Narration, verb: int) -> bool:
    """“I was shot once”, “she had once been a captive”; “he woke at once” is now."""
    return any(
        told.words[each] == "once" and told.words[each - 1] not in {"at", "for", "all"}
        for each in told.hanging(verb, "advmod")
    )


def _is_of_childhood(told: Narration, verb: int) -> bool:
    for time in (each - 1 for each in told.hanging(verb, "nsubj")):
        if time > 0 and told.words[time] in _YEARS and told.heads[time] != verb:
            return True  # “Tom was nine the summer he broke it”, but not “that summer he broke it”
    for clause in told.hanging(verb, "advcl", "ccomp"):
        when = any(told.words[each] == "when" for each in told.hanging(clause, "advmod", "mark"))
        said = {
            word
            for each in told.hanging(clause, "attr", "acomp", "nummod")
            for word in (told.words[each], told.tags[each])
        }
        if when and is_be(told, clause) and said & _CHILDISH:
            return True
    return False
