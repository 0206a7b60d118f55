"""Probabilities and logits."""

from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fabula.encoder.scores import Floats


def probability(logits: NDArray[np.floating[Any]]) -> Floats:
    """The probability each logit stands for, of the same shape: 0 gives 0.5."""
    # Through tanh, which cannot overflow.
    chances: Floats = (0.5 * (1.0 + np.tanh(0.5 * logits))).astype(np.float32)
    return chances


def logit(chance: float) -> float:
    """The logit of a probability between 0 and 1."""
    return log(chance / (1.0 - chance))
