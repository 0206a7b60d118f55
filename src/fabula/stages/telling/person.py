"""Who tells the story: an “I”, to a “you”, or nobody in it (grammatical person).

Only the narration counts; in speech everyone says “I”.
"""

from collections.abc import Iterable

from msgspec import Struct

from fabula.stages.telling.scene_narration import Passage
from fabula.story import Person

_FIRST = frozenset("i me my mine myself".split())
_FIRST_PLURAL = frozenset("we us our ours ourselves".split())
_SECOND = frozenset("you your yours yourself".split())
_THIRD = frozenset("he him his himself she her hers herself they them their theirs".split())

FIRST_RATE = 0.008
"""Eight “I” in a thousand words of narration. Narrators who mostly watch still use more; a
third-person novel with a chatty author, or with a few unclosed quotations, uses fewer."""

SECOND_RATE = 0.02
"""“You” has to be this frequent, since narrators also say “you” and mean anybody."""

MIN_WORDS = 20
"""A scene with less narration than this is told as the rest of the story is."""


class PronounCounts(Struct, frozen=True):
    """How often the narration uses the pronouns of each person; `words` is all its words."""

    words: int = 0
    first: int = 0
    first_plural: int = 0
    second: int = 0
    third: int = 0

    def __add__(self, other: "PronounCounts") -> "PronounCounts":
        return PronounCounts(
            self.words + other.words,
            self.first + other.first,
            self.first_plural + other.first_plural,
            self.second + other.second,
            self.third + other.third,
        )


def count_pronouns(passages: Iterable[Passage]) -> PronounCounts:
    """The pronouns of the narration in these passages."""
    words = first = plural = second = third = 0
    for passage in passages:
        for word in passage.words:
            words += 1
            if word in _FIRST:
                first += 1
            elif word in _FIRST_PLURAL:
                plural += 1
            elif word in _SECOND:
                second += 1
            elif word in _THIRD:
                third += 1
    return PronounCounts(words, first, plural, second, third)


def person_of(counts: PronounCounts) -> Person | None:
    """The person that these pronouns point to; None where there is too little narration.

    “You push the gate, and it sticks.” is second person only if hardly any “I” stands beside it.
    """
    if counts.words < MIN_WORDS:
        return None
    first = counts.first + counts.first_plural / 2
    if counts.second >= SECOND_RATE * counts.words and counts.second > 2 * first:
        return "second"
    if counts.first and first >= FIRST_RATE * counts.words:
        return "first"
    return "third"
