"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "clear elsewhere": 5.31,
        "clear passages": 1.05,
        "clear share": 2.64,
        "closes": 3.01,
        "comes first": 0.82,
        "goes over": 2.24,
        "knows more": 2.08,
        "mixed elsewhere": 2.66,
        "names": 1.67,
        "no mind": 2.60,
        "open minds": 2.14,
        "part elsewhere": 2.72,
        "portrayed": -0.76,
        "seeing": 1.13,
        "spread elsewhere": 2.42,
        "talk": 1.76,
    }
)
