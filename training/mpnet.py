"""A larger encoder that teaches the small one: all-mpnet-base-v2 (Apache-2.0), 12 layers, 768 wide.

MPNet (Song et al., NeurIPS 2020) is a BERT whose attention also knows how far apart two pieces are.
It reads the word pieces of BERT's vocabulary, five entries later in the list, so what it says of a
piece can be told to the small encoder piece by piece. Readers never run it.

    b windows, t pieces of a window, d = 768 the width of a state.
"""

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from fabula.encoder.pieces import vocabulary
from fabula.encoder.windows import START_MARK
from training.network import CASES

STATE = 768
HEADS = 12
LAYERS = 12
INNER = 3072
VOCABULARY = 30_527
POSITIONS = 514
FIRST_POSITION = 2
"""Row of the position of a window's first piece; the two before are for padding."""

DISTANCES = 32
FARTHEST = 128
FROZEN = 4
"""Layers that stay as published, with the embeddings: a fifth of the time, and little else."""

_EPSILON = 1e-5


class Layer(nn.Module):
    """Attention over a window, then a word-wise network; a norm after each."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(STATE, 3 * STATE)
        self.out = nn.Linear(STATE, STATE)
        self.attention_norm = nn.LayerNorm(STATE, eps=_EPSILON)
        self.up = nn.Linear(STATE, INNER)
        self.down = nn.Linear(INNER, STATE)
        self.inner_norm = nn.LayerNorm(STATE, eps=_EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """`states` [b, t, d]; `bias` [1, heads, t, t], what distance adds → [b, t, d]."""
        b, t, _ = states.shape
        query, key, value = (
            part.view(b, t, HEADS, STATE // HEADS).transpose(1, 2)  # [b, heads, t, d / heads]
            for part in self.qkv(states).chunk(3, dim=-1)
        )
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        mixed = mixed.transpose(1, 2).reshape(b, t, STATE)
        states = self.attention_norm(states + self.dropout(self.out(mixed)))
        inner = self.down(F.gelu(self.up(states)))
        return self.inner_norm(states + self.dropout(inner))


class Mpnet(nn.Module):
    """Word pieces of our vocabulary and their case → one state for each piece.

    The vocabulary has no capitals, so what is learnt of a piece's case is added to its state after
    the layers that are frozen.
    """

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, STATE)
        self.positions = nn.Embedding(POSITIONS, STATE)
        self.norm = nn.LayerNorm(STATE, eps=_EPSILON)
        self.distances = nn.Embedding(DISTANCES, HEADS)
        self.cases = nn.Embedding(CASES, STATE)
        self.layers = nn.ModuleList(
            Layer(0.0 if number < FROZEN else dropout) for number in range(LAYERS)
        )
        nn.init.zeros_(self.cases.weight)
        for part in (self.words, self.positions, self.norm, self.distances, *self.layers[:FROZEN]):
            part.requires_grad_(requires_grad=False)

    def forward(self, pieces: Tensor, cases: Tensor) -> Tensor:
        """Both [b, t] without padding → [b, t, d]."""
        t = pieces.shape[1]
        places = self.positions.weight[FIRST_POSITION : FIRST_POSITION + t]  # [t, d]
        states = self.norm(self.words(pieces) + places)
        bias = self.distances(buckets(t)).permute(2, 0, 1)[None]  # [1, heads, t, t]
        for number, layer in enumerate(self.layers):
            if number == FROZEN:
                states = states + self.cases(cases)
            states = layer(states, bias)
        return states


def buckets(t: int) -> Tensor:
    """[t, t]: the class of the distance from each piece (row) to each other, as in T5.

    Half of the 32 classes are for pieces before, half for those after; 8 of each are for the
    nearest, one by one, the others for ever wider stretches up to 128 pieces.
    """
    rows = torch.arange(t)
    apart = rows[None, :] - rows[:, None]
    half, exact = DISTANCES // 2, DISTANCES // 4
    far = apart.abs().clamp(min=1) / exact
    wide = exact + (far.log() / math.log(FARTHEST / exact) * (half - exact)).long()
    near = torch.where(apart.abs() < exact, apart.abs(), wide.clamp(max=half - 1))
    return near + torch.where(apart > 0, half, 0)


def load_mpnet(folder: Path, encoder: Mpnet) -> Mpnet:
    """Put the published weights (`folder/model.safetensors`, `folder/vocab.txt`) into the encoder.

    Its embeddings are put in the order of our vocabulary, the start of a window where `[CLS]` is.
    """
    published = load_file(folder / "model.safetensors")
    weights = encoder.state_dict() | {
        "words.weight": published["embeddings.word_embeddings.weight"][_entries(folder)],
        "positions.weight": published["embeddings.position_embeddings.weight"],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
        "distances.weight": published["encoder.relative_attention_bias.weight"],
    }
    for number in range(LAYERS):
        weights |= _layer(published, number)
    encoder.load_state_dict(weights)
    return encoder


def _entries(folder: Path) -> Tensor:
    """[vocabulary]: the row of each of our entries in theirs; rows that are left over stay 0."""
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    theirs = {word: row for row, word in enumerate(lines)}
    rows = torch.zeros(VOCABULARY, dtype=torch.long)
    for word, row in vocabulary().items():
        rows[row] = theirs[word]
    rows[START_MARK] = theirs["<s>"]
    return rows


_PARTS = {
    "out": "attention.attn.o",
    "attention_norm": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "inner_norm": "output.LayerNorm",
}
"""Our names of a layer's parts, and theirs."""


def _layer(published: dict[str, Tensor], number: int) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
    weights = {}
    for kind in ("weight", "bias"):
        weights[f"{ours}.qkv.{kind}"] = torch.cat(
            [published[f"{theirs}.attention.attn.{part}.{kind}"] for part in "qkv"]
        )
        for our_part, their_part in _PARTS.items():
            weights[f"{ours}.{our_part}.{kind}"] = published[f"{theirs}.{their_part}.{kind}"]
    return weights
