"""Scores of pairs: two mentions, a quotation and a mention, a person and a place.

Which pairs to ask about is up to the stages; `pair_features` says what is known of each beside
the vectors of its two spans.
"""

import numpy as np

from fabula.encoder import model
from fabula.encoder.scores import PLACE_RELATIONS, Floats, Inputs, Ints

_PAIRS_AT_ONCE = 8192  # about 40 MB while they are scored


def score_coreference(vectors: Floats, left: Ints, right: Ints, features: Ints) -> Floats:
    """[pairs]: above 0 where two mentions more likely point at the same one than not (a logit).

    `vectors` [mentions, 256], `left` and `right` [pairs] rows of it, the left one earlier in the
    text, `features` [pairs, features].

    Raises:
        ModelError: if the weights are not there.
    """
    result = np.empty(len(left), dtype=np.float32)
    for rows in _chunks(len(left)):
        inputs = _one_table(vectors, left[rows], right[rows], features[rows])
        result[rows] = model.run("coreference", inputs)["score"]
    return result


def score_speech(
    utterances: Floats, mentions: Floats, left: Ints, right: Ints, features: Ints
) -> Floats:
    """[pairs, 2]: whether a mention names the speaker of a quotation, and an addressee (logits).

    `utterances` [quotations, 256] and `mentions` [mentions, 256]; `left` [pairs] rows of the
    first, `right` of the second; `features` [pairs, features].

    Raises:
        ModelError: if the weights are not there.
    """
    result = np.empty((len(left), 2), dtype=np.float32)
    for rows in _chunks(len(left)):
        quoted, left_rows = np.unique(left[rows], return_inverse=True)
        named, right_rows = np.unique(right[rows], return_inverse=True)
        inputs: Inputs = {
            "utterances": utterances[quoted],
            "mentions": mentions[named],
            "left": left_rows,
            "right": right_rows,
            "features": features[rows],
        }
        result[rows] = model.run("speech", inputs)["score"]
    return result


def score_places(vectors: Floats, left: Ints, right: Ints, features: Ints) -> Floats:
    """[pairs, 6]: how a person stands to a place, a logit for each of `PLACE_RELATIONS`.

    `vectors` [mentions, 256], `left` [pairs] rows of people, `right` of places, `features`
    [pairs, features].

    Raises:
        ModelError: if the weights are not there.
    """
    result = np.empty((len(left), len(PLACE_RELATIONS)), dtype=np.float32)
    for rows in _chunks(len(left)):
        inputs = _one_table(vectors, left[rows], right[rows], features[rows])
        result[rows] = model.run("places", inputs)["score"]
    return result


def _chunks(pairs: int) -> list[slice]:
    return [slice(low, low + _PAIRS_AT_ONCE) for low in range(0, pairs, _PAIRS_AT_ONCE)]


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
