"""Examples read by a network in training."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.examples import Example
from training.network import Network


def read_together(network: Network, group: Sequence[Example]) -> list[dict[str, Tensor]]:
    """The reader's scores for each example; all windows go through the encoder at once."""
    if not group:
        return []
    pieces = _joined([one.batch.pieces for one in group])
    # The windows of a short passage are narrower than those of others, and padded here alone.
    attended = _joined([np.ones_like(one.batch.pieces) for one in group])
    with torch.autocast("cpu", torch.bfloat16):
        scores = network.reader(
            pieces,
            _joined([one.batch.cases for one in group]),
            _joined([one.batch.first for one in group]),
            None if attended.all() else attended,
        )
    sizes = [len(one.batch.windows) for one in group]
    split: list[dict[str, Tensor]] = [{} for _ in group]
    for kind, values in scores.items():
        for row, (one, part) in enumerate(zip(group, values.split(sizes), strict=True)):
            width = one.batch.first.shape[1]
            split[row][kind] = _narrowed(kind, part, width)
    return split


def _joined(tables: Sequence[NDArray[np.int64]]) -> Tensor:
    """Arrays [windows, width] one below the other, the narrower ones filled up with 0."""
    widest = max(table.shape[1] for table in tables)
    padded = [np.pad(table, ((0, 0), (0, widest - table.shape[1]))) for table in tables]
    return torch.as_tensor(np.concatenate(padded))


def _narrowed(kind: str, values: Tensor, width: int) -> Tensor:
    if kind in {"arc", "span"}:
        return values[..., :width, :width]
    return values[:, :width]


def token_rows(one: Example, values: Tensor) -> Tensor:
    """[windows, w, …] → [tokens, …]: each token as the window sees it whose core it is in."""
    rows = [values[row, window.core_inside] for row, window in enumerate(one.batch.windows)]
    return torch.cat(rows).float()
