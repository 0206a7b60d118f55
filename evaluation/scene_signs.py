"""How likely a scene begins at a paragraph that nothing marks, by the signs in its words.

A baseline without a network. On hidden breaks of novels it does better than the encoder alone.
Fabula does not use it, for what begins a scene behind a break of a novel is not what begins one
unmarked in a short story: with half of the encoder's log-odds added and the best threshold of the
novels, precision on our own stories fell from 95 and 92 per cent to 71 and 72, for one and eight
points of recall. The signs that are used (`fabula.stages.structure.start_signs`) are weighed on
stories, and on novels only in the second place.
"""

import re
from collections.abc import Iterator, Mapping
from math import exp
from typing import Literal

from fabula.lexicon.place_nouns import PLACE_NOUNS
from fabula.stages.structure.times import READ, time_of
from fabula.text import Document

Sign = Literal[
    "leaps",
    "day",
    "hour",
    "soon",
    "time inside",
    "in a place",
    "the place",
    "talk",
    "short",
    "long",
    "name again",
    "pronoun",
    "same names",
]

WEIGHTS: Mapping[Sign, float] = {
    "leaps": 1.47,  # “Three days later …”, “When she woke …”
    "day": 1.06,  # “On Friday …”
    "hour": 1.40,  # “By eight o’clock …”
    "soon": 1.04,  # “When they reached the mill …”
    "time inside": 0.78,  # a time within the first sentence
    "in a place": 0.67,  # “In the kitchen …”
    "the place": 0.64,  # “The kitchen was cold”
    "talk": -2.10,  # begins with a quotation
    "short": -0.75,
    "long": 0.55,
    "name again": 0.45,  # begins with a name that has not been there for a while
    "pronoun": -0.21,  # begins with “she”
    "same names": -0.65,  # times the share of names that are both before and after
}
BASE = -3.92
"""Log-odds of a start without signs: breaks are rare.

Weights and base are a logistic regression (L2 of 2) on 64,907 paragraphs of every other book of
Standard Ebooks that is not held out, 31 books, 666 of them after a break that was hidden.
"""

COMMON = 3.5
"""Added to the log-odds, so that thresholds of 0.02 to 0.98 tell the likelier starts apart."""

SHORT, LONG = 15, 60
"""Words of a paragraph."""

NEAR = 4
"""Paragraphs before and after in which names are looked for."""

NOBODY = 0.3
"""The share of shared names where one side has none: about what it is on the average."""

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_FIRST = re.compile(r"[\W_]*([\w’']+)")
_IN = re.compile(
    r"[\W_]*(?:in|at|inside|outside|aboard|on|under|down\s+in|up\s+in)\s+"
    r"(?:the|an?|his|her|their|my|our)\s+(?:[\w’'-]+\s+){0,2}?([\w-]+)\b",
    re.IGNORECASE,
)
_THE = re.compile(r"[\W_]*the\s+([\w-]+)\b", re.IGNORECASE)
_QUOTES = "\"“‘'«—–-"
_PRONOUNS = frozenset({"He", "She", "It", "They", "His", "Her"})
_LEAPS: Mapping[str, Sign] = {
    "later": "leaps",
    "waking": "leaps",
    "day": "day",
    "hour": "hour",
    "soon": "soon",
}


def start_scores(document: Document) -> list[float]:
    """How much each paragraph looks like the start of a scene, from 0 to 1, by its words alone.

    Times, places and people that open a paragraph speak for it, talk and the same names before
    and after against it: “That night Ines lay awake.” against “She lay awake.”.
    """
    signs = _Signs(document)
    return [
        _squashed(BASE + COMMON + sum(WEIGHTS[sign] * much for sign, much in signs.of(number)))
        for number in range(len(document.paragraphs))
    ]


def _squashed(odds: float) -> float:
    return 1 / (1 + exp(-odds))


class _Signs:
    """The signs of each paragraph of a document, with how much there is of each."""

    def __init__(self, document: Document) -> None:
        self._texts = [document[paragraph].lstrip() or " " for paragraph in document.paragraphs]
        self._names = [frozenset(_NAME.findall(text)) for text in self._texts]
        self._known = frozenset[str]().union(*self._names)

    def of(self, number: int) -> Iterator[tuple[Sign, float]]:
        """The signs of one paragraph."""
        text = self._texts[number]
        words = len(text.split())
        time = time_of(text, 0, min(len(text), READ))
        if time is not None:
            yield (_LEAPS[time.leap] if time.opens else "time inside"), 1.0
        if text[0] in _QUOTES:
            yield "talk", 1.0
        else:
            yield from ((sign, 1.0) for sign in _places(text))
        if words < SHORT:
            yield "short", 1.0
        if words > LONG:
            yield "long", 1.0
        yield from self._people(number)

    def _people(self, number: int) -> Iterator[tuple[Sign, float]]:
        before = frozenset[str]().union(*self._names[max(0, number - NEAR) : number])
        after = frozenset[str]().union(*self._names[number : number + NEAR])
        match = _FIRST.match(self._texts[number])
        first = match.group(1) if match else ""
        if first in self._known and first not in before:
            yield "name again", 1.0
        if first in _PRONOUNS:
            yield "pronoun", 1.0
        few = min(len(before), len(after))
        yield "same names", len(before & after) / few if few else NOBODY


def _places(text: str) -> Iterator[Sign]:
    inside, subject = _IN.match(text), _THE.match(text)
    if inside and inside.group(1).lower() in PLACE_NOUNS:
        yield "in a place"
    if subject and subject.group(1).lower() in PLACE_NOUNS:
        yield "the place"
