"""What speaks for or against a scene beginning at a passage that nothing marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import log, log1p
from typing import Literal, TypeAlias

import numpy as np

from fabula.encoder.scores import ENTITY_TYPES, PARTS_OF_SPEECH, Scores
from fabula.stages.structure.spacing import Passage
from fabula.stages.structure.times import READ, Leap, time_of
from fabula.text import Document

Sign: TypeAlias = Literal[
    "leap",
    "time inside",
    "place",
    "talk",
    "amid talk",
    "name",
    "had",
    "it was",
    "length",
    "words before",
    "words left",
    "long part",
    "encoder",
]

SIGNS: tuple[Sign, ...] = (
    "leap",  # its first words are of another time: “That night Ines lay awake.”
    "time inside",  # its first sentence says when: “Ines rowed home on Friday.”
    "place",  # its first sentence names a place: “The tower door was locked.”
    "talk",  # it begins with what somebody says
    "amid talk",  # somebody speaks before it and after it
    "name",  # it begins with a name
    "had",  # its first sentence tells of before: “Ines had rowed home.”
    "it was",  # it begins “It was …” or “There is …”
    "length",  # how long it is
    "words before",  # how much stands between it and the last break
    "words left",  # and between its beginning and the next
    "long part",  # how far these two together go beyond a short story's
    "encoder",  # what the encoder says (log-odds)
)
"""In the order of the numbers that `StartSigns.of` gives."""

LEAPS: frozenset[Leap] = frozenset({"later", "day", "hour", "waking"})
PLACE_PROBABILITY = 0.3
SHORT, STRETCH = 20, 40
"""Words that lengths and distances are measured in; their logarithm counts."""

LONGEST, FARTHEST = 60, 300
"""Words of a passage and of a distance beyond which more of them say no more."""

WHOLE = 1000
"""Words that a part without a marked break may have in a short story. In the long chapters of
novels changes that nothing marks are rarer."""

SUREST = 0.01
"""Probabilities of the encoder nearer to 0 or 1 count no more than this."""

ELSEWHERE = frozenset(
    "outside inside upstairs downstairs below above elsewhere back meanwhile".split()
)
"""First words by which a story goes on in another place."""

QUOTES = "\"“‘'«—–"
_SPEECH = frozenset('“"«')
_PLACES = [ENTITY_TYPES.index(kind) for kind in ("FAC", "GPE", "LOC", "VEH")]
_NAME = PARTS_OF_SPEECH.index("PROPN")
_SENTENCE = re.compile(r"[^.!?]{3,}[.!?]?")
_WORD = re.compile(r"\w+")
_HAD = re.compile(r"\bhad\b(?!\s+to\b)|['’]d\s+\w+(?:ed|en)\b", re.IGNORECASE)
_IT_WAS = re.compile(r"\W*(?:it|there)(?:\s+(?:was|were|is|are)\b|['’]s\b)", re.IGNORECASE)


class StartSigns:
    """Reads the signs at the passages of a document."""

    def __init__(self, document: Document, scores: Scores) -> None:
        """Reads this document by these scores of it."""
        self._document, self._scores = document, scores
        self._paragraphs = [paragraph.start for paragraph in document.paragraphs]
        self._tokens = [token.start for token in document.tokens]
        candidates = scores.candidates
        sure = candidates.probability >= PLACE_PROBABILITY
        places = sure & np.isin(candidates.kind, _PLACES)
        self._places = np.unique(candidates.first[places]).tolist()

    def of(self, passages: Sequence[Passage]) -> list[tuple[float, ...]]:
        """The signs at each passage of one chapter, numbers in the order of `SIGNS`.

        Those of yes or no are 1 or 0. Distances are from breaks that the text marks, and from the
        ends of the chapter.
        """
        spoken = [self._speaks(passage) for passage in passages]
        before, left = _distances(passages)
        return [
            (
                *self._opening(passage),
                float(0 < number < len(spoken) - 1 and spoken[number - 1] and spoken[number + 1]),
                *self._wording(passage),
                log1p(min(passage.words, LONGEST) / SHORT),
                _near(before[number]),
                _near(left[number]),
                log(max(1.0, (before[number] + left[number]) / WHOLE)),
                self._log_odds(passage),
            )
            for number, passage in enumerate(passages)
        ]

    def _opening(self, passage: Passage) -> tuple[float, float, float, float]:
        """Its time, its place, and whether it is spoken."""
        text = self._document.text
        if text[passage.start] in QUOTES:
            return 0.0, 0.0, 0.0, 1.0
        time = time_of(text, passage.start, passage.end)
        leap = time is not None and time.opens and time.leap in LEAPS
        inside = time is not None and not time.opens
        return float(leap), float(inside), float(self._names_a_place(passage)), 0.0

    def _names_a_place(self, passage: Passage) -> bool:
        """Whether its first sentence has a place, or begins “Outside …”, “Back at …”."""
        text = self._document.text
        opening = _WORD.match(text, passage.start, passage.end)
        if opening and opening.group().lower() in ELSEWHERE:
            return True
        first = bisect_left(self._tokens, passage.start)
        end = bisect_left(self._tokens, self._sentence_end(passage))
        return bisect_left(self._places, first) < bisect_left(self._places, end)

    def _sentence_end(self, passage: Passage) -> int:
        sentence = _SENTENCE.search(self._document.text, passage.start, passage.end)
        return sentence.end() if sentence else passage.end

    def _wording(self, passage: Passage) -> tuple[float, float, float]:
        """Whether it begins with a name, in the pluperfect, with “It was”."""
        text, row = self._document.text, bisect_left(self._tokens, passage.start)
        named = row < len(self._tokens) and int(self._scores.tags[row]) == _NAME
        told = text[passage.start] not in QUOTES
        end = min(self._sentence_end(passage), passage.start + READ)
        had = told and _HAD.search(text, passage.start, end) is not None
        return float(named), float(had), float(bool(_IT_WAS.match(text, passage.start, end)))

    def _log_odds(self, passage: Passage) -> float:
        paragraph = bisect_right(self._paragraphs, passage.start) - 1
        likely = float(self._scores.scene_starts[paragraph])
        likely = min(max(likely, SUREST), 1 - SUREST)
        return log(likely / (1 - likely))

    def _speaks(self, passage: Passage) -> bool:
        text = self._document.text
        if text[passage.start] in QUOTES:
            return True
        return not _SPEECH.isdisjoint(text[passage.start : passage.end])


def _distances(passages: Sequence[Passage]) -> tuple[list[int], list[int]]:
    """Words from the last mark to each passage, and from its beginning to the next mark."""
    words = [passage.words for passage in passages]
    marked = [passage.opened_by is not None for passage in passages]
    after = _added_up(words[::-1], [False, *marked[:0:-1]])[::-1]
    return _added_up(words, marked), [ahead + own for ahead, own in zip(after, words, strict=True)]


def _added_up(words: Sequence[int], marked: Sequence[bool]) -> list[int]:
    """How many words stand before each passage since the last one that is marked."""
    sums: list[int] = []
    so_far = 0
    for count, opens in zip(words, marked, strict=True):
        so_far = 0 if opens else so_far
        sums.append(so_far)
        so_far += count
    return sums


def _near(words: int) -> float:
    return log1p(min(words, FARTHEST) / STRETCH)
