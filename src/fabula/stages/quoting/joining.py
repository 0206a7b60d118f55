"""When two pieces of speech are one quotation, and where an unclosed one ends."""

import re

from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.quoting.surroundings import cue_after, ends_sentence, words_before
from fabula.text import Span

MAX_INTERRUPTION = 240
"""Characters of narration that a sentence of speech may be broken by."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PAUSES = frozenset(",;:—–-)")
_CLOSING = " \t\r\n\"“”„‟«»‹›「」『』'‘’‚‛`´*_"


def interrupts(text: str, first: Span, second: Span) -> bool:
    """Whether the narration between two pieces of speech only interrupts a sentence.

    Finds: “No,” said Ada, “not yet.”; “our”—she leaned in—“secret”.
    Why it holds: a narrator who ends a sentence lets the speaker begin a new one, so
        “Right,” he nodded. “I’ll go.” is two quotations.
    Misses: a second speaker brought in within the same sentence: “Yes,” said Ada, pleased,
        and Tom, glumly, “No.”
    Example: “Why,” asked the miller, “are you wet?”
    """
    between = text[first.end : second.start]
    words = _WORD.findall(between)
    if not words or len(between) > MAX_INTERRUPTION:
        return False
    if ends_sentence(text, first.end, second.start):
        return False
    last = between.rstrip(" \t\r\n*_")[-1:]
    cue = cue_after(text, first.end, second.start)
    if last not in _PAUSES and not (cue is not None and last.isalnum()):
        return False
    if cue is not None and _brings_in_another(words, cue):
        return False
    spoken = text[first.start : first.end].rstrip(_CLOSING)[-1:]
    if spoken == ".":
        return False
    if spoken in {"!", "?", "…"}:
        # “Go!” He turned. … begins a new sentence, “Go!” he said, … does not.
        return words[0][0].islower() or cue is not None
    return True


def _brings_in_another(words: list[str], cue: str) -> bool:
    """“Yes,” said Ada, and Tom said, “No.”: a second verb of speech right before the second."""
    folded = [word.lower() for word in words]
    return folded[-1] in SPEECH_VERBS and folded.index(cue) < len(folded) - 1 and "and" in folded


_PAUSE = re.compile(r"[,.!?…—-]\s+(?=([^\W_]+)\s+([^\W_]+))")
_PRONOUNS = frozenset({"he", "she", "I", "they", "we"})
_PRESENT_OK = frozenset({"says", "asks", "replies", "answers", "whispers"})


def unclosed_end(text: str, start: int, limit: int, runs_over: bool) -> int:
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
