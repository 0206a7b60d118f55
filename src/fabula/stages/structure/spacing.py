"""Empty lines as scene breaks: which gaps of this text are wide enough to mean something."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, structs

from fabula.labels import BreakKind
from fabula.text import Span

MAX_SHARE = 0.2
"""Of all gaps: spacing after every third paragraph is a habit, not a break; short stories may have
scenes of six paragraphs."""
MIN_SCENE_WORDS = 25
"""Between two wide spaces, less than this is a sign, a verse or a note, and no scene."""
MIN_LAST_WORDS = 12
"""The last scene of a chapter may be a sentence or two."""
MAX_LETTER_HEAD = 4
"""Place, date and name may stand above the greeting of a letter."""
FEWEST_MESSAGES = 3
"""So long a chat between two wide spaces is a scene; a shorter one is read inside another."""
FEW = 3
"""So many wide gaps may mean something even in a short text."""


def break_gap(gaps: Sequence[int]) -> int | None:
    """The least number of empty lines that divides scenes; None where no gap stands out.

    Finds: gaps clearly rarer and wider than the ordinary one, whatever that is: none, one or two
        empty lines.
    Why it holds: writers type the same space between all paragraphs; a wider one is meant.
    Misses: breaks in texts whose spacing is irregular throughout.
    Example: gaps of 1, 1, 1, 3, 1, 1, 2, 1, 1 and more of 1: 2 or more empty lines are a break.
    """
    counts = Counter(gaps)
    if not counts:
        return None
    ordinary = max(counts, key=lambda gap: (counts[gap], -gap))
    for gap in sorted(counts):
        if gap <= ordinary:
            continue
        wide = sum(count for other, count in counts.items() if other >= gap)
        if wide <= max(FEW, MAX_SHARE * len(gaps)) and 2 * wide < len(gaps):
            return gap
    return None


_GREETING = re.compile(
    r"[\s*_\"“'‘(\[]*(?:my\s+)?(?:(?:very|own)\s+)?(?:dear|dearest|darling|honou?red|respected|beloved)\b"
    r"[^\n.!?“”\"]{0,60}(?:[,:;][\s\"”'’]*$|[,:]\s?(?:--|—)(?![\"”]))",
    re.IGNORECASE,
)


def is_greeting(text: str) -> bool:
    """Whether a paragraph opens a letter: “My dear Emily,—All is well.”."""
    return any(_GREETING.match(line) for line in text[:200].splitlines()[:3])


class Passage(Struct, frozen=True, gc=False):
    """The story of one paragraph, and the break before it, if there is one.

    `inset` paragraphs are verse or moved in, those of a `chat` are its messages with their
    writers, `greets` is the first line of a letter, `headed`
    ones begin with words on time or place, `goes_on` those that begin in the middle of a
    sentence, `announces` those that end in a colon, `stops` those that end with a sentence.
    """

    start: int
    end: int
    words: int
    inset: bool
    greets: bool
    headed: bool
    goes_on: bool
    announces: bool
    stops: bool
    opened_by: BreakKind | None
    mark: Span | None
    chat: bool = False


def without_insets(passages: Sequence[Passage]) -> list[Passage]:
    """The passages without the breaks around letters, signs and verses.

    Finds: between two wide spaces, what is verse, moved in, a letter, or shorter than a scene
        can be; and wide space after which a sentence goes on.
    Why it holds: printers set a verse or a sign off by the same space that divides scenes.
    Misses: set-off papers that open without a greeting.
    Example: a scene, wide space, “NO ENTRY”, wide space, the scene goes on: one scene.
    """
    result = list(passages)
    cuts = [number for number, passage in enumerate(passages) if number and passage.opened_by]
    for first, following in zip([0, *cuts], [*cuts, len(passages)], strict=True):
        part = passages[first:following]
        if not part or part[0].headed:
            continue
        if _is_inset(part) and not (following == len(passages) and _is_told(part)):
            _close(result, first)
            _close(result, following)
        elif first and not _is_chat(part):
            above = passages[first - 1]
            if part[0].goes_on or part[0].inset or _leads_on(above):
                _close(result, first)
    return result


def without_preface(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages of the first chapter without the few words above its first heading.

    “From the diary of Ines Roe. KEEP OUT.” above “2nd October” is no scene.
    """
    cuts = [number for number, passage in enumerate(passages) if passage.opened_by is not None]
    first = cuts[0] if cuts else 0
    if not first or passages[first].opened_by != "heading" or passages[0].mark is not None:
        return passages
    if sum(passage.words for passage in passages[:first]) >= MIN_SCENE_WORDS:
        return passages
    return [structs.replace(passages[first], opened_by=None), *passages[first + 1 :]]


def _close(passages: list[Passage], number: int) -> None:
    """Take away the break before a passage, if nothing but space makes it."""
    if 0 < number < len(passages) and passages[number].opened_by == "blank":
        passages[number] = structs.replace(passages[number], opened_by=None)


def _leads_on(above: Passage) -> bool:
    """Whether a paragraph is no end of a scene: it announces something, or is verse."""
    return above.announces or (above.inset and not above.chat)


def _is_chat(part: Sequence[Passage]) -> bool:
    return sum(passage.chat for passage in part) >= FEWEST_MESSAGES


def _is_told(part: Sequence[Passage]) -> bool:
    """Whether few words at the end of a chapter are sentences: “It came through the fire.”."""
    words = sum(passage.words for passage in part)
    return words >= MIN_LAST_WORDS and all(
        passage.stops and not passage.inset and not passage.greets for passage in part
    )


def _is_inset(part: Sequence[Passage]) -> bool:
    if _is_chat(part):
        return False
    if sum(passage.words for passage in part) < MIN_SCENE_WORDS:
        return True
    letter = any(passage.greets for passage in part[:MAX_LETTER_HEAD])
    return letter or all(passage.inset for passage in part)
