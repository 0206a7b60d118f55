import random
from itertools import pairwise

from fabula.page.charts.line_order import ordered
from fabula.page.charts.line_places import APART, ASIDE, heights


def test_lines_that_go_on_together_are_straight() -> None:
    columns = [[[0, 1]], [[0, 1]], [[0, 1, 2]]]
    places = heights(columns, [3, 3, 1])
    assert {places[column, 0] for column in range(3)} == {0.0}
    assert {places[column, 1] for column in range(3)} == {APART}


def test_those_who_meet_are_close_and_others_keep_away() -> None:
    places = heights([[[0, 1], [2]], [[0], [1, 2]]], [1, 1, 1])
    assert places[0, 1] - places[0, 0] == APART
    assert places[0, 2] - places[0, 1] >= ASIDE
    assert places[1, 2] - places[1, 1] == APART


def test_the_one_who_is_there_most_goes_straight_and_others_come_to_them() -> None:
    columns = [[[0], [1]], [[0, 1]], [[0], [1]], [[0, 1]]]
    places = heights(columns, [1, 9])
    assert len({places[column, 1] for column in range(4)}) == 1


def test_no_two_lines_ever_touch() -> None:
    chance = random.Random(5)
    columns = []
    for _ in range(40):
        lines = list(range(12))
        chance.shuffle(lines)
        columns.append([lines[:5], *[[line] for line in lines[5:]]])
    order = ordered(columns)
    places = heights(order, [1.0] * 12)
    for index, column in enumerate(order):
        row = [places[index, line] for block in column for line in block]
        assert all(lower - upper >= APART - 1e-9 for upper, lower in pairwise(row))
    assert min(places.values()) == 0
