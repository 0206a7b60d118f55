"""Rates of learning: each weight's own, and how they rise and fall over a run."""

from collections import defaultdict
from collections.abc import Callable

import torch
from torch import Tensor, nn

LARGEST_STEP = 1.0
"""Length to which the gradient of all weights together is cut."""


def optimiser(
    network: nn.Module, rate_of: Callable[[str], float], weight_decay: float
) -> torch.optim.AdamW:
    """AdamW over the weights that may change, each at the highest rate that its name is given.

    Norms and biases, which have one axis, do not decay.
    """
    groups: defaultdict[tuple[float, bool], list[Tensor]] = defaultdict(list)
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            groups[rate_of(name), weight.dim() > 1].append(weight)
    return torch.optim.AdamW(
        [
            {
                "params": weights,
                "peak": rate,
                "weight_decay": weight_decay if decayed else 0.0,
            }
            for (rate, decayed), weights in groups.items()
        ],
        betas=(0.9, 0.98),
    )


def share_of_peak(done: float, warm_up: float) -> float:
    """The part of its highest rate at which a weight learns when a share of the run is `done`.

    It rises in a line over the share `warm_up` and falls in a line to 0 at the end: with a warm-up
    of 0.1 it is 1 when a tenth is done, and a half at 0.55.
    """
    if done > warm_up:
        return (1 - done) / (1 - warm_up)
    return min(1.0, (done + 1e-6) / warm_up)


def step(network: nn.Module, adam: torch.optim.Optimizer, loss: Tensor, share: float) -> None:
    """Move the weights against the gradient of `loss`, at this share of their highest rates."""
    for group in adam.param_groups:
        group["lr"] = group["peak"] * share
    adam.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), LARGEST_STEP)
    adam.step()
