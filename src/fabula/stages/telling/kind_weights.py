"""How much each feature weighs; written by `python -m training.scene_kinds`."""

WEIGHTS = {
    "wide times": 1.02,
    "habits": 0.96,
    "had": 0.29,
    "spoken": -1.68,
    "length": -1.93,
    "opens spoken": -0.89,
    "base": -2.10,
}
