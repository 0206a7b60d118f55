"""A reader without weights, for tests of what is done with its results, and the real one."""

from collections.abc import Callable

import numpy as np
import pytest

from fabula.encoder import model
from fabula.encoder.pieces import Pieces
from fabula.encoder.scores import ENTITY_TYPES, PARTS_OF_SPEECH, RELATIONS, Candidates, Scores


@pytest.fixture
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the model, one whose results can be foretold from the pieces.

    A token's state repeats the vocabulary entry of its first piece; it is an event if it is
    written with a capital; its tag is the entry modulo the tags; each token likes the one before
    it as head; every token is a PER by itself. A scene begins where the states after are greater
    than those before.
    """

    def run(name: str, inputs: model.Inputs) -> dict[str, np.ndarray]:
        if name == "scenes":
            views = inputs["views"]
            return {"start": np.sign(views[:, 2, 0] - views[:, 5, 0])}
        assert name == "reader"
        pieces, cases, first = inputs["pieces"], inputs["cases"], inputs["first"]
        entries = np.take_along_axis(pieces, first, axis=1)
        written = np.take_along_axis(cases, first, axis=1)
        windows, tokens = first.shape
        row, column = np.indices((tokens, tokens))
        span = np.full((windows, len(ENTITY_TYPES), tokens, tokens), -9.0, dtype=np.float32)
        span[:, 0] = np.where(row == column, 4.0, -9.0)
        results = {
            "states": np.repeat(entries[:, :, None] / 100, 384, axis=2),
            "salience": entries / 1000,
            "event": np.where(written == 2, 3.0, -3.0),
            "tag": np.eye(len(PARTS_OF_SPEECH))[entries % len(PARTS_OF_SPEECH)],
            "relation": np.eye(len(RELATIONS))[entries % len(RELATIONS)],
            "arc": np.broadcast_to(-np.abs(column - row + 1.0), (windows, tokens, tokens)),
            "span": span,
        }
        return {name: array.astype(np.float32) for name, array in results.items()}

    monkeypatch.setattr(model, "run", run)


@pytest.fixture(scope="session")
def pieces_with() -> Callable[[list[int]], Pieces]:
    """`pieces_with([2, 1])`: pieces of tokens that have so many of their own."""
    return make_pieces


def make_pieces(counts: list[int]) -> Pieces:
    after = np.cumsum(counts, dtype=np.int64)
    begin = after - np.array(counts, dtype=np.int64)
    first = np.where(np.array(counts) > 0, begin, np.maximum(begin - 1, 0))
    total = max(int(after[-1]), 1) if counts else 0
    return Pieces(
        ids=np.arange(1000, 1000 + total),
        cases=np.ones(total, dtype=np.uint8),
        first=first,
        after=np.maximum(after, first + 1),
    )


@pytest.fixture
def random_scores() -> Scores:
    """Scores of a hundred tokens with random states and salience."""
    random = np.random.default_rng(7)
    nothing = np.empty(0, dtype=np.int64)
    return Scores(
        states=random.normal(size=(100, 384)).astype(np.float16),
        salience=random.normal(scale=3, size=100).astype(np.float32),
        events=np.zeros(100, dtype=np.float32),
        tags=np.zeros(100, dtype=np.uint8),
        heads=np.arange(100),
        relations=np.zeros(100, dtype=np.uint8),
        scene_starts=np.zeros(1, dtype=np.float32),
        candidates=Candidates(
            nothing, nothing, nothing.astype(np.uint8), nothing.astype(np.float32)
        ),
    )
