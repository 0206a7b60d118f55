"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.83,
        "all minds": 1.08,
        "clear": 0.91,
        "clear elsewhere": 1.49,
        "clear share": 3.43,
        "comes first": 0.73,
        "faint": 2.00,
        "faint in all": -0.92,
        "mixed elsewhere": 1.26,
        "no mind": 2.08,
        "outside": -1.14,
        "rate elsewhere": -1.48,
        "second mind": 2.25,
        "spread elsewhere": 2.67,
        "third mind": 0.86,
    }
)
