"""What the encoder says of two mentions: whether both point at the same."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from fabula.encoder.pair_features import MentionTable, coreference_features
from fabula.encoder.pairs import score_coreference
from fabula.encoder.scores import Floats, Ints, Scores
from fabula.encoder.vectors import mention_vectors

PairScores: TypeAlias = Callable[[Scores, MentionTable, Ints, Ints], Floats]
"""From rows [pairs] of an earlier and a later mention to logits [pairs], above 0 for the same."""


class PairReader:
    """The bundled weights' reading of pairs.

    Stages that ask about the same mentions share one, so that the vectors of these are worked out
    once: about 20 MB for 100,000 words, kept for as long as the reader is.
    """

    def __init__(self) -> None:
        self._known: tuple[Scores, MentionTable, Floats] | None = None

    def __call__(self, scores: Scores, table: MentionTable, left: Ints, right: Ints) -> Floats:
        """What the encoder says of each pair of mentions, by their vectors and what else is known.

        Raises:
            ModelError: if the weights are not there.
        """
        vectors = self.vectors(scores, table)
        return score_coreference(vectors, left, right, coreference_features(table, left, right))

    def vectors(self, scores: Scores, table: MentionTable) -> Floats:
        """[mentions, 256]: the vector of each mention, as the encoder has them.

        Raises:
            ModelError: if the weights are not there.
        """
        if self._known is not None:
            of, mentions, vectors = self._known
            if of is scores and _same_spans(mentions, table):
                return vectors
        vectors = mention_vectors(scores, table.first, table.last)
        self._known = scores, table, vectors
        return vectors


def _same_spans(one: MentionTable, other: MentionTable) -> bool:
    return np.array_equal(one.first, other.first) and np.array_equal(one.last, other.last)
