"""Chat logs, text messages and scripts: lines that begin with the name of who wrote them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.lexicon.not_people import never_a_name
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.text import Span

CHAT_LINES = 3
"""Two labelled lines in a row are soon met; the third has to bring a name back."""

_SPEECH_MARKS = frozenset('"“«„')  # She said: “Come in.”

_STAMP = r"""(?: [\[(]? (?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s)?
    \d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])? [\])]? \s (?:[–—-]\s)? )?"""
_HANDLE = r"[^\W\d_][\w.'’-]{0,24}(?:[^\S\n][\w.'’-]{1,20}){0,2}"
_LINE = re.compile(
    rf"""(?x) [*_]{{0,2}} {_STAMP}
    (?: <@?(?P<nick>{_HANDLE})>
      | [*_]{{0,2}} @?(?P<name>{_HANDLE}) [*_]{{0,2}} (?:\s[(\[][^()\[\]\n]{{1,60}}[)\]])?
        [*_]{{0,2}} \s?:
    ) [*_]{{0,2}} [^\S\n]+ (?P<words>\S)"""
)
_HEAD = (
    rf"[*_]{{0,2}}@?(?P<name>{_HANDLE})[*_]{{0,2}}"
    r",?\s[(\[]?\d{1,2}[:.]\d{2}(?:\s?[AaPp][Mm])?[)\]]?[*_]{0,2}[^\S\n]*"
)
_HEAD_ALONE = re.compile(rf"{_HEAD}\s*")
_HEADED = re.compile(rf"{_HEAD}\n(?P<words>\S)")
"""A name and an hour on a line of their own above the message."""


class _Line(Struct, frozen=True):
    """A line of a story; `words` is where its text begins behind the handle, if it has one."""

    span: Span
    handle: str | None = None
    words: int = 0


def find_chats(text: str, stretches: Sequence[Span]) -> Iterator[Span]:
    """The words of each message, without the handle before them, in text order.

    Finds: three or more lines in a row that begin “Name:”, “<name>” or “Name [9:15]”, from at
        least two names of which one comes back; after that every line of the story that begins
        with such a name.
    Why it holds: narration does not name the same two people at the head of line after line.
    Misses: single messages; chats without names.
    Example: Ada: on the ferry / Tom: which one? / Ada: the slow one
    """
    lines = [line for stretch in _headed(text, stretches) for line in _lines(text, stretch)]
    handles = _handles(lines)
    for line in lines:
        if line.handle in handles:
            yield Span(line.words, line.span.end)


def _headed(text: str, stretches: Sequence[Span]) -> Iterator[Span]:
    """The stretches, those that are but a name and an hour joined to the message below."""
    above: Span | None = None
    for stretch in stretches:
        start = stretch.start if above is None else above.start
        if _HEAD_ALONE.fullmatch(text, stretch.start, stretch.end):
            if above is not None:
                yield above
            above = stretch
        else:
            yield Span(start, stretch.end)
            above = None
    if above is not None:
        yield above


def _lines(text: str, stretch: Span) -> Iterator[_Line]:
    """The messages of one paragraph; the whole paragraph where no second one is in it.

    A line without a handle goes on with the message before it.
    """
    starts = [stretch.start]
    if _read(text, stretch).handle is not None:
        breaks = [match.end() for match in _BREAK.finditer(text, stretch.start, stretch.end)]
        starts += [at for at in breaks if _read(text, Span(at, stretch.end)).handle is not None]
    ends = [*starts[1:], stretch.end]
    for start, end in zip(starts, ends, strict=True):
        yield _read(text, Span(start, start + len(text[start:end].rstrip())))


_BREAK = re.compile(r"\n\s*(?=\S)")


def _read(text: str, span: Span) -> _Line:
    match = _LINE.match(text, span.start, span.end)
    match = match or _HEADED.match(text, span.start, span.end)
    if match is None:
        return _Line(span)
    handle = (match.groupdict().get("nick") or match["name"]).lower().strip("_")
    words = handle.split()
    if text[match.start("words")] in _SPEECH_MARKS or not SPEECH_VERBS.isdisjoint(words):
        return _Line(span)
    if len(words) == 1 and never_a_name(handle):
        return _Line(span)  # Monday: rain
    return _Line(span, handle, match.start("words"))


def _handles(lines: Sequence[_Line]) -> frozenset[str]:
    """The names that the story's chats are held under."""
    found: set[str] = set()
    row: list[str] = []
    for line in [*lines, None]:
        if line is not None and line.handle is not None:
            row.append(line.handle)
            continue
        if len(row) >= CHAT_LINES and 1 < len(set(row)) < len(row):
            found.update(row)
        row = []
    return frozenset(found)
