"""Titles of scenes: “THE DRESSING ROOM”, “Ostend, 1923” in a series; and what heads chats."""

import re
from collections.abc import Sequence
from itertools import pairwise

from fabula.lexicon.time_words import DAYTIMES
from fabula.stages.structure.headings import caption
from fabula.stages.structure.layout import Block, lines_of
from fabula.stages.structure.scene_labels import is_clock_line, is_date_line
from fabula.stages.structure.spacing import MIN_SCENE_WORDS, is_greeting

FEWEST = 3
"""Lines of a series: with two, the second may be a sign or a name at the end of a letter."""

MAX_WORDS = 6
MAX_HEAD_LINES = 2

_WORDS = re.compile(r"\w+(?:['’]\w+)?")
_YEAR = re.compile(r"\d{4}")
_STAMP = re.compile(r"[\[(]?\d{1,2}[:.]\d\d")
_QUOTES = "\"“”'‘«"


def titled_scenes(blocks: Sequence[Block], story: Sequence[int]) -> frozenset[int]:
    """The blocks that are titles of scenes; `story` are the indexes of those that are told.

    Finds:
        Three or more short lines without a stop, each with a scene's words below it, perhaps with
        a time behind a comma.
        The first opens the story, or stands right above it, where it may be taken for the title
        of the whole.
    Why it holds:
        Who gives titles to scenes gives one to the first; signs and signatures stand further
        down, and none of them has all the others for company.
    Misses:
        Two titles only; titles that end in a full stop or are sentences.

    Example:
        “The Harbour”, a page, “The Ladder”, a page, “The Bandstand”, a page: three scenes.
    """
    if not story:
        return frozenset()
    first = max(story[0] - 1, 0)
    titles = [
        index for index in sorted({first, *story}) if _is_title(blocks[index], blocks[:index][-1:])
    ]
    if len(titles) < FEWEST or titles[0] > story[0]:
        return frozenset()
    if titles[:2] == [first, story[0]]:  # the title of the whole, and that of the first scene
        titles = titles[1:]
    for index, following in zip(titles, [*titles[1:], story[-1] + 1], strict=True):
        if sum(block.words for block in blocks[index + 1 : following]) < MIN_SCENE_WORDS:
            return frozenset()
    return frozenset(titles) & frozenset(story) if len(titles) >= FEWEST else frozenset()


def chat_heads(blocks: Sequence[Block], story: Sequence[int]) -> frozenset[int]:
    """The blocks that head a part of a chat; `story` are the indexes of those that are told.

    Finds:
        Lines without an hour between two messages that begin with theirs, the first in capitals or
        title case: the name of another group and who is in it, a day.
    Why it holds:
        In a log each message has its hour.
    Misses:
        Chats whose messages have no hours.

    Example:
        “[9:02] Ada: come back”, “GROUP: THE REGATTA”, “[9:40] Tom: which boat?”.
    """
    stamped = [index for index in story if _STAMP.match(blocks[index].text)]
    heads: set[int] = set()
    for above, below in pairwise(stamped):
        between = blocks[above + 1 : below]
        if 0 < len(between) <= MAX_HEAD_LINES and _is_caption(between[0]):
            heads.update(block.index for block in between)
    return frozenset(heads)


def _is_caption(block: Block) -> bool:
    return caption(lines_of(block)[0].text) in {"capitals", "title"}


def _is_title(block: Block, above: Sequence[Block]) -> bool:
    """Whether a block looks like a title; a line that the one above announces does not."""
    text = block.bare
    if not text or text[0] in _QUOTES or len(lines_of(block)) != 1 or is_greeting(text):
        return False
    if not 0 < len(_WORDS.findall(text)) <= MAX_WORDS or text[-1] in ".!?,;:…—–-" + _QUOTES:
        return False
    if any(each.text.rstrip()[-1:] in ":," for each in above):
        return False
    place, comma, time = text.rpartition(",")
    if not comma:
        place, comma, time = text.rpartition(" — ")
    if comma:
        return caption(place) is not None and _is_time(time.strip())
    return ":" not in text and caption(text) is not None


def _is_time(text: str) -> bool:
    """Whether a year, a day or an hour stands behind a place: “1923”, “noon”, “5:07 pm”."""
    words = text.casefold().split()
    known = bool(words) and (bool(_YEAR.fullmatch(words[-1])) or words[-1] in DAYTIMES)
    return known or is_date_line(text) or is_clock_line(text)
