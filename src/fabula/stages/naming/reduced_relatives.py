"""Descriptions that a clause without “who” follows: “the man Tom had seen” is not “the man Tom”."""

from collections.abc import Iterable, Sequence

from msgspec import structs

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.stages.naming.scored_spans import ScoredSpan
from fabula.stages.token_rows import TokenRows
from fabula.text import Span

LONGEST_NAME = 3
"""Words of the name behind the noun, at most: “the man Captain Ada Brook had seen”."""

CERTAIN = 1.0

_NAME = PARTS_OF_SPEECH.index("PROPN")
_VERBS = frozenset({PARTS_OF_SPEECH.index("VERB"), PARTS_OF_SPEECH.index("AUX")})
_SUBJECTS = frozenset({RELATIONS.index("nsubj"), RELATIONS.index("nsubjpass")})


def cut_before_clauses(
    spans: Iterable[ScoredSpan], scores: Scores, rows: TokenRows
) -> list[ScoredSpan]:
    """The spans, each ending at its noun where a clause about the noun begins with a name.

    Finds:
        A description whose last words are a name that is the subject of a verb behind them,
        while noun and name hang on different words.
    Why it holds:
        A title or a trade before a name belongs to the name; a noun that does not is told of
        by a clause that has left out its “whom”.
    Misses:
        Clauses that begin with a noun: “the man the miller hired”.

    What was said of the cut words and of the longer ones is said of one phrase: their
    probabilities add up.

    Example:
        Of “the man Tom had seen” it is “the man”; “the carpenter Tom had a saw” is not cut.
    """
    reader = _Clauses(scores, rows)
    kept: dict[tuple[Span, str], ScoredSpan] = {}
    for span in spans:
        shown = reader.cut(span)
        key = shown.span, shown.type
        before = kept.get(key)
        if before is not None:
            likely = min(before.probability + shown.probability, CERTAIN)
            shown = structs.replace(shown, probability=likely)
        kept[key] = shown
    return list(kept.values())


class _Clauses:
    def __init__(self, scores: Scores, rows: TokenRows) -> None:
        self._rows = rows
        self._tags: Sequence[int] = scores.tags.tolist()
        self._heads: Sequence[int] = scores.heads.tolist()
        self._relations: Sequence[int] = scores.relations.tolist()

    def cut(self, span: ScoredSpan) -> ScoredSpan:
        """The span, or its part up to the noun."""
        if span.type != "PER" or span.form != "nominal":
            return span
        first, noun = self._rows.row_of(span.span.start), span.head
        last = self._rows.row_of(span.span.end - 1)
        if not first < noun < last <= noun + LONGEST_NAME or not self._opens_clause(noun, last):
            return span
        return structs.replace(span, span=self._rows.span(first, noun))

    def _opens_clause(self, noun: int, last: int) -> bool:
        """Whether the name from behind the noun to `last` is the subject of a clause about it."""
        name = range(noun + 1, last + 1)
        if any(self._tags[row] != _NAME for row in name) or self._heads[noun] in name:
            return False
        verb = self._heads[last]
        subject = self._relations[last] in _SUBJECTS and self._tags[verb] in _VERBS
        return subject and verb > last and self._heads[last] != noun
