"""Lines that head a scene: “Mara’s POV”, “(Flashback)”, “Three days later…”, “**Mara**”."""

import re
from typing import Literal

from fabula.lexicon.break_words import (
    DAY_PARTS,
    FLASHBACK_WORDS,
    NEXT_WORDS,
    TIME_DIRECTIONS,
    TIME_OPENINGS,
    TIME_UNITS,
)
from fabula.lexicon.number_words import CARDINALS, TENS
from fabula.stages.structure.headings import caption
from fabula.stages.structure.layout import Block

MAX_HEADER_WORDS = 8
MAX_HEADER_LETTERS = 120
MAX_NAME_WORDS = 4

Header = Literal["label", "time"]
"""A label is no part of the story; a word on time or place is its first words."""

_WORDS = re.compile(r"[\w'’.]+")
_POINT_OF_VIEW = re.compile(
    r"\W*(?:[\w'’.-]+\s+){0,3}?(?:pov|p\.o\.v\.?|point\s+of\s+view)(?:\s*[:–—-]?\s*[\w'’.-]+){0,3}\W*",
    re.IGNORECASE,
)
_FLASHBACK = re.compile(
    r"(?:(?:start|begin|end|ends?\s+of|end\s+of|beginning|ending)\s+(?:of\s+)?(?:the\s+)?)?"
    r"(?P<word>[a-z]+\s?-?[a-z]*?)s?(?:\s+(?:starts?|begins?|ends?|over))?",
    re.IGNORECASE,
)
_QUANTITIES = (
    frozenset(CARDINALS)
    | frozenset(TENS)
    | frozenset("a an few several many some couple half later".split())
)


def read_header(block: Block, *, apart: bool) -> Header | None:
    """What a short line says about the scene that it opens; None for any other line.

    `apart` is True where a break or wide space stands before it.

    Finds: “Mara's POV”, “(Flashback)”; “Three days later…” by itself, “MEANWHILE”; short lines in
        bold, in the middle or in brackets that name a person, a time or a place.
    Why it holds: such a line has no verb and no full stop, and stands by itself.
    Misses: headers in plain type that name only a person.
    Example: **Mara**
    """
    if len(block.text) > MAX_HEADER_LETTERS:
        return None
    text = " ".join(block.bare.split())
    words = [word.casefold() for word in _WORDS.findall(text)]
    if not 0 < len(words) <= MAX_HEADER_WORDS or block.text[0] in '"“‘«':
        return None
    framed = _is_framed(block.text)
    if _POINT_OF_VIEW.fullmatch(text) and len(words) <= 5:
        return "label"
    if _is_flashback(text, words, framed or block.styled) or _is_shouted_time(text):
        return "label"
    if (
        _is_time(words)
        and text[-1] not in "!?,;"
        and (_is_leap(words) or framed or block.styled or apart)
    ):
        return "time"
    return _styled_header(block, text, words, framed=framed, apart=apart)


def _styled_header(
    block: Block, text: str, words: list[str], *, framed: bool, apart: bool
) -> Header | None:
    looks = caption(text)
    if looks not in {"capitals", "title"} or text[-1] in '.!?…,;:"”':
        return None
    strong = bool(block.looks & {"strong", "centred"}) or block.level is not None
    if block.text.startswith("**") or block.text.startswith("__"):
        strong = True
    if strong and (apart or len(words) <= MAX_NAME_WORDS):
        return "label"
    set_off = apart and (looks == "capitals" or block.styled)
    return "label" if set_off or (framed and len(words) <= MAX_NAME_WORDS and apart) else None


def _is_framed(text: str) -> bool:
    """Whether brackets or glyphs stand on both sides: “~ Mara ~”, “[The mill]”."""
    return text[0] in "~*-=([<{_#+|" and text[-1] in "~*-=)]>}_#+|"


def _is_flashback(text: str, words: list[str], set_off: bool) -> bool:
    inner = text.strip("()[]{}<>~*-=_#.:…– —")
    match = _FLASHBACK.fullmatch(inner)
    if match is None or len(words) > 5:
        return False
    word = match["word"].replace("-", "").replace(" ", "").casefold()
    return word in FLASHBACK_WORDS and (set_off or word.startswith("flash"))


def _is_shouted_time(text: str) -> bool:
    """Whether a line is one word on time in capitals: “MEANWHILE”."""
    return text.isupper() and text.strip(".…:").casefold() in TIME_OPENINGS


def _is_leap(words: list[str]) -> bool:
    """“Three days later”: a quantity, a unit and a direction, and nothing else."""
    rest = [word.strip(".") for word in words]
    return (
        len(rest) >= 3
        and rest[-1] in TIME_DIRECTIONS
        and rest[-2] in TIME_UNITS
        and (rest[0] in _QUANTITIES or rest[0].isdigit() or rest[0] == "about")
    )


def _is_time(words: list[str]) -> bool:
    """Whether a short line speaks of time: “Later that night”, “The next morning”."""
    if _is_leap(words):
        return True
    if words[0] in TIME_OPENINGS and len(words) > 1:
        return True
    first = words[1] if words[0] in {"the", "that"} and len(words) > 1 else words[0]
    return first in NEXT_WORDS and words[-1] in (DAY_PARTS | TIME_UNITS)
