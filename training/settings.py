"""The settings of one training run, read from a TOML file."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct


class LossWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """How much each kind of label counts; 0 leaves a head untrained."""

    span: float
    item: float
    event: float
    coreference: float
    tag: float
    relation: float
    arc: float
    scene: float
    speech: float


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """One run of fine-tuning, with nothing left to habit: unknown keys are refused."""

    name: str
    start: str
    """File under the folder of weights: a pre-trained encoder, or the network of another run."""
    train_on: str
    """“training” for the 71 documents, “all” for all 80, or “fold N” for all but one fold."""
    epochs: int
    seed: int
    encoder_rate: float
    head_rate: float
    bilinear_rate: float
    """Of the scores of pairs of tokens: spans and arcs."""
    warm_up: float
    """Share of the steps over which the rates rise."""
    weight_decay: float
    dropout: float
    pair_dropout: float
    auxiliary_windows: int
    """Windows of other passages that go with each document."""
    auxiliary: dict[str, float]
    """Files of other passages (“speech” for speech.jsonl), and how often one of each is taken."""
    average: float
    """Decay of the running mean of the weights that is kept at the end; 0 keeps the last."""
    hide_links: float
    """How often a document is read as if the rules had linked nobody."""
    weights: LossWeights


def read(path: Path) -> Settings:
    """The settings in a file.

    Raises:
        msgspec.ValidationError: if a key is missing, unknown, or of the wrong type.
    """
    return msgspec.toml.decode(path.read_bytes(), type=Settings)


def digest(paths: list[Path]) -> str:
    """SHA-256 over the bytes of the data files, in the order given."""
    sum_ = hashlib.sha256()
    for path in paths:
        sum_.update(path.read_bytes())
    return sum_.hexdigest()
