"""Grammar trees from the scores of every pair of dependent and head.

Each token first takes the head it likes best in its own sentence. In each sentence the token
that most prefers to be the root becomes it. Choices that run in a circle are then opened where
they cost least, so that every sentence is one tree. Exact search (Chu and Liu 1965, Edmonds
1967) would need all scores of a sentence at once, and differs only where circles occur.
"""

import numpy as np
from msgspec import Struct

from fabula.encoder.scores import RELATIONS, Bytes, Floats, Ints
from fabula.encoder.windows import Window

ROOT = RELATIONS.index("ROOT")
_SUBJECT = RELATIONS.index("nsubj")
_PASSIVE_SUBJECT = RELATIONS.index("nsubjpass")
_AUXILIARY = RELATIONS.index("auxpass")

_IMPOSSIBLE = -np.inf


class Choices(Struct, frozen=True, eq=False):
    """What each token would choose by itself; all [tokens]."""

    head: Ints
    """The best head other than itself; itself where its sentence has no other token in sight."""
    root_margin: Floats
    """How much better it would be as the root: a logit; infinite where nothing else is left."""
    relation: Bytes
    """The best relation other than ROOT, index into `RELATIONS`."""


def choices_in(window: Window, arc: Floats, relation: Floats, sentences: Ints) -> Choices:
    """The choices of the tokens in the core of a window.

    `arc` [tokens seen, tokens seen] by dependent and head, `relation` [tokens seen, relations],
    `sentences` [tokens of the document] numbers the sentence of each.
    """
    inside = window.core_inside
    rows = np.arange(inside.stop - inside.start)
    own = rows + inside.start
    scores = arc[inside, : window.tokens]
    other = sentences[window.core][:, None] != sentences[window.seen][None, :]
    other[rows, own] = True
    elsewhere = np.where(other, _IMPOSSIBLE, scores)
    best = elsewhere.argmax(axis=1)
    alone = other.all(axis=1)
    margin = scores[rows, own] - elsewhere[rows, best]
    head = np.where(alone, own, best) + window.seen.start
    kinds = relation[inside].copy()
    kinds[:, ROOT] = _IMPOSSIBLE
    return Choices(head, margin, kinds.argmax(axis=1).astype(np.uint8))


def trees(choices: Choices, sentences: Ints) -> tuple[Ints, Bytes]:
    """Heads and relations [tokens] that make one tree of every sentence.

    The root of a sentence is its own head and has the relation ROOT; every other token reaches
    it from head to head. “She waved.” gives heads 1, 1, 1. In “She was seen” the subject is a
    passive one, since its verb has a passive auxiliary.
    """
    roots = _best_of_group(sentences, choices.root_margin)
    root = roots[sentences]
    tokens = np.arange(len(sentences))
    heads = np.where((tokens == root) | (choices.head == tokens), root, choices.head)
    opened = _one_of_each_circle(heads, root, choices.root_margin)
    heads[opened] = root[opened]
    relations = choices.relation.copy()
    relations[roots] = ROOT
    return heads, _with_passive_subjects(heads, relations)


def _with_passive_subjects(heads: Ints, relations: Bytes) -> Bytes:
    """Relations [tokens] in which a verb with a passive auxiliary has passive subjects.

    The model says what a token is from the token alone, and tells “was” in “was seen” more
    surely than what that makes of the subject.
    """
    is_passive = np.zeros(len(heads), dtype=np.bool_)
    is_passive[heads[relations == _AUXILIARY]] = True
    subjects = (relations == _SUBJECT) & is_passive[heads]
    return np.where(subjects, _PASSIVE_SUBJECT, relations).astype(np.uint8)


def _best_of_group(groups: Ints, scores: Floats) -> Ints:
    """[groups]: the row with the highest score of each group, the first of equals.

    `groups` numbers the group of each row, from 0 without gaps.
    """
    order = np.lexsort((-scores, groups))
    ordered = groups[order]
    return order[np.flatnonzero(np.diff(ordered, prepend=-1))]


def _one_of_each_circle(heads: Ints, root: Ints, scores: Floats) -> Ints:
    """Of each circle of heads that misses its root, the token with the highest score.

    Follows all heads at once, each time twice as far, until every token is past the longest
    way to a circle or to a root: the logarithm of the text's length in steps.
    """
    reached = heads
    lowest = np.arange(len(heads))  # of all tokens on the way so far
    for _ in range(len(heads).bit_length()):
        lowest = np.minimum(lowest, lowest[reached])
        reached = reached[reached]
    members = np.unique(reached[reached != root])
    if not len(members):
        return members
    circles = np.unique(lowest[members], return_inverse=True)[1]
    return members[_best_of_group(circles, scores[members])]
