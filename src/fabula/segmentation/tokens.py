"""Words, numbers and punctuation marks, as a reader would count them.

One word: don’t, Emma’s, o’clock, ’tis, rock-’n’-roll, well-known, an-and, Mr., J., p.m., £3.50,
7:30, 2nd. Marks of their own: dashes, ellipses (even glued to words or spaced: . . .), runs of
! and ?, quotation marks, brackets, and the asterisks and underscores that set emphasis.
A possessive that ends in a bare apostrophe (“the dogs’ dinner”) leaves the apostrophe outside,
because it cannot be told from a closing quotation mark by its form.
"""

import re
from collections.abc import Iterator

from fabula.lexicon.abbreviations import (
    ABBREVIATIONS,
    NUMBERED_ABBREVIATIONS,
    SENTENCE_STARTERS,
)
from fabula.lexicon.elisions import LEADING_ELISIONS, TRAILING_ELISIONS, WHOLE_IN_WORDS
from fabula.text import Token

APOSTROPHES = "'’ʼ"
# Combining accents and joiners belong to the letter before them, though they are no letters.
_JOINED = r"\u0300-\u036f\u00ad\u200c\u200d\u2060"
_LETTERS = rf"[^\W_]+(?:[{_JOINED}]+[^\W_]*)*"
# Between two letters: an apostrophe (also typed as a backtick or as a wrongly turned mark), a
# hyphen with or without one, an ampersand (R&B), an interpunct.
_CONNECTOR = r"(?:[-‐‑]['’]?|['’ʼ‘`´](?:[-‐‑]['’]?)?|[&·])"

# Every alternative is linear: no part of a repetition can begin with what another part ends in,
# and look-ups that may fail after a run are bounded.
_TOKEN = re.compile(
    rf"""
    (?P<web>(?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]])
  | (?P<acronym>(?:(?:Ph|Litt?|Sc)\.D|[BM]\.Sc)\.(?![^\W_])|(?:[^\W\d_]\.){{2,12}}(?![^\W_]))
  | (?P<number>[$£€¥]\d[\d,.:]*(?<![,.:])%?|\d+(?:[.,:]\d+){{1,8}}(?![^\W_])%?|\d+%)
  | (?P<word>{_LETTERS}(?:{_CONNECTOR}{_LETTERS})*)
  | (?P<handle>[@\#][^\W\d]\w*)
  | (?P<ellipsis>\.\.+|…[….]*|\.(?:[ \xa0\u2009\u202f]\.)+)
  | (?P<dash>[—–―‒⸺⸻]+|--+)
  | (?P<stop>[!?‽⁇⁈⁉]+)
  | (?P<emphasis>\*+|_+|~+)
  | (?P<emoji>[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\u2600-\u27bf\U0001f000-\U0001faff]*)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, in order.

    “Tom…it’s us” has three: two words with an ellipsis between. Offsets count from the start
    of `text`.
    """
    return [Token(low, high) for low, high in _merged(text, start, end)]


def _merged(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Raw tokens with apostrophes and full stops given back to the words that own them."""
    low = high = -1
    low_is_word = False
    for match in _TOKEN.finditer(text, start, end):
        here, there = match.span()
        is_word = match.lastgroup == "word"
        touches = high == here and low >= start
        if touches and is_word and _opens_word(text, low, high, there, start):
            high, low_is_word = there, True
            continue
        if touches and low_is_word and there == here + 1:
            character = text[here]
            if (character == "." and _owns_stop(text, low, high, end)) or (
                character in APOSTROPHES and _owns_apostrophe(text, low, high, end)
            ):
                high = there
                continue
        if low >= start:
            yield low, high
        low, high, low_is_word = here, there, is_word
    if low >= start:
        yield low, high


def _opens_word(text: str, low: int, high: int, word_end: int, start: int) -> bool:
    """Whether the mark at `low:high` is the apostrophe of the word right after it: ’tis, ’em.

    A right-turned mark (’) after white space can be nothing else. A straight or left-turned one
    is an apostrophe only before a word of the list: people's software turns it the wrong way.
    """
    if high - low != 1 or text[low] not in "'’ʼ‘":
        return False
    if text[low] in "’ʼ" and (low == start or text[low - 1].isspace()):
        return True
    word = text[high:word_end].lower().replace("’", "'")
    return word in LEADING_ELISIONS or word.isdigit()


def _owns_apostrophe(text: str, low: int, high: int, end: int) -> bool:
    """Whether an apostrophe right after the word belongs to it: o’, an’, goin’."""
    if high + 1 < end and text[high + 1].isalnum():
        return False
    word = text[low:high].lower().lstrip("'’‘")
    if word in TRAILING_ELISIONS or (word == "n" and low + 1 < high):
        return True
    return len(word) >= 4 and word.endswith("in") and word not in WHOLE_IN_WORDS


def _owns_stop(text: str, low: int, high: int, end: int) -> bool:
    """Whether a full stop right after the word belongs to it: Mr., J. (Hartley), No. (7)."""
    word = text[low:high]
    if word in ABBREVIATIONS:
        return True
    position = high + 1
    while position < end and position < high + 4 and text[position].isspace():
        position += 1
    if position == high + 1 or position >= end:
        return False
    if word in NUMBERED_ABBREVIATIONS:
        return text[position].isdigit()
    return len(word) == 1 and word.isupper() and _follows_initial(text, word, position, end)


_WORD = re.compile(r"[^\W\d_]+")


def _follows_initial(text: str, letter: str, position: int, end: int) -> bool:
    """Whether what follows “J.” reads like the rest of a name.

    “I.” must be followed by another initial: “It was I. Dean saw it.” ends a sentence.
    """
    following = _WORD.match(text, position, end)
    if following is None or not text[position].isupper():
        return False
    next_word = following.group()
    is_initial = len(next_word) == 1 and text[following.end() : following.end() + 1] == "."
    if letter == "I":
        return is_initial
    return is_initial or (len(next_word) > 1 and next_word.lower() not in SENTENCE_STARTERS)
