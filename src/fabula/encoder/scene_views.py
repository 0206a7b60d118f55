"""What stands before a paragraph and after it, and how likely a scene begins there.

Whether time, place or company change shows between stretches of text, not in a word. So each
paragraph is looked at in seven views, means of the reader's states: its first token, its first
sentence, the next 60 and the next 200 tokens, the sentence before it, and the 60 and the 200 tokens
before it. A small network sets them against each other (`training.scene_network`).
"""

from collections.abc import Iterator

import numpy as np

from fabula.encoder import model
from fabula.encoder.logistic import probability
from fabula.encoder.pieces import paragraph_firsts
from fabula.encoder.scores import Floats, Halves, Ints
from fabula.text import Document

NEAR, FAR = 60, 200
"""Tokens before and after a paragraph's first; more of a sentence than `FAR` does not count."""

VIEWS = 7

_TOKENS_AT_ONCE = 16_384  # their states take 25 MB


def scene_starts(document: Document, states: Halves) -> Floats:
    """[paragraphs]: probability that a scene begins with each paragraph; 0 where it has no tokens.

    `states` [tokens, 384] are the reader's.

    Raises:
        ModelError: if the weights are not there.
    """
    firsts = paragraph_firsts(document)
    told = firsts >= 0
    chances = np.zeros(len(firsts), dtype=np.float32)
    some = [model.run("scenes", {"views": each})["start"] for each in views(document, states)]
    if some:
        chances[told] = probability(np.concatenate(some))
    return chances


def views(document: Document, states: Halves) -> Iterator[Floats]:
    """[some paragraphs, 7, 384]: the views of all paragraphs with tokens in order, some at a time.

    A view that has no tokens, as what is before the first paragraph, is all 0.
    """
    firsts = paragraph_firsts(document)
    starts = np.array([token.start for token in document.tokens], dtype=np.int64)
    opens = np.searchsorted(starts, [sentence.start for sentence in document.sentences])
    ranges = _ranges(len(states), firsts[firsts >= 0], opens)
    for rows in _stretches(ranges):
        yield _means(states, ranges[rows])


def _ranges(tokens: int, firsts: Ints, opens: Ints) -> Ints:
    """[paragraphs, 7, 2]: the tokens of each view, from the first up to but not with the last."""
    bounds = np.concatenate([[0], opens, [tokens]])
    sentence_end = bounds[np.searchsorted(bounds, firsts, side="right")]
    sentence_before = bounds[np.maximum(np.searchsorted(bounds, firsts, side="left") - 1, 0)]
    pairs = [
        (firsts, firsts + 1),
        (firsts, np.minimum(sentence_end, firsts + FAR)),
        (firsts, firsts + NEAR),
        (firsts, firsts + FAR),
        (np.maximum(sentence_before, firsts - FAR), firsts),
        (firsts - NEAR, firsts),
        (firsts - FAR, firsts),
    ]
    stacked = np.stack([np.stack(pair, axis=1) for pair in pairs], axis=1)
    ranges: Ints = stacked.clip(0, tokens).astype(np.int64)
    return ranges


def _stretches(ranges: Ints) -> Iterator[slice]:
    """Paragraphs in a row whose views lie within so many tokens."""
    low = 0
    for row in range(1, len(ranges) + 1):
        if row == len(ranges) or ranges[row].max() - ranges[low].min() > _TOKENS_AT_ONCE:
            yield slice(low, row)
            low = row


def _means(states: Halves, ranges: Ints) -> Floats:
    """[paragraphs, 7, 384]: the mean state of each range."""
    bounds = np.unique(ranges)
    parts = states[bounds[0] : bounds[-1]].astype(np.float32)
    sums = np.zeros((len(bounds), states.shape[1]), dtype=np.float32)
    np.cumsum(np.add.reduceat(parts, bounds[:-1] - bounds[0]), axis=0, out=sums[1:])
    begin, end = np.searchsorted(bounds, ranges[..., 0]), np.searchsorted(bounds, ranges[..., 1])
    many = np.maximum(ranges[..., 1] - ranges[..., 0], 1)[..., None]
    means: Floats = ((sums[end] - sums[begin]) / many).astype(np.float32)
    return means
