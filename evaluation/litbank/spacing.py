"""Tokens put together as a publisher prints them.

The rules were checked against the 67 documents whose books are at hand: they set or leave out
a space as the book does before 99 of 100 tokens, and more where no straight mark stands.
"""

from collections.abc import Iterable, Sequence

from evaluation.litbank.places import Running
from fabula.text import Span

_CLOSING = frozenset(", . ; : ? ! ” ’ ) ] ... …".split())
_OPENING = frozenset("“ ‘ ( [ $ £ “‘".split())
_DASHES = frozenset("-- — ---- -".split())
_CONTRACTED = frozenset(
    form.replace("'", mark)
    for form in "'s 'll 'd 're 've 'm n't 'S 'LL 'D N'T".split()
    for mark in ("'", "’")
)
_JOINED_PAIRS = frozenset(
    {
        ("can", "not"), ("gon", "na"), ("got", "ta"), ("lem", "me"), ("gim", "me"),
        ("'t", "is"), ("'t", "was"), ("’t", "is"), ("’t", "was"),
    }
)  # fmt: skip
"""Single words that the tokeniser cuts in two without a mark between them."""


def run_together(tokens: Sequence[str], paragraphs: Iterable[int]) -> Running:
    """Running text with a blank line before each token that opens a paragraph.

    “ Do n't , ” said Ada . becomes “Don't,” said Ada.
    """
    openers = frozenset(paragraphs)
    pieces: list[str] = []
    places: list[Span] = []
    offset = 0
    pairs = _PairedMarks()
    for index, token in enumerate(tokens):
        previous = tokens[index - 1] if index else ""
        if index in openers:
            pairs = _PairedMarks()
        glued = pairs.is_glued(previous, token, tokens[index + 1 : index + 2])
        gap = "" if not index else "\n\n" if index in openers else "" if glued else " "
        pieces += (gap, token)
        places.append(Span(offset + len(gap), offset + len(gap) + len(token)))
        offset = places[-1].end
    return Running("".join(pieces), tuple(places))


class _PairedMarks:
    """The state of marks that look alike at both ends: straight quotation marks, underscores."""

    def __init__(self) -> None:
        self._open = {'"': False, "_": False, "'": False}
        self._opened_last = False

    def is_glued(self, previous: str, token: str, following: Sequence[str]) -> bool:
        """Whether no space stands between the two tokens; to be asked once for each token."""
        after_opening = self._opened_last
        self._opened_last = False
        if token in self._open:
            return self._is_mark_glued(previous, token, following) or after_opening
        if after_opening or previous in _OPENING:
            return True
        if token in _DASHES or previous in _DASHES:
            return True
        if token in _CLOSING or token in _CONTRACTED:
            return True
        return (previous.lower(), token.lower()) in _JOINED_PAIRS

    def _is_mark_glued(self, previous: str, token: str, following: Sequence[str]) -> bool:
        if token == "'" and not self._open[token] and _is_apostrophe(previous, following):
            return True
        closes = self._open[token]
        self._open[token] = not closes
        self._opened_last = not closes
        return closes or previous in _OPENING or previous in _DASHES


def _is_apostrophe(previous: str, following: Sequence[str]) -> bool:
    """Whether an apostrophe ends the word before it: the sailors ' boots, walkin ' home."""
    if previous.lower().endswith("in") and len(previous) > len("in"):
        return True
    return previous[-1:] == "s" and bool(following) and following[0][:1].islower()
