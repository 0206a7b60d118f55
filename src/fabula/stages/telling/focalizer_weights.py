"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.87,
        "all minds": -0.18,
        "clear": 0.97,
        "clear elsewhere": 1.66,
        "clear share": 2.66,
        "comes first": 0.89,
        "faint": 1.05,
        "faint in all": -1.84,
        "mixed elsewhere": 1.79,
        "no mind": 2.37,
        "outside": -0.73,
        "rate elsewhere": -1.74,
        "second mind": 2.73,
        "spread elsewhere": 3.46,
        "third mind": 1.40,
    }
)
