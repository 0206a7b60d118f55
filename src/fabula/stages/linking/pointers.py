"""Descriptions that say where somebody was met: “the girl Tom had seen on the stairs”."""

import re
from collections.abc import Set as AbstractSet
from itertools import takewhile

from msgspec import Struct

from fabula.lexicon.common_words import is_verb_like
from fabula.lexicon.roles import person_noun
from fabula.stages.linking.phrases import Phrase
from fabula.story import Mention

_CLAUSE = 70
"""Characters behind the noun in which the words stand that say where somebody was met."""

LEAST_LETTERS = 4
"""Shorter words are too common to tell one meeting from another."""

STEM = 5
"""Letters by which “stairs” and “stair”, “waving” and “waved” are one word."""

_MET = (
    r"(?:seen|met|passed|noticed|spotted|glimpsed|watched|observed|encountered|followed|caught"
    r"|run\sinto|bumped\sinto|spoken|talked)\b"
)
"""Verbs of a meeting: whoever is the subject was there."""

_SEER = r"(?P<seer>(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w-]+|I|he|she|they|we|you)"
_PERFECT = (
    r"(?:\shad(?!\sto\b)|['’]d|\shas|\shave|['’]ve)\s"
    r"(?!ever\b|never\b)(?:just\s|once\s|already\s|only\s|all\s|\w+ly\s)?"
)
_REST = r"[^.;:!?“”\"]*"

_SEEN = re.compile(rf"(?:\s(?:who|whom|that))?\s{_SEER}{_PERFECT}(?P<rest>{_MET}{_REST})")
"""“(whom) Tom had seen on the stairs”."""

_DONE = re.compile(rf"\s(?:who|that|(?:(?:who|whom|that)\s)?{_SEER}){_PERFECT}(?P<rest>{_REST})")
"""“who had waved from the ferry”, “she had danced with”."""

_FROM = re.compile(r"\sfrom\s(?P<rest>(?:before|earlier|(?:the|that)\s[^.;:!?,“”\"]+))")
"""“from the ferry”, “from before”."""

_LOOKS = re.compile(r"\s(?:in|with)\s(?:the|that)\s(?P<rest>[^.;:!?,“”\"]+)")
"""“in the grey coat”, “with the red scarf”."""

_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    "before earlier first last that with from when while then there their they them this been "
    "were have after again only just same into over could would known world".split()
)


class Pointer(Struct, frozen=True):
    """What a description says of an earlier meeting.

    `words` are stems of what it says, `seer` the name of the one who was there, `same` whether
    it says no more than that it is the same one, `looks` whether the words are all of somebody's
    looks, which stay the same.
    """

    words: AbstractSet[str]
    seer: str | None = None
    same: bool = False
    looks: bool = False


def read_pointer(text: str, mention: Mention, phrase: Phrase) -> Pointer | None:
    """What the description says of an earlier meeting; None where it says nothing.

    “The girl Tom had seen on the stairs” points at stairs where Tom was; “the same girl” at
    whatever girl was told of last.
    """
    if phrase.reference != "definite" or phrase.is_kin or person_noun(phrase.noun) is None:
        return None
    behind = text[mention.head.end : mention.head.end + _CLAUSE]
    seen = _SEEN.match(behind)
    if seen is not None:
        name = seen["seer"] if seen["seer"][0].isupper() and seen["seer"] != "I" else None
        return Pointer(telling_words(_up_to_verb(seen["rest"])), name)
    done = _DONE.match(behind) or _FROM.match(behind)
    if done is not None:
        return Pointer(telling_words(_up_to_verb(done["rest"])))
    looks = _LOOKS.match(behind)
    if looks is not None:
        words = telling_words(_up_to_verb(looks["rest"]))
        return Pointer(words, looks=True) if words else None
    return Pointer(frozenset(), same=True) if "same" in phrase.modifiers else None


def _up_to_verb(words: str) -> str:
    """The words up to the verb that goes on with the sentence: “met on the stairs stood …”."""
    first, *others = words.split(" ")
    return " ".join((first, *takewhile(lambda word: not is_verb_like(word.lower()), others)))


def telling_words(words: str) -> AbstractSet[str]:
    """The stems of the words that tell one place or deed from another."""
    found = (match[0].lower() for match in _WORD.finditer(words))
    return {word[:STEM] for word in found if len(word) >= LEAST_LETTERS and word not in _EMPTY}
