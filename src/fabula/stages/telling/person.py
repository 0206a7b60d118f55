"""Who tells the story: an “I”, to a “you”, or nobody in it (grammatical person).

Only the narration counts; in speech everyone says “I”.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from fabula.lexicon.pronouns import PRONOUNS
from fabula.stages.telling.scene_narration import Passage
from fabula.story import Person

_AGREEMENT = {form: pronoun.agreement for form, pronoun in PRONOUNS.items()}

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
    counts: Counter[str] = Counter()
    words = 0
    for passage in passages:
        words += len(passage.words)
        counts.update(_AGREEMENT[word] for word in passage.words if word in _AGREEMENT)
    return PronounCounts(
        words=words,
        first=counts["I"],
        first_plural=counts["we"],
        second=counts["you"],
        third=counts["he"] + counts["she"] + counts["they"] + counts["neo"],
    )


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
