"""Whether quoted words are thought or written rather than said."""

import re
from collections.abc import Sequence

from fabula.lexicon.quoting_words import (
    PAINTING_PARTICIPLES,
    SELF_WORDS,
    UNSPOKEN_BEFORE,
    WRITING_NOUNS,
    WRITING_VERBS,
    WRITTEN_VERBS,
)
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.quoting.surroundings import (
    clause_before,
    cue_after,
    words_after,
)
from fabula.story import QuotationKind
from fabula.text import Span

THOUGHT_VERBS = all_forms(["think", "wonder", "ponder", "realise", "realize", "reflect"])
_ALOUD = frozenset({"aloud", "loud", "audibly"})
_TELLING_ONESELF = frozenset("said says say told tells tell asked asks ask".split())


def kind_of(text: str, span: Span, bounds: Span) -> QuotationKind | None:
    """“thought” or “writing” where the narration beside the quotation says so, else None.

    Finds: “Odd,” she thought; he told himself, “Run”; the card read: “Ring twice”; “Soon,” she
        texted; “No Entry” was painted on the gate.
    Why it holds: verbs of thinking and writing are rarely used for speech, and are then marked
        (“she wondered aloud”).
    Misses: thought introduced by an act (“Odd.” It crossed her mind that …), words read out by
        the person who reads them, which count as speech.
    """
    after = [word.lower() for word in words_after(text, span.end, bounds.end, 8)]
    before = [word.lower() for word in clause_before(text, span.start, bounds.start)]
    if _written_after(after, text, span, bounds) or _written_before(before, text, span):
        return "writing"
    if _thought_after(after, text, span, bounds) or _thought_before(before):
        return "thought"
    return None


def _thought_after(after: Sequence[str], text: str, span: Span, bounds: Span) -> bool:
    verb = cue_after(text, span.end, bounds.end)
    if verb is None or _ALOUD & set(after):
        return False
    place = after.index(verb) if verb in after else 0
    return _is_thought(verb, after[place + 1 :])


def _is_thought(verb: str, following: Sequence[str]) -> bool:
    if verb in THOUGHT_VERBS:
        return True
    return verb in _TELLING_ONESELF and bool(SELF_WORDS & set(following[:4]))


def _thought_before(before: Sequence[str]) -> bool:
    if not before or _ALOUD & set(before):
        return False
    tail = before[-8:]
    for place in range(len(tail) - 1, -1, -1):
        if tail[place] in SPEECH_VERBS or tail[place] in THOUGHT_VERBS:
            unspoken = set(tail[max(0, place - 3) : place]) & UNSPOKEN_BEFORE
            return bool(unspoken) or _is_thought(tail[place], tail[place + 1 :])
    return False


def _written_after(after: Sequence[str], text: str, span: Span, bounds: Span) -> bool:
    if not after:
        return False
    if after[0] in {"was", "were", "is", "are"} and PAINTING_PARTICIPLES & set(after[1:4]):
        return True
    if cue_after(text, span.end, bounds.end) in WRITTEN_VERBS:
        return True
    # “Come at once,” the note said; “Come at once,” it read.
    subject = after[1:3] if after[0] in {"the", "his", "her", "a", "their"} else after[:1]
    place = len(subject) + (1 if subject is not after[:1] else 0)
    verbs = set(after[place - 1 : place + 2]) & WRITING_VERBS
    return bool(verbs) and (bool(WRITING_NOUNS & set(subject)) or after[:2] == ["it", "ran"])


_COLON = re.compile(r"[:,]\s*[*_]*$")


def _written_before(before: Sequence[str], text: str, span: Span) -> bool:
    if not before:
        return False
    if before[-1] in WRITTEN_VERBS or before[-1] in PAINTING_PARTICIPLES:
        return True
    if before[-1] in {"read", "reads", "reading"} and _pauses(text, span.start):
        return True
    nouns = [place for place, word in enumerate(before) if word in WRITING_NOUNS]
    if not nouns:
        return False
    following = before[nouns[-1] + 1 :]
    return any(word in WRITING_VERBS for word in following) or (
        len(following) <= 4 and text[: span.start].endswith((": ", ":\n", ":"))
    )


def _pauses(text: str, position: int) -> bool:
    return _COLON.search(text, max(0, position - 8), position) is not None
