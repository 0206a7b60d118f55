"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.28,
        "all minds": -0.91,
        "clear": 1.14,
        "clear elsewhere": 2.35,
        "clear share": 3.11,
        "comes first": 0.84,
        "faint": 0.36,
        "faint in all": -1.09,
        "mixed elsewhere": 3.60,
        "no mind": 2.25,
        "outside": -0.70,
        "rate elsewhere": -1.32,
        "second mind": 4.35,
        "spread elsewhere": 3.39,
    }
)
