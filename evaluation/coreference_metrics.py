"""How alike two partitions of mentions are: MUC, B-cubed, CEAF-e and the CoNLL average.

A partition is a sequence of clusters, a cluster a set of mentions (any hashable values, such as
spans). `key` is what people marked, `response` what was predicted. Singletons count, and a
mention that only one side has counts against the other, as in the reference scorer, version 8
(Pradhan et al., ACL 2014).

Every score is kept as four sums, so that several documents can be added up before dividing,
which is how the reference scorer treats a collection.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence, Set
from typing import TypeAlias

from msgspec import Struct

Cluster: TypeAlias = Set[Hashable]
Partition: TypeAlias = Sequence[Cluster]


class Ratio(Struct, frozen=True):
    """Recall and precision as sums that have not been divided yet."""

    recall_part: float = 0.0
    recall_whole: float = 0.0
    precision_part: float = 0.0
    precision_whole: float = 0.0

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(
            self.recall_part + other.recall_part,
            self.recall_whole + other.recall_whole,
            self.precision_part + other.precision_part,
            self.precision_whole + other.precision_whole,
        )

    @property
    def recall(self) -> float:
        """In per cent; 0 where there is nothing to recall."""
        return 100 * self.recall_part / self.recall_whole if self.recall_whole else 0.0

    @property
    def precision(self) -> float:
        """In per cent; 0 where nothing was predicted."""
        return 100 * self.precision_part / self.precision_whole if self.precision_whole else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, in per cent."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def __str__(self) -> str:
        return f"R {self.recall:5.1f}  P {self.precision:5.1f}  F1 {self.f1:5.1f}"


class CoreferenceScore(Struct, frozen=True):
    """The three metrics of one document, or of several added up."""

    muc: Ratio = Ratio()
    b_cubed: Ratio = Ratio()
    ceaf_e: Ratio = Ratio()

    def __add__(self, other: "CoreferenceScore") -> "CoreferenceScore":
        return CoreferenceScore(
            self.muc + other.muc, self.b_cubed + other.b_cubed, self.ceaf_e + other.ceaf_e
        )

    @property
    def conll(self) -> float:
        """The mean of the three F1 scores (Pradhan et al., CoNLL 2011), in per cent."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def pooled(scores: Iterable[CoreferenceScore]) -> CoreferenceScore:
    """All documents added up before dividing, as the reference scorer does."""
    return sum(scores, CoreferenceScore())


def score(key: Partition, response: Partition) -> CoreferenceScore:
    """All three metrics of one document.

    Raises:
        ValueError: if a mention lies in two clusters of one side, or a cluster is empty.
    """
    return CoreferenceScore(
        muc=muc(key, response), b_cubed=b_cubed(key, response), ceaf_e=ceaf_e(key, response)
    )


def muc(key: Partition, response: Partition) -> Ratio:
    """Links that would have to be added to either side (Vilain et al., MUC-6 1995).

    The key {A B C D} and the response {A B} {C D}: of three links two are there (recall 2/3), and
    none is wrong (precision 2/2). A cluster of one has no link, so singletons do not count here.
    """
    return Ratio(*_links_kept(key, response), *_links_kept(response, key))


def _links_kept(clusters: Partition, other: Partition) -> tuple[int, int]:
    """Of the links that hold the clusters together, how many the other side has, and all."""
    owner = _owners(other)
    kept = whole = 0
    for cluster in clusters:
        known = [owner[mention] for mention in cluster if mention in owner]
        pieces = len(set(known)) + len(cluster) - len(known)
        kept += len(cluster) - pieces
        whole += len(cluster) - 1
    return kept, whole


def b_cubed(key: Partition, response: Partition) -> Ratio:
    """For each mention, how much of its cluster is right (Bagga and Baldwin, LREC 1998).

    A mention that the other side does not have scores 0 and counts as one.
    """
    overlaps = list(_overlaps(key, response))
    return Ratio(
        sum(shared**2 / len(key[row]) for row, _, shared in overlaps),
        sum(map(len, key)),
        sum(shared**2 / len(response[column]) for _, column, shared in overlaps),
        sum(map(len, response)),
    )


def ceaf_e(key: Partition, response: Partition) -> Ratio:
    """Entities paired one to one so that they are most alike (Luo, HLT-EMNLP 2005).

    Likeness is phi4: twice the shared mentions over the mentions of both. The best pairing is
    exact, see `best_assignment`.
    """
    likeness = {
        (row, column): 2 * shared / (len(key[row]) + len(response[column]))
        for row, column, shared in _overlaps(key, response)
    }
    alike = best_assignment(likeness)
    return Ratio(alike, len(key), alike, len(response))


def _owners(partition: Partition) -> dict[Hashable, int]:
    """The cluster of each mention."""
    owner: dict[Hashable, int] = {}
    for number, cluster in enumerate(partition):
        if not cluster:
            raise ValueError(f"cluster {number} is empty; every cluster needs a mention")
        for mention in cluster:
            if owner.setdefault(mention, number) != number:
                raise ValueError(f"{mention!r} lies in two clusters; expected one")
    return owner


def _overlaps(key: Partition, response: Partition) -> Iterator[tuple[int, int, int]]:
    """Pairs of clusters that share mentions, and how many."""
    _owners(key)  # raises where the key is no partition
    owner = _owners(response)
    for row, cluster in enumerate(key):
        shared: dict[int, int] = defaultdict(int)
        for mention in cluster:
            if mention in owner:
                shared[owner[mention]] += 1
        for column in sorted(shared):
            yield row, column, shared[column]


Weights: TypeAlias = dict[tuple[int, int], float]


def best_assignment(weights: Weights) -> float:
    """The largest sum of weights over pairs in which no row and no column stands twice.

    `weights` has the pairs worth more than 0. Most entities overlap with one or two others, so
    the table falls into many small parts that have no pair in common. Each part is solved exactly
    by the Hungarian method, and no numerical library is needed: a document of LitBank takes
    milliseconds.
    """
    return sum(_assign(part) for part in _separate_parts(weights))


def _separate_parts(weights: Weights) -> Iterator[Weights]:
    """The weights, cut into tables that share no row and no column."""
    columns_of: dict[int, list[int]] = defaultdict(list)
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, column in weights:
        columns_of[row].append(column)
        rows_of[column].append(row)
    seen: set[int] = set()
    for first in columns_of:
        if first in seen:
            continue
        seen.add(first)
        part: Weights = {}
        waiting = [first]
        while waiting:
            row = waiting.pop()
            for column in columns_of[row]:
                part[row, column] = weights[row, column]
                new = [other for other in rows_of[column] if other not in seen]
                seen.update(new)
                waiting += new
        yield part


def _assign(part: Weights) -> float:
    """The best sum of one table."""
    rows = sorted({row for row, _ in part})
    columns = sorted({column for _, column in part})
    if len(rows) == 1 or len(columns) == 1:
        return max(part.values())
    if len(rows) > len(columns):
        return _assign({(column, row): weight for (row, column), weight in part.items()})
    costs = [[-part.get((row, column), 0.0) for column in columns] for row in rows]
    return -sum(costs[row][column] for row, column in _cheapest(costs))


def _cheapest(costs: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """A column for each row so that the sum of costs is least; at least as many columns as rows.

    The Hungarian method with potentials (Kuhn 1955; Munkres 1957; in this form Jonker and
    Volgenant 1987): rows enter one by one, each by the shortest augmenting path. Index 0 of
    `row_of` is the row that enters; rows and columns count from 1.
    """
    width = len(costs[0])
    row_potential = [0.0] * (len(costs) + 1)
    column_potential = [0.0] * (width + 1)
    row_of = [0] * (width + 1)
    for entering in range(1, len(costs) + 1):
        row_of[0] = entering
        column = 0
        distance = [float("inf")] * (width + 1)
        before = [0] * (width + 1)
        reached = [False] * (width + 1)
        while row_of[column]:
            reached[column] = True
            row = row_of[column]
            for other in range(1, width + 1):
                if not reached[other]:
                    offset = row_potential[row] + column_potential[other]
                    length = costs[row - 1][other - 1] - offset
                    if length < distance[other]:
                        distance[other], before[other] = length, column
            nearest = min(_where_not(reached), key=distance.__getitem__)
            step = distance[nearest]
            for other in range(width + 1):
                if reached[other]:
                    row_potential[row_of[other]] += step
                    column_potential[other] -= step
                else:
                    distance[other] -= step
            column = nearest
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    yield from (
        (row_of[column] - 1, column - 1) for column in range(1, width + 1) if row_of[column]
    )


def _where_not(flags: Collection[bool]) -> Iterable[int]:
    return (index for index, flag in enumerate(flags) if not flag)
