"""How much each sign weighs; written by `python -m training.scene_starts`."""

from collections.abc import Mapping

from fabula.stages.structure.start_signs import Sign

BASE = -5.65

WEIGHTS: Mapping[Sign, float] = {
    "leap": 2.67,
    "time inside": 1.96,
    "place": 1.38,
    "talk": -0.56,
    "amid talk": -0.69,
    "name": -1.09,
    "had": -0.61,
    "it was": -0.41,
    "length": 1.22,
    "words before": 1.22,
    "words left": 0.82,
    "long part": -1.00,
    "encoder": 0.91,
}
