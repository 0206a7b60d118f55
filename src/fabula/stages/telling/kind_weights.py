"""How much each feature weighs; written by `python -m training.scene_kinds`."""

WEIGHTS = {
    "wide times": 1.08,
    "habits": 0.89,
    "had": 0.39,
    "spoken": -1.48,
    "length": -1.94,
    "opens spoken": -0.93,
    "base": -2.14,
}
