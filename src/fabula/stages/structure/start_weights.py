"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -4.87

WEIGHTS: Mapping[Sign, float] = {
    "leap": 1.58,
    "time inside": 1.17,
    "time next": 1.22,
    "place ahead": 0.32,
    "new place": 0.41,
    "new name": 0.36,
    "talk": -1.05,
    "amid talk": -0.37,
    "talk before": 0.67,
    "talk after": 0.36,
    "had": -0.36,
    "no verb": -0.68,
    "short close": 0.31,
    "same words": -1.95,
    "length": 0.75,
    "words before": 0.99,
    "words left": 0.74,
    "long part": -1.00,
    "encoder": 0.56,
}
