"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 2.51,
        "acts spread": 1.16,
        "all minds": -0.95,
        "all outside": 1.31,
        "clear elsewhere": 5.31,
        "clear share": 1.89,
        "closes": 3.22,
        "comes first": 0.85,
        "entered again": 1.54,
        "inside share": 2.52,
        "mixed elsewhere": 3.66,
        "no mind": 1.20,
        "outside": -0.84,
        "second share": 3.66,
        "spread elsewhere": 2.26,
        "third share": 2.23,
        "unnamed": -2.33,
    }
)
