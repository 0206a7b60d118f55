import numpy as np
import pytest

from fabula.encoder import model, vectors
from fabula.encoder.scores import Scores
from fabula.encoder.vectors import mention_vectors, utterance_vectors, weighted_means


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, model.Inputs]]:
    """What the model is asked; it answers with the sum of what it is given."""
    calls: list[tuple[str, model.Inputs]] = []

    def run(name: str, inputs: model.Inputs) -> dict[str, np.ndarray]:
        calls.append((name, inputs))
        return {"vectors": (inputs["first"] + inputs["last"] + inputs["content"])[:, :256]}

    monkeypatch.setattr(model, "run", run)
    return calls


def by_hand(scores: Scores, first: int, last: int) -> np.ndarray:
    rows = slice(first, min(last, first + vectors.LONGEST - 1) + 1)
    weights = np.exp(scores.salience[rows].astype(np.float64))
    states = scores.states[rows].astype(np.float64)
    return (states * weights[:, None]).sum(axis=0) / weights.sum()


def test_the_mean_of_one_token_is_its_state(random_scores: Scores) -> None:
    mean = weighted_means(random_scores, np.array([5]), np.array([5]))
    assert np.array_equal(mean[0], random_scores.states[5].astype(np.float32))


def test_salient_tokens_count_more(random_scores: Scores) -> None:
    first, last = np.array([3, 0, 40, 40]), np.array([9, 99, 41, 99])
    means = weighted_means(random_scores, first, last)
    assert means.shape == (4, 384)
    for row in range(4):
        assert means[row] == pytest.approx(by_hand(random_scores, first[row], last[row]), abs=1e-5)


def test_only_the_first_sixty_tokens_count(random_scores: Scores) -> None:
    first = np.array([0, 0])
    means = weighted_means(random_scores, first, np.array([59, 99]))
    assert np.array_equal(means[0], means[1])


def test_a_mention_is_read_at_its_first_and_last_token(
    random_scores: Scores, asked: list[tuple[str, model.Inputs]]
) -> None:
    found = mention_vectors(random_scores, np.array([2, 7]), np.array([4, 7]))
    ((name, inputs),) = asked
    assert name == "mentions"
    states = random_scores.states.astype(np.float32)
    assert np.array_equal(inputs["first"], states[[2, 7]])
    assert np.array_equal(inputs["last"], states[[4, 7]])
    assert {array.dtype for array in inputs.values()} == {np.dtype(np.float32)}
    assert found.shape == (2, vectors.SPAN_VECTOR)


def test_the_mean_of_a_quotation_is_that_of_its_first_part(
    random_scores: Scores, asked: list[tuple[str, model.Inputs]]
) -> None:
    utterance_vectors(random_scores, np.array([10]), np.array([30]), np.array([14]))
    ((name, inputs),) = asked
    assert name == "utterances"
    assert np.array_equal(inputs["last"][0], random_scores.states[30].astype(np.float32))
    assert inputs["content"][0] == pytest.approx(by_hand(random_scores, 10, 14), abs=1e-5)


def test_vectors_do_not_depend_on_how_many_are_made_at_once(
    random_scores: Scores,
    asked: list[tuple[str, model.Inputs]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = np.arange(50)
    whole = mention_vectors(random_scores, first, first + 3)
    monkeypatch.setattr(vectors, "_SPANS_AT_ONCE", 7)
    assert np.array_equal(whole, mention_vectors(random_scores, first, first + 3))
    assert len(asked) == 1 + 8


def test_no_spans_need_no_model(
    random_scores: Scores, asked: list[tuple[str, model.Inputs]]
) -> None:
    nothing = np.empty(0, dtype=np.int64)
    assert mention_vectors(random_scores, nothing, nothing).shape == (0, 256)
    assert asked == []
