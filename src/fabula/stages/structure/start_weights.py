"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.33

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.54,
    "time inside": 1.69,
    "place": 0.93,
    "talk": -0.67,
    "amid talk": -0.79,
    "name": -1.66,
    "had": -1.02,
    "it was": -0.60,
    "length": 1.19,
    "words before": 1.20,
    "words left": 0.76,
    "long part": -1.00,
    "encoder": 0.75,
}
