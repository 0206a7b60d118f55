"""Places that the encoder only half sees, where the words around them say that they are places."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.lexicon.motion import CROSSING_VERBS, ENTERING_VERBS, LEAVING_VERBS
from fabula.lexicon.place_nouns import PLACE_NOUNS
from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.scored_spans import ScoredSpan
from fabula.stages.naming.story_words import quotation_parts
from fabula.stages.token_rows import TokenRows
from fabula.story import EntityType, Story
from fabula.text import Span, covering

PLACES = frozenset[EntityType]({"FAC", "GPE", "LOC", "VEH"})

HALF_SEEN = 0.1
"""A candidate of this probability is a place if its noun is one that means places …"""

IN_A_PLACE = 0.2
"""… and one of this if it stands behind a preposition of place."""

_LOCATIVE = frozenset(
    """
    in into inside at to from through across outside onto on aboard within down up along around
    near beneath under behind beyond towards toward
    """.split()
)
_CLOSELY = frozenset("in into inside at to aboard onto within across through".split())
"""Those behind which a noun that need not be a place mostly is one."""

_PARTED = frozenset("out outside inside door doors gate bars".split())
"""“Out of the cell”, “the door of the cell”."""

_BEFORE_A_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod"})
_DETERMINING = frozenset({"det", "poss"})
_GOING = ENTERING_VERBS | LEAVING_VERBS | CROSSING_VERBS
_NOUN = PARTS_OF_SPEECH.index("NOUN")


class _Seen(Struct, frozen=True):
    """A candidate for a place, and how likely it is."""

    span: Span
    probability: float


def located_places(
    found: Sequence[FoundMention],
    spans: Iterable[ScoredSpan],
    scores: Scores,
    rows: TokenRows,
    story: Story,
) -> list[FoundMention]:
    """Mentions of places beyond those `found`, in text order.

    Finds:
        Nouns for places behind a preposition of place or a verb of entering and leaving; those and
        other nouns that the encoder holds possible, where such words or such nouns stand.
    Why it holds:
        Who is “in the pantry” is in a place, whatever a pantry is.
    Misses:
        Places by a name that is not known for one; what is a place only for this story.

    Example:
        “Ines sat in the pantry” has the place “the pantry”, though the encoder gives it 0.12.
    """
    reader = _Reader(found, spans, scores, rows)
    parts = quotation_parts(story)
    extra = []
    for row in np.flatnonzero(rows.in_story(story) & (scores.tags == _NOUN)).tolist():
        span = reader.place(row)
        if span is not None:
            part = covering(parts, span.start)
            head = rows.span(row, row)
            extra.append(
                FoundMention(
                    span,
                    reader.type_of(row),
                    "nominal",
                    Span(max(head.start, span.start), min(head.end, span.end)),
                    part.id if part else None,
                )
            )
    return extra


class _Reader:
    """Judges the nouns of a text by what is known of them."""

    def __init__(
        self,
        found: Sequence[FoundMention],
        spans: Iterable[ScoredSpan],
        scores: Scores,
        rows: TokenRows,
    ) -> None:
        self._rows, self._words = rows, [word.lower() for word in rows.words()]
        self._heads: list[int] = scores.heads.tolist()
        self._relations = [RELATIONS[each] for each in scores.relations.tolist()]
        head_rows = rows.rows_of([mention.head for mention in found]).tolist()
        self._taken = frozenset(head_rows)
        self._known: Mapping[str, EntityType] = {
            self._words[row]: mention.type
            for row, mention in zip(head_rows, found, strict=True)
            if mention.type in PLACES and mention.form == "nominal"
        }
        self._ends: dict[int, int] = {}
        self._begins: dict[int, int] = {}
        for mention in found:
            start, end = mention.span.start, mention.span.end
            self._ends[start] = max(end, self._ends.get(start, end))
            self._begins[end] = min(start, self._begins.get(end, start))
        self._seen: dict[int, _Seen] = {}
        self._types: dict[int, EntityType] = {}
        for span in spans:
            best = self._seen.get(span.head)
            if span.type in PLACES and (best is None or span.probability > best.probability):
                self._seen[span.head] = _Seen(span.span, span.probability)
                self._types[span.head] = span.type

    def type_of(self, row: int) -> EntityType:
        """The type of the place at this row: as seen, as known elsewhere, else a building."""
        return self._types.get(row) or self._known.get(self._words[row], "FAC")

    def place(self, row: int) -> Span | None:
        """The words of the place whose noun stands at this row, if it is one."""
        if row in self._taken:
            return None
        word, seen = self._words[row], self._seen.get(row)
        probability = seen.probability if seen else 0.0
        means_places = word in PLACE_NOUNS or word in self._known
        if means_places:
            sure = probability >= HALF_SEEN or self._is_located(row, _LOCATIVE)
        else:
            sure = probability >= IN_A_PLACE and self._is_located(row, _CLOSELY)
        if not sure:
            return None
        span = seen.span if seen and probability >= HALF_SEEN else self._phrase(row)
        return None if span is None or self._crosses(span) else span

    def _is_located(self, row: int, prepositions: frozenset[str]) -> bool:
        relation, head = self._relations[row], self._words[self._heads[row]]
        if relation == "pobj" and head == "of":
            return self._words[self._heads[self._heads[row]]] in _PARTED
        if relation == "pobj":
            return head in prepositions
        return relation == "dobj" and head in _GOING

    def _phrase(self, row: int) -> Span | None:
        """The noun with its determiner and what stands between; None without a determiner."""
        first, determined = row, False
        while first > 0 and self._relations[first - 1] in _BEFORE_A_NOUN:
            determined = determined or self._relations[first - 1] in _DETERMINING
            first -= 1
            if self._relations[first] == "det":
                break
        return self._rows.span(first, row) if determined else None

    def _crosses(self, span: Span) -> bool:
        """Whether a mention begins inside these words and ends beyond them, or the other way."""
        return any(
            self._ends.get(offset, 0) > span.end or self._begins.get(offset, offset) < span.start
            for offset in range(span.start + 1, span.end)
        )
