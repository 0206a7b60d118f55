"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "clear elsewhere": 5.26,
        "clear passages": 1.06,
        "clear share": 2.59,
        "closes": 3.03,
        "comes first": 0.80,
        "goes over": 2.32,
        "knows more": 2.02,
        "mixed elsewhere": 2.50,
        "names": 1.74,
        "no mind": 2.72,
        "open minds": 2.20,
        "part elsewhere": 2.80,
        "portrayed": -0.72,
        "seeing": 1.12,
        "spread elsewhere": 2.79,
        "talk": 1.82,
    }
)
