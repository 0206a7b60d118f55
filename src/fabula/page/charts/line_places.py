"""How high the lines of a storyline lie: close where people meet, straight wherever that can be.

In each column those who meet lie side by side without room between. A block of them goes where
the weighted median of its lines goes straight on; blocks that would overlap are moved together to
the median of all their lines (isotonic regression with absolute errors, by pooling adjacent
violators). Going forth and back over the columns settles it.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from fabula.page.charts.line_order import Block, Column

APART = 1.0
"""Between the lines of people who meet."""
ASIDE = 1.6
"""Between those and others."""

GRAVITY = 1.0
"""How much it is worth that a block lies near the middle: as much as one who is there once goes
straight on. Without it long storylines drift up or down."""

_ROUNDS = 10
"""Sweeps after which novels of sixty columns hardly change."""

Point = tuple[int, int]
"""A line in a column: (column, line)."""

Wish = tuple[float, float]
"""Where to go and how much that weighs."""


class _Pool(Struct):
    """Blocks that lie as close as they may, and where each of their lines would have the first."""

    wishes: list[Wish]
    height: float
    blocks: list[tuple[Block, float]]


def heights(columns: Sequence[Column], weights: Sequence[float]) -> Mapping[Point, float]:
    """The height of each line in each column, 0 at the top, in units of `APART`.

    `weights` say for each line how much it is worth that it goes straight on.
    """
    settled: dict[Point, float] = {}
    last = len(columns) - 1
    for turn in range(_ROUNDS):
        forth = turn % 2 == 0
        for index in range(last + 1) if forth else range(last, -1, -1):
            # At first only what has been placed pulls, later what is on both sides.
            sides = [index - 1, index + 1] if turn else [index - 1]
            _settle(index, columns[index], sides, weights, settled)
    top = min(settled.values(), default=0.0)
    return {point: height - top for point, height in settled.items()}


def _settle(
    index: int,
    column: Column,
    sides: Sequence[int],
    weights: Sequence[float],
    settled: dict[Point, float],
) -> None:
    """Places the blocks of a column by the lines beside it."""
    pools: list[_Pool] = []
    for block, middle in zip(column, _packed(column), strict=True):
        wishes = [(middle, GRAVITY)]
        wishes += [
            (settled[side, line] - place * APART, weights[line])
            for place, line in enumerate(block)
            for side in sides
            if (side, line) in settled
        ]
        pool = _Pool(wishes, _median(wishes), [(block, 0.0)])
        while pools and not _clear(pools[-1], pool):
            pool = _joined(pools.pop(), pool)
        pools.append(pool)
    for pool in pools:
        for block, offset in pool.blocks:
            for place, line in enumerate(block):
                settled[index, line] = pool.height + offset + place * APART


def _clear(upper: _Pool, lower: _Pool) -> bool:
    return lower.height >= upper.height + _depth(upper)


def _packed(column: Column) -> list[float]:
    """Where the blocks begin if they lie as close as they may around the height 0."""
    starts, depth = [], 0.0
    for block in column:
        starts.append(depth)
        depth += (len(block) - 1) * APART + ASIDE
    return [start - (depth - ASIDE) / 2 for start in starts]


def _depth(pool: _Pool) -> float:
    """From the first line of a pool to where the next block may begin."""
    block, offset = pool.blocks[-1]
    return offset + (len(block) - 1) * APART + ASIDE


def _joined(upper: _Pool, lower: _Pool) -> _Pool:
    depth = _depth(upper)
    wishes = upper.wishes + [(height - depth, weight) for height, weight in lower.wishes]
    blocks = upper.blocks + [(block, offset + depth) for block, offset in lower.blocks]
    return _Pool(wishes, _median(wishes), blocks)


def _median(wishes: Sequence[Wish]) -> float:
    """The weighted median: one of the wishes, so that a line that gets it is quite straight."""
    half = sum(weight for _, weight in wishes) / 2
    passed = 0.0
    for height, weight in sorted(wishes):
        passed += weight
        if passed >= half:
            return height
    return 0.0
