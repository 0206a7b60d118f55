"""Which pairs of mentions are asked about: a bounded number for each mention."""

import numpy as np
from numpy.typing import NDArray

from fabula.encoder.pair_features import FORMS, MentionTable
from fabula.encoder.scores import Ints

NEAREST = 40
"""Mentions before each one that it is paired with; 80 gave LitBank no better chains."""

LATEST = 2
"""Of those further back, how many with the same head, and how many of the same cast member."""

_PRONOMINAL = FORMS.index("pronominal")


def antecedents(table: MentionTable) -> tuple[Ints, Ints]:
    """Pairs of mentions of one type, as rows [pairs] of the earlier and of the later one.

    Sorted by the later mention, then by the earlier. Each mention meets the 40 before it; of
    those further back the latest two with the same head, unless it is a pronoun, and the latest
    two that the rules link to the same member of the cast. A story costs as many pairs as it has
    mentions, times a constant.
    """
    named = np.where(table.form == _PRONOMINAL, -1, table.head)
    both = [
        _nearest(len(table.first)),
        *(_latest(named, times) for times in range(1, LATEST + 1)),
        *(_latest(table.entity, times) for times in range(1, LATEST + 1)),
    ]
    left = np.concatenate([pairs[0] for pairs in both])
    right = np.concatenate([pairs[1] for pairs in both])
    alike = table.kind[left] == table.kind[right]
    keys = np.unique(right[alike] * len(table.first) + left[alike])
    return keys % max(len(table.first), 1), keys // max(len(table.first), 1)


def _nearest(count: int) -> tuple[Ints, Ints]:
    left = np.arange(count)[:, None] - np.arange(1, NEAREST + 1)[None, :]
    right = np.broadcast_to(np.arange(count)[:, None], left.shape)
    return left[left >= 0], right[left >= 0]


def _latest(group: Ints, times: int) -> tuple[Ints, Ints]:
    """Each row with the one that many places before it in its group; group -1 is none."""
    order = np.argsort(group, kind="stable")
    earlier, later = order[:-times], order[times:]
    same: NDArray[np.bool_] = (group[earlier] == group[later]) & (group[later] >= 0)
    return earlier[same], later[same]
