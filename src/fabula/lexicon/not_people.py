"""Capitalised words that name nobody: peoples, languages, days, exclamations, “Chapter”."""

from functools import cache

from fabula.lexicon.sections import read_words

MONTHS_THAT_ARE_NAMES = frozenset("april may june august march".split())
"""Months that are also given names: only the sentence can tell."""


@cache
def _all() -> frozenset[str]:
    return frozenset().union(*read_words("not_people.txt").values())


def never_a_name(word: str) -> bool:
    """Whether the word, capitalised, is no name of a person, place, ship or body.

    True of “English”, “Monday”, “Oh”, “Chapter”; titles such as “Sir” are among them, since
    alone they name nobody.
    """
    return word.lower() in _all()
