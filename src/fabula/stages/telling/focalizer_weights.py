"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 0.68,
        "acts spread": 0.35,
        "all minds": -0.40,
        "all outside": -0.40,
        "clear elsewhere": 5.32,
        "clear share": 2.51,
        "closes": 2.60,
        "comes first": 0.76,
        "entered again": 0.71,
        "inside share": 1.70,
        "mixed elsewhere": 3.24,
        "no mind": 1.67,
        "outside": -0.11,
        "part elsewhere": 2.26,
        "second share": 4.29,
        "spread elsewhere": 2.66,
        "third share": 1.76,
        "unnamed": -0.74,
    }
)
