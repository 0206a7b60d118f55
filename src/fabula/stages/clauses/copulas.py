"""Forms of “be”, by which something is said of somebody."""

from fabula.stages.clauses.narration import Narration

_BE = frozenset("be am is are was were been 's 'm 're being".split())


def is_be(told: Narration, row: int) -> bool:
    """Whether the word is a form of “be”, alone or behind a pronoun (“he's”)."""
    word = told.words[row]
    return word in _BE or f"'{word.split(chr(39))[-1]}" in _BE
