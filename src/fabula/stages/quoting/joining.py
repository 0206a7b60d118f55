"""When two pieces of speech are one quotation, and where an unclosed one ends."""

import re

from fabula.lexicon.pronouns import PRONOUNS
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.quoting.surroundings import (
    CLOSING_MARKS,
    cue_after,
    ends_sentence,
    words_before,
)
from fabula.text import Span

MAX_INTERRUPTION = 240
"""Characters of narration that a sentence of speech may be broken by."""

SHORT_CUE = 6
"""Words of a cue that needs no comma behind it: “Listen,” said the old miller: “wheels.”"""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PAUSES = frozenset(",;:—–-)")
_STOPS = frozenset("!?…")
_LINKS = frozenset("and but then while when as or who which whereupon".split())


def interrupts(text: str, first: Span, second: Span) -> bool:
    """Whether the narration between two pieces of speech only interrupts a sentence.

    Finds: “No,” said Ada, “not yet.”; “our”—she leaned in—“secret”.
    Why it holds: a narrator who ends a sentence lets the speaker begin a new one, so
        “Right,” he nodded. “I’ll go.” is two quotations.
    Misses: a second speaker brought in within the same sentence: “Yes,” said Ada, pleased,
        and Tom, glumly, “No.”
    Example: “Why,” asked the miller, “are you wet?”
    """
    if second.start - first.end > MAX_INTERRUPTION:
        return False
    between = text[first.end : second.start]
    words = [word.lower() for word in _WORD.findall(between)]
    last = between.rstrip(" \t\r\n*_")[-1:]
    cue = cue_after(text, first.end, second.start)
    return (
        len(words) > 0
        and (last in _PAUSES or (cue is not None and len(words) <= SHORT_CUE and last.isalnum()))
        and not ends_sentence(text, first.end, second.start)
        and not _introduces_another(words, cue, last, _begins_sentence(text, second))
        and _goes_on(text, first, between, cue)
    )


def _begins_sentence(text: str, span: Span) -> bool:
    """Whether quoted words begin with a capital that is not the pronoun “I”."""
    word = _WORD.search(text, span.start, span.end)
    if word is None:
        return False
    first = word.group()
    return first[0].isupper() and first != "I" and first[1:2] not in {"'", "’"}


def _introduces_another(words: list[str], cue: str | None, last: str, fresh: bool) -> bool:
    """Whether the narration leads on to a new speech, as in …,” said Ada, and Tom said, “No.”."""
    if not fresh:
        return False
    spoken = [place for place, word in enumerate(words) if word in SPEECH_VERBS]
    if last == ":" and not (cue is not None and len(spoken) == 1 and len(words) <= SHORT_CUE):
        return True
    if not spoken:
        return False
    if words[0] in _LINKS:
        return True
    after_cue = words[words.index(cue) :] if cue in words else []
    return spoken[-1] > spoken[0] and bool(_LINKS & set(after_cue))


def _goes_on(text: str, first: Span, between: str, cue: str | None) -> bool:
    """Whether the first piece of speech leaves its sentence open for the narrator.

    “Go!” He turned … begins a new sentence, “Go!” he said … and “Go!” Ada said … do not.
    """
    spoken = text[first.start : first.end].rstrip(CLOSING_MARKS)[-1:]
    if spoken == ".":
        return False
    if spoken not in _STOPS:
        return True
    word = _WORD.search(between)
    if word is None or word.group()[0].islower():
        return True
    clause = between.split(",", 1)[0].lower()
    return word.group().lower() not in PRONOUNS and cue is not None and cue in clause


_PAUSE = re.compile(
    r"[,!?…—-]\s+(?=(?:(?:Mr|Mrs|Ms|Dr|Miss|Lady|Captain)\.?\s+)?([^\W_]+)\s+([^\W_]+))"
)
_PRONOUNS = frozenset({"he", "she", "I", "they", "we"})
_PRESENT_OK = frozenset({"says", "asks", "replies", "answers", "whispers"})


def unclosed_end(text: str, start: int, limit: int, *, runs_over: bool) -> int:
    """Where a quotation that has no closing mark stops, at `limit` at the latest.

    Finds: “Go home, he said and left.: the words up to a cue that names the speaker.
    Why it holds: a writer who forgets the mark still writes the cue behind it; without one the
        rest of the paragraph is most often all speech.
    Misses: narration after the speech that has no cue in it.
    Example: “Leave it!” without its mark at the end of a paragraph: all of it is speech.

    `runs_over` says that the next paragraph goes on with a mark, so that only a cue at the very
    end of this one shows that the mark was forgotten.
    """
    end = limit
    for match in _PAUSE.finditer(text, start, limit):
        if not _is_cue(match.group(1), match.group(2)):
            continue
        if runs_over and len(words_before(text, limit, match.end(), 6)) > 5:
            continue
        end = match.start() + 1
        break
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _is_cue(first: str, second: str) -> bool:
    if first in _PRONOUNS or first[0].isupper():
        return _told(second)
    return _told(first) and (second in _PRONOUNS or second == "the" or second[0].isupper())


def _told(word: str) -> bool:
    """A finite verb of speech as narration has it; “I say” is more often speech itself."""
    if word not in SPEECH_VERBS:
        return False
    return word.endswith("ed") or word in _PRESENT_OK or word in {"said", "told", "spoke", "began"}
