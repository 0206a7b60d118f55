"""Lines that name the place or the day of the scene below, believed in company.

“Carriage B” or “6 June” alone on a line may be anything; where the same kind of line comes back
through the text, each opens a scene.
"""

import re
from collections.abc import Sequence, Set

from fabula.lexicon.break_words import DAY_PARTS, TIME_DIRECTIONS, TIME_OPENINGS
from fabula.lexicon.number_words import CARDINALS, ORDINALS, TENS, TENS_ORDINALS
from fabula.lexicon.time_words import DAYTIMES, FEASTS, MONTHS, SEASONS, WEEKDAYS
from fabula.stages.structure.layout import Block

FEWEST = 3
"""Lines of one kind: two may be an accident."""

MAX_WORDS = 6
MOST_OF_GAPS = 0.6
"""Of the wide spaces in the text, such lines stand after more than half."""

_WORDS = re.compile(r"\w+(?:['’]\w+)?")
_DAYS = WEEKDAYS | MONTHS | FEASTS
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_DATE_WORDS = (
    _DAYS
    | DAY_PARTS
    | DAYTIMES
    | SEASONS
    | TIME_DIRECTIONS
    | TIME_OPENINGS
    | CARDINALS.keys()
    | ORDINALS.keys()
    | TENS.keys()
    | TENS_ORDINALS.keys()
    | frozenset("the of in on that next same following and day".split())
)


def scene_labels(blocks: Sequence[Block], story: Set[int], wide: int | None) -> frozenset[int]:
    """The blocks that head a scene by a day or a place; `story` are the blocks that are told.

    `wide` is the least number of empty lines that divides scenes, None where no space does.

    Finds:
        Lines that are nothing but a day (“6 June”, “Monday, later”), with the line of a place
        right above them; short lines without a full stop below wide space. Three of a kind.
    Why it holds:
        Letters, diaries and chats are dated; nothing else in prose is so short so regularly.
    Misses:
        A text with one or two such lines.

    Example:
        Monday / a page of prose / Tuesday / a page / Monday, later / a page: three scenes.
    """
    dated = [index for index in sorted(story) if is_date_line(blocks[index].bare)]
    labels = set(dated) if len(dated) >= FEWEST else set()
    labels |= {index - 1 for index in labels if index - 1 in story and _is_over(blocks, index)}
    if wide is not None:
        apart = [index for index in sorted(story) if blocks[index].gap >= wide]
        short = [index for index in apart if _is_short(blocks[index].bare)]
        if len(short) >= FEWEST and len(short) >= MOST_OF_GAPS * len(apart):
            labels |= set(short)
    return frozenset(labels)


def is_date_line(text: str) -> bool:
    """Whether a line says a day and nothing else: “Friday, 3 June”, “14 June 1911”."""
    words = [word.lower() for word in _WORDS.findall(text)]
    if not 0 < len(words) <= MAX_WORDS or text[-1] in "?!”\"'’":
        return False
    if not any(word in _DAYS for word in words):
        return False
    return all(word in _DATE_WORDS or _NUMBER.fullmatch(word) for word in words)


def _is_over(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line right above a date is its place: “Hotel Aurora, Brenn”."""
    above = blocks[index - 1]
    return blocks[index].gap == 0 and above.words > 1 and _is_short(above.bare)


def _is_short(text: str) -> bool:
    words = len(_WORDS.findall(text))
    return 0 < words <= MAX_WORDS and text[-1] not in ".!?,;:…”\"'’—" and text[0] not in "“\"‘'—-"
