"""In which order the lines of a storyline lie above each other, column by column.

The method is the one of layered graphs (Sugiyama et al. 1981, as StoryFlow uses it for
storylines, Liu et al. 2013): sweeps forth and back in which each block of people goes to the mean
place of its members in the column before, then swaps of neighbours as long as lines cross less.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

Block = list[int]
"""Lines that lie together without another between them: people who meet, or one who is away."""
Column = list[Block]

SWEEPS = 8
"""The count of crossings has settled after four to six sweeps on novels of sixty columns."""

_SWAPPING_ROUNDS = 6


def ordered(columns: Sequence[Sequence[Sequence[int]]], starts: int = 3) -> list[Column]:
    """The columns with their blocks, and the lines in them, in an order with few crossings.

    A line is a number; it runs through the columns that name it, without a gap. The result is the
    best that several first orders lead to; the same for the same input.

    Example:
        If 0 and 2 meet first and then 1 and 2, the order 0, 2, 1 needs no crossing.
    """
    best: list[Column] = []
    fewest: int | None = None
    for keys in _first_orders(columns)[:starts]:
        found = _improved(_arranged(columns, keys))
        count = crossings(found)
        if fewest is None or count < fewest:
            best, fewest = found, count
        if fewest == 0:
            break
    return best


def crossings(columns: Sequence[Column]) -> int:
    """How often two lines cross between one column and the next."""
    return sum(_inversions(_flat(left), _flat(right)) for left, right in pairwise(columns))


def _flat(column: Iterable[Block]) -> list[int]:
    return [line for block in column for line in block]


def _inversions(left: Sequence[int], right: Sequence[int]) -> int:
    place = {line: index for index, line in enumerate(right)}
    passed: list[int] = []
    count = 0
    for line in left:
        if line in place:
            count += len(passed) - bisect_left(passed, place[line])
            insort(passed, place[line])
    return count


def _first_orders(columns: Sequence[Sequence[Sequence[int]]]) -> list[dict[int, float]]:
    """Orders of all lines to begin with: by who meets whom, by appearance, and backwards."""
    forth = _by_appearance(columns)
    back = _by_appearance(list(reversed(columns)))
    return [_by_company(columns), forth, back]


def _by_appearance(columns: Sequence[Sequence[Sequence[int]]]) -> dict[int, float]:
    seen = dict.fromkeys(line for column in columns for block in column for line in block)
    return {line: float(index) for index, line in enumerate(seen)}


def _by_company(columns: Sequence[Sequence[Sequence[int]]]) -> dict[int, float]:
    """A row in which each line stands at that end where those are whom it meets most often."""
    meetings: dict[int, dict[int, int]] = {}
    for column in columns:
        for block in column:
            for line in block:
                others = meetings.setdefault(line, {})
                for other in block:
                    if other != line:
                        others[other] = others.get(other, 0) + 1
    row: list[int] = []
    left = dict.fromkeys(meetings)
    while left:
        line = max(left, key=lambda each: _strength(meetings[each], row))
        del left[line]
        half = len(row) // 2
        first, second = row[:half], row[half:]
        if _strength(meetings[line], first) > _strength(meetings[line], second):
            row.insert(0, line)
        else:
            row.append(line)
    return {line: float(index) for index, line in enumerate(row)}


def _strength(meetings: dict[int, int], row: Iterable[int]) -> int:
    return sum(meetings.get(other, 0) for other in row)


def _arranged(columns: Sequence[Sequence[Sequence[int]]], keys: dict[int, float]) -> list[Column]:
    return [_sorted_by([list(block) for block in column], keys) for column in columns]


def _improved(columns: list[Column]) -> list[Column]:
    """The best order that the sweeps come by."""
    best, fewest = [[*column] for column in columns], crossings(columns)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        _sweep(columns, forth=sweep % 2 == 0)
        _swap_neighbours(columns)
        count = crossings(columns)
        if count < fewest:
            best, fewest = [[list(block) for block in column] for column in columns], count
    return best


def _sweep(columns: list[Column], forth: bool) -> None:
    """Orders each column by the one before it (or behind it, on the way back)."""
    indexes = range(1, len(columns)) if forth else range(len(columns) - 2, -1, -1)
    for index in indexes:
        beside = _flat(columns[index - 1 if forth else index + 1])
        keys = {line: float(place) for place, line in enumerate(beside)}
        columns[index] = _sorted_by(columns[index], keys)


def _sorted_by(column: Column, keys: dict[int, float]) -> Column:
    """Blocks by the mean key of their lines, lines in them by their own.

    A line without a key keeps its place: it takes the key of the line above it.
    """
    above = -1.0
    ranked: list[tuple[float, Block]] = []
    for block in column:
        known = [keys[line] for line in block if line in keys]
        mean = sum(known) / len(known) if known else above
        above = mean
        last = mean
        own: dict[int, float] = {}
        for line in block:
            last = own[line] = keys.get(line, last)
        ranked.append((mean, sorted(block, key=own.__getitem__)))
    return [block for _, block in sorted(ranked, key=lambda pair: pair[0])]


def _swap_neighbours(columns: list[Column]) -> None:
    """Swaps blocks side by side, and lines side by side in a block, while that saves crossings."""
    places = [_places(column) for column in columns]
    waiting = set(range(len(columns)))
    for _ in range(_SWAPPING_ROUNDS):
        changed = set()
        for index in sorted(waiting):
            beside = [places[other] for other in (index - 1, index + 1) if 0 <= other < len(places)]
            if _swap_in_column(columns[index], beside):
                places[index] = _places(columns[index])
                changed.add(index)
        waiting = {index + step for index in changed for step in (-1, 0, 1)}
        waiting &= set(range(len(columns)))


def _places(column: Column) -> dict[int, int]:
    return {line: place for place, line in enumerate(_flat(column))}


def _swap_in_column(column: Column, beside: Sequence[dict[int, int]]) -> bool:
    changed = _swap_in(column, beside)
    for block in column:
        units = [[line] for line in block]
        if len(units) > 1 and _swap_in(units, beside):
            block[:] = _flat(units)
            changed = True
    return changed


def _swap_in(units: Column, beside: Sequence[dict[int, int]]) -> bool:
    changed = False
    for place in range(len(units) - 1):
        upper, lower = units[place], units[place + 1]
        if _saved(upper, lower, beside) > 0:
            units[place], units[place + 1] = lower, upper
            changed = True
    return changed


def _saved(upper: Block, lower: Block, beside: Sequence[dict[int, int]]) -> int:
    """How many crossings fewer there are with `lower` above `upper`."""
    saved = 0
    for place in beside:
        under = [place[line] for line in lower if line in place]
        for line in upper:
            if line in place:
                saved += sum(1 if place[line] > other else -1 for other in under)
    return saved
