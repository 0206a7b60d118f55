"""A logistic regression with shrinkage, by Newton's method: the same data, the same weights."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

ROUNDS, HALVINGS = 40, 10

Matrix: TypeAlias = NDArray[np.float64]


def fit(
    known: Matrix,
    outcomes: Matrix,
    shrinkage: Matrix,
    given: Matrix | None = None,
    counted: Matrix | None = None,
) -> Matrix:
    """A weight for each column of `known`, by which its rows foretell `outcomes` (0 or 1).

    `shrinkage` has a number for each weight, 0 for one that may grow freely; `given` are
    log-odds that each row has without them, `counted` how much it counts, 1 by default.
    """
    base = np.zeros(len(known)) if given is None else given
    much = np.ones(len(known)) if counted is None else counted
    weights = np.zeros(known.shape[1])

    def loss(tried: Matrix) -> float:
        odds = known @ tried + base
        unlikely = np.logaddexp(0, odds) - outcomes * odds
        return float((much * unlikely).sum() + 0.5 * (shrinkage * tried**2).sum())

    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(known @ weights + base)))
        slope = known.T @ (much * (outcomes - likely)) - shrinkage * weights
        bend = (known * (much * likely * (1 - likely))[:, None]).T @ known + np.diag(shrinkage)
        step: Matrix = np.linalg.solve(bend, slope).astype(np.float64)
        shorter: list[Matrix] = [weights + step * 0.5**halvings for halvings in range(HALVINGS)]
        best = min((weights, *shorter), key=loss)
        if best is weights:
            break
        weights = best
    return weights
