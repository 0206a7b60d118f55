"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.52

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.47,
    "time inside": 1.51,
    "time next": 1.41,
    "place told of": 0.89,
    "new place": 0.76,
    "new name": 0.36,
    "talk": -0.62,
    "amid talk": -0.52,
    "talk before": 1.23,
    "talk after": 0.64,
    "had": -0.48,
    "no verb": -0.74,
    "short close": 0.48,
    "same words": -2.49,
    "length": 0.74,
    "words before": 1.02,
    "words left": 0.73,
    "long part": -1.00,
    "encoder": 0.57,
}
