import random

import pytest

from fabula.page.charts.line_order import crossings, ordered


def flat(column: list[list[int]]) -> list[int]:
    return [line for block in column for line in block]


def test_crossings_are_counted_between_neighbouring_columns() -> None:
    assert crossings([[[0, 1, 2]], [[2, 1, 0]], [[2], [0, 1]]]) == 3 + 1


def test_people_who_meet_lie_together() -> None:
    columns = [[[0, 3], [1], [2]], [[1, 2], [0], [3]]]
    for before, after in zip(columns, ordered(columns), strict=True):
        assert sorted(map(sorted, before)) == sorted(map(sorted, after))


def test_two_threads_that_swap_their_order_of_naming_do_not_cross() -> None:
    assert crossings(ordered([[[0, 1], [2, 3]], [[2, 3], [0, 1]], [[3, 2], [1, 0]]])) == 0


def test_a_go_between_lies_between() -> None:
    assert crossings(ordered([[[0, 2], [1]], [[0], [2, 1]], [[0, 2], [1]]])) == 0


def in_a_row(seed: int, people: int, scenes: int) -> list[list[list[int]]]:
    """Scenes in which neighbours of a hidden row meet, so that no line has to cross another."""
    chance = random.Random(seed)
    row = list(range(people))
    chance.shuffle(row)
    columns = []
    for _ in range(scenes):
        cuts = sorted(chance.sample(range(1, people), people // 3))
        blocks = [row[a:b] for a, b in zip([0, *cuts], [*cuts, people], strict=True)]
        for block in blocks:
            chance.shuffle(block)
        chance.shuffle(blocks)
        columns.append(blocks)
    return columns


@pytest.mark.parametrize("seed", range(12))
def test_where_no_crossing_is_needed_there_is_none(seed: int) -> None:
    assert crossings(ordered(in_a_row(seed, people=8, scenes=12))) == 0


@pytest.mark.parametrize("seed", range(4))
def test_nor_is_there_in_the_largest_chart(seed: int) -> None:
    columns = in_a_row(seed, people=20, scenes=60)
    assert crossings(columns) > 5000
    assert crossings(ordered(columns)) == 0


def test_the_order_is_the_same_each_time() -> None:
    columns = in_a_row(3, people=20, scenes=30)
    assert ordered(columns) == ordered(columns)
