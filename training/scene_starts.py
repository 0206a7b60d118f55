"""Fit what says that a scene begins unmarked: the network over views, and the weights of all signs.

    python -m training.scene_starts --data FOLDER --out src/fabula/models > WEIGHTS

writes `scenes.onnx` into a folder and prints `fabula/stages/structure/start_weights.py`. Read from
the seen stories of the test bed: each passage that may begin a scene unmarked, with its views
(`fabula.encoder.scene_views`), its signs (`fabula.stages.structure.start_signs`), and whether a
scene begins there. Some hundred starts are few for either. So the breaks of novels whose authors
mark them are read as well, hidden (`evaluation.standard_ebooks`), and count less: what is
marked there begins in other ways, but not in altogether other ways. Stories that were scored before
anyone had read them were told better with the novels than without.

The network's word is itself a sign. Beside the others it is weighed by what networks say that have
not learnt from the text in question. The weights are those of a logistic regression, found by
Newton's method with shrinkage. What they are worth is told by stories left out: the figures
printed to standard error are those of every seventh story by weights of the others.
"""

import sys
from argparse import ArgumentParser
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path

import numpy as np
from evaluation.figures import Counts, total
from evaluation.standard_ebooks import held_out, read_hidden
from evaluation.testbed import GoldStory
from msgspec import Struct, structs
from numpy.typing import NDArray

from evaluation import encoding, pdnc, testbed
from fabula import pipeline
from fabula.encoder import scene_views
from fabula.encoder.pieces import paragraph_firsts
from fabula.encoder.scores import Floats, Scores
from fabula.sources import plain
from fabula.stages.scenes import marked_passages
from fabula.stages.structure.spacing import Passage
from fabula.stages.structure.start_signs import SIGNS, SUREST, StartSigns
from fabula.stages.structure.unmarked import likeliest, may_begin
from fabula.text import Document
from training import logistic, scene_network
from training.logistic import Matrix
from training.scene_network import Examples, SceneNetwork

SHRINKAGE = 10.0
"""Of the squares of the weights, each in units of how much its sign varies in the stories."""

NOVELS_COUNT = 0.1
"""How much a passage of a novel counts beside one of a story, for the weights and for the network;
from 0.05 to 0.2 stories left out fare alike."""

LEAST_BREAKS = 2
"""Breaks in ten thousand words. Where there are fewer, most changes of scene are not marked, and
passages that begin one would count as none."""

SPARED = 5
"""Of the passages of novels that begin nothing the network learns one in so many, each counted
so often: there are tens of thousands."""

WEIGHT = 3.0
"""How much a passage of a story counts for the network: how fast it learns."""

SUREST_ODDS = log((1 - SUREST) / SUREST)
SEED = 1
NETWORKS = 4
"""Groups of texts of which each is judged by a network that learnt from the others."""

LONG_PART = -1.0
"""The weight of “long part”, which neither short stories nor hidden breaks can tell: where the
marks can be seen, long parts are whole chapters of authors who mark what they change."""

FOLDS = 7


class Part(Struct, frozen=True):
    """A chapter: of each passage its views and signs, and whether a scene may begin or begins."""

    passages: tuple[Passage, ...]
    views: Floats
    signs: Matrix
    asked: NDArray[np.bool_]
    starts: NDArray[np.bool_]


class Read(Struct, frozen=True):
    """The chapters of a text, and the counts of the breaks that it marks against the gold."""

    parts: tuple[Part, ...]
    marked: Counts = Counts()

    @property
    def signs(self) -> Matrix:
        """The signs of all passages that are asked about."""
        return np.vstack([part.signs[part.asked] for part in self.parts])

    @property
    def views(self) -> Floats:
        """The views of all passages that are asked about."""
        return np.concatenate([part.views[part.asked] for part in self.parts])

    @property
    def starts(self) -> Matrix:
        """Whether a scene begins at them, 1 or 0."""
        return np.concatenate([part.starts[part.asked] for part in self.parts]).astype(np.float64)


def read_parts(document: Document, starts: Iterable[int]) -> tuple[Part, ...]:
    """The chapters of a document in which scenes begin at these offsets.

    Raises:
        NotMeasured: if the encoder's weights are not there.
    """
    kept: list[tuple[Document, Scores]] = []

    def encoder(document: Document) -> Scores:
        kept.append((document, encoding.scores_of(document)))
        return kept[-1][1]

    story = pipeline.analyse(document, encoder=encoder, until="chapters")
    signs, views = StartSigns(*kept[-1]), _views(*kept[-1])
    paragraphs = [paragraph.start for paragraph in kept[-1][0].paragraphs]
    told = np.array(sorted(starts))
    parts: list[Part] = []
    for passages in marked_passages(story):
        first = np.searchsorted(told, [passage.start for passage in passages])
        end = np.searchsorted(told, [passage.end for passage in passages])
        rows = np.array(signs.of(passages)).reshape(-1, len(SIGNS))
        asked = np.array(may_begin(passages), dtype=np.bool_)
        own = views[[bisect_right(paragraphs, passage.start) - 1 for passage in passages]]
        parts.append(Part(tuple(passages), own, rows, asked, end > first))
    return tuple(parts)


def _views(document: Document, scores: Scores) -> Floats:
    """[paragraphs, 7, 384]: the views of every paragraph, 0 where it has no tokens."""
    told = paragraph_firsts(document) >= 0
    views = np.zeros((len(told), scene_views.VIEWS, scores.states.shape[1]), dtype=np.float32)
    views[told] = np.concatenate(list(scene_views.views(document, scores.states)))
    return views


def read_story(gold: GoldStory) -> Read:
    """One story of the test bed."""
    told = [scene.begins.start for scene in gold.gold.scenes]
    parts = read_parts(plain.from_text(gold.text), told)
    right = claimed = 0
    for number, part in enumerate(parts):
        for place, passage in enumerate(part.passages):
            if passage.opened_by is not None or (number and not place):
                claimed += 1
                right += int(part.starts[place])
    return Read(parts, Counts(right, claimed, len(told) - 1))


def read_novels(data: Path) -> list[Read]:
    """The books that nothing is measured on and whose authors mark many breaks, those hidden."""
    apart = held_out(data)
    books: list[Read] = []
    for path in sorted((data / "standardebooks").glob("*.xhtml.gz")):
        book = None if path in apart else read_hidden(path)
        if book is None or not book.starts:
            continue
        if len(book.starts) * 10_000 >= LEAST_BREAKS * len(book.document.text.split()):
            paragraphs = book.document.paragraphs
            starts = [paragraphs[index].start for index in book.starts]
            books.append(Read(read_parts(book.document, starts)))
    return books


def learn(stories: Sequence[Read], novels: Sequence[Read]) -> SceneNetwork:
    """A network that has learnt from these texts."""
    texts = [*stories, *novels]
    starts = np.concatenate([each.starts for each in texts])
    novel = np.arange(len(starts)) >= sum(len(each.starts) for each in stories)
    drawn = np.random.default_rng(SEED).random(len(starts)) * SPARED < 1
    kept = drawn | ~novel | (starts > 0)
    counted = WEIGHT * np.where(novel, NOVELS_COUNT * np.where(starts > 0, 1, SPARED), 1.0)
    views = np.concatenate([each.views for each in texts])
    return scene_network.train(
        Examples(views[kept], starts[kept].astype(np.float32), counted[kept].astype(np.float32)),
        SEED,
    )


def with_word(stories: Sequence[Read], novels: Sequence[Read]) -> tuple[list[Read], list[Read]]:
    """The texts with the sign “encoder” as a network gives it that has not learnt from them."""
    told_stories, told_novels = list(stories), list(novels)
    for group in range(NETWORKS):
        own = slice(group, None, NETWORKS)
        network = learn(_without(stories, own), _without(novels, own))
        told_stories[own] = [_told_by(network, each) for each in stories[own]]
        told_novels[own] = [_told_by(network, each) for each in novels[own]]
    return told_stories, told_novels


def _without(texts: Sequence[Read], group: slice) -> list[Read]:
    kept = list(texts)
    del kept[group]
    return kept


def _told_by(network: SceneNetwork, text: Read) -> Read:
    parts = []
    for part in text.parts:
        signs = part.signs.copy()
        said = scene_network.log_odds(network, part.views)
        signs[:, SIGNS.index("encoder")] = np.clip(said, -SUREST_ODDS, SUREST_ODDS)
        parts.append(structs.replace(part, signs=signs))
    return structs.replace(text, parts=tuple(parts))


def fit(stories: Sequence[Read], novels: Sequence[Read]) -> Matrix:
    """A weight for each sign, and the base behind them."""
    texts = [*stories, *novels]
    signs = np.vstack([each.signs for each in texts])
    starts = np.concatenate([each.starts for each in texts])
    told = sum(len(each.starts) for each in stories)
    novel = np.arange(len(starts)) >= told
    long = SIGNS.index("long part")
    given = np.where(novel, 0, LONG_PART * signs[:, long])
    signs[:, long] = 0
    varies = signs[:told].std(axis=0)
    shrinkage = np.array([*(SHRINKAGE * varies**2 + 1e-9), 0.0, 1e-9])
    shrinkage[long] = 1.0  # a sign that is never there needs some, to have a weight at all
    known = np.column_stack([signs, np.ones(len(signs)), novel])
    weights = logistic.fit(known, starts, shrinkage, given, np.where(novel, NOVELS_COUNT, 1.0))
    weights[long] = LONG_PART
    return weights[:-1]


def found(text: Read, weights: Matrix) -> Counts:
    """What is found of a story's unmarked starts."""
    right = claimed = gold = 0
    for part in text.parts:
        odds = part.signs @ weights[:-1] + weights[-1]
        asked = [float(each) if may else None for each, may in zip(odds, part.asked, strict=True)]
        chosen = list(likeliest(part.passages, asked))
        claimed += len(chosen)
        right += int(part.starts[chosen].sum())
        gold += int(part.starts[part.asked].sum())
    return Counts(right, claimed, gold)


def report(stories: Sequence[Read], novels: Sequence[Read]) -> str:
    """What is found of unmarked and of all starts in stories left out."""
    unmarked: list[Counts] = []
    for fold in range(FOLDS):
        weights = fit([each for at, each in enumerate(stories) if at % FOLDS != fold], novels)
        unmarked += [found(each, weights) for each in stories[fold::FOLDS]]
    own, marked = total(unmarked), total(each.marked for each in stories)
    every = Counts(own.right + marked.right, own.found + marked.found, marked.gold)
    return f"left out: unmarked {own}; with those marked {every}"


def main() -> None:
    """Print the module with the weights, and how good they are to standard error."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    options = parser.parse_args()
    file = options.out / "scenes.onnx"
    if not file.is_file():
        # Nothing is read without one, whatever it says; its word is not used here.
        scene_network.write(SceneNetwork(), file)
    novels = read_novels(options.data)
    stories = [read_story(gold) for gold in testbed.load("seen")]
    scene_network.write(learn(stories, novels), file)
    stories, novels = with_word(stories, novels)
    print(report(stories, novels), file=sys.stderr)
    *weights, base = fit(stories, novels).tolist()
    print('"""How much each sign weighs; written by `python -m training.scene_starts`."""\n')
    print("from collections.abc import Mapping\n")
    print("from fabula.stages.structure.start_signs import Sign\n")
    print(f"BASE = {base:.2f}\n\nWEIGHTS: Mapping[Sign, float] = {{")
    for sign, weight in zip(SIGNS, weights, strict=True):
        print(f'    "{sign}": {weight:.2f},')
    print("}")


if __name__ == "__main__":
    main()
