"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.29

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.38,
    "time inside": 1.51,
    "time next": 1.38,
    "place ahead": 0.59,
    "new place": 0.65,
    "new name": 0.37,
    "talk": -0.81,
    "amid talk": -0.52,
    "talk before": 1.21,
    "talk after": 0.67,
    "had": -0.49,
    "no verb": -0.71,
    "short close": 0.48,
    "same words": -2.47,
    "length": 0.72,
    "words before": 0.99,
    "words left": 0.73,
    "long part": -1.00,
    "encoder": 0.54,
}
