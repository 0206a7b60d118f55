"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.33

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.43,
    "time inside": 1.54,
    "time next": 1.37,
    "place ahead": 0.87,
    "new place": 0.68,
    "new name": 0.40,
    "talk": -0.72,
    "amid talk": -0.52,
    "talk before": 1.22,
    "talk after": 0.63,
    "had": -0.47,
    "no verb": -0.71,
    "short close": 0.47,
    "same words": -2.46,
    "length": 0.74,
    "words before": 0.99,
    "words left": 0.73,
    "long part": -1.00,
    "encoder": 0.55,
}
