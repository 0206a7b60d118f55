"""What the encoder says of two mentions: whether both point at the same."""

from collections.abc import Callable
from typing import TypeAlias

from fabula.encoder.pair_features import MentionTable, coreference_features
from fabula.encoder.pairs import score_coreference
from fabula.encoder.scores import Floats, Ints, Scores
from fabula.encoder.vectors import mention_vectors

PairScores: TypeAlias = Callable[[Scores, MentionTable, Ints, Ints], Floats]
"""From rows [pairs] of an earlier and a later mention to logits [pairs], above 0 for the same."""


def pair_scores(scores: Scores, table: MentionTable, left: Ints, right: Ints) -> Floats:
    """What the encoder says of each pair of mentions, by their vectors and what else is known.

    Raises:
        ModelError: if the weights are not there.
    """
    vectors = mention_vectors(scores, table.first, table.last)
    return score_coreference(vectors, left, right, coreference_features(table, left, right))
