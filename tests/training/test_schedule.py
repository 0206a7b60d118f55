"""How rates of learning rise, fall, and differ from weight to weight."""

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which readers do without")

from torch import nn  # noqa: E402
from training.schedule import optimiser, share_of_peak, step  # noqa: E402


def test_the_rate_rises_to_its_peak_and_falls_to_nothing():
    assert share_of_peak(0.05, 0.1) == pytest.approx(0.5, abs=1e-4)
    assert share_of_peak(0.1, 0.1) == 1.0
    assert share_of_peak(0.55, 0.1) == pytest.approx(0.5)
    assert share_of_peak(1.0, 0.1) == 0.0


def test_weights_have_the_rate_of_their_name_and_biases_do_not_decay():
    network = nn.Linear(2, 1)
    adam = optimiser(network, {"weight": 0.1, "bias": 0.2}.__getitem__, weight_decay=0.01)
    found = [
        (group["peak"], group["weight_decay"], group["params"][0].dim())
        for group in adam.param_groups
    ]
    assert found == [(0.1, 0.01, 2), (0.2, 0.0, 1)]


def test_a_weight_that_is_held_fast_is_not_learnt():
    network = nn.Linear(2, 1)
    network.weight.requires_grad_(False)
    adam = optimiser(network, lambda _: 0.1, weight_decay=0.0)
    assert [len(group["params"]) for group in adam.param_groups] == [1]


def test_a_step_lowers_the_loss_and_none_at_share_nothing():
    torch.manual_seed(0)
    network = nn.Linear(2, 1)
    adam = optimiser(network, lambda _: 0.1, weight_decay=0.0)
    loss = network(torch.ones(1, 2)).square().sum()
    before = float(loss.detach())
    step(network, adam, loss, 0.0)
    assert float(network(torch.ones(1, 2)).square().sum().detach()) == before
    step(network, adam, network(torch.ones(1, 2)).square().sum(), 1.0)
    assert float(network(torch.ones(1, 2)).square().sum().detach()) < before
