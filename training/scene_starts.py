"""Fit the weights by which signs add up to a scene that begins unmarked.

    python -m training.scene_starts > src/fabula/stages/structure/start_weights.py

Read from the seen stories of the test bed: each passage that may begin a scene unmarked, with its
signs (`fabula.stages.structure.start_signs`), and whether one begins there. Passages behind a
break that the text marks are left out: what is marked and what is not begin differently, and
with them, or with novels, fewer are found.

The weights are those of a logistic regression, found by Newton's method with shrinkage, so that
the same stories give the same weights.

What the weights are worth is told by stories left out: the figures printed to standard error are
those of every seventh story by weights of the others.
"""

import sys
from collections.abc import Iterator, Sequence

import numpy as np
from evaluation.testbed import GoldStory
from msgspec import Struct
from numpy.typing import NDArray

from evaluation import encoding, testbed
from fabula import pipeline
from fabula.encoder.scores import Scores
from fabula.sources import plain
from fabula.stages.scenes import marked_passages
from fabula.stages.structure.start_signs import SIGNS, StartSigns
from fabula.stages.structure.unmarked import ENOUGH, in_letters, is_told, may_begin
from fabula.text import Document
from training import logistic
from training.logistic import Matrix

SHRINKAGE = 1.5
"""Of the squares of the weights: some 80 starts are few for a dozen signs."""

LONG_PART = -1.0
"""The weight of “long part”, which short stories cannot tell. With the hidden breaks of ten novels
of Standard Ebooks beside them, counted little, it came out between -1.2 and -2.1; but novels
change place and time unmarked as well."""

FOLDS = 7


class Read(Struct, frozen=True):
    """The passages of one story that may begin a scene unmarked: their signs, and which do.

    `marked` counts the breaks of the text that are in the gold, those that are not, and all
    starts of the gold but the first.
    """

    signs: Matrix
    starts: NDArray[np.bool_]
    marked: tuple[int, int, int]


def read(gold: GoldStory) -> Read:
    """One story of the test bed.

    Raises:
        NotMeasured: if the encoder's weights are not there.
    """
    kept: list[tuple[Document, Scores]] = []

    def encoder(document: Document) -> Scores:
        kept.append((document, encoding.scores_of(document)))
        return kept[-1][1]

    story = pipeline.analyse(plain.from_text(gold.text), encoder=encoder, until="chapters")
    signs = StartSigns(*kept[-1])
    told = [scene.begins.start for scene in gold.gold.scenes][1:]
    rows: list[tuple[float, ...]] = []
    starts: list[bool] = []
    right = wrong = 0
    for number, passages in enumerate(marked_passages(story)):
        written = in_letters(passages)
        for place, (passage, before, own) in enumerate(
            zip(passages, [None, *passages], signs.of(passages), strict=False)
        ):
            begins = any(passage.start <= offset < passage.end for offset in told)
            if passage.opened_by is not None or (number and before is None):
                right, wrong = right + begins, wrong + (not begins)
            elif before is not None and place not in written and may_begin(passage, before):
                rows.append(own)
                starts.append(begins)
    signs_of_all = np.array(rows).reshape(-1, len(SIGNS))
    return Read(signs_of_all, np.array(starts, dtype=np.bool_), (right, wrong, len(told)))


def fit(stories: Sequence[Read]) -> Matrix:
    """A weight for each sign, and the base behind them."""
    signs = np.vstack([each.signs for each in stories])
    starts = np.concatenate([each.starts for each in stories]).astype(np.float64)
    fixed = SIGNS.index("long part")
    given = LONG_PART * signs[:, fixed]
    signs[:, fixed] = 0
    known = np.hstack([signs, np.ones((len(signs), 1))])
    weights = logistic.fit(known, starts, np.array([SHRINKAGE] * len(SIGNS) + [0.0]), given)
    weights[fixed] = LONG_PART
    return weights


def left_out(stories: Sequence[Read]) -> Iterator[tuple[Read, Matrix]]:
    """Each story with the log-odds at its passages by the weights of other stories."""
    for fold in range(FOLDS):
        weights = fit([each for at, each in enumerate(stories) if at % FOLDS != fold])
        for each in stories[fold::FOLDS]:
            yield each, each.signs @ weights[:-1] + weights[-1]


def report(stories: Sequence[Read]) -> str:
    """What is found of unmarked and of all starts in stories left out."""
    right = found = gold = marked = false = whole = 0
    for each, odds in left_out(stories):
        chosen = (odds >= ENOUGH) & np.array([is_told(signs) for signs in each.signs], dtype=bool)
        right += int((chosen & each.starts).sum())
        found += int(chosen.sum())
        gold += int(each.starts.sum())
        marked, false = marked + each.marked[0], false + each.marked[1]
        whole += each.marked[2]
    all_right, all_found = marked + right, marked + false + found
    return (
        f"left out: {right} of {found} found, {gold} in the gold; with those marked "
        f"F1 {200 * all_right / (all_found + whole):.1f}"
    )


def main() -> None:
    """Print the module with the weights, and how good they are to standard error."""
    stories = [read(gold) for gold in testbed.load("seen")]
    print(report(stories), file=sys.stderr)
    *weights, base = fit(stories).tolist()
    print('"""How much each sign weighs; written by `python -m training.scene_starts`."""\n')
    print("from collections.abc import Mapping\n")
    print("from fabula.stages.structure.start_signs import Sign\n")
    print(f"BASE = {base:.2f}\n\nWEIGHTS: Mapping[Sign, float] = {{")
    for sign, weight in zip(SIGNS, weights, strict=True):
        print(f'    "{sign}": {weight:.2f},')
    print("}")


if __name__ == "__main__":
    main()
