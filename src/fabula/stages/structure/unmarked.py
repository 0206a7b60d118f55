"""Scenes that begin without a break: where the evidence inside a chapter adds up."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import structs

from fabula.encoder.scores import ENTITY_TYPES, RELATIONS, Scores
from fabula.lexicon.motion import INTO, MOTION_VERBS
from fabula.stages.structure.spacing import Passage
from fabula.stages.structure.times import Leap, time_of
from fabula.text import Document

ENOUGH = 2
"""Signs have to add up to this: one that is clear, or two that are not."""

_OPENING: dict[Leap, int] = {"later": 2, "day": 2, "hour": 2, "waking": 2, "soon": 1}
_INSIDE: dict[Leap, int] = {"later": 1, "day": 1, "hour": 0, "waking": 1, "soon": 0}
PLACE_NAMED = 1
LIKELY, VERY_LIKELY = 0.18, 0.6
"""From these probabilities of the encoder on, a start is likely (one sign) or very likely (two).
One paragraph in six that starts nothing reaches the first."""

LEAST_WORDS = 40
"""A scene without a break before it is no shorter: less than this is a remark in another."""

PLACE_PROBABILITY = 0.3
_PLACES = frozenset(ENTITY_TYPES.index(kind) for kind in ("FAC", "GPE", "LOC", "VEH"))
_AT = frozenset("in at inside outside aboard on under".split())
_ELSEWHERE = frozenset("outside upstairs downstairs below back elsewhere".split())
_FULL_STOPS = frozenset(".!?;")
_QUOTES = "\"“‘'«—–-"


class UnmarkedStarts:
    """Finds the passages of a document that begin a scene with nothing before them to say so."""

    def __init__(self, document: Document, scores: Scores) -> None:
        """Reads this document by these scores of it."""
        self._document, self._scores = document, scores
        self._paragraphs = [paragraph.start for paragraph in document.paragraphs]
        self._tokens = [token.start for token in document.tokens]
        candidates = scores.candidates
        sure = candidates.probability >= PLACE_PROBABILITY
        places = sure & np.isin(candidates.kind, list(_PLACES))
        self._place_ends = frozenset(candidates.last[places].tolist())

    def opened(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages of one chapter, those that begin a scene unmarked opened so.

        Finds:
            Passages of narration whose first words leap in time, or that name a time or a place
            where the encoder expects a scene as well.
        Why it holds:
            A reader has to be told at once when a story goes on elsewhere or another day.
        Misses:
            Scenes that begin with talk, in the middle of a passage, or by a change of people.

        Example:
            A talk in the mill, and then “That night Ines lay awake.” begins a scene.
        """
        opened: list[Passage] = []
        words = 0
        for passage in passages:
            begins = passage.opened_by is None and words >= LEAST_WORDS
            if begins and self._begins(passage, opened[-1]):
                opened.append(structs.replace(passage, opened_by="unmarked"))
            else:
                opened.append(passage)
            words = passage.words + (0 if opened[-1].opened_by else words)
        return opened

    def _begins(self, passage: Passage, before: Passage) -> bool:
        text = self._document.text
        if passage.inset or passage.goes_on or before.announces or before.inset:
            return False
        return text[passage.start] not in _QUOTES and sum(self._signs(passage)) >= ENOUGH

    def _signs(self, passage: Passage) -> Iterator[int]:
        time = time_of(self._document.text, passage.start, passage.end)
        if time is not None:
            yield (_OPENING if time.opens else _INSIDE)[time.leap]
        if self._opens_with_a_place(passage):
            yield PLACE_NAMED
        paragraph = bisect_right(self._paragraphs, passage.start) - 1
        probability = float(self._scores.scene_starts[paragraph])
        yield (probability >= LIKELY) + (probability >= VERY_LIKELY)

    def _opens_with_a_place(self, passage: Passage) -> bool:
        """Whether a place comes first: “In the great hall the king was waiting”, “Outside …”.

        A way into a place does too: “They came to the gate.”
        """
        row = bisect_right(self._tokens, passage.start) - 1
        first = self._word(row)
        if first in _AT:
            return self._leads_to_a_place(row)
        if first in _ELSEWHERE:
            return True
        for verb in range(row, min(row + FIRST_WORDS, len(self._tokens))):
            word = self._word(verb)
            if word in _FULL_STOPS:
                break
            if word in MOTION_VERBS:
                after = range(verb + 1, min(verb + REACH, len(self._tokens)))
                return any(
                    self._word(each) in INTO and self._leads_to_a_place(each) for each in after
                )
        return False

    def _leads_to_a_place(self, row: int) -> bool:
        """Whether the noun behind the preposition at this row may be a place."""
        nouns = np.flatnonzero(self._scores.heads[row + 1 : row + REACH] == row) + row + 1
        return any(
            RELATIONS[int(self._scores.relations[noun])] == "pobj" and noun in self._place_ends
            for noun in nouns.tolist()
        )

    def _word(self, row: int) -> str:
        return self._document[self._document.tokens[row]].lower()


REACH = 8
"""Words from a preposition to its noun: “in the long low room”."""

FIRST_WORDS = 12
"""Words in which a first sentence says that somebody goes somewhere."""
