"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.28

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.48,
    "time inside": 1.42,
    "place": 0.93,
    "talk": -0.65,
    "amid talk": -0.85,
    "name": -1.63,
    "had": -1.00,
    "it was": -0.60,
    "length": 1.20,
    "words before": 1.21,
    "words left": 0.74,
    "long part": -1.00,
    "encoder": 0.76,
}
