"""How mentions join into chains: trusted links first, then the likeliest antecedent of each."""

from collections.abc import Iterable, Iterator

import numpy as np

from fabula.encoder.scores import Floats, Ints
from fabula.stages.chaining.apart import Apart

LEAST_SCORE = 0.0
"""A mention joins the cluster of its best antecedent if their pair scores above this (a logit)."""


class Clusters:
    """The mentions of a story in clusters, each of at most one member of the cast."""

    def __init__(self, count: int, sure: Ints, apart: Apart | None = None) -> None:
        """Each mention alone, but those `sure` to be one member of the cast.

        `apart` says what keeps mentions from joining others.
        """
        self._apart = apart or Apart()
        self._barred = dict(self._apart.members)
        self._cluster = list(range(count))
        self._members: dict[int, list[int]] = {row: [row] for row in range(count)}
        self._entity: dict[int, int] = {}
        first: dict[int, int] = {}
        for row, entity in enumerate(sure.tolist()):
            if entity >= 0:
                self._entity[row] = entity
                self.join(self._cluster[first.setdefault(entity, row)], row)

    def __getitem__(self, row: int) -> int:
        """The cluster that a mention is in."""
        return self._cluster[row]

    def entity(self, cluster: int) -> int | None:
        """The row of the cast that a cluster stands for, if any."""
        return self._entity.get(cluster)

    def may_join(self, one: int, other: int) -> bool:
        """Whether nobody of the cast keeps the two apart."""
        first, second = self.entity(one), self.entity(other)
        if first is not None and second is not None and first != second:
            return False
        return not (self._bars(one, second) or self._bars(other, first))

    def _bars(self, cluster: int, entity: int | None) -> bool:
        return entity is not None and entity in self._barred.get(cluster, ())

    def holds_other(self, cluster: int, row: int) -> bool:
        """Whether the one stands in a cluster who is told apart from a mention by its words."""
        other = self._apart.rows.get(row)
        return other is not None and self._cluster[other] == cluster

    def join(self, one: int, other: int) -> None:
        """Put two clusters together; the smaller one moves, so that all moves stay few."""
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for row in self._members[other]:
            self._cluster[row] = one
        self._members[one] += self._members.pop(other)
        barred = self._barred.pop(other, None)
        if barred is not None:
            self._barred[one] = self._barred.get(one, frozenset()) | barred
        entity = self._entity.pop(other, None)
        if entity is not None:
            self._entity[one] = entity

    def groups(self) -> Iterator[tuple[list[int], int | None]]:
        """The rows of each cluster in text order with its row of the cast, the first met first."""
        for cluster, rows in sorted(self._members.items(), key=lambda item: min(item[1])):
            yield sorted(rows), self.entity(cluster)


def join_mentions(
    count: int,
    pairs: tuple[Ints, Ints],
    scores: Floats,
    sure: Ints,
    apart: Apart | None = None,
) -> Clusters:
    """The clusters of a story's mentions.

    Mentions with a sure link are together from the start, whatever lies between them: names
    settle the cast before anything else is read. Then each mention in text order joins the
    cluster of its best antecedent, if it has one.

    `pairs` are rows [pairs] of the earlier and the later mention, sorted by the later one;
    `scores` [pairs] are logits, above 0 for the same; `sure` [mentions] are rows of the cast, -1
    for none. `apart` says who is not who.
    """
    apart = apart or Apart()
    clusters = Clusters(count, sure, apart)
    likely = scores > LEAST_SCORE  # the others join nobody
    left, right = pairs[0][likely], pairs[1][likely]
    bounds = np.searchsorted(right, np.arange(count + 1)).tolist()
    earlier, logits = left.tolist(), scores[likely].tolist()
    for row in range(count):
        low, high = bounds[row], bounds[row + 1]
        choices: Iterable[tuple[int, float]] = zip(earlier[low:high], logits[low:high], strict=True)
        if row in apart.introduced:
            choices = (each for each in choices if clusters.entity(clusters[each[0]]) is None)
        found = _best(clusters, row, choices)
        if found is not None:
            clusters.join(found, clusters[row])
    return clusters


def _best(clusters: Clusters, row: int, choices: Iterable[tuple[int, float]]) -> int | None:
    """The cluster of the best antecedent that the mention may join; None if none is good enough.

    `choices` are earlier mentions with their scores.

    On LitBank's development documents, and on ten of those that the encoder was trained on, the
    best one alone gave a better CoNLL score than the mean of the best two, or of all that a
    cluster has: distant members hold a long chain down.
    """
    own = clusters[row]
    best, highest = None, LEAST_SCORE
    for other, logit in choices:
        cluster = clusters[other]
        if logit <= highest or clusters.holds_other(cluster, row):
            continue
        if clusters.may_join(own, cluster):
            best, highest = cluster, logit
    return best


def sure_links(entity: Ints, trust: Floats, *, least: float) -> Ints:
    """[mentions]: rows of the cast for the links that hold always, -1 elsewhere.

    `entity` [mentions] are rows of the cast, -1 for none, `trust` [mentions] how sure each link
    is. Of a member of the cast who has no link of `least` trust or more, the surest links hold:
    someone known by a description alone is in the cast for a reason.
    """
    sure = np.full(len(entity), -1, dtype=np.int64)
    linked = np.flatnonzero(entity >= 0)
    surest = np.zeros(int(entity.max(initial=-1)) + 1, dtype=np.float32)
    np.maximum.at(surest, entity[linked], trust[linked])
    holds = linked[trust[linked] >= np.minimum(surest[entity[linked]], least)]
    sure[holds] = entity[holds]
    return sure
