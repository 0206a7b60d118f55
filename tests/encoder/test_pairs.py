import numpy as np
import pytest

from fabula.encoder import model, pairs

RANDOM = np.random.default_rng(3)
VECTORS = RANDOM.normal(size=(30, 256)).astype(np.float32)
OTHERS = RANDOM.normal(size=(20, 256)).astype(np.float32)
LEFT, RIGHT = RANDOM.integers(0, 30, 90), RANDOM.integers(0, 20, 90)
FEATURES = RANDOM.integers(0, 5, (90, 4))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, model.Inputs]]:
    """What the model is asked; a pair's score is made of its own vectors and features alone."""
    calls: list[tuple[str, model.Inputs]] = []

    def run(name: str, inputs: model.Inputs) -> dict[str, np.ndarray]:
        calls.append((name, inputs))
        lefts = inputs["utterances" if name == "speech" else "vectors"][inputs["left"]]
        rights = inputs["mentions" if name == "speech" else "vectors"][inputs["right"]]
        score = lefts[:, 0] - rights[:, 1] + inputs["features"].sum(axis=1)
        answers = {"coreference": 1, "speech": 2}[name]
        wide = (score[:, None] + np.arange(answers)).astype(np.float32)
        return {"score": wide[:, 0] if answers == 1 else wide}

    monkeypatch.setattr(model, "run", run)
    return calls


@pytest.fixture(params=[2048, 90, 13, 1])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(pairs, "_PAIRS_AT_ONCE", request.param)
    return int(request.param)


def expected(lefts: np.ndarray, rights: np.ndarray, answers: int) -> np.ndarray:
    score = lefts[LEFT, 0] - rights[RIGHT, 1] + FEATURES.sum(axis=1)
    return score[:, None] + np.arange(answers)


def test_each_pair_of_mentions_gets_its_score(
    asked: list[tuple[str, model.Inputs]], at_once: int
) -> None:
    found = pairs.score_coreference(VECTORS, LEFT, RIGHT, FEATURES)
    assert found == pytest.approx(expected(VECTORS, VECTORS, 1)[:, 0], abs=1e-5)
    assert len(asked) == -(-90 // at_once)


def test_each_quotation_and_mention_get_two_scores(
    asked: list[tuple[str, model.Inputs]], at_once: int
) -> None:
    found = pairs.score_speech(VECTORS, OTHERS, LEFT, RIGHT, FEATURES)
    assert found == pytest.approx(expected(VECTORS, OTHERS, 2), abs=1e-5)


def test_only_the_vectors_of_the_pairs_are_handed_over(
    asked: list[tuple[str, model.Inputs]],
) -> None:
    pairs.score_coreference(VECTORS, np.array([3, 3]), np.array([9, 21]), FEATURES[:2])
    assert np.array_equal(asked[0][1]["vectors"], VECTORS[[3, 9, 21]])


def test_no_pairs_need_no_model(asked: list[tuple[str, model.Inputs]]) -> None:
    nothing = np.empty(0, dtype=np.int64)
    assert pairs.score_coreference(VECTORS, nothing, nothing, FEATURES[:0]).shape == (0,)
    assert pairs.score_speech(VECTORS, OTHERS, nothing, nothing, FEATURES[:0]).shape == (0, 2)
    assert asked == []
