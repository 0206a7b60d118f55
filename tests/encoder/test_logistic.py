import numpy as np
import pytest

from fabula.encoder.logistic import logit, probability


def test_a_logit_of_nothing_is_an_even_chance() -> None:
    assert probability(np.zeros(1))[0] == 0.5


def test_probabilities_stay_between_none_and_one_without_warning() -> None:
    assert probability(np.array([-1000.0, 1000.0], dtype=np.float32)).tolist() == [0, 1]


@pytest.mark.parametrize("chance", [0.05, 0.5, 0.9])
def test_the_logit_of_a_probability_leads_back_to_it(chance: float) -> None:
    assert probability(np.array([logit(chance)]))[0] == pytest.approx(chance)
