"""What the losses ask for, on labels worked out by hand."""

import math

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which readers do without")

from training.losses import antecedent_loss, pointing_loss  # noqa: E402


def test_a_sure_and_right_antecedent_costs_next_to_nothing():
    scores = torch.tensor([20.0, -20.0, -20.0])
    right = torch.tensor([1, 2, 2])
    target = torch.tensor([1, 0, 0])
    assert antecedent_loss(scores, right, target) < 1e-3


def test_a_mention_without_antecedent_should_choose_none():
    right, target = torch.tensor([1, 1]), torch.tensor([0, 0])
    low = antecedent_loss(torch.tensor([-9.0, -9.0]), right, target)
    high = antecedent_loss(torch.tensor([9.0, -9.0]), right, target)
    assert low < 0.01 < high


def test_any_right_antecedent_will_do():
    right = torch.tensor([2, 2])
    one = antecedent_loss(torch.tensor([9.0, 9.0]), right, torch.tensor([1, 1]))
    assert one < 0.01


def test_pointing_shares_probability_among_the_mentions_of_one_quotation():
    scores = torch.tensor([0.0, 0.0, 5.0])
    left = torch.tensor([0, 0, 1])
    target = torch.tensor([1, 0, 1])
    # Half of the first quotation's probability, all of the second's.
    assert pointing_loss(scores, left, target) == pytest.approx(math.log(2) / 2, abs=1e-5)


def test_a_quotation_nobody_knows_about_costs_nothing():
    scores = torch.tensor([1.0, 2.0])
    assert pointing_loss(scores, torch.tensor([0, 0]), torch.tensor([-1, -1])) == 0
