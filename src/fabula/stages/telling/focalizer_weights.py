"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed them."""

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "clear elsewhere": 5.38,
        "clear passages": 0.97,
        "clear share": 2.77,
        "closes": 2.90,
        "comes first": 0.71,
        "goes over": 2.40,
        "knows more": 2.07,
        "mixed elsewhere": 2.37,
        "names": 1.71,
        "no mind": 2.67,
        "open minds": 2.23,
        "part elsewhere": 2.91,
        "portrayed": -0.73,
        "seeing": 1.10,
        "spread elsewhere": 2.67,
        "talk": 1.69,
    }
)
