import numpy as np

from training import logistic


def test_weights_foretell_what_they_were_fitted_on():
    known = np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 1.0], [0.0, 1.0]])
    weights = logistic.fit(known, np.array([1.0, 1.0, 0.0, 0.0]), np.array([1.0, 0.0]))
    odds = known @ weights
    assert odds[0] > 0 > odds[2]


def test_what_is_given_need_not_be_learnt():
    known = np.ones((4, 1))
    outcomes = np.array([1.0, 0.0, 1.0, 0.0])
    weights = logistic.fit(known, outcomes, np.zeros(1), np.full(4, 2.0))
    assert abs(weights[0] + 2.0) < 1e-6


def test_a_row_may_count_as_several():
    known, outcomes = np.ones((2, 1)), np.array([1.0, 0.0])
    weights = logistic.fit(known, outcomes, np.zeros(1), counted=np.array([3.0, 1.0]))
    assert abs(weights[0] - np.log(3)) < 1e-6
