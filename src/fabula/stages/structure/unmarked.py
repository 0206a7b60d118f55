"""Scenes that begin without a break: where the evidence inside a chapter adds up."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import structs

from fabula.encoder.scores import Scores
from fabula.stages.structure.spacing import MAX_LETTER_HEAD, Passage
from fabula.stages.structure.start_signs import SIGNS, StartSigns
from fabula.stages.structure.start_weights import BASE, WEIGHTS
from fabula.text import Document

ENOUGH = -0.8
"""Log-odds from which on a scene begins, less than an even chance. Where most starts are marked and
found, F1 is best at half of what it comes to; on stories left out it was best between -1.0 and
-0.8."""

APART = 60
"""Words between a start and the next without a break: less is a remark in another scene. Of two
that are nearer the likelier one begins it."""


class UnmarkedStarts:
    """Finds the passages of a document that begin a scene with nothing before them to say so."""

    def __init__(self, document: Document, scores: Scores) -> None:
        """Reads this document by these scores of it."""
        self._signs = StartSigns(document, scores)

    def opened(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages of one chapter, those that begin a scene unmarked opened so.

        Finds:
            Passages whose signs, weighed and added up, make a start likely enough: a time, a place
            or a person that is new, telling after talk, other words than before, the encoder's
            own word. After a letter, the greeting of the next.
        Why it holds:
            A reader has to be told at once when a story goes on elsewhere or another day.
        Misses:
            Scenes that begin with talk or in the middle of a passage.

        Example:
            A talk in the mill, and then “That night Ines lay awake.” begins a scene.
        """
        starts = {*likeliest(passages, self.log_odds(passages)), *_next_letters(passages)}
        return [
            structs.replace(passage, opened_by="unmarked") if number in starts else passage
            for number, passage in enumerate(passages)
        ]

    def log_odds(self, passages: Sequence[Passage]) -> list[float | None]:
        """How likely a scene begins unmarked at each passage of a chapter; None where none can."""
        return [
            log_odds(signs) if begins else None
            for signs, begins in zip(self._signs.of(passages), may_begin(passages), strict=True)
        ]


def likeliest(passages: Sequence[Passage], odds: Sequence[float | None]) -> Iterator[int]:
    """The passages that are likely enough to begin a scene, none too near to a likelier one.

    Example:
        Of “The cellar smelled of apples.” and, thirty words on, “It was dark by now.” the likelier.
    """
    likely = {
        number: each for number, each in enumerate(odds) if each is not None and each >= ENOUGH
    }
    before = [0, *accumulate(passage.words for passage in passages)]
    taken = {number for number, each in enumerate(passages) if each.opened_by or not number}
    for number in sorted(likely, key=lambda each: (-likely[each], each)):
        if not _is_near(number, taken, before, passages):
            taken.add(number)
            yield number


def _is_near(
    number: int, taken: set[int], before: Sequence[int], passages: Sequence[Passage]
) -> bool:
    """Whether a start that is taken stands right before a passage, or one unmarked right after."""
    above = number - 1
    while above >= 0 and before[number] - before[above] < APART:
        if above in taken:
            return True
        above -= 1
    below = number + 1
    while below < len(passages) and before[below] - before[number] < APART:
        if below in taken:
            return passages[below].opened_by is None
        below += 1
    return False


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


def _next_letters(passages: Sequence[Passage]) -> Iterator[int]:
    """The passages that greet after a letter, and after its signature, which may be set in."""
    words, greeted = 0, False
    written = in_letters(passages)
    for number, passage in enumerate(passages):
        opens = passage.opened_by is not None
        again = passage.greets and greeted and not opens and words >= APART
        if again and number in written and not passages[number - 1].announces:
            opens = True
            yield number
        words = passage.words + (0 if opens else words)
        greeted = passage.greets or (greeted and not opens)


def may_begin(passages: Sequence[Passage]) -> list[bool]:
    """Whether a scene can begin unmarked, for each passage of a chapter.

    None does in a letter, with what is set in, in the middle of a sentence, or after a colon; and
    what is a scene in a chat, its days say, not the hours of its messages.
    """
    written = in_letters(passages)
    return [
        number > 0 and number not in written and _is_free(passage, passages[number - 1])
        for number, passage in enumerate(passages)
    ]


def _is_free(passage: Passage, before: Passage) -> bool:
    inside = passage.chat or passage.inset or passage.goes_on or before.announces or before.inset
    return passage.opened_by is None and not inside


def log_odds(signs: Sequence[float]) -> float:
    """How likely a scene begins where these signs are, those of `SIGNS` in order."""
    return BASE + sum(WEIGHTS[sign] * much for sign, much in zip(SIGNS, signs, strict=True))
