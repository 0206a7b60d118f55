"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.12,
        "acts spread": 1.07,
        "all minds": -0.61,
        "clear elsewhere": 3.31,
        "clear share": 2.01,
        "closes": 3.09,
        "comes first": 0.94,
        "entered again": 2.79,
        "inside share": 2.82,
        "mixed elsewhere": 3.53,
        "no mind": 1.72,
        "outside": -0.74,
        "second share": 4.08,
        "spread elsewhere": 2.90,
        "unnamed": -2.29,
    }
)
