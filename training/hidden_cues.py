"""Dialogue without its cues.

“No,” said Emma, “not to Bath.” becomes “No, not to Bath.” Only plain cues are taken out, those
that are a clause of their own with one adverb at most. In “No,” said Emma, turning to the window.
something would be left over that nobody could read.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from fabula.text import Span
from training.augmentation.edits import Edit

_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’'")
_POINTS = frozenset(",.?!…—-")
_TAIL = re.compile(r"(?: \w+ly| again| at once)?([.,;])")
"""What may follow a cue in its clause, and the point that ends it."""


class Hidden(Struct, frozen=True):
    """The change that takes a cue out, and where the line that it named the speaker of stands.

    `words` is the line in the text before the change. It is longer than the first part of the
    quotation where the cue stood between two parts, which are one then.
    """

    edit: Edit
    words: Span


def hide(text: str, first: Span, cue: Span, spoken: Sequence[Span]) -> Hidden | None:
    """How to take the cue out of the text; None where it cannot be done cleanly.

    `first` is the first part of the quotation, with its marks, and `spoken` are all parts of
    quotations in text order.
    """
    if text[first.start] not in _OPENING:
        return None
    if text[cue.end : first.start] in {", ", ": "}:
        opens = cue.start == 0 or text[cue.start - 1] == "\n"
        return Hidden(Edit(cue.start, first.start, ""), first) if opens else None
    tail = _TAIL.match(text, cue.end)
    if tail is None or text[first.end : cue.start] != " ":
        return None
    point, mark = text[first.end - 2], text[first.end - 1]
    if mark not in _CLOSING or point not in _POINTS:
        return None
    ends = tail.group(1) == "."
    if ends and point == ",":
        point = "."
    following = _after(spoken, tail.end())
    if following is not None and _goes_on(text, tail.end(), following):
        edit = Edit(first.end - 2, following.start + 1, f"{point} ")
        return Hidden(edit, Span(first.start, following.end))
    return Hidden(Edit(first.end - 2, tail.end(), f"{point}{mark}"), first) if ends else None


def _after(spoken: Sequence[Span], offset: int) -> Span | None:
    index = bisect_left(spoken, offset, key=attrgetter("start"))
    return spoken[index] if index < len(spoken) else None


def _goes_on(text: str, offset: int, following: Span) -> bool:
    return text[offset : following.start] == " " and text[following.start] in _OPENING


def untouched(spans: Sequence[Edit], start: int, end: int) -> bool:
    """Whether none of the edits, sorted and apart, changes a character of `start:end`."""
    index = bisect_right(spans, start, key=attrgetter("end"))
    return index == len(spans) or spans[index].start >= end
