from itertools import pairwise
from math import dist, isclose

import pytest

from fabula.page.charts.circle import order_on_circle, places_on_circle


def test_those_who_belong_together_sit_together() -> None:
    ties = {("a", "c"): 5.0, ("b", "d"): 5.0, ("e", "a"): 5.0, ("f", "b"): 5.0}
    order = order_on_circle("abcdef", ties)
    count = len(order)
    for one, other in ties:
        apart = abs(order.index(one) - order.index(other))
        assert min(apart, count - apart) == 1
    assert order[0] == "a"


def test_nobody_is_lost_and_the_order_is_always_the_same() -> None:
    ties = {(one, other): float(one * other % 5) for one in range(12) for other in range(12)}
    order = order_on_circle(range(12), ties)
    assert sorted(order) == list(range(12))
    assert order == order_on_circle(range(12), ties)
    assert order_on_circle([], {}) == []


@pytest.mark.parametrize("count", [1, 2, 3, 16])
def test_places_lie_evenly_on_the_circle(count: int) -> None:
    places = places_on_circle(count, 50)
    assert all(isclose(dist(place, (0, 0)), 50) for place in places)
    steps = [dist(a, b) for a, b in pairwise(places)]
    assert all(isclose(step, steps[0]) for step in steps)
