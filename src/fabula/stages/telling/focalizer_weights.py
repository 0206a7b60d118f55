"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.43,
        "all minds": -0.69,
        "clear": 1.27,
        "clear elsewhere": 2.32,
        "clear share": 2.91,
        "comes first": 0.84,
        "faint": 0.37,
        "faint in all": -1.07,
        "mixed elsewhere": 3.23,
        "no mind": 2.36,
        "outside": -0.62,
        "rate elsewhere": -1.52,
        "second mind": 4.08,
        "spread elsewhere": 4.22,
        "third mind": 0.81,
    }
)
