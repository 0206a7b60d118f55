"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.20,
        "all minds": -0.90,
        "clear": 0.96,
        "clear elsewhere": 2.43,
        "clear share": 3.35,
        "comes first": 0.82,
        "faint": 0.40,
        "faint in all": -1.44,
        "mixed elsewhere": 3.71,
        "no mind": 2.31,
        "outside": -0.75,
        "rate elsewhere": -1.43,
        "second mind": 4.24,
        "spread elsewhere": 3.31,
    }
)
