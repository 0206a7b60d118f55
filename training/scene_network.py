"""The small network that says whether a scene begins with a paragraph, from the views of it.

The views are means of the reader's states before the paragraph and after it
(`fabula.encoder.scene_views`). Each is narrowed to 64 numbers; what lies before is set against what
lies after, near and far, by differences and products, as sentence pairs are in Conneau et al.
(EMNLP 2017), since a scene begins where the two are of different things.
"""

from pathlib import Path

import numpy as np
import torch
from msgspec import Struct
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from fabula.encoder.scene_views import VIEWS
from fabula.encoder.scores import Floats
from training.export import OPSET
from training.network import STATE

WIDTH, INNER = 64, 48
DROPOUT = 0.4
EPOCHS = 10
BATCH = 256
RATE, WEIGHT_DECAY = 1e-3, 0.05

_AHEAD_NEAR, _AHEAD_FAR, _BEHIND_NEAR, _BEHIND_FAR = 2, 3, 5, 6
"""Places of the views that are set against each other."""


class Examples(Struct, frozen=True, eq=False):
    """Paragraphs to learn from."""

    views: Floats
    """[n, 7, 384]"""
    starts: Floats
    """[n]: 1 where a scene begins, else 0."""
    counted: Floats
    """[n]: how much each counts."""


class SceneNetwork(nn.Module):
    """Views of a paragraph → the log-odds that a scene begins with it."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(VIEWS, STATE))
        self.register_buffer("spread", torch.ones(VIEWS, STATE))
        self.narrow = nn.Linear(STATE, WIDTH)
        self.inner = nn.Linear((VIEWS + 4) * WIDTH, INNER)
        self.answer = nn.Linear(INNER, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, views: Tensor) -> Tensor:
        """[n, views, d] → [n]."""
        even = self.dropout((views - self.mean) / self.spread)
        narrow = torch.tanh(self.narrow(even))  # [n, views, width]
        near, far = narrow[:, _AHEAD_NEAR], narrow[:, _AHEAD_FAR]
        near_before, far_before = narrow[:, _BEHIND_NEAR], narrow[:, _BEHIND_FAR]
        against = [
            (near - near_before).abs(),
            (far - far_before).abs(),
            near * near_before,
            far * far_before,
        ]
        joined = self.dropout(torch.cat([narrow.flatten(1), *against], dim=1))
        inner = self.dropout(functional.gelu(self.inner(joined)))
        return self.answer(inner).squeeze(-1)


def train(examples: Examples, seed: int) -> SceneNetwork:
    """A network that has learnt from these examples; the same ones and seed give the same again."""
    torch.manual_seed(seed)
    network = SceneNetwork()
    views, starts, counted = (
        torch.from_numpy(each) for each in (examples.views, examples.starts, examples.counted)
    )
    network.mean.copy_(views.mean(0))
    network.spread.copy_(views.std(0) + 1e-3)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    network.train()
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(starts)).split(BATCH):
            loss = functional.binary_cross_entropy_with_logits(
                network(views[rows]), starts[rows], weight=counted[rows]
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return network.eval()


def log_odds(network: SceneNetwork, views: Floats) -> NDArray[np.float64]:
    """[n]: what the network says of these views [n, 7, 384]."""
    with torch.no_grad():
        said = [network(part) for part in torch.from_numpy(views).split(4096)]
    return torch.cat(said).numpy().astype(np.float64)


def write(network: SceneNetwork, path: Path) -> None:
    """Write the network as the file that readers run, in full precision."""
    torch.onnx.export(
        network.eval(),
        (torch.zeros(2, VIEWS, STATE),),
        path,
        input_names=["views"],
        output_names=["start"],
        dynamic_axes={"views": {0: "paragraphs"}},
        opset_version=OPSET,
        dynamo=False,
    )
