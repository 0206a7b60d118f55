"""Fit the weights by which the encoder's state at a mention tells whether its person sees.

    python -m training.seeing_weights > src/fabula/stages/telling/seeing_weights.py

Read from the seen stories of the test bed, our own: each mention in the narration of a scene that
is told in the third person, and whether the gold names its person as the one who sees. Scenes
told from above are left out, for their minds all see; in those told from outside nobody does. A
scene counts the same however long it is. The weights are those of a logistic regression with much
shrinkage, since the mentions are of few people. How well they part the mentions of stories that
were left out goes to stderr.
"""

import sys
from collections.abc import Iterable, Sequence

import numpy as np
from evaluation.short_stories import people
from evaluation.testbed import GoldStory
from msgspec import Struct
from numpy.typing import NDArray

from evaluation import testbed
from fabula import pipeline
from fabula.encoder.scores import Floats, Scores
from fabula.sources import read_bytes
from fabula.stages.telling.scene_narration import scene_narrations
from fabula.stages.telling.seeing import mention_states, mentioned
from fabula.story import Story
from fabula.text import Document, covering
from training import logistic

SHRINKAGE = 1000.0
"""Times half the square of each weight; half or twice as much is no better on stories left out."""

SCENE_COUNTS = 20.0
"""The mentions of a scene count together like so many."""

FOLDS = 7
"""The stories are dealt out into so many parts; each is judged by weights of the others."""

IN_A_ROW = 12
"""Numbers in a printed row."""


class Read(Struct, frozen=True, eq=False):
    """A story as read before its viewpoints are looked for, its gold, and the encoder's scores."""

    gold: GoldStory
    story: Story
    scores: Scores


class Mentions(Struct, frozen=True, eq=False):
    """The mentions of a story: their states, whether their people see, and how much each counts."""

    states: Floats
    sees: NDArray[np.float64]
    counted: NDArray[np.float64]


def read(gold: GoldStory) -> Read:
    """The story up to what viewpoints are found from, so that weights may be missing."""
    kept: list[Scores] = []

    def encoder(document: Document) -> Scores:
        kept.append(pipeline.bundled(document))
        return kept[-1]

    document = read_bytes(gold.path.read_bytes(), gold.path.name)
    story = pipeline.analyse(document, encoder=encoder, until="presence", guess=True)
    return Read(gold, story, kept[-1])


def mentions_of(read: Read) -> Mentions:
    """The mentions of a story that say something: those in scenes of the third person."""
    spans = testbed.scene_spans(read.gold)
    told = dict(zip(spans, read.gold.gold.scenes, strict=True))
    stands_for = people(read.gold, read.story)
    rows: list[Floats] = []
    sees: list[float] = []
    where: list[int] = []
    for narration in scene_narrations(read.story):
        states = mention_states(read.story, read.scores, narration)
        for (who, start), state in zip(mentioned(narration), states, strict=True):
            span = covering(spans, start)
            if span is None:
                continue
            scene = told[span]
            if scene.person == "third" and scene.kind != "document" and scene.mode != "omniscient":
                rows.append(state)
                sees.append(float(stands_for[who] == scene.viewpoint))
                where.append(span.start)
    _, scene_of, sizes = np.unique(where, return_inverse=True, return_counts=True)
    counted = SCENE_COUNTS / sizes[scene_of] if where else np.zeros(0)
    width = read.scores.states.shape[1]
    return Mentions(np.array(rows, dtype=np.float32).reshape(-1, width), np.array(sees), counted)


def fit(stories: Iterable[Mentions]) -> Floats:
    """[385]: a weight for each number of a state, and a constant that makes the average 0."""
    given = list(stories)
    states = np.concatenate([each.states for each in given]).astype(np.float64)
    sees = np.concatenate([each.sees for each in given])
    counted = np.concatenate([each.counted for each in given])
    middle, spread = states.mean(axis=0), states.std(axis=0) + 1e-3
    known = np.hstack([(states - middle) / spread, np.ones((len(states), 1))])
    shrinkage = np.full(known.shape[1], SHRINKAGE)
    shrinkage[-1] = 0.0
    weights = logistic.fit(known, sees, shrinkage, counted=counted)[:-1] / spread
    fitted: Floats = np.append(weights, -middle @ weights).astype(np.float32)
    return fitted


def without_each(stories: Sequence[Mentions]) -> list[Floats]:
    """For each story, weights from the others, the stories being dealt out into `FOLDS` parts."""
    folds = [
        fit(each for number, each in enumerate(stories) if number % FOLDS != fold)
        for fold in range(FOLDS)
    ]
    return [folds[number % FOLDS] for number in range(len(stories))]


def parted(stories: Sequence[Mentions]) -> float:
    """How often a mention of who sees has more than one of who does not, in stories left out."""
    told = [
        each.states @ weights[:-1] + weights[-1]
        for each, weights in zip(stories, without_each(stories), strict=True)
    ]
    leanings = np.concatenate(told)
    sees = np.concatenate([each.sees for each in stories]) > 0
    ranks = leanings.argsort().argsort()
    above = ranks[sees].sum() - sees.sum() * (sees.sum() - 1) / 2
    return float(above / (sees.sum() * (~sees).sum()))


def main() -> None:
    """Fit, print the module to stdout and the figure to stderr."""
    stories = [mentions_of(read(gold)) for gold in testbed.load("seen")]
    print(f"{100 * parted(stories):.1f} % parted in stories left out", file=sys.stderr)
    numbers = [f"{weight:.3f}" for weight in fit(stories)]
    print(
        '"""Weights of the numbers of a state in `seeing`, as `training/seeing_weights.py` printed'
        ' them."""'
    )
    print("\nimport numpy as np\n\nfrom fabula.encoder.scores import Floats\n")
    print('WEIGHTS: Floats = np.array(\n    """')
    for start in range(0, len(numbers), IN_A_ROW):
        print(f"    {' '.join(numbers[start : start + IN_A_ROW])}")
    print('    """.split(),\n    dtype=np.float32,\n)')


if __name__ == "__main__":
    main()
