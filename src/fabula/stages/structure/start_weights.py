"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.23

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.43,
    "time inside": 1.40,
    "place": 0.84,
    "talk": -0.63,
    "amid talk": -0.87,
    "name": -1.64,
    "had": -1.01,
    "it was": -0.54,
    "length": 1.21,
    "words before": 1.22,
    "words left": 0.75,
    "long part": -1.00,
    "encoder": 0.79,
}
