"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.34

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.50,
    "time inside": 1.71,
    "place": 0.94,
    "talk": -0.67,
    "amid talk": -0.79,
    "name": -1.67,
    "had": -1.02,
    "it was": -0.62,
    "length": 1.18,
    "words before": 1.22,
    "words left": 0.76,
    "long part": -1.00,
    "encoder": 0.75,
}
