"""One pass of the encoder over a document, and what the stages ask of it later.

`encode` reads the document in windows (`pieces`, `windows`), runs the bundled model (`model`)
and keeps what `scores.Scores` names (`spans`, `parsing`). Stages then ask for the vectors of the
spans they chose (`vectors`) and for the scores of pairs of them (`pairs`).
"""

from itertools import tee

import numpy as np
from numpy.typing import NDArray

from fabula.encoder import model
from fabula.encoder.logistic import probability
from fabula.encoder.parsing import Choices, choices_in, trees
from fabula.encoder.pieces import paragraph_firsts, pieces_of
from fabula.encoder.scene_views import scene_starts
from fabula.encoder.scores import Candidates, Floats, Inputs, Ints, Scores
from fabula.encoder.spans import candidates_in, joined
from fabula.encoder.windows import Batch, Window, batches
from fabula.text import Document

__all__ = ["encode"]

STATE = 384
"""Numbers in a state."""

_WINDOWS_AT_ONCE = 2  # more would cost memory and be no quicker


def encode(document: Document) -> Scores:
    """What the encoder says about a segmented document, in time linear in its length.

    A document without tokens gives empty arrays; nothing is loaded for it.

    Raises:
        ModelError: if the weights are not there or cannot be loaded.
    """
    pieces = pieces_of(document)
    draft = _Draft(document)
    read, kept = tee(batches(pieces, _WINDOWS_AT_ONCE))
    answers = model.run_all("reader", map(_inputs, read))
    for results, batch in zip(answers, kept, strict=True):
        draft.add(batch, results)
    return draft.scores()


def _inputs(batch: Batch) -> Inputs:
    return {
        "pieces": batch.pieces,
        "cases": batch.cases,
        "first": batch.first,
    }


class _Draft:
    """The scores of a document while its windows come in: each core fills its own tokens."""

    def __init__(self, document: Document) -> None:
        tokens = len(document.tokens)
        self._document = document
        firsts = paragraph_firsts(document)
        self.paragraphs = _numbers(firsts[firsts >= 0], tokens)
        starts = np.array([token.start for token in document.tokens], dtype=np.int64)
        opens = np.array([sentence.start for sentence in document.sentences], dtype=np.int64)
        self.sentences = _numbers(np.searchsorted(starts, opens), tokens)
        self.states: NDArray[np.float16] = np.empty((tokens, STATE), dtype=np.float16)
        self.salience, self.event, self.margin = np.empty((3, tokens), dtype=np.float32)
        self.head = np.empty(tokens, dtype=np.int64)
        self.tag, self.relation = np.empty((2, tokens), dtype=np.uint8)
        self.candidates: list[Candidates] = []

    def add(self, batch: Batch, results: dict[str, Floats]) -> None:
        """Take over what is said of the tokens in the cores of a batch.

        Each array of `results` begins with the axis [windows].
        """
        for number, window in enumerate(batch.windows):
            self._add_window(window, {name: array[number] for name, array in results.items()})

    def _add_window(self, window: Window, results: dict[str, Floats]) -> None:
        core, inside = window.core, window.core_inside
        self.states[core] = results["states"][inside]
        self.salience[core] = results["salience"][inside]
        self.event[core] = results["event"][inside]
        self.tag[core] = results["tag"][inside].argmax(axis=1)
        choices = choices_in(window, results["arc"], results["relation"], self.sentences)
        self.head[core] = choices.head
        self.margin[core] = choices.root_margin
        self.relation[core] = choices.relation
        self.candidates.append(candidates_in(window, results["span"], self.paragraphs))

    def scores(self) -> Scores:
        """The whole, once every window is in."""
        choices = Choices(self.head, self.margin, self.relation)
        heads, relations = trees(choices, self.sentences)
        return Scores(
            states=self.states,
            salience=self.salience,
            events=probability(self.event),
            tags=self.tag,
            heads=heads,
            relations=relations,
            scene_starts=scene_starts(self._document, self.states),
            candidates=joined(self.candidates),
        )


def _numbers(firsts: Ints, tokens: int) -> Ints:
    """[tokens]: the number, from 0 without gaps, of the group each token is in.

    `firsts` are the first tokens of the groups in order; tokens before the first group join it.
    """
    opens = np.zeros(tokens, dtype=np.int64)
    opens[firsts[(firsts > 0) & (firsts < tokens)]] = 1
    return np.cumsum(opens)
