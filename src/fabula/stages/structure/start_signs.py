"""What speaks for or against a scene beginning at a passage that nothing marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from math import log, log1p
from typing import Literal, TypeAlias

from fabula.encoder.scores import Scores
from fabula.stages.structure.passage_words import PassageWords
from fabula.stages.structure.spacing import Passage
from fabula.stages.structure.times import READ, Leap, time_of, time_opening
from fabula.text import Document, Span

Sign: TypeAlias = Literal[
    "leap",
    "time inside",
    "time next",
    "place ahead",
    "new place",
    "new name",
    "talk",
    "amid talk",
    "talk before",
    "talk after",
    "had",
    "no verb",
    "short close",
    "same words",
    "length",
    "words before",
    "words left",
    "long part",
    "encoder",
]

SIGNS: tuple[Sign, ...] = (
    "leap",  # its first words are of another time: “That night Ines lay awake.”
    "time inside",  # its first sentence says when: “Ines rowed home on Friday.”
    "time next",  # its second sentence opens with a time: “It rained. By noon they were wet.”
    "place ahead",  # a place stands before its first verb: “The cellar smelled”, “In the cellar”
    "new place",  # its first sentence has a place that has not been named of late
    "new name",  # or a person: “Lind took the blood.”
    "talk",  # it begins with what somebody says
    "amid talk",  # somebody speaks before it and after it
    "talk before",  # the share of talk in what leads up to it
    "talk after",  # and in what comes after it
    "had",  # its first sentence tells of before: “Ines had rowed home.”
    "no verb",  # its first sentence has no verb of the narrator, and opens with no time
    "short close",  # what is before it ends with a few words of telling: “Nobody answered.”
    "same words",  # how far its words and the next go on about what was told before
    "length",  # how long it is
    "words before",  # how much stands between it and the last break
    "words left",  # and between its beginning and the next
    "long part",  # how far these two together go beyond a short story's
    "encoder",  # what the encoder says (log-odds)
)
"""In the order of the numbers that `StartSigns.of` gives."""

LEAPS: frozenset[Leap] = frozenset({"later", "day", "hour", "waking"})
SHORT, STRETCH = 20, 40
"""Words that lengths and distances are measured in; their logarithm counts."""

LONGEST, FARTHEST = 60, 300
"""Words of a passage and of a distance beyond which more of them say no more."""

WHOLE = 1000
"""Words that a part without a marked break may have in a short story. In the long chapters of
novels changes that nothing marks are rarer."""

SUREST = 0.01
"""Probabilities of the encoder nearer to 0 or 1 count no more than this."""

TALK, PEOPLE, SUBJECTS, PLACES = 120, 200, 150, 500
"""Words and stops before a passage, and after it, in which talk, names, what is told of and
places are looked for."""

CLOSE = 8
"""Words and stops of a short last sentence."""

ELSEWHERE = frozenset(
    "outside inside upstairs downstairs below above elsewhere back meanwhile".split()
)
"""First words by which a story goes on in another place."""

QUOTES = "\"“‘'«—–"
_SPEECH = frozenset('“"«')
_SENTENCE = re.compile(r"[^.!?]{3,}[.!?]?")
_WORD = re.compile(r"\w+")
_HAD = re.compile(r"\bhad\b(?!\s+to\b)|['’]d\s+\w+(?:ed|en)\b", re.IGNORECASE)


class StartSigns:
    """Reads the signs at the passages of a document."""

    def __init__(self, document: Document, scores: Scores) -> None:
        """Reads this document by these scores of it."""
        self._text, self._scores = document.text, scores
        self._paragraphs = [paragraph.start for paragraph in document.paragraphs]
        self._words = PassageWords(document, scores)

    def of(self, passages: Sequence[Passage]) -> list[tuple[float, ...]]:
        """The signs at each passage of one chapter, numbers in the order of `SIGNS`.

        Those of yes or no are 1 or 0. Distances are from breaks that the text marks, and from the
        ends of the chapter.
        """
        spoken = [self._speaks(passage) for passage in passages]
        before, left = _distances(passages)
        part = 0
        signs: list[tuple[float, ...]] = []
        for number, passage in enumerate(passages):
            if passage.opened_by is not None or not number:
                part = self._words.rows(passage).start
            amid = 0 < number < len(spoken) - 1 and spoken[number - 1] and spoken[number + 1]
            signs.append(
                (
                    *self._times(passage),
                    *self._names(passage, part),
                    float(self._text[passage.start] in QUOTES),
                    float(amid),
                    *self._talk(passage),
                    *self._wording(passage),
                    float(number > 0 and self._closes_shortly(passages[number - 1])),
                    self._goes_on(passage, part),
                    log1p(min(passage.words, LONGEST) / SHORT),
                    _near(before[number]),
                    _near(left[number]),
                    log(max(1.0, (before[number] + left[number]) / WHOLE)),
                    self._log_odds(passage),
                )
            )
        return signs

    def _times(self, passage: Passage) -> tuple[float, float, float]:
        """Whether it opens with a time, tells one in its first sentence, or opens its second so."""
        if self._text[passage.start] in QUOTES:
            return 0.0, 0.0, 0.0
        time = time_of(self._text, passage.start, passage.end)
        leap = time is not None and time.opens and time.leap in LEAPS
        inside = time is not None and not time.opens
        sentences = self._words.sentences(passage)
        second = (
            time_opening(self._text, sentences[1].start, passage.end) if sentences[1:] else None
        )
        following = second is not None and second.leap in LEAPS
        return float(leap), float(inside), float(following)

    def _names(self, passage: Passage, part: int) -> tuple[float, float, float]:
        """Whether its first sentence leads with a place, and has a new place, a new person.

        `part` is the row where what it belongs to begins.
        """
        words = self._words
        rows = words.first_sentence(passage)
        told = words.told(rows)
        opening = _WORD.match(self._text, passage.start, passage.end)
        elsewhere = opening is not None and opening.group().lower() in ELSEWHERE
        places = [row for row in told if words.names_a_place(row)]
        new_place = words.is_new(places, max(part, rows.start - PLACES), rows.start)
        return (
            float(any(words.names_a_place(row) for row in words.up_to_verb(told))),
            float(elsewhere or new_place),
            float(words.new_name(told, max(part, rows.start - PEOPLE), rows.start)),
        )

    def _talk(self, passage: Passage) -> tuple[float, float]:
        """The share of talk before it and after it."""
        rows = self._words.rows(passage)
        return (
            self._words.share_spoken(range(rows.start - TALK, rows.start)),
            self._words.share_spoken(range(rows.stop, rows.stop + TALK)),
        )

    def _wording(self, passage: Passage) -> tuple[float, float]:
        """Whether it begins in the pluperfect, and whether without a verb of the narrator."""
        sentence = _SENTENCE.search(self._text, passage.start, passage.end)
        end = min(sentence.end() if sentence else passage.end, passage.start + READ)
        told = self._text[passage.start] not in QUOTES
        had = told and _HAD.search(self._text, passage.start, end) is not None
        first = self._words.told(self._words.first_sentence(passage))
        # “3 May. The oats are in.” needs none
        dated = time_opening(self._text, passage.start, passage.end) is not None
        return float(had), float(not dated and not self._words.has_verb(first))

    def _closes_shortly(self, passage: Passage) -> bool:
        """Whether a passage without talk ends with a short sentence."""
        if self._words.share_spoken(self._words.rows(passage)):
            return False
        last = self._words.sentences(passage)[-1]
        return 0 < len(self._words.rows(Span(max(last.start, passage.start), passage.end))) <= CLOSE

    def _goes_on(self, passage: Passage, part: int) -> float:
        """How alike the words before it, back to row `part`, and those from it on are."""
        first = self._words.rows(passage).start
        before = range(max(part, first - SUBJECTS), first)
        return self._words.same_words(before, range(first, first + SUBJECTS))

    def _log_odds(self, passage: Passage) -> float:
        paragraph = bisect_right(self._paragraphs, passage.start) - 1
        likely = float(self._scores.scene_starts[paragraph])
        likely = min(max(likely, SUREST), 1 - SUREST)
        return log(likely / (1 - likely))

    def _speaks(self, passage: Passage) -> bool:
        if self._text[passage.start] in QUOTES:
            return True
        return not _SPEECH.isdisjoint(self._text[passage.start : passage.end])


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
