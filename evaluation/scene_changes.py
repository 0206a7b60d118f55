"""Where a scene changes, against breaks that were hidden from the reader.

    python -m evaluation.scene_changes --data FOLDER
    python -m evaluation.scene_changes --data FOLDER --books 4
    python -m evaluation.scene_changes --data FOLDER --encoder
    python -m evaluation.scene_changes --data FOLDER --words

The books are those of Standard Ebooks whose breaks nothing is trained on, see `standard_ebooks`
(the continued pre-training read their words, without any breaks). The breaks (`<hr/>`) are taken
out, and Fabula says of each paragraph how likely a scene begins there unmarked: by the signs of
`fabula.stages.structure.start_signs`, the encoder's word among them. One is left out: that changes
without a mark are rarer in long chapters, which is so where the marks can be seen.
Headings and what follows them are not asked about. The threshold is the one with the best
F1 on every other held-out book, the figures are those of the rest: since the encoder never saw the
breaks of either half, neither flatters it. A start within one paragraph of a break counts in a
second figure, each break and each start once.

With `--encoder` the encoder alone says how likely a start is. With `--words` the likelihood is that
of `evaluation/scene_signs.py`, by the words of the paragraphs without the encoder, its weights
fitted on books that are not held out. Else all is the same.

The baseline calls as many paragraphs a start as Fabula does, at random.
"""

import random
from argparse import ArgumentParser
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import exp
from pathlib import Path
from typing import Literal

from msgspec import Struct

from evaluation import pdnc
from evaluation.encoding import scores_of
from evaluation.figures import SEED, Counts, Figures, ending_in_one_line, percent, total
from evaluation.scene_signs import start_scores
from evaluation.standard_ebooks import HiddenBreaks, held_out, read_hidden
from fabula import pipeline
from fabula.encoder.scores import Scores
from fabula.stages.scenes import marked_passages
from fabula.stages.structure.start_signs import SIGNS, Sign, StartSigns
from fabula.stages.structure.start_weights import WEIGHTS
from fabula.stages.structure.unmarked import log_odds, may_begin
from fabula.text import Document

_OF_MARKS: Sign = "long part"
THRESHOLDS = tuple(step / 100 for step in range(2, 100, 2))


class Told(Struct, frozen=True):
    """What is asked and what is said of one book, paragraph by paragraph, in order."""

    name: str
    paragraphs: tuple[int, ...]
    probabilities: tuple[float, ...]
    starts: frozenset[int]

    def found(self, threshold: float) -> list[int]:
        """The paragraphs whose probability reaches the threshold."""
        pairs = zip(self.paragraphs, self.probabilities, strict=True)
        return [index for index, probability in pairs if probability >= threshold]

    def at_random(self, rate: float) -> list[int]:
        """Paragraphs drawn at a rate, the same ones each time."""
        chance = random.Random(f"{SEED} {self.name}")
        return [index for index in self.paragraphs if chance.random() < rate]


def tell(book: HiddenBreaks) -> Told:
    """What Fabula says about one book.

    Raises:
        NotMeasured: if the weights of the encoder are not there.
    """
    kept: list[tuple[Document, Scores]] = []

    def encoder(document: Document) -> Scores:
        kept.append((document, scores_of(document)))
        return kept[-1][1]

    story = pipeline.analyse(book.document, encoder=encoder, until="chapters")
    signs = StartSigns(*kept[-1])
    paragraphs = [paragraph.start for paragraph in book.document.paragraphs]
    likely: dict[int, float] = {}
    for passages in marked_passages(story):
        for passage, own, begins in zip(
            passages, signs.of(passages), may_begin(passages), strict=True
        ):
            if begins:
                index = bisect_right(paragraphs, passage.start) - 1
                likely[index] = _probability(own)
    return Told(
        name=book.name,
        paragraphs=book.asked,
        probabilities=tuple(likely.get(index, 0.0) for index in book.asked),
        starts=book.starts,
    )


def _probability(signs: Sequence[float]) -> float:
    """How likely a scene begins where these signs are, in a text whose breaks are hidden."""
    odds = log_odds(signs) - WEIGHTS[_OF_MARKS] * signs[SIGNS.index(_OF_MARKS)]
    return 1 / (1 + exp(-odds))


def tell_by_encoder(book: HiddenBreaks) -> Told:
    """What the encoder alone says about one book.

    Raises:
        NotMeasured: if its weights are not there.
    """
    starts = scores_of(book.document).scene_starts
    return Told(
        name=book.name,
        paragraphs=book.asked,
        probabilities=tuple(float(starts[index]) for index in book.asked),
        starts=book.starts,
    )


def tell_by_words(book: HiddenBreaks) -> Told:
    """What the words of one book say, without the encoder."""
    scores = start_scores(book.document)
    return Told(
        name=book.name,
        paragraphs=book.asked,
        probabilities=tuple(scores[index] for index in book.asked),
        starts=book.starts,
    )


By = Literal["signs", "encoder", "words"]
_TELLERS: Mapping[By, Callable[[HiddenBreaks], Told]] = {
    "signs": tell,
    "encoder": tell_by_encoder,
    "words": tell_by_words,
}


def matched(found: Iterable[int], gold: Iterable[int], reach: int) -> int:
    """How many pairs of a found and a gold paragraph lie within `reach`, each used once.

    Taking the first that fits, in order, gives the largest number for intervals of one length.
    """
    ours, theirs = sorted(found), sorted(gold)
    pairs = one = other = 0
    while one < len(ours) and other < len(theirs):
        if abs(ours[one] - theirs[other]) <= reach:
            pairs, one, other = pairs + 1, one + 1, other + 1
        elif ours[one] < theirs[other]:
            one += 1
        else:
            other += 1
    return pairs


def counts(found: Sequence[int], gold: frozenset[int], reach: int = 0) -> Counts:
    """The counts of one book."""
    return Counts(matched(found, gold, reach), len(found), len(gold))


def best_threshold(books: Sequence[Told]) -> float:
    """The threshold with the highest exact F1 over all books, the lowest of equals."""
    return max(
        THRESHOLDS,
        key=lambda threshold: (
            total(counts(book.found(threshold), book.starts) for book in books).f1,
            -threshold,
        ),
    )


class Scored(Struct, frozen=True):
    """The books that were scored, and the threshold that the others decided."""

    books: tuple[Told, ...]
    threshold: float

    def counts(self, reach: int = 0) -> Counts:
        """Over all books."""
        return total(counts(book.found(self.threshold), book.starts, reach) for book in self.books)

    def random_counts(self, reach: int = 0) -> Counts:
        """Those of the baseline, at the same rate."""
        asked = sum(len(book.paragraphs) for book in self.books)
        rate = self.counts().found / max(asked, 1)
        return total(counts(book.at_random(rate), book.starts, reach) for book in self.books)


def measure(data: Path, books: int | None = None, *, by: By = "signs") -> Scored:
    """Read the held-out books, or the first few, and score every other one."""
    teller = _TELLERS[by]
    return score([teller(read_hidden(path)) for path in held_out(data)[:books]])


def score(told: Sequence[Told]) -> Scored:
    """Decide the threshold on the second, fourth … book and keep the others to be scored."""
    return Scored(tuple(told[::2]), best_threshold(told[1::2] or told))


def figures(scored: Scored) -> Figures:
    """Exact and near figures in per cent, with the baseline's F1."""
    exact, near = scored.counts(), scored.counts(reach=1)
    return {
        "scenes_precision": exact.precision,
        "scenes_recall": exact.recall,
        "scenes_f1": exact.f1,
        "scenes_near_f1": near.f1,
        "scenes_random_f1": scored.random_counts().f1,
        "scenes_random_near_f1": scored.random_counts(reach=1).f1,
        "scenes_threshold": percent(scored.threshold, 1),
    }


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print the figures of the held-out books."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--books", type=int, metavar="N", help="the first N held-out books only")
    parser.add_argument(
        "--encoder", action="store_const", dest="by", const="encoder", help="by the encoder alone"
    )
    parser.add_argument(
        "--words", action="store_const", dest="by", const="words", help="by words, no encoder"
    )
    parser.set_defaults(by="signs")
    options = parser.parse_args(given)
    scored = measure(options.data, options.books, by=options.by)
    print("Protocol: hidden breaks; one threshold, chosen on other held-out books")
    print(f"Split: Standard Ebooks, held out, {len(scored.books)} books scored")
    print(f"Threshold: {scored.threshold:.2f}")
    for title, reach in (("exact", 0), ("within one", 1)):
        print(f"  {title:<12}{scored.counts(reach)}")
        print(f"  {'at random':<12}{scored.random_counts(reach)}")
    with_breaks = [book for book in scored.books if book.starts]
    by_f1 = sorted(
        (counts(book.found(scored.threshold), book.starts).f1, book.name) for book in with_breaks
    )
    print("Worst books: " + ", ".join(f"{name} ({f1:.1f})" for f1, name in by_f1[:3]))


if __name__ == "__main__":
    main()
