"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "acts elsewhere": 1.03,
        "acts spread": 0.70,
        "all minds": -0.29,
        "all outside": -0.09,
        "clear elsewhere": 5.23,
        "clear share": 2.55,
        "closes": 2.78,
        "comes first": 0.77,
        "entered again": 1.61,
        "inside share": 2.01,
        "mixed elsewhere": 4.11,
        "no mind": 1.88,
        "outside": -0.75,
        "part elsewhere": 2.56,
        "second share": 4.27,
        "spread elsewhere": 1.66,
        "third share": 1.15,
        "unnamed": -0.62,
    }
)
