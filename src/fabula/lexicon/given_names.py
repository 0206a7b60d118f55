"""Given names, with the pronoun that usually goes with each.

Weak evidence: a story's own pronouns always outweigh it.
"""

from collections import Counter
from functools import cache
from typing import Literal

from fabula.lexicon.sections import read_words

UsualPronoun = Literal["he", "she", "any"]


def usual_pronoun(name: str) -> UsualPronoun | None:
    """“he” for Thomas, “she” for Emma, “any” for Robin, None for a name not on the list."""
    folded = name.lower()
    sections = read_words("given_names.txt")
    if folded in sections["he"]:
        return "he"
    if folded in sections["she"]:
        return "she"
    return "any" if folded in sections["any"] else None


def is_given_name(name: str) -> bool:
    """Whether the word is a usual given name, in whatever case."""
    return usual_pronoun(name) is not None


LIKELY = 0.9
"""Nine in ten names of the list with an ending go with one pronoun before it says anything."""

ENOUGH_ALIKE = 8
"""Names of the list that share an ending, so that their habit is one."""


def pronoun_by_ending(name: str) -> UsualPronoun | None:
    """“she” for Josefina or Melantha, names that are not on the list but end like many that are.

    The ending is the longest of three, two and one letters that at least eight listed names
    share; None where they go with both pronouns.
    """
    folded = name.lower()
    for length in (3, 2, 1):
        counts = _endings().get(folded[-length:]) if len(folded) > length + 1 else None
        if counts is None or counts.total() < ENOUGH_ALIKE:
            continue
        (usual, count), *_ = counts.most_common(1)
        return usual if count >= LIKELY * counts.total() else None
    return None


@cache
def _endings() -> dict[str, Counter[UsualPronoun]]:
    """How many listed names with each ending go with each pronoun."""
    endings: dict[str, Counter[UsualPronoun]] = {}
    sections = read_words("given_names.txt")
    pronouns: tuple[UsualPronoun, ...] = ("he", "she")
    for usual in pronouns:
        for name in sections[usual]:
            for length in (1, 2, 3):
                endings.setdefault(name[-length:], Counter())[usual] += 1
    return endings
