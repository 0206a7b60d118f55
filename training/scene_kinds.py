"""Fit the weights by which a scene is known for a summary.

    python -m training.scene_kinds > src/fabula/stages/telling/kind_weights.py

Read from the scenes of the test bed's seen stories, as the gold has them, letters and chats left
out. What the weights are worth is printed to standard error, from stories left out in turn.
"""

import sys
from collections.abc import Sequence

import numpy as np
from evaluation.short_stories import read_story
from evaluation.testbed import GoldStory, scene_spans
from msgspec import Struct, structs
from numpy.typing import NDArray

from evaluation import encoding, testbed
from fabula.stages.telling.scene_kinds import ENOUGH, FEATURES, features, shown
from fabula.stages.telling.scene_narration import scene_narrations
from fabula.story import ChapterId, Scene, SceneId
from training import logistic
from training.logistic import Matrix

SHRINKAGE = 1.0
FOLDS = 14


class Read(Struct, frozen=True):
    """The features of a story's scenes, and which of them are not played out."""

    features: Matrix
    summed_up: NDArray[np.bool_]


def read(gold: GoldStory) -> Read | None:
    """One story of the test bed; None where all scenes are documents.

    Raises:
        NotMeasured: if the encoder's weights are not there.
    """
    story = read_story(gold, encoding.scores_of)
    scenes = tuple(
        Scene(
            id=SceneId(f"s{number}"),
            chapter_id=ChapterId("c1"),
            start=span.start,
            end=span.end,
            opened_by="start",
        )
        for number, span in enumerate(scene_spans(gold), start=1)
    )
    story = structs.replace(story, scenes=scenes)
    rows, outcomes = [], []
    for scene, narration, told in zip(
        scenes, scene_narrations(story), gold.gold.scenes, strict=True
    ):
        if told.kind != "document":
            rows.append(list(features(shown(story, scene, narration, None)).values()))
            outcomes.append(told.kind != "scene")
    return Read(np.array(rows), np.array(outcomes)) if rows else None


def fit(stories: Sequence[Read]) -> Matrix:
    """A weight for each feature, that of the base last."""
    known = np.vstack([each.features for each in stories])
    outcomes = np.concatenate([each.summed_up for each in stories]).astype(np.float64)
    shrinkage = np.array([SHRINKAGE] * (known.shape[1] - 1) + [0.0])
    return logistic.fit(known, outcomes, shrinkage)


def report(stories: Sequence[Read]) -> str:
    """What is found in stories left out."""
    right = found = gold = 0
    for fold in range(FOLDS):
        weights = fit([each for at, each in enumerate(stories) if at % FOLDS != fold])
        for each in stories[fold::FOLDS]:
            chosen = each.features @ weights >= ENOUGH
            right += int((chosen & each.summed_up).sum())
            found += int(chosen.sum())
            gold += int(each.summed_up.sum())
    return f"left out: {right} of {found} found, {gold} in the gold"


def main() -> None:
    """Print the module with the weights, and how good they are to standard error."""
    stories = [found for gold in testbed.load("seen") if (found := read(gold)) is not None]
    print(report(stories), file=sys.stderr)
    print('"""How much each feature weighs; written by `python -m training.scene_kinds`."""\n')
    print("WEIGHTS = {")
    for feature, weight in zip(FEATURES, fit(stories).tolist(), strict=True):
        print(f'    "{feature}": {weight:.2f},')
    print("}")


if __name__ == "__main__":
    main()
