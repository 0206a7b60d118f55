"""People on a circle, those close to each other who have to do with each other."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import cos, pi, sin
from typing import TypeVar

T = TypeVar("T")

_ROUNDS = 20
"""Swaps settle in three to eight rounds for twenty people; this is only a bound."""


def order_on_circle(people: Sequence[T], ties: Mapping[tuple[T, T], float]) -> list[T]:
    """The people in an order in which strong ties are short, from the one who is given first.

    Two places are swapped as long as this makes the ties, each times its strength, shorter
    along the circle: short ties also cross less (Gansner and Koren 2007).
    """
    order = list(people)
    strength = _matrix(order, ties)
    for _ in range(_ROUNDS):
        changed = False
        for one, other in combinations(range(len(order)), 2):
            before = _length(strength, one) + _length(strength, other)
            _swap(order, strength, one, other)
            if _length(strength, one) + _length(strength, other) < before - 1e-9:
                changed = True
            else:
                _swap(order, strength, one, other)
        if not changed:
            break
    first = order.index(people[0]) if people else 0
    return order[first:] + order[:first]


def places_on_circle(count: int, radius: float) -> list[tuple[float, float]]:
    """Points on a circle around (0, 0), clockwise from the top; two lie side by side."""
    start = pi if count == 2 else -pi / 2
    angles = [start + 2 * pi * index / max(count, 1) for index in range(count)]
    return [(radius * cos(angle), radius * sin(angle)) for angle in angles]


def _matrix(order: Sequence[T], ties: Mapping[tuple[T, T], float]) -> list[list[float]]:
    return [
        [ties.get((one, other), 0.0) + ties.get((other, one), 0.0) for other in order]
        for one in order
    ]


def _length(strength: Sequence[Sequence[float]], one: int) -> float:
    """How long the ties of one place are, in steps along the circle, by their strength."""
    count = len(strength)
    return sum(
        tie * min(abs(one - other), count - abs(one - other))
        for other, tie in enumerate(strength[one])
    )


def _swap(order: list[T], strength: list[list[float]], one: int, other: int) -> None:
    order[one], order[other] = order[other], order[one]
    strength[one], strength[other] = strength[other], strength[one]
    for row in strength:
        row[one], row[other] = row[other], row[one]
