"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 3.57,
        "acts spread": 1.35,
        "all minds": -0.24,
        "clear elsewhere": 3.03,
        "clear share": 1.95,
        "closes": 3.05,
        "comes first": 0.97,
        "entered again": 1.58,
        "inside share": 2.35,
        "mixed elsewhere": 3.68,
        "no mind": 1.68,
        "outside": 0.03,
        "second share": 3.73,
        "spread elsewhere": 1.73,
        "unnamed": -2.39,
    }
)
