"""Words in a chart: how wide they are, and how to make them fit."""

import unicodedata
from typing import Literal

from msgspec import Struct

from fabula.page.charts.svg import Element, Value, element

SIZE = 12.0
"""Size of all lettering in pixels; charts.css sets the same."""

_NARROW = frozenset("iIjlt.,:;'’!|()[] f-r")
_BROAD = frozenset("mwMW@%—…ABCDGHKNOQRUVXY")
_ADVANCE = {"narrow": 0.36, "broad": 0.8, "other": 0.6, "full": 1.02}
"""Widths of letters in ems, a little over those of common sans serifs (DejaVu Sans, Arial)."""


def width_of(words: str, size: float = SIZE) -> float:
    """About how wide the words stand, in pixels; rather too much than too little."""
    return sum(_ADVANCE[_breadth(letter)] for letter in words) * size


def fit(words: str, room: float, size: float = SIZE) -> str:
    """The words cut to the room, with an ellipsis where something is cut off; else all of them.

    Example:
        “Captain Aurelio Stroud” in 80 pixels is “Captain Au…”.
    """
    words = " ".join(words.split())
    if width_of(words, size) <= room:
        return words
    kept, used = "", width_of("…", size)
    for letter in words:
        used += _ADVANCE[_breadth(letter)] * size
        if used > room:
            break
        kept += letter
    return kept.rstrip() + "…" if kept.strip() else ""


class Slot(Struct, frozen=True):
    """Where words stand: at `x` they begin (or end, as `anchor` has it), `y` is their base line."""

    x: float
    y: float
    room: float
    anchor: Literal["start", "middle", "end"] = "start"


def lettering(words: str, slot: Slot, **attributes: Value) -> Element:
    """A `<text>` that keeps to its room; all the words show when the pointer rests on it."""
    shown = fit(words, slot.room)
    cut = shown != " ".join(words.split())
    inside: tuple[Element | str, ...] = (element("title", words), shown) if cut else (shown,)
    anchor = None if slot.anchor == "start" else slot.anchor
    return element("text", *inside, x=slot.x, y=slot.y, text_anchor=anchor, **attributes)


def _breadth(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _BROAD:
        return "broad"
    if unicodedata.combining(letter):
        return "narrow"
    return "full" if unicodedata.east_asian_width(letter) in "WF" else "other"
