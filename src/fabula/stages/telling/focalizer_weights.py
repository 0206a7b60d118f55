"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "clear elsewhere": 5.08,
        "clear passages": 1.08,
        "clear share": 2.19,
        "closes": 2.89,
        "comes first": 0.68,
        "goes over": 1.58,
        "knows more": 1.95,
        "mixed elsewhere": 2.70,
        "names": 1.59,
        "no mind": 2.42,
        "open minds": 2.92,
        "part elsewhere": 2.72,
        "portrayed": -0.75,
        "seeing": 1.08,
        "spread elsewhere": 3.19,
        "talk": 1.64,
    }
)
