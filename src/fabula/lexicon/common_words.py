"""How English fiction uses its commonest lower-case words.

`data/common_words.txt.gz` was counted by `training/word_counts.py` in public-domain texts of
Standard Ebooks and Project Gutenberg. It tells a capitalised word that merely opens a sentence
from a name, and gives a rough idea of what a word is where nothing else does.
"""

import gzip
from functools import cache
from importlib.resources import files

from msgspec import Struct

from fabula.lexicon.verb_forms import forms_of

VERB_SHARE = 60
"""Of a thousand uses: “nodded” follows she, he, they, who or I 313 times, “carpenter” none."""

NOUN_SHARE = 250
"""Of a thousand uses: “hands” follows a determiner 463 times, “smiles” 125 times."""

MODIFIER_SHARE = 100
"""Of a thousand uses: “old” stands 395 times between a determiner and a noun, “beard” 10."""


class WordUse(Struct, frozen=True, gc=False):
    """How often a word occurs, and of a thousand uses how many stand in a telling place."""

    count: int
    after_subject: int
    after_determiner: int
    modifying: int


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
    """Whether fiction writes this word in lower case: true of “stranger”, not of “melisar”."""
    return word in _uses()


@cache
def is_verb_like(word: str) -> bool:
    """Whether the word often follows a subject: “nodded”, “nods”; not “carpenter”.

    The list was counted in books that tell in the past tense, so a form in -s is also judged by
    the past form of its verb: “whispers” by “whispered”.
    """
    use = _uses().get(word)
    if use is not None and use.after_subject >= VERB_SHARE:
        return True
    if word.endswith("s"):
        noun = use is not None and use.after_determiner >= NOUN_SHARE
        return not noun and any(map(_has_verb_like_past, _lemmas_in_s(word)))
    return use is None and word.endswith("ed")


def _lemmas_in_s(word: str) -> tuple[str, ...]:
    """The verbs that may have this form: try of “tries”, watch of “watches”, nod of “nods”."""
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)


def _has_verb_like_past(lemma: str) -> bool:
    use = _uses().get(forms_of(lemma).past) if len(lemma) > 1 else None
    return use is not None and use.after_subject >= VERB_SHARE


def is_modifier_like(word: str) -> bool:
    """Whether the word often stands between a determiner and a noun: “old”, “injured”."""
    use = _uses().get(word)
    if use is None:
        return word.endswith(("ed", "ing", "y", "ful", "less", "ish", "ous", "ic", "al"))
    return use.modifying >= MODIFIER_SHARE
