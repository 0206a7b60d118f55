"""Lines that name the place or the day of the scene below, believed in company.

“Carriage B” or “6 June” alone on a line may be anything; where the same kind of line comes back
through the text, each opens a scene.
"""

import re
from collections.abc import Callable, Sequence, Set
from itertools import islice

from fabula.lexicon.break_words import DAY_PARTS, TIME_DIRECTIONS, TIME_OPENINGS
from fabula.lexicon.number_words import CARDINALS, ORDINALS, TENS, TENS_ORDINALS
from fabula.lexicon.time_words import DAYTIMES, FEASTS, MEALS, MONTHS, SEASONS, WEEKDAYS
from fabula.stages.structure.headings import caption
from fabula.stages.structure.layout import Block
from fabula.stages.structure.spacing import MAX_LETTER_HEAD, MIN_SCENE_WORDS, is_greeting

FEWEST = 3
"""Lines of one kind: two may be an accident."""

MAX_WORDS = 6
MAX_NAME_WORDS = 3
MAX_HEAD_WORDS = 12
MOST_OF_GAPS = 0.6
"""Of the wide spaces in the text, such lines stand after more than half."""

_WORDS = re.compile(r"\w+(?:['’]\w+)?")
_DAYS = WEEKDAYS | MONTHS | FEASTS
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_COUNTED = re.compile(
    rf"(?:day|night|morning|week|month|year)\s+(?:\d{{1,4}}|{'|'.join(sorted(CARDINALS))})(?:,\s+(?P<hour>.+))?",
    re.IGNORECASE,
)
"""“Day 3”, “Week Two”, “Day 12, 0600 hours”: a day by its number."""
_DATE_WORDS = (
    _DAYS
    | DAY_PARTS
    | DAYTIMES
    | MEALS
    | SEASONS
    | TIME_DIRECTIONS
    | TIME_OPENINGS
    | CARDINALS.keys()
    | ORDINALS.keys()
    | TENS.keys()
    | TENS_ORDINALS.keys()
    | frozenset("the of in on that next same following and day am pm a p m noon midnight".split())
    | frozenset("at still even much early very lunchtime teatime".split())
)
_CLOCK_LINE = re.compile(
    rf"[\s*_#~(\[-]*(?:\d{{1,2}}[.:]\d\d(?:\s?[ap]\.?m)?|\d{{1,2}}\s?[ap]\.?m|\d{{3,4}}\s(?:hours|hrs)|noon|midnight"
    rf"|(?:(?:half|quarter)\s(?:past|to)\s)?(?:{'|'.join(sorted(CARDINALS))})(?:\so['’]clock)?)[\s*_#~.)\]-]*",
    re.IGNORECASE,
)

_SAID_WHEN = DAY_PARTS | DAYTIMES | MEALS | TIME_OPENINGS | {"lunchtime", "teatime"}
"""One of these must be among the words of a line on time: “the same” says nothing."""

_YEAR_LINE = re.compile(
    rf"[\s*_#~(\[-]*(?:(?:in|the|early|late|fall|{'|'.join(sorted(SEASONS))})\s+)*"
    r"(?:of\s+)?(?:1\d|20)\d\d[\s*_#~.)\]-]*",
    re.IGNORECASE,
)
"""“1938”, “In 1938”, “Summer 1938”."""


def scene_labels(blocks: Sequence[Block], story: Set[int], wide: int | None) -> frozenset[int]:
    """The blocks that head a scene by a day or a place; `story` are the blocks that are told.

    `wide` is the least number of empty lines that divides scenes, None where no space does.

    Finds:
        Lines that are nothing but a day (“6 June”, “Monday, later”), with the line of a place
        right above them; short lines without a full stop below wide space. Three of a kind. Of
        dates with month and number two are enough, if no letter begins below, and so they are
        of hours (“11:40”) and years with a scene's words below each. Among dates also “Later” and
        “After lunch”. Lines that are but a name, if the names come back or the first stands
        above it all.
    Why it holds:
        Letters, diaries and chats are dated; nothing else in prose is so short so regularly.
    Misses:
        A text with one or two such lines.

    Example:
        Monday / a page of prose / Tuesday / a page / Monday, later / a page: three scenes.
    """
    dated = [index for index in sorted(story) if is_date_line(blocks[index].bare)]
    labels = set(dated) if len(dated) >= FEWEST else _lone_dates(blocks, dated)
    if len(dated) >= FEWEST:
        labels |= {index for index in story if _is_later_that_day(blocks[index].bare)}
    labels |= _letter_heads(blocks, sorted(story))
    labels |= _alone_on_lines(blocks, sorted(story), is_clock_line)
    labels |= _alone_on_lines(blocks, sorted(story), is_year_line)
    labels |= {index - 1 for index in labels if index - 1 in story and _is_over(blocks, index)}
    if wide is not None:
        apart = [index for index in sorted(story) if blocks[index].gap >= wide]
        short = [index for index in apart if _is_short(blocks[index].bare)]
        if len(short) >= FEWEST and len(short) >= MOST_OF_GAPS * len(apart):
            labels |= set(short)
    return frozenset(labels | _name_lines(blocks, sorted(story)))


def _lone_dates(blocks: Sequence[Block], dated: Sequence[int]) -> set[int]:
    """Full dates (“Friday 15 May”) that head no letter, two or more."""
    full = {
        index
        for index in dated
        if _is_full_date(blocks[index].bare)
        and not any(is_greeting(each.text) for each in blocks[index + 1 : index + MAX_LETTER_HEAD])
    }
    return full if len(full) > 1 else set()


def _letter_heads(blocks: Sequence[Block], story: Sequence[int]) -> set[int]:
    """The lines above greetings that say where and when, in a story that begins with one.

    “The Mill, Sunday the 15th of October” above “Dear Tom,” heads a letter. Where the story
    begins otherwise, such letters are read inside it.
    """
    heads = {
        index
        for index in story
        if is_place_and_date(blocks[index].bare)
        and (is_greeting(below := _below(blocks, index)) or _is_called_by_name(below))
    }
    return heads if story and story[0] in heads else set()


def _below(blocks: Sequence[Block], index: int) -> str:
    return blocks[index + 1].text if index + 1 < len(blocks) else ""


def _is_called_by_name(text: str) -> bool:
    """Whether a line is but a name and a comma, as some letters open: “Ines,”."""
    words = text.strip("*_ ").split()
    return 0 < len(words) <= MAX_NAME_WORDS and text[0].isupper() and words[-1].endswith(",")


def _alone_on_lines(
    blocks: Sequence[Block], story: Sequence[int], says_when: Callable[[str], bool]
) -> set[int]:
    """The lines that say an hour, or a year, and no more: two or more, a scene's words below each.

    The messages of a chat are shorter.
    """
    found = [index for index in story if says_when(blocks[index].bare)]
    if len(found) < 2:
        return set()
    long = all(
        sum(block.words for block in blocks[index + 1 : end]) >= MIN_SCENE_WORDS
        for index, end in zip(found, [*found[1:], story[-1] + 1], strict=True)
    )
    return set(found) if long else set()


def is_year_line(text: str) -> bool:
    """Whether a line is but a year: “1938”, “Summer 1984”."""
    return _YEAR_LINE.fullmatch(text) is not None


def _is_later_that_day(text: str) -> bool:
    """Whether a line is words on time and nothing else: “Later”, “After lunch”, “Bedtime.”."""
    words = [found[0].lower() for found in islice(_WORDS.finditer(text), MAX_WORDS + 1)]
    return (
        0 < len(words) <= MAX_NAME_WORDS
        and text[-1] not in "?!”\"'’"
        and all(word in _DATE_WORDS for word in words)
        and not _SAID_WHEN.isdisjoint(words)
    )


def is_clock_line(text: str) -> bool:
    """Whether a line says an hour and nothing else: “11:40”, “Noon”, “Half past four”.

    A number alone is a heading of another kind.
    """
    words = text.casefold().strip("*_#. ")
    return _CLOCK_LINE.fullmatch(text) is not None and words not in CARDINALS


def is_place_and_date(text: str) -> bool:
    """Whether a line ends in a date, with a place or more before it: “The Manse, 30th November”."""
    _, comma, date = text.rpartition(",")
    if comma and is_date_line(date.strip()):
        return len(text.split()) <= MAX_HEAD_WORDS and _is_full_date(date)
    return is_date_line(text) and _is_full_date(text)


def _is_full_date(text: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(text)]
    return any(word in MONTHS for word in words) and any(map(_NUMBER.fullmatch, words))


def _name_lines(blocks: Sequence[Block], story: Sequence[int]) -> set[int]:
    """The lines that are nothing but the name of who tells what follows.

    “ODILE” above her part, “JOSS” above his, then “ODILE” again. Each has a scene's words below
    it. In capitals two are enough if one of them opens the story.
    """
    named = [index for index in story if _is_name_line(blocks[index])]
    if len(named) < 2:
        return set()
    headed = [
        index
        for index, following in zip(named, [*named[1:], len(blocks)], strict=True)
        if sum(block.words for block in blocks[index + 1 : following]) >= MIN_SCENE_WORDS
    ]
    words = [" ".join(blocks[index].bare.split()) for index in headed]
    comes_back = len(set(words)) < len(words) and len(words) >= FEWEST
    opens = len(words) > 1 and headed[0] == story[0] and all(map(str.isupper, words))
    return set(headed) if len(headed) == len(named) and (comes_back or opens) else set()


def _is_name_line(block: Block) -> bool:
    words = block.bare.split()
    return (
        0 < len(words) <= MAX_NAME_WORDS
        and block.bare.replace(" ", "").replace("'", "").replace("’", "").isalpha()
        and block.text == block.bare
        and caption(block.bare) in {"capitals", "title"}
        and not is_date_line(block.bare)
    )


def is_date_line(text: str) -> bool:
    """Whether a line says a day and nothing else: “Friday, 3 June”, “14 June 1911”."""
    # One word more than a date has is enough to see that a page of prose is none.
    words = [found[0].lower() for found in islice(_WORDS.finditer(text), MAX_WORDS + 1)]
    if not 0 < len(words) <= MAX_WORDS or text[-1] in "?!”\"'’":
        return False
    counted = _COUNTED.fullmatch(text)
    if counted and (not counted["hour"] or is_clock_line(counted["hour"])):
        return True
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
