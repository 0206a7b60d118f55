"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 0.75,
        "acts spread": 0.67,
        "all minds": -0.25,
        "all outside": 0.23,
        "clear elsewhere": 5.17,
        "clear share": 2.38,
        "closes": 2.82,
        "comes first": 0.58,
        "entered again": 1.11,
        "inside share": 2.05,
        "mixed elsewhere": 3.79,
        "no mind": 1.77,
        "outside": -0.57,
        "part elsewhere": 2.75,
        "second share": 4.50,
        "spread elsewhere": 1.53,
        "third share": 1.75,
        "unnamed": -0.33,
    }
)
