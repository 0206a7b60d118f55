"""What a mention or a quotation is like, as one vector of 256 numbers.

A vector is made of three states of the encoder: that of the first token, that of the last, and
the mean over the span, in which salient tokens count more (after Lee et al., EMNLP 2017).
"""

import numpy as np

from fabula.encoder import model
from fabula.encoder.scores import Floats, Ints, Scores

SPAN_VECTOR = 256
"""Numbers in a vector."""

LONGEST = 60
"""Tokens from the start of a span that its mean is taken over: a long speech shows itself soon."""

_SPANS_AT_ONCE = 512  # their states take up to 47 MB, for mentions about 3


def mention_vectors(scores: Scores, first: Ints, last: Ints) -> Floats:
    """[mentions, 256]: the vector of each span of tokens `first` to `last` [mentions], included.

    Raises:
        ModelError: if the weights are not there.
    """
    return _vectors("mentions", scores, first, last, last)


def utterance_vectors(scores: Scores, first: Ints, last: Ints, part_last: Ints) -> Floats:
    """[quotations, 256]: the vector of each quotation of tokens `first` to `last`, included.

    `part_last` [quotations] is the last token of the first part: in “No,” said Emma, “not to
    Bath.” the closing mark after the comma. The mean is taken over that part alone, so that what
    the narrator says between the parts does not mix with the speech.

    Raises:
        ModelError: if the weights are not there.
    """
    return _vectors("utterances", scores, first, last, part_last)


def _vectors(
    name: model.ModelName, scores: Scores, first: Ints, last: Ints, mean_last: Ints
) -> Floats:
    result = np.empty((len(first), SPAN_VECTOR), dtype=np.float32)
    chunks = [slice(low, low + _SPANS_AT_ONCE) for low in range(0, len(first), _SPANS_AT_ONCE)]
    asked = (
        {
            "first": scores.states[first[rows]].astype(np.float32),
            "last": scores.states[last[rows]].astype(np.float32),
            "content": weighted_means(scores, first[rows], mean_last[rows]),
        }
        for rows in chunks
    )
    for rows, answer in zip(chunks, model.run_all(name, asked), strict=True):
        result[rows] = answer["vectors"]
    return result


def weighted_means(scores: Scores, first: Ints, last: Ints) -> Floats:
    """[spans, 384]: the mean state of each span, weighted by the softmax of salience inside it.

    `first` and `last` [spans] are tokens, included; only the first 60 tokens of a span count.
    """
    means = scores.states[first].astype(np.float32)
    several = np.flatnonzero(last > first)  # the mean of one token is its own state
    if len(several):
        means[several] = _means_of_several(scores, first[several], last[several])
    return means


def _means_of_several(scores: Scores, first: Ints, last: Ints) -> Floats:
    widths = np.minimum(last - first + 1, LONGEST)
    begins = np.cumsum(widths) - widths
    # One row for each token of each span, span after span.
    tokens = np.arange(widths.sum()) + np.repeat(first - begins, widths)
    salience = scores.salience[tokens]
    highest = np.maximum.reduceat(salience, begins)
    weights = np.exp(salience - np.repeat(highest, widths))
    weights /= np.repeat(np.add.reduceat(weights, begins), widths)
    states = scores.states[tokens].astype(np.float32)
    states *= weights[:, None]
    means: Floats = np.add.reduceat(states, begins, axis=0)
    return means
