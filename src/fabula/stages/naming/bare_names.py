"""The bare name in words that the encoder takes for a name and the rules do not."""

import re
from collections.abc import Sequence

from fabula.lexicon.common_words import is_common
from fabula.lexicon.cue_words import INTERJECTIONS
from fabula.lexicon.not_people import never_a_name
from fabula.lexicon.pronouns import pronoun
from fabula.lexicon.titles import PARTICLES, title
from fabula.stages.naming.capitals import FUNCTION_WORDS
from fabula.stages.token_rows import TokenRows
from fabula.text import Span

LEAST_CAPITALS = 0.01
"""Share of words with a capital: a story with fewer is typed without them, names and all."""

_WORD = re.compile(r"[^\s,;:.!?…“”\"—–]+\.?")
_BETWEEN = re.compile(r"\s*")


def has_capitals(rows: TokenRows) -> bool:
    """Whether the text begins names and sentences with a capital at all."""
    words = [word for word in rows.words() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= LEAST_CAPITALS * len(words)


def bare_name(text: str, span: Span, head: Span, *, capitals: bool) -> Span | None:
    """The part of `span` that is a name and no more; None if there is no name in it.

    Finds:
        The run of capitalised words, titles and particles that ends with the head, less what
        may stand before a name that is called, if one of its words is no common English word.
        Where the text has no `capitals`, the head alone.
    Why it holds:
        A mention has its adjectives and exclamations within its edges; a name has none.
    Misses:
        Names that are common words throughout, which the rules know by their capitals.

    Example:
        “Kit” in “anyway, Kit”, “Captain Odo” in “poor Captain Odo”; nothing in “my goodness”.
    """
    words = [
        Span(match.start(), match.end()) for match in _WORD.finditer(text, span.start, span.end)
    ]
    last = next((n for n, word in enumerate(words) if word.start <= head.start < word.end), None)
    if last is None:
        return None
    shown = [text[word.start : word.end] for word in words]
    first = last
    while capitals and first and _joins(text, words[first - 1], words[first], shown[first - 1]):
        first -= 1
    while first < last and _only_calls(shown[first]):
        first += 1
    name = shown[first : last + 1]
    if (capitals and not name[-1][0].isupper()) or not any(map(_may_name, name)):
        return None
    return Span(words[first].start, words[last].end)


def _joins(text: str, word: Span, following: Span, shown: str) -> bool:
    """Whether only a space stands after the word, and it may be a part of a name."""
    alone = _BETWEEN.fullmatch(text, word.end, following.start)
    return alone is not None and (shown[0].isupper() or shown in PARTICLES)


def _only_calls(word: str) -> bool:
    lower = word.lower()
    called = lower in INTERJECTIONS or lower in FUNCTION_WORDS or pronoun(lower) is not None
    return (called or word in PARTICLES) and title(word) is None


def _may_name(word: str) -> bool:
    lower = word.lower().rstrip(".").replace("’", "'")
    return not (
        lower in FUNCTION_WORDS
        or pronoun(lower) is not None
        or never_a_name(lower)
        or is_common(lower)
        or title(word) is not None
    )


def is_uncommon(words: Sequence[str]) -> bool:
    """Whether none of these words is a common English word, titles aside."""
    return all(_may_name(word) or title(word) is not None for word in words)
