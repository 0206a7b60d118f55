"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.24

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.42,
    "time inside": 1.62,
    "time next": 1.70,
    "place ahead": 0.66,
    "new place": 0.64,
    "new name": 0.37,
    "talk": -0.75,
    "amid talk": -0.56,
    "talk before": 1.21,
    "talk after": 0.72,
    "had": -0.44,
    "no verb": -0.89,
    "short close": 0.43,
    "same words": -2.30,
    "length": 0.66,
    "words before": 1.03,
    "words left": 0.77,
    "long part": -1.00,
    "encoder": 0.59,
}
