"""Speech that opens with a dash at the head of a paragraph: — Come in, said Ada."""

import re
from collections.abc import Iterator, Sequence

from fabula.lexicon.cue_words import PREPOSITIONS
from fabula.lexicon.pronouns import PRONOUNS
from fabula.lexicon.speech_verbs import SPEECH_PARTICIPLES, SPEECH_VERBS
from fabula.stages.quoting.conventions import opens_with_dash
from fabula.stages.quoting.drafts import Draft
from fabula.stages.quoting.joining import interrupts
from fabula.text import Span

_DASH = re.compile(r"[—–―]|--|(?<=\s)-(?=\s)")
# A pause, and the words behind it that may be a cue.
_PAUSE = re.compile(r"[,.!?…][ \xa0\n]+(?=([^\W_]+)[ \n]+([^\W_]+))")
# Speech that opens behind narration: He looked up. —Come in.
_WITHIN = re.compile(r"(?<=[.!?…])[ \n]+(?=[—–―](?:[^\W\d_]|['’][^\W\d_]))")
_CLAUSE_END = re.compile(r"[,.;:!?…](?=\s|$)")
_NARRATING = frozenset("and as while when his her their then but who which".split()) | PREPOSITIONS
"""After the comma behind a cue these go on narrating: he said, and left; he said, his eyes shut."""


def draft_dash_speech(
    text: str, stretches: Sequence[Span], taken: Sequence[Span]
) -> Iterator[Draft]:
    """The speech of a story that sets it behind dashes; call it only for such a story.

    Finds: — Come in, said Ada. It’s open. (two quotations); — Come in — she said — and sit;
        Ada looked up. —Come in, behind a sentence of narration, the dash set close.
    Why it holds: in such books a paragraph that opens with a dash is speech, and only a cue or
        another dash gives the word back to the narrator. A dash that is a pause has a space behind
        it, or none before it, or a small letter.
    Misses: narration behind speech without a cue (— No. He left.), which counts as speech.
    Example: `taken` are the quotations in marks; a paragraph that has one is left alone.
    """
    marked = {span.start for span in taken}
    place = 0
    for stretch in stretches:
        while place < len(taken) and taken[place].end <= stretch.start:
            place += 1
        has_marks = place < len(taken) and taken[place].start < stretch.end
        if has_marks or stretch.start in marked:
            continue
        opens = opens_with_dash(text, stretch)
        start = stretch.start if opens else _opening(text, stretch.start, stretch.end)
        if start is not None:
            yield from _joined(text, list(_spoken(text, Span(start, stretch.end))))


def _opening(text: str, start: int, end: int) -> int | None:
    """Where speech opens behind narration, at its dash."""
    for match in _WITHIN.finditer(text, start, end):
        if not text[match.end() + 1].islower():
            return match.end()
    return None


def _spoken(text: str, stretch: Span) -> Iterator[Span]:
    """The pieces of a paragraph between its cues."""
    start = stretch.start
    while start < stretch.end:
        cue = _next_cue(text, start, stretch.end)
        if cue is None:
            yield _trimmed(text, start, stretch.end)
            return
        yield _trimmed(text, start, cue.start)
        start = cue.end
        start = _opening(text, start, stretch.end) or start
        while start < stretch.end and text[start].isspace():
            start += 1


def _next_cue(text: str, start: int, end: int) -> Span | None:
    """The narration that interrupts or ends the speech from `start` on."""
    opening = _DASH.match(text, start, end)
    position = opening.end() if opening else start
    for pause in _PAUSE.finditer(text, position, end):
        if _is_cue(pause.group(1), pause.group(2)):
            return Span(pause.start() + 1, _cue_end(text, pause.end(), end))
    for dash in _DASH.finditer(text, position, end):
        words = re.compile(r"\s*([^\W_]+)\s+([^\W_]+)").match(text, dash.end(), end)
        if words and _is_cue(words.group(1), words.group(2)):
            closing = _DASH.search(text, words.end(), end)
            return Span(dash.start(), closing.start() if closing else end)
    return None


def _is_cue(first: str, second: str) -> bool:
    """“said Ada”, “said the”, “he said”, “Ada asked”; not “He told” after a full stop."""
    if _tells(first):
        return second in {"the", "a", "my", "his", "her", "I"} or (
            second.lower() in PRONOUNS or second[0].isupper()
        )
    return _tells(second) and (first in {"he", "she", "they", "I", "we"} or first[0].isupper())


def _tells(word: str) -> bool:
    return word in SPEECH_VERBS and word not in SPEECH_PARTICIPLES


def _cue_end(text: str, position: int, end: int) -> int:
    """Where the narrator stops: at a comma that speech follows, or at the sentence's end."""
    for stop in _CLAUSE_END.finditer(text, position, end):
        if stop.group() != ",":
            return stop.end()
        following = re.compile(r"\s*([^\W_]+)").match(text, stop.end(), end)
        if following is None:
            return end
        word = following.group(1).lower()
        if not (word in _NARRATING or word.endswith("ing")):
            return stop.end()
    return end


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Draft]:
    """The pieces as quotations; those around an interruption as one."""
    parts: list[Span] = []
    for span in spans:
        if parts and not interrupts(text, parts[-1], span):
            yield Draft(tuple(parts), "speech", "dash")
            parts = []
        parts.append(span)
    if parts:
        yield Draft(tuple(parts), "speech", "dash")


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
