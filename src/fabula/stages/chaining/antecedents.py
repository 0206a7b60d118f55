"""Which pairs of mentions are asked about: a bounded number for each mention."""

import numpy as np
from numpy.typing import NDArray

from fabula.encoder.pair_features import FORMS, MentionTable, pronoun_class
from fabula.encoder.scores import Ints

NEAREST = 40
"""Mentions before each one that it is paired with; 80 gave LitBank no better chains."""

LATEST = 2
"""Of those further back, how many with the same head, and how many of the same cast member."""

_PRONOMINAL = FORMS.index("pronominal")
_HE, _SHE = pronoun_class("he"), pronoun_class("she")


def antecedents(table: MentionTable, sure: Ints) -> tuple[Ints, Ints]:
    """Pairs of mentions of one type, as rows [pairs] of the earlier and of the later one.

    Sorted by the later mention, then by the earlier. Each mention meets the 40 before it; of
    those further back the latest two with the same head, unless it is a pronoun, and the latest
    two that the rules link to the same member of the cast. A story costs as many pairs as it has
    mentions, times a constant.

    Left out is what need not be asked: two mentions that are `sure` [mentions] to be different
    members of the cast (rows of the cast, -1 for nobody), and a “he” with a “she”.
    """
    nearest, further = _nearest(len(table.first)), _further(table)
    left = np.concatenate([nearest[0], further[0]])
    right = np.concatenate([nearest[1], further[1]])
    asked = (table.kind[left] == table.kind[right]) & ~_apart(table, sure, left, right)
    left, right = left[asked], right[asked]
    order = np.argsort(right * len(table.first) + left, kind="stable")
    return left[order], right[order]


def _nearest(count: int) -> tuple[Ints, Ints]:
    left = np.arange(count)[:, None] - np.arange(NEAREST, 0, -1)[None, :]
    right = np.broadcast_to(np.arange(count)[:, None], left.shape)
    return left[left >= 0], right[left >= 0]


def _further(table: MentionTable) -> tuple[Ints, Ints]:
    """The latest with the same head and of the same cast member, beyond the nearest; each once."""
    named = np.where(table.form == _PRONOMINAL, -1, table.head)
    keys = []
    for group in (named, table.entity):
        for times in range(1, LATEST + 1):
            left, right = _latest(group, times)
            far = right - left > NEAREST
            keys.append(right[far] * len(group) + left[far])
    key = np.unique(np.concatenate(keys))
    return key % max(len(named), 1), key // max(len(named), 1)


def _latest(group: Ints, times: int) -> tuple[Ints, Ints]:
    """Each row with the one that many places before it in its group; group -1 is none."""
    order = np.argsort(group, kind="stable")
    earlier, later = order[:-times], order[times:]
    same: NDArray[np.bool_] = (group[earlier] == group[later]) & (group[later] >= 0)
    return earlier[same], later[same]


def _apart(table: MentionTable, sure: Ints, left: Ints, right: Ints) -> NDArray[np.bool_]:
    """[pairs]: whether the two are different people for certain."""
    one, other = sure[left], sure[right]
    people = (one >= 0) & (other >= 0) & (one != other)
    one, other = table.pronoun[left], table.pronoun[right]
    pronouns = ((one == _HE) & (other == _SHE)) | ((one == _SHE) & (other == _HE))
    apart: NDArray[np.bool_] = people | pronouns
    return apart
