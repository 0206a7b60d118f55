"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.65

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.57,
    "time inside": 1.82,
    "place": 1.29,
    "talk": -0.42,
    "amid talk": -0.62,
    "name": -1.36,
    "had": -0.77,
    "it was": -0.28,
    "length": 1.15,
    "words before": 1.41,
    "words left": 0.81,
    "long part": -1.00,
    "encoder": 0.99,
}
