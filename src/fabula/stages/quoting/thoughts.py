"""Thoughts set in emphasis: *What now?* she wondered."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from fabula.labels import QuotationKind
from fabula.lexicon.quoting_words import (
    SIGN_VERBS,
    SINGING_WORDS,
    THOUGHT_SIGNS,
    WRITTEN_VERBS,
)
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.quoting.drafts import Draft
from fabula.stages.quoting.joining import interrupts
from fabula.stages.quoting.kinds import kind_of
from fabula.stages.quoting.surroundings import (
    clause_before,
    cue_after,
    words_after,
    words_before,
)
from fabula.text import Mark, Span, overlapping

LONGEST = 60
"""Words; a longer stretch in emphasis is a memory, a letter or a song more often than a thought."""

RUN = 3
"""So many paragraphs in a row wholly in emphasis tell a dream or a memory."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_I = re.compile(r"\bI\b")
_BLOCKS = frozenset({"blockquote", "preformatted"})
_GLYPHS = " \t\r\n*_/~"
_BEFORE_SENTENCE = frozenset({"", ".", "!", "?", "…", ":", "”", '"', "’", "—"})
_BEFORE_PART = frozenset({",", ";", "–", "-", ")"})
_QUOTES = frozenset('"“”«»„')
_STOPS = frozenset(".!?…—–-")
_NOW = re.compile(
    r"""(?ix) \b (?:
        you | your | yours | is | are | am | isn't | aren't | do | don't | does | doesn't | can
      | can't | will | won't | has | hasn't | should | shouldn't | must | maybe | please
    ) \b | (?:n['’]t|['’](?:m|re|ll|ve)) \b | \b(?:it|that|what|there|here|how|who|he|she)['’]s \b
    """
)
"""The second person, the present, duty and doubt: words of a mind at work. In a story told in the
past, narration has few of them."""

_ME = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our)\b")
"""The first person; says nothing in a story that is told by “I”."""

FIRST_PERSON_SHARE = 0.2
"""“I” outside quotations for each paragraph, from which a story counts as told by “I”."""


class _Emphasis(Struct, frozen=True):
    """A stretch in emphasis with the paragraph it stands in."""

    span: Span
    bounds: Span

    @property
    def whole(self) -> bool:
        """Whether nothing else stands in the paragraph."""
        return self.span == self.bounds


def draft_thoughts(
    text: str, marks: Sequence[Mark], stretches: Sequence[Span], quoted: Sequence[Draft]
) -> list[Draft]:
    """The thoughts among the emphasis marks of a story.

    Finds: whole sentences in emphasis, outside quotations, that speak of I or you or in the
        present, or have a cue (*Not again*, she thought) or a thought mentioned beside them; with
        a cue of speech or of writing they are that (*Gone out,* says the note).
    Why it holds: writers set what somebody thinks, word for word, apart from what they narrate;
        a stressed word, a title or a foreign phrase is no sentence of its own.
    Misses: thoughts that carry no mark at all, thoughts in the third person and past that
        nothing names, and single words.
    Example: *Why did I say that?* but not: he *had* to move; *The Ferry* sank.
    """
    parts = sorted(part for draft in quoted if draft.within is None for part in draft.parts)
    found = list(_emphasised(marks, stretches, parts))
    if not found:
        return []
    apart = sorted([*parts, *(item.span for item in found)])
    signs = (_NOW,) if _is_told_by_me(text, stretches, apart) else (_NOW, _ME)
    runs = _in_runs(found, stretches)
    thoughts: list[tuple[QuotationKind, list[Span]]] = []
    for item in found:
        previous = thoughts[-1][1] if thoughts else []
        if (
            previous
            and previous[-1].start >= item.bounds.start
            and interrupts(text, previous[-1], item.span)
        ):
            previous.append(item.span)
            continue
        cued = kind_of(text, item.span, item.bounds) or _told(text, item)
        kind = cued or ("thought" if _is_thought(text, item, runs, signs) else None)
        if kind is not None and _is_sentence(text, item, cued=cued is not None):
            thoughts.append((kind, [item.span]))
    return [Draft(tuple(spans), kind, "emphasis") for kind, spans in thoughts]


def _emphasised(
    marks: Sequence[Mark], stretches: Sequence[Span], parts: Sequence[Span]
) -> Iterator[_Emphasis]:
    """The emphasis marks that lie in plain story and outside quotations, in order.

    Verse and indented blocks are emphasised for their own reasons.
    """
    reached = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.kind in _BLOCKS:
            reached = max(reached, mark.end)
        if mark.kind != "emphasis" or mark.start < reached:
            continue
        around = overlapping(stretches, mark.start, mark.end)
        if len(around) != 1 or overlapping(parts, mark.start, mark.end):
            continue
        start, end = max(mark.start, around[0].start), min(mark.end, around[0].end)
        reached = end
        yield _Emphasis(Span(start, end), around[0])


def _is_told_by_me(text: str, stretches: Sequence[Span], parts: Sequence[Span]) -> bool:
    """Whether the narration around quotations and emphasis says “I” again and again."""
    count = 0
    for stretch in stretches:
        position = stretch.start
        for part in overlapping(parts, stretch.start, stretch.end):
            count += sum(1 for _ in _I.finditer(text, position, max(position, part.start)))
            position = part.end
        count += sum(1 for _ in _I.finditer(text, position, stretch.end))
    return count > FIRST_PERSON_SHARE * len(stretches)


def _in_runs(found: Sequence[_Emphasis], stretches: Sequence[Span]) -> frozenset[int]:
    """Where the wholly emphasised paragraphs begin that stand in a row of several."""
    whole = {item.bounds.start for item in found if item.whole}
    inside: set[int] = set()
    row: list[int] = []
    for stretch in stretches:
        if stretch.start in whole:
            row.append(stretch.start)
            continue
        inside.update(row if len(row) >= RUN else ())
        row = []
    inside.update(row if len(row) >= RUN else ())
    return frozenset(inside)


def _is_thought(
    text: str, item: _Emphasis, runs: frozenset[int], signs: Sequence[re.Pattern[str]]
) -> bool:
    """Whether the words themselves, or a thought named beside them, show a mind at work."""
    inner = text[item.span.start : item.span.end]
    count = sum(1 for _ in _WORD.finditer(inner))
    if not 2 <= count <= LONGEST or _QUOTES & set(inner) or item.span.start in runs:
        return False
    nearby = {word.lower() for word in words_before(text, item.span.start, 0, 12)}
    nearby |= {word.lower() for word in words_after(text, item.span.end, len(text), 12)}
    if SINGING_WORDS & nearby:
        return False
    return bool(THOUGHT_SIGNS & nearby) or any(sign.search(inner) for sign in signs)


def _told(text: str, item: _Emphasis) -> QuotationKind | None:
    """Whether a cue says that the words are said or written, as in *Gone out,* it says.

    *Listen,* said Tom. is speech; he wrote below: *No.* is writing. What “it” says stands on a
    note; whatever else is thought has a sign or a cue of thinking.
    """
    last = text[item.span.start : item.span.end].rstrip(_GLYPHS)[-1:]
    verb = cue_after(text, item.span.end, item.bounds.end)
    if verb in SPEECH_VERBS and (last == "," or last in _STOPS):
        return (
            "writing"
            if words_after(text, item.span.end, item.bounds.end, 1) == ["it"]
            else "speech"
        )
    if _beside(text, item.span.start - 1, item.bounds.start, -1) not in {":", ","}:
        return None
    before = [word.lower() for word in clause_before(text, item.span.start, item.bounds.start)]
    says = any(first == "it" and second in SIGN_VERBS for first, second in pairwise(before))
    return "writing" if says or not WRITTEN_VERBS.isdisjoint(before) else None


def _is_sentence(text: str, item: _Emphasis, *, cued: bool) -> bool:
    """Whether the stretch begins and ends as a sentence does; with a cue, as its part does."""
    inner = text[item.span.start : item.span.end].strip(_GLYPHS)
    before = _beside(text, item.span.start - 1, item.bounds.start, -1)
    after = _beside(text, item.span.end, item.bounds.end, 1)
    begins = before in _BEFORE_SENTENCE or (cued and before in _BEFORE_PART and inner[:1].isupper())
    ends = inner[-1:] in _STOPS or after in _STOPS or (after == "" and item.whole)
    return begins and (ends or (cued and (inner[-1:] == "," or after == ",")))


def _beside(text: str, position: int, limit: int, step: int) -> str:
    """The nearest character that is no white space and no mark; empty at the paragraph's edge."""
    while (position >= limit) if step < 0 else (position < limit):
        if text[position] not in _GLYPHS:
            return text[position]
        position += step
    return ""
