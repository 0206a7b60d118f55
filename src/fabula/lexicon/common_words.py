"""How English fiction uses its commonest lower-case words.

`data/common_words.txt.gz` was counted by `training/word_counts.py` in public-domain texts of
Standard Ebooks and Project Gutenberg. It tells a capitalised word that merely opens a sentence
from a name, and gives a rough idea of what a word is where nothing else does.
"""

import gzip
from functools import cache
from importlib.resources import files

from msgspec import Struct

VERB_SHARE = 60
"""Of a thousand uses: “nodded” follows she, he, they, who or I 313 times, “carpenter” none."""

MODIFIER_SHARE = 90
"""Of a thousand uses: “old” stands 462 times between a determiner and another word."""


class WordUse(Struct, frozen=True, gc=False):
    """How often a word occurs, and of a thousand uses how many stand in a telling place."""

    count: int
    after_subject: int
    after_determiner: int
    inside: int


@cache
def _uses() -> dict[str, WordUse]:
    data = (files("fabula.lexicon") / "data" / "common_words.txt.gz").read_bytes()
    uses: dict[str, WordUse] = {}
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        word, *counts = line.split()
        uses[word] = WordUse(*map(int, counts))
    return uses


def word_use(word: str) -> WordUse | None:
    """The uses of a lower-case word; None for one outside the 20,000 commonest."""
    return _uses().get(word)


def is_common(word: str) -> bool:
    """Whether fiction writes this word in lower case: true of “stranger”, not of “xander”."""
    return word in _uses()


def is_verb_like(word: str) -> bool:
    """Whether the word often follows a subject: “nodded”, “was”; not “carpenter”."""
    use = _uses().get(word)
    if use is None:
        return word.endswith("ed")
    return use.after_subject >= VERB_SHARE


def is_modifier_like(word: str) -> bool:
    """Whether the word often stands between a determiner and a noun: “old”, “injured”."""
    use = _uses().get(word)
    if use is None:
        return word.endswith(("ed", "ing", "y", "ful", "less", "ish", "ous", "ic", "al"))
    return use.inside >= MODIFIER_SHARE
