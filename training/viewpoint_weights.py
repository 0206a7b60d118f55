"""Fit the weights by which a scene chooses its focalizer.

    python -m training.viewpoint_weights > src/fabula/stages/telling/focalizer_weights.py

Read from the seen stories of the test bed, our own: of each scene told in the third person the
candidates with their features (`fabula.stages.telling.candidates`), and whom the gold names. Each
story is read twice, in the scenes that are found in it and in those of the gold, since a scene may
be cut in the wrong place. What the encoder tells of who sees is told by weights of other stories
(`training.seeing_weights`), as it will be of a story that nobody knows. The weights are those of a
conditional logit, found by gradient descent from zero with a little shrinkage, so that the same
stories give the same weights. How often they are right in stories that were left out goes to
stderr.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from evaluation.short_stories import nearest, people
from evaluation.testbed import GoldStory
from evaluation.testbed.records import Scene as GoldScene
from msgspec import Struct, structs
from numpy.typing import NDArray

from evaluation import testbed
from fabula.encoder.scores import Floats
from fabula.stages.telling.candidates import Candidate, candidates
from fabula.stages.telling.focalizer import likeliest, likelihoods
from fabula.stages.telling.minds import minds_of_scenes
from fabula.stages.telling.seeing import seeing_of_scenes
from fabula.story import EntityId, Scene, SceneId, Story
from training.seeing_weights import FOLDS, Read, mentions_of, read, without_each

ROUNDS = 400
STEP = 1.0
SHRINKAGE = 0.5
"""Times half the square of each weight, over all choices: keeps rare features near zero."""

Numbers = NDArray[np.float64]


class Choice(Struct, frozen=True):
    """A scene of a story: its candidates, and for each whether it is right.

    `found` is False for a scene as the gold has it.
    """

    story: str
    found: bool
    candidates: Sequence[Candidate]
    right: Sequence[bool]


def choices(read: Read, seeing: Floats) -> Iterator[Choice]:
    """The scenes of a story told in the third person, as found and as in the gold.

    `seeing` are the weights of the encoder's states.
    """
    gold, story = read.gold, read.story
    spans = testbed.scene_spans(gold)
    stands_for = people(gold, story)
    for found, scenes in ((True, story.scenes), (False, _gold_scenes(gold, story))):
        cut = structs.replace(story, scenes=scenes)
        seen = seeing_of_scenes(cut, read.scores, seeing)
        told = list(candidates(minds_of_scenes(cut, seen)))
        for span, scene in zip(spans, gold.gold.scenes, strict=True):
            if scene.person == "third" and scene.kind != "document":
                middle = nearest(scenes, (span.start + span.end) // 2)
                those = told[scenes.index(middle)]
                right = [_is_right(each, scene, stands_for) for each in those]
                yield Choice(gold.name, found, those, right)


def _gold_scenes(gold: GoldStory, story: Story) -> tuple[Scene, ...]:
    return tuple(
        Scene(
            id=SceneId(f"gold {number}"),
            chapter_id=story.scenes[0].chapter_id,
            start=span.start,
            end=span.end,
            opened_by="unmarked",
        )
        for number, span in enumerate(testbed.scene_spans(gold))
    )


def _is_right(candidate: Candidate, scene: GoldScene, stands_for: Mapping[EntityId, str]) -> bool:
    if candidate.mind is None:
        return candidate.mode == scene.mode
    return scene.viewpoint == stands_for.get(candidate.mind.entity_id)


def fit(data: Sequence[Choice]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest."""
    names = sorted({name for each in data for one in each.candidates for name in one.features})
    rows = [one.features for each in data for one in each.candidates]
    features = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    right = np.array([one for each in data for one in each.right])
    starts = np.cumsum([0, *(len(each.right) for each in data)])[:-1]
    weights = _descended(features, right, starts)
    return dict(zip(names, weights.tolist(), strict=True))


def _descended(features: Numbers, right: NDArray[np.bool_], starts: NDArray[np.int_]) -> Numbers:
    """Gradient descent with a step of its own for each weight (Adagrad)."""
    lengths = np.diff([*starts, len(right)])
    answered = np.repeat(np.logical_or.reduceat(right, starts), lengths)
    weights = np.zeros(features.shape[1])
    squares = np.full(features.shape[1], 1e-6)
    for _ in range(ROUNDS):
        odds = np.exp(np.clip(features @ weights, -30, 30))
        guess = odds / np.repeat(np.add.reduceat(odds, starts), lengths)
        among = np.where(right, odds, 0.0)
        total = np.repeat(np.add.reduceat(among, starts), lengths)
        wanted = np.where(answered, among / np.maximum(total, 1e-12), guess)
        slope = features.T @ (wanted - guess) - SHRINKAGE * weights
        squares += slope * slope
        weights += STEP * slope / np.sqrt(squares)
    return weights


def is_named_right(choice: Choice, weights: Mapping[str, float]) -> bool:
    """Whether the likeliest candidate is right; of none and all minds either, if nobody sees."""
    best = likeliest(likelihoods(choice.candidates, weights))
    if choice.candidates[best].mind is not None:
        return choice.right[best]
    return any(
        right
        for right, each in zip(choice.right, choice.candidates, strict=True)
        if each.mind is None
    )


def left_out(data: Sequence[Choice]) -> float:
    """The share of scenes found that are named right by weights of other stories, in per cent."""
    stories = sorted({each.story for each in data})
    right: list[bool] = []
    for fold in range(FOLDS):
        judged = set(stories[fold::FOLDS])
        weights = fit([each for each in data if each.story not in judged])
        right += [
            is_named_right(each, weights) for each in data if each.story in judged and each.found
        ]
    return 100 * sum(right) / len(right)


def main() -> None:
    """Fit, print the module to stdout and the figures to stderr."""
    stories = [read(gold) for gold in testbed.load("seen")]
    seeing = without_each([mentions_of(each) for each in stories])
    data = [
        choice
        for each, weights in zip(stories, seeing, strict=True)
        for choice in choices(each, weights)
    ]
    print(
        f"{sum(each.found for each in data)} scenes in the third person, "
        f"{left_out(data):.1f} % right in stories left out",
        file=sys.stderr,
    )
    print(
        '"""Weights of the features in `candidates`, as `training/viewpoint_weights.py` printed'
        ' them."""'
    )
    print("\nfrom collections.abc import Mapping\nfrom types import MappingProxyType\n")
    print("WEIGHTS: Mapping[str, float] = MappingProxyType(\n    {")
    for name, weight in sorted(fit(data).items()):
        print(f'        "{name}": {weight:.2f},')
    print("    }\n)")


if __name__ == "__main__":
    main()
