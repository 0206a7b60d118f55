"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.17,
        "all minds": -0.61,
        "clear": 0.50,
        "clear elsewhere": 3.23,
        "clear share": 3.60,
        "closes": 3.26,
        "comes first": 0.76,
        "faint": 0.49,
        "faint in all": -0.04,
        "mixed elsewhere": 4.30,
        "no mind": 1.58,
        "outside": -0.87,
        "rate elsewhere": -1.29,
        "second mind": 3.99,
        "spread elsewhere": 2.43,
    }
)
