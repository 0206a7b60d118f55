"""Scores of pairs: two mentions, or a quotation and a mention.

Which pairs to ask about is up to the stages; `pair_features` says what is known of each beside
the vectors of its two spans.
"""

from collections.abc import Iterable

import numpy as np

from fabula.encoder import model
from fabula.encoder.scores import Floats, Inputs, Ints

_PAIRS_AT_ONCE = 2048  # about 20 MB while they are scored; more at once is no faster


def score_coreference(vectors: Floats, left: Ints, right: Ints, features: Ints) -> Floats:
    """[pairs]: above 0 where two mentions more likely point at the same one than not (a logit).

    `vectors` [mentions, 256], `left` and `right` [pairs] rows of it, the left one earlier in the
    text, `features` [pairs, features].

    Raises:
        ModelError: if the weights are not there.
    """
    chunks = _chunks(len(left))
    asked = (_one_table(vectors, left[rows], right[rows], features[rows]) for rows in chunks)
    return _answers("coreference", asked, (0,))


def score_speech(
    utterances: Floats, mentions: Floats, left: Ints, right: Ints, features: Ints
) -> Floats:
    """[pairs, 2]: whether a mention names the speaker of a quotation, and an addressee (logits).

    `utterances` [quotations, 256] and `mentions` [mentions, 256]; `left` [pairs] rows of the
    first, `right` of the second; `features` [pairs, features].

    Raises:
        ModelError: if the weights are not there.
    """
    asked = (
        _two_tables(utterances, mentions, left[rows], right[rows], features[rows])
        for rows in _chunks(len(left))
    )
    return _answers("speech", asked, (0, 2))


def _chunks(pairs: int) -> list[slice]:
    return [slice(low, low + _PAIRS_AT_ONCE) for low in range(0, pairs, _PAIRS_AT_ONCE)]


def _answers(name: model.ModelName, asked: Iterable[Inputs], none: tuple[int, ...]) -> Floats:
    """The answers to all chunks, one after the other; an array of shape `none` to no chunk."""
    answers = [answer["score"] for answer in model.run_all(name, asked)]
    return np.concatenate([np.empty(none, dtype=np.float32), *answers])


def _one_table(vectors: Floats, left: Ints, right: Ints, features: Ints) -> Inputs:
    """The inputs for pairs within one table, with only the vectors that they need.

    The model works each vector out once, whether or not a pair asks for it.
    """
    needed, rows = np.unique(np.concatenate([left, right]), return_inverse=True)
    return {
        "vectors": vectors[needed],
        "left": rows[: len(left)],
        "right": rows[len(left) :],
        "features": features,
    }


def _two_tables(
    utterances: Floats, mentions: Floats, left: Ints, right: Ints, features: Ints
) -> Inputs:
    """The inputs for pairs across two tables, with only the vectors that they need."""
    quoted, left_rows = np.unique(left, return_inverse=True)
    named, right_rows = np.unique(right, return_inverse=True)
    return {
        "utterances": utterances[quoted],
        "mentions": mentions[named],
        "left": left_rows,
        "right": right_rows,
        "features": features,
    }
