"""Things to hold that the encoder passes over: “put the key back” has a key, whatever it thinks."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.lexicon.portable_things import portable_thing
from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.scored_spans import ScoredSpan
from fabula.stages.naming.story_words import quotation_parts
from fabula.stages.token_rows import TokenRows
from fabula.story import Story
from fabula.text import Span, covering

HALF_SEEN = 0.2
"""A candidate for a thing of this probability is one, whatever its noun."""

LONGEST = 5
"""So many words before its noun belong to a thing: “the Duke's big brass key”."""

_BEFORE_A_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod"})
_NOUN = PARTS_OF_SPEECH.index("NOUN")
_COMPOUND = "compound"


def portable_items(
    found: Sequence[FoundMention],
    spans: Iterable[ScoredSpan],
    scores: Scores,
    rows: TokenRows,
    story: Story,
) -> list[FoundMention]:
    """Mentions of things that one can carry beyond those `found`, in text order.

    Finds:
        Nouns for portable things, and other nouns that the encoder half takes for things.
    Why it holds:
        A key is a thing in any sentence.
    Misses:
        Nouns before another noun (“the key ring” is a ring); things by a word of many meanings.

    Example:
        “She put the key back on its nail” has the things “the key” and “its nail”.
    """
    words = [word.lower() for word in rows.words()]
    taken = frozenset(rows.rows_of([mention.head for mention in found]).tolist())
    seen = {span.head for span in spans if span.type == "ITEM" and span.probability >= HALF_SEEN}
    relations = [RELATIONS[each] for each in scores.relations.tolist()]
    crossing = _Crossing(found)
    parts = quotation_parts(story)
    extra = []
    for row in np.flatnonzero(rows.in_story(story) & (scores.tags == _NOUN)).tolist():
        if row in taken or relations[row] == _COMPOUND:
            continue
        if not portable_thing(words[row]) and row not in seen:
            continue
        span = rows.span(_first(relations, row), row)
        head = rows.span(row, row)
        if crossing(span):
            span = head
        part = covering(parts, span.start)
        extra.append(FoundMention(span, "ITEM", "nominal", head, part.id if part else None))
    return extra


def _first(relations: Sequence[str], row: int) -> int:
    """The first word of the noun's phrase."""
    first = row
    while first > 0 and row - first < LONGEST and relations[first - 1] in _BEFORE_A_NOUN:
        first -= 1
        if relations[first] in {"det", "poss"}:
            break
    return first


class _Crossing:
    """Whether a span overlaps the edge of a mention that is there already."""

    def __init__(self, found: Iterable[FoundMention]) -> None:
        self._spans = sorted({(each.span.start, each.span.end) for each in found})
        self._starts = [start for start, _ in self._spans]
        ends: list[int] = []
        for _, end in self._spans:
            ends.append(max(end, ends[-1] if ends else 0))
        self._reach = ends

    def __call__(self, span: Span) -> bool:
        last = bisect_right(self._starts, span.end)
        first = bisect_right(self._reach, span.start)
        return any(
            start < span.start < end < span.end or span.start < start < span.end < end
            for start, end in self._spans[first:last]
        )
