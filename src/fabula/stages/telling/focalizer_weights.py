"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 1.08,
        "acts spread": 0.73,
        "all minds": -0.26,
        "all outside": -0.13,
        "clear elsewhere": 5.26,
        "clear share": 2.36,
        "closes": 2.77,
        "comes first": 0.77,
        "entered again": 1.63,
        "inside share": 2.25,
        "mixed elsewhere": 4.14,
        "no mind": 1.92,
        "outside": -0.76,
        "part elsewhere": 2.52,
        "second share": 4.24,
        "spread elsewhere": 1.61,
        "third share": 1.13,
        "unnamed": -0.57,
    }
)
