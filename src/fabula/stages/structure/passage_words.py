"""The words of a text, for the signs of a scene's start: spoken or told, and what they name.

Quotations, mentions and the cast are found later, with the scenes in hand. What stands in
quotation marks, and what the encoder holds for a person or a place, is enough here.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from math import sqrt

from fabula.encoder.scores import ENTITY_TYPES, PARTS_OF_SPEECH, Scores
from fabula.lexicon.place_nouns import PLACE_NOUNS
from fabula.stages.token_rows import TokenRows
from fabula.text import Document, Span, Spanned

PLACE_PROBABILITY, PERSON_PROBABILITY = 0.3, 0.5
"""From which on a span is a place, or a person."""

LEAST_SENTENCE = 3
"""Words and stops of a first sentence; a shorter one (“Rain.”) is read with the next."""

_SPOKEN = re.compile(
    r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|«[^»]*»|(?<!\w)‘.*?(?:’(?!\w)|\Z)|\A[—–-]\s?.*\Z", re.DOTALL
)
_ENDINGS = ("ing", "ed", "es", "s")
_VERBS = frozenset({"VERB", "AUX"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_SHORTEST_CONTENT = 3
"""Letters of a word that says what a passage is about."""


class PassageWords:
    """The tokens of a document by row, those of `Scores`."""

    def __init__(self, document: Document, scores: Scores) -> None:
        """Reads the words of this document with these scores of it."""
        self._document = document
        self._rows = TokenRows(document)
        self.words = [word.lower().replace("’", "'") for word in self._rows.words()]
        self._stems = [_stem(word) for word in self.words]
        self._tags: list[str] = [PARTS_OF_SPEECH[tag] for tag in scores.tags.tolist()]
        self._heads: list[int] = scores.heads.tolist()
        self._sentences = [sentence.start for sentence in document.sentences]
        self.spoken = self._spoken()
        self._spoken_before = [0, *accumulate(self.spoken)]
        self._content = [row for row in range(len(self.words)) if self._is_content(row)]
        self._read_names_and_places(scores)

    def rows(self, span: Spanned) -> range:
        """The rows of the words that begin inside a span."""
        first, end = self._rows.starts.searchsorted((span.start, span.end))
        return range(int(first), int(end))

    def sentences(self, span: Spanned) -> list[Span]:
        """The sentences that begin inside a span, the first one from its start on."""
        first = bisect_left(self._sentences, span.start)
        end = bisect_left(self._sentences, span.end)
        return [Span(each.start, each.end) for each in self._document.sentences[first:end]] or [
            Span(span.start, span.end)
        ]

    def first_sentence(self, span: Spanned) -> range:
        """The rows of the first sentence of a span, or of two if that is but a word."""
        sentences = self.sentences(span)
        rows = self.rows(Span(span.start, max(sentences[0].end, span.start + 1)))
        if len(rows) < LEAST_SENTENCE and len(sentences) > 1:
            return self.rows(Span(span.start, sentences[1].end))
        return rows

    def told(self, rows: range) -> list[int]:
        """Those of the rows that nobody says."""
        return [row for row in rows if not self.spoken[row]]

    def share_spoken(self, rows: range) -> float:
        """The share of the rows, cut at the ends of the text, that somebody says."""
        first, end = max(rows.start, 0), min(rows.stop, len(self.words))
        if end <= first:
            return 0.0
        return (self._spoken_before[end] - self._spoken_before[first]) / (end - first)

    def has_verb(self, rows: list[int]) -> bool:
        """Whether there is a verb among these."""
        return any(self._tags[row] in _VERBS for row in rows)

    def is_name(self, row: int) -> bool:
        """Whether a word is a name, as its part of speech."""
        return self._tags[row] == "PROPN"

    def names_a_place(self, row: int) -> bool:
        """Whether a word is the head of a place's mention, or a noun for places."""
        return row in self._places or self.words[row] in PLACE_NOUNS

    def up_to_verb(self, rows: list[int]) -> list[int]:
        """The words of a sentence up to the one that all others hang on, its verb or a noun."""
        root = next((row for row in rows if self._heads[row] == row), None)
        return [] if root is None else [row for row in rows if row <= root]

    def is_new(self, rows: list[int], since: int, before: int) -> bool:
        """Whether one of these words has not been used in rows `since` to `before`."""
        if not rows:
            return False
        used = set(self._stems[since:before])
        return any(self._stems[row] not in used for row in rows)

    def new_name(self, rows: list[int], since: int, before: int) -> bool:
        """Whether one of these names a person whom rows `since` to `before` do not."""
        named = [row for row in rows if row in self._names]
        if not named:
            return False
        first, end = bisect_left(self._name_rows, since), bisect_left(self._name_rows, before)
        known = {self._stems[row] for row in self._name_rows[first:end]}
        return any(self._stems[row] not in known for row in named)

    def same_words(self, one: range, other: range) -> float:
        """How alike what two stretches are about is, 0 to 1: the cosine of their words' counts.

        As in Hearst, TextTiling (Computational Linguistics 23, 1997).
        """
        ours, theirs = self._counted(one), self._counted(other)
        alike = sum(count * theirs.get(stem, 0) for stem, count in ours.items())
        sizes = sum(n * n for n in ours.values()) * sum(n * n for n in theirs.values())
        return alike / sqrt(sizes) if sizes else 0.0

    def _counted(self, rows: range) -> Counter[str]:
        first, end = bisect_left(self._content, rows.start), bisect_left(self._content, rows.stop)
        return Counter(self._stems[row] for row in self._content[first:end])

    def _is_content(self, row: int) -> bool:
        return self._tags[row] in _CONTENT and len(self.words[row]) >= _SHORTEST_CONTENT

    def _spoken(self) -> list[bool]:
        spoken = [False] * len(self.words)
        for paragraph in self._document.paragraphs:
            for first, end in _speeches(self._document, paragraph):
                for row in self.rows(Span(first, end)):
                    spoken[row] = True
        return spoken

    def _read_names_and_places(self, scores: Scores) -> None:
        self._places: set[int] = set()
        self._names: set[int] = set()
        candidates = scores.candidates
        person = ENTITY_TYPES.index("PER")
        places = {ENTITY_TYPES.index(kind) for kind in ("FAC", "GPE", "LOC", "VEH")}
        for first, last, kind, likely in zip(
            candidates.first.tolist(),
            candidates.last.tolist(),
            candidates.kind.tolist(),
            candidates.probability.tolist(),
            strict=True,
        ):
            if kind in places and likely >= PLACE_PROBABILITY:
                self._places.add(self._head(first, last))
            elif kind == person and likely >= PERSON_PROBABILITY:
                self._names.update(row for row in range(first, last + 1) if self.is_name(row))
        self._name_rows = sorted(self._names)

    def _head(self, first: int, last: int) -> int:
        """The row of the word that the others between these hang on."""
        inside = range(first, last + 1)
        return next((row for row in inside if self._heads[row] not in inside), last)


def _speeches(document: Document, paragraph: Spanned) -> Iterator[tuple[int, int]]:
    """What is in quotation marks, or behind a dash that opens the paragraph."""
    for match in _SPOKEN.finditer(document[paragraph]):
        if match.end() > match.start():
            yield paragraph.start + match.start(), paragraph.start + match.end()


def _stem(word: str) -> str:
    """A word without the commonest endings, so that “doors” is “door” again."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word
