"""Who tells the story: an “I”, to a “you”, or nobody in it (grammatical person).

Only the narration counts; in speech everyone says “I”.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median_low

from msgspec import Struct

from fabula.labels import Person
from fabula.lexicon.pronouns import PRONOUNS
from fabula.stages.telling.scene_narration import Passage

_AGREEMENT = {form: pronoun.agreement for form, pronoun in PRONOUNS.items()}

FIRST_RATE = 0.006
"""Six “I” in a thousand words of narration, in half of the story. In the novels we looked at,
narrators who mostly watch others use eight or more; chatty authors of third-person stories two."""

CLEARLY_FIRST_RATE = 0.02
"""This many make one scene first person in a story that is not: a letter, a tale, a diary."""

SECOND_RATE = 0.02
"""“You” has to be this frequent, since narrators also say “you” and mean anybody."""

STRETCH = 300
"""Words over which a rate is taken: about a page."""

FEW = 3
"""So many pronouns or fewer may be a slip, or a voice overheard."""

NO_NARRATOR_WORDS = 600
"""A scene of a first-person story with no “I” in this many words is told by somebody else."""


class PronounCounts(Struct, frozen=True):
    """How often the narration uses the pronouns of each person; `words` is all its words."""

    words: int = 0
    first: int = 0
    first_plural: int = 0
    second: int = 0
    third: int = 0

    @property
    def first_rate(self) -> float:
        """“I” and, at half its weight, “we” for each word."""
        return (self.first + self.first_plural / 2) / self.words if self.words else 0.0

    @property
    def second_rate(self) -> float:
        """“You” for each word."""
        return self.second / self.words if self.words else 0.0


def count_pronouns(passages: Iterable[Passage]) -> PronounCounts:
    """The pronouns of the narration in these passages."""
    counts: Counter[str] = Counter()
    words = 0
    for passage in passages:
        if _is_handle(passage):
            continue
        words += len(passage.words)
        counts.update(_AGREEMENT[word] for word in passage.words if word in _AGREEMENT)
    return PronounCounts(
        words=words,
        first=counts["I"],
        first_plural=counts["we"],
        second=counts["you"],
        third=counts["he"] + counts["she"] + counts["they"] + counts["neo"],
    )


def _is_handle(passage: Passage) -> bool:
    """Whether it only says who writes the message behind it: “ME:”, “Me (18.05)”.

    So the telephones of a story told in the third person call whoever looks at them.
    """
    return [word for word in passage.words if word.isalpha()] == ["me"]


def count_stretches(passages: Iterable[Passage]) -> Iterator[PronounCounts]:
    """The pronouns of the narration, counted anew after each `STRETCH` words."""
    stretch: list[Passage] = []
    words = 0
    for passage in passages:
        stretch.append(passage)
        words += len(passage.words)
        if words >= STRETCH:
            yield count_pronouns(stretch)
            stretch, words = [], 0
    if stretch:
        yield count_pronouns(stretch)


def person_of_story(stretches: Sequence[PronounCounts]) -> Person | None:
    """The person that most of the story is told in; None where there is no narration.

    `stretches` are those of `count_stretches`. The middle one decides, so that a long letter or
    a speech without its closing mark does not.
    """
    told = [stretch for stretch in stretches if stretch.words]
    if not told:
        return None
    first = median_low(stretch.first_rate for stretch in told)
    second = median_low(stretch.second_rate for stretch in told)
    if second >= SECOND_RATE and second > 2 * first:
        return "second"
    return "first" if first >= FIRST_RATE else "third"


def person_of(counts: PronounCounts) -> Person | None:
    """The person that one count of pronouns points to; see `person_of_story` for several."""
    return person_of_story((counts,))


def person_of_scene(scene: PronounCounts, story: Person | None) -> Person | None:
    """The person of one scene, which is that of the story unless the scene clearly differs."""
    if scene.second_rate >= SECOND_RATE and scene.second > max(2 * scene.first, FEW):
        return "second"
    if scene.first_rate >= CLEARLY_FIRST_RATE and scene.first > FEW:
        return "first"
    if story == "first" and not scene.first and scene.words >= NO_NARRATOR_WORDS:
        return "third"
    return story
