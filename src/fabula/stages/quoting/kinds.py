"""Whether quoted words are thought or written rather than said."""

import re
from collections.abc import Sequence
from itertools import pairwise

from fabula.labels import QuotationKind
from fabula.lexicon.cue_words import REFLEXIVES
from fabula.lexicon.pronouns import PRONOUNS
from fabula.lexicon.quoting_words import (
    PAINTING_PARTICIPLES,
    SIGN_VERBS,
    UNSPOKEN_BEFORE,
    WRITING_NOUNS,
    WRITTEN_VERBS,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.quoting.surroundings import (
    CLOSING_MARKS,
    REACH,
    clause_before,
    cue_after,
    is_verb_of_speech,
    words_after,
)
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
    Example: “How odd,” she wondered. is thought, “How odd,” she wondered aloud. is not.
    """
    after = [word.lower() for word in words_after(text, span.end, bounds.end, 8)]
    before = [word.lower() for word in clause_before(text, span.start, bounds.start)]
    if _written_after(after, text, span, bounds) or _written_before(before, text, span):
        return "writing"
    if _thought_after(after, text, span, bounds) or _thought_before(before):
        return "thought"
    return None


def _thought_after(after: Sequence[str], text: str, span: Span, bounds: Span) -> bool:
    """“Odd,” she thought; “Run,” he told himself; not “Odd.” She thought of home."""
    verb = cue_after(text, span.end, bounds.end)
    if verb not in after[:5] or verb is None or _ALOUD & set(after):
        return False
    place = after.index(verb)
    clause = _clause(text, span.end, bounds.end)
    if verb not in clause.lower() or (clause[:1].isupper() and after[0] in PRONOUNS):
        stopped = text[span.start : span.end].rstrip(CLOSING_MARKS).endswith(".")
        return after[0] == "i" and not stopped and _is_thought(after, place)
    return _is_thought(after, place)


def _clause(text: str, position: int, end: int) -> str:
    """The narration behind a quotation up to its first comma."""
    near = text[position : min(end, position + REACH)].lstrip(" \t\r\n,—–-")
    return near.split(",", 1)[0]


def _is_thought(words: Sequence[str], place: int) -> bool:
    """Whether the verb at `place` is one of thinking, or of speaking to oneself."""
    if words[place] in THOUGHT_VERBS:
        return True
    following = list(words[place + 1 : place + 5])
    addressed = following[:1] + [word for to, word in pairwise(following) if to == "to"]
    return words[place] in _TELLING_ONESELF and bool(REFLEXIVES & set(addressed))


def _thought_before(before: Sequence[str]) -> bool:
    """She thought, “Odd.”; he told himself, “Run.”; and unsaid: he longed to say, “Stay.”."""
    tail = list(before[-8:])
    if _ALOUD & set(tail):
        return False
    for place in range(len(tail) - 1, -1, -1):
        if is_verb_of_speech(tail, place):
            earlier = tail[max(0, place - 4) : place]
            unsaid = tail[place - 1 : place] in (["to"], ["like"])
            unspoken = unsaid and bool(UNSPOKEN_BEFORE & set(earlier))
            return unspoken or _is_thought(tail, place)
    return False


def _written_after(after: Sequence[str], text: str, span: Span, bounds: Span) -> bool:
    if not after:
        return False
    if after[0] in {"was", "were", "is", "are"} and PAINTING_PARTICIPLES & set(after[1:4]):
        return True
    if cue_after(text, span.end, bounds.end) in WRITTEN_VERBS:
        return True
    if after[:2] in (["it", "ran"], ["it", "read"]):
        return True
    nouns = (noun for noun, verb in pairwise(after[:4]) if verb in SIGN_VERBS)
    return any(noun in WRITING_NOUNS for noun in nouns)  # the note said


_COLON = re.compile(r"[:,]\s*[*_]*$")


def _written_before(before: Sequence[str], text: str, span: Span) -> bool:
    if not before:
        return False
    if before[-1] in WRITTEN_VERBS or before[-1] in PAINTING_PARTICIPLES:
        return True
    if before[-1] in {"read", "reads", "reading"} and _pauses(text, span.start):
        return True
    for noun, verb in pairwise(before):
        if noun in WRITING_NOUNS and verb in SIGN_VERBS:
            return True
    return before[-1] in WRITING_NOUNS and _pauses(text, span.start)


def _pauses(text: str, position: int) -> bool:
    return _COLON.search(text, max(0, position - 8), position) is not None
