"""Scenes that begin without a break: where the evidence inside a chapter adds up."""

from collections.abc import Sequence

from msgspec import structs

from fabula.encoder.scores import Scores
from fabula.stages.structure.spacing import MAX_LETTER_HEAD, Passage
from fabula.stages.structure.start_signs import SIGNS, StartSigns
from fabula.stages.structure.start_weights import BASE, WEIGHTS
from fabula.text import Document

ENOUGH = -0.2
"""Log-odds from which on a scene begins: a little less than an even chance. Where most starts are
marked and found, F1 is best at half of what it comes to; and on stories that were scored before
they were learnt from it was best here (-0.7 was better only where the words for times had been
gathered)."""

LEAST_WORDS = 40
"""A scene without a break before it is no shorter: less than this is a remark in another."""


class UnmarkedStarts:
    """Finds the passages of a document that begin a scene with nothing before them to say so."""

    def __init__(self, document: Document, scores: Scores) -> None:
        """Reads this document by these scores of it."""
        self._signs = StartSigns(document, scores)

    def opened(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages of one chapter, those that begin a scene unmarked opened so.

        Finds:
            Passages whose signs, weighed and added up, make a start likely enough. First words
            that leap in time, a time or a place in the first sentence must be among them, or the
            encoder's own word. After a letter, the greeting of the next.
        Why it holds:
            A reader has to be told at once when a story goes on elsewhere or another day.
        Misses:
            Scenes that begin with talk, in the middle of a passage, or by a change of people.

        Example:
            A talk in the mill, and then “That night Ines lay awake.” begins a scene.
        """
        opened: list[Passage] = []
        words, greeted = 0, False
        written = in_letters(passages)
        for number, (passage, signs) in enumerate(
            zip(passages, self._signs.of(passages), strict=True)
        ):
            apart = bool(opened) and words >= LEAST_WORDS
            if not apart:
                starts = False
            elif number in written:
                starts = _is_next_letter(passage, opened[-1], greeted=greeted)
            else:
                starts = may_begin(passage, opened[-1]) and begins(signs)
            if starts:
                opened.append(structs.replace(passage, opened_by="unmarked"))
            else:
                opened.append(passage)
            words = passage.words + (0 if opened[-1].opened_by else words)
            greeted = passage.greets or (greeted and opened[-1].opened_by is None)
        return opened


def in_letters(passages: Sequence[Passage]) -> frozenset[int]:
    """The passages of the parts between marks that are letters: they open with a greeting.

    A letter is one document, of however many days it tells.
    """
    cuts = [number for number, each in enumerate(passages) if not number or each.opened_by]
    return frozenset(
        number
        for first, following in zip(cuts, [*cuts[1:], len(passages)], strict=True)
        if any(each.greets for each in passages[first:following][:MAX_LETTER_HEAD])
        for number in range(first, following)
    )


def _is_next_letter(passage: Passage, before: Passage, *, greeted: bool) -> bool:
    """Whether a passage greets after a letter, and after its signature, which may be set in."""
    return passage.greets and greeted and passage.opened_by is None and not before.announces


def may_begin(passage: Passage, before: Passage) -> bool:
    """Whether a scene can begin at a passage unmarked.

    Nothing begins with what is set in, in the middle of a sentence, or after a colon; and what
    is a scene in a chat, its days say, not the hours of its messages.
    """
    inside = passage.chat or passage.inset or passage.goes_on or before.announces or before.inset
    return passage.opened_by is None and not inside


def begins(signs: Sequence[float]) -> bool:
    """Whether a scene begins where these signs are, those of `SIGNS` in order."""
    return is_told(signs) and log_odds(signs) >= ENOUGH


def is_told(signs: Sequence[float]) -> bool:
    """Whether a time, a place or the encoder speaks for a start.

    Length and distance alone do not: a long passage far from any break is no start.
    """
    known = dict(zip(SIGNS, signs, strict=True))
    return known["leap"] + known["time inside"] + known["place"] > 0 or known["encoder"] > 0


def log_odds(signs: Sequence[float]) -> float:
    """How likely a scene begins where these signs are, those of `SIGNS` in order."""
    return BASE + sum(WEIGHTS[sign] * much for sign, much in zip(SIGNS, signs, strict=True))
