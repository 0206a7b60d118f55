"""Candidate mentions, read off the scores of every pair of first and last token."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from fabula.encoder.logistic import logit, probability
from fabula.encoder.scores import Candidates, Floats, Ints
from fabula.encoder.windows import Window

LEAST_PROBABILITY = 0.05
"""Less likely spans are dropped: a stage that wants them has no use for the text around them."""

MOST_TOKENS = 40
"""The widest candidate in tokens; LitBank (Bamman et al., NAACL 2019) has few wider ones."""


def candidates_in(window: Window, logits: Floats, paragraphs: Ints) -> Candidates:
    """The candidates of a window whose first token lies in its core.

    `logits` [types, tokens seen, tokens seen] by first and last token; `paragraphs` [tokens of
    the document] numbers the paragraph of each. Tokens of the result count through the document.
    """
    core = window.core_inside
    likely = logits[:, core, : window.tokens] >= logit(LEAST_PROBABILITY)
    likely &= _in_reach(window, paragraphs)
    # Few of many: finding them in the flat array takes a tenth of the time.
    kind, row, last = np.unravel_index(np.flatnonzero(likely), likely.shape)
    first = row + core.start
    order = np.lexsort((kind, last, first))
    kind, first, last = kind[order], first[order], last[order]
    return Candidates(
        first + window.seen.start,
        last + window.seen.start,
        kind.astype(np.uint8),
        probability(logits[kind, first, last]),
    )


def _in_reach(window: Window, paragraphs: Ints) -> NDArray[np.bool_]:
    """[core, tokens seen]: whether a span from one to the other is narrow and in one paragraph."""
    first = np.arange(window.core.start, window.core.stop)[:, None]
    last = np.arange(window.seen.start, window.seen.stop)[None, :]
    narrow: NDArray[np.bool_] = (last >= first) & (last < first + MOST_TOKENS)
    narrow &= paragraphs[window.core][:, None] == paragraphs[window.seen][None, :]
    return narrow


def joined(parts: Iterable[Candidates]) -> Candidates:
    """The candidates of all windows, given in text order, as one."""
    whole = [_NONE, *parts]
    return Candidates(
        np.concatenate([part.first for part in whole]),
        np.concatenate([part.last for part in whole]),
        np.concatenate([part.kind for part in whole]),
        np.concatenate([part.probability for part in whole]),
    )


_NONE = Candidates(
    np.empty(0, dtype=np.int64),
    np.empty(0, dtype=np.int64),
    np.empty(0, dtype=np.uint8),
    np.empty(0, dtype=np.float32),
)
