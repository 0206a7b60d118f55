"""The narration beside a quotation: its words, where its sentences end, whether it is a cue.

These readings need no mentions; they only say that *someone* is said to speak. Who it is, is
read later from the same words.
"""

import re
from collections.abc import Sequence

from fabula.lexicon.abbreviations import ABBREVIATIONS
from fabula.lexicon.speech_verbs import (
    EXPRESSIVE_VERBS,
    PHRASAL_PARTICLES,
    SPEECH_PARTICIPLES,
    SPEECH_VERBS,
    THINKING_VERBS,
)

REACH = 160
"""How many characters beside a quotation are read: more than any cue that introduces it."""

CLOSING_MARKS = " \t\r\n\"“”„‟«»‹›「」『』'‘’‚‛`´*_"
"""What may stand around the words of a quotation: marks of every style, and emphasis."""

CUE_WORDS = 7
"""“said the tall and silent master of the ferry”: the verb stands among the first words."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.!?…;:\"“”«»„]|--|—")
_FULL_STOP = re.compile(r"[.!?…]+[)*_]*(?=[\s\"”’'»]|$)")
_QUOTE_END = re.compile(r"[\"”»]")
_SUBJECTS = frozenset(
    """
    i he she they we it you who someone somebody everyone everybody
    the a an his her my our their your one another both all some several
    """.split()
)


def words_before(text: str, position: int, start: int, count: int) -> list[str]:
    """The last words before `position`, at most `count`, the nearest last, as printed."""
    return _WORD.findall(text, max(start, position - REACH), position)[-count:]


def words_after(text: str, position: int, end: int, count: int = CUE_WORDS) -> list[str]:
    """The first words after `position` up to the end of their clause, at most `count`.

    Marks between the quotation and its cue are passed over: “No”, — said Ada.
    """
    stop = min(end, position + REACH)
    while position < stop and not text[position].isalnum():
        position += 1
    clause = _CLAUSE_END.search(text, position, stop)
    return _WORD.findall(text, position, clause.start() if clause else stop)[:count]


def cue_after(text: str, position: int, end: int) -> str | None:
    """The verb, in lower case, if the narration from `position` on names a speaker.

    “said” in “ said Ada, and left”; also “he softly asked”, “the old man growled”, “Ada
    nodded”. None in “ was painted over the door”.
    """
    words = [word.lower() for word in words_after(text, position, end)]
    if not words:
        return None
    if _tells(words, 0):
        return words[0] if len(words) > 1 else None
    if words[0] not in _SUBJECTS and not _starts_with_capital(text, position, end):
        return None
    for place in range(1, len(words)):
        if _tells(words, place) or (place <= 2 and words[place] in EXPRESSIVE_VERBS):
            return words[place]
    return None


def _tells(words: Sequence[str], place: int) -> bool:
    """Whether the word is a finite verb of speech: “all *testifying* to” is no cue."""
    return is_verb_of_speech(words, place) and words[place] not in SPEECH_PARTICIPLES


def _starts_with_capital(text: str, position: int, end: int) -> bool:
    return words_after(text, position, end, 1)[0][0].isupper()


def is_verb_of_speech(words: Sequence[str], place: int) -> bool:
    """Whether the word is a verb of speech or thought, alone or with its particle."""
    word = words[place]
    if word in SPEECH_VERBS or word in THINKING_VERBS:
        return True
    following = words[place + 1] if place + 1 < len(words) else ""
    return following in PHRASAL_PARTICLES.get(word, frozenset())


def cue_before(text: str, position: int, start: int) -> str | None:
    """The verb, in lower case, if the clause that ends at `position` says that someone speaks.

    “said” in “Turning to the others, Ada said, ”; None where the sentence before is over.
    """
    words = [word.lower() for word in clause_before(text, position, start)]
    for place in range(len(words) - 1, max(-1, len(words) - 1 - CUE_WORDS * 2), -1):
        if is_verb_of_speech(words, place):
            return words[place]
    return None


def clause_before(text: str, position: int, start: int) -> list[str]:
    """The words between the last end of a sentence (or of a quotation) and `position`."""
    low = max(start, position - REACH)
    begin = low
    for match in _QUOTE_END.finditer(text, low, position):
        begin = match.end()
    for stop in _sentence_ends(text, begin, position):
        begin = stop
    return _WORD.findall(text, begin, position)


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the narration in `text[start:end]`, between two quotations, ends a sentence."""
    return bool(_sentence_ends(text, start, end))


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    ends = []
    for match in _FULL_STOP.finditer(text, start, end):
        if match.group()[0] == "." and is_abbreviation(text, match.start(), start):
            continue
        following = _WORD.search(text, match.end(), min(end, match.end() + REACH))
        if following is None or not following.group()[0].islower():
            ends.append(match.end())
    return ends


def is_abbreviation(text: str, position: int, start: int) -> bool:
    """Whether the full stop at `position` belongs to an abbreviation or an initial."""
    words = _WORD.findall(text, max(start, position - 12), position)
    return bool(words) and (words[-1] in ABBREVIATIONS or len(words[-1]) == 1)
