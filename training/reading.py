"""Examples read by a network in training."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from training.examples import Example
from training.network import Network


def read_together(network: Network, group: Sequence[Example]) -> list[dict[str, Tensor]]:
    """The reader's scores for each example; all windows go through the encoder at once."""
    if not group:
        return []
    widest = max(one.batch.first.shape[1] for one in group)
    first = [
        np.pad(one.batch.first, ((0, 0), (0, widest - one.batch.first.shape[1]))) for one in group
    ]
    with torch.autocast("cpu", torch.bfloat16):
        scores = network.reader(
            torch.as_tensor(np.concatenate([one.batch.pieces for one in group])),
            torch.as_tensor(np.concatenate([one.batch.cases for one in group])),
            torch.as_tensor(np.concatenate([one.batch.attended for one in group])),
            torch.as_tensor(np.concatenate(first)),
        )
    sizes = [len(one.batch.windows) for one in group]
    split: list[dict[str, Tensor]] = [{} for _ in group]
    for kind, values in scores.items():
        for row, (one, part) in enumerate(zip(group, values.split(sizes), strict=True)):
            width = one.batch.first.shape[1]
            split[row][kind] = _narrowed(kind, part, width)
    return split


def _narrowed(kind: str, values: Tensor, width: int) -> Tensor:
    if kind in {"arc", "span"}:
        return values[..., :width, :width]
    return values[:, :width]


def token_rows(one: Example, values: Tensor) -> Tensor:
    """[windows, w, …] → [tokens, …]: each token as the window sees it whose core it is in."""
    rows = [values[row, window.core_inside] for row, window in enumerate(one.batch.windows)]
    return torch.cat(rows).float()
