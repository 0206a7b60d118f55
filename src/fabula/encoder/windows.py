"""Windows over a document: what the encoder reads at once, and what it answers for.

A window is the mark `[CLS]` and 255 pieces; a text of fewer is one window of its own width, so
that nothing is ever padded. Results are taken from a window's core; the pieces on either side are
context, which is core in the windows before and after. Every token lies in the core of exactly
one window. The pieces that a window has at its edges beyond the whole tokens are read and not
answered for.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from fabula.encoder.pieces import Pieces
from fabula.encoder.scores import Ints

WIDTH = 256
"""Pieces of a window with its `[CLS]`, unless the whole text has fewer."""

CONTEXT = 16
"""Pieces on either side of a core. Away from the ends of a text a core has 223 or fewer.

With 32 pieces, as the first runs of training had, there are a sixth more windows to read, and
LitBank's development documents were read no better.
"""

START_MARK = 101
"""`[CLS]` of the vocabulary."""

_ROOM = WIDTH - 1


class Window(Struct, frozen=True):
    """Tokens `seen` stand whole in the window, `core` are answered for; `rows` are its pieces.

    Each is a slice: of the document's tokens, of its tokens, of its pieces.
    """

    seen: slice
    core: slice
    rows: slice

    @property
    def core_inside(self) -> slice:
        """The core counted from the first token seen: rows of the encoder's results."""
        return slice(self.core.start - self.seen.start, self.core.stop - self.seen.start)

    @property
    def tokens(self) -> int:
        """How many tokens are seen."""
        return int(self.seen.stop - self.seen.start)


class Batch(Struct, frozen=True, eq=False):
    """Windows as the encoder takes them."""

    windows: Sequence[Window]
    pieces: Ints
    """[windows, width]: entries of the vocabulary, `[CLS]` first."""
    cases: Ints
    """[windows, width]: case classes."""
    first: Ints
    """[windows, tokens]: where in the window each token seen begins; padded with 0."""


def cut(pieces: Pieces) -> list[Window]:
    """The windows of a document, in text order; none where there are no tokens."""
    # A token that shares its piece with the one before counts as one piece too, so that a window
    # never sees more than 255 tokens. Room up to each token, [tokens + 1]:
    own = np.maximum(np.diff(pieces.after, prepend=0), 1)
    room = np.concatenate([[0], np.cumsum(own)])
    windows: list[Window] = []
    start, total = 0, len(own)
    while start < total:
        left = _first_from(room, int(room[start]) - CONTEXT)
        limit = int(room[left]) + _ROOM
        if room[-1] <= limit:
            stop = right = total
        else:
            stop = max(_last_until(room, limit - CONTEXT), start + 1)
            right = max(_last_until(room, limit), stop)
        begin = int(pieces.first[left])
        windows.append(
            Window(slice(left, right), slice(start, stop), _filled(begin, len(pieces.ids)))
        )
        start = stop
    return windows


def _filled(begin: int, total: int) -> slice:
    """The pieces from this one on, and where the text ends too soon as many before it."""
    end = min(begin + _ROOM, total)
    return slice(max(end - _ROOM, 0), end)


def _first_from(room: Ints, least: int) -> int:
    return int(np.searchsorted(room, max(least, 0), side="left"))


def _last_until(room: Ints, most: int) -> int:
    return int(np.searchsorted(room, most, side="right")) - 1


def batches(pieces: Pieces, size: int) -> Iterator[Batch]:
    """The windows of a document in batches of `size`, made as they are asked for."""
    windows = cut(pieces)
    for low in range(0, len(windows), size):
        yield batch_of(pieces, windows[low : low + size])


def batch_of(pieces: Pieces, windows: Sequence[Window]) -> Batch:
    """These windows of a document as arrays; they are all of one width."""
    ids, cases = np.zeros((2, len(windows), 1 + min(_ROOM, len(pieces.ids))), dtype=np.int64)
    first = np.zeros((len(windows), max(window.tokens for window in windows)), dtype=np.int64)
    ids[:, 0] = START_MARK
    for number, window in enumerate(windows):
        ids[number, 1:] = pieces.ids[window.rows]
        cases[number, 1:] = pieces.cases[window.rows]
        first[number, : window.tokens] = pieces.first[window.seen] - window.rows.start + 1
    return Batch(windows, ids, cases, first)
