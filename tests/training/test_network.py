"""The network: shapes, and that what it says of a window depends on that window alone."""

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which readers do without")

from training.network import SPAN_VECTOR, STATE, Network, Pairs, span_states  # noqa: E402


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(3)
    return Network().eval()


def windows(rows, tokens=5, filled=12):
    generator = torch.Generator().manual_seed(4)
    pieces = torch.randint(1000, 2000, (rows, 256), generator=generator)
    attended = torch.zeros(rows, 256, dtype=torch.int64)
    attended[:, :filled] = 1
    first = torch.arange(1, tokens + 1).repeat(rows, 1)
    return pieces * attended, attended.clone(), first, attended


def test_every_score_has_a_row_for_each_token(network):
    scores = network.reader(*windows(2))
    assert scores["states"].shape == (2, 5, STATE)
    assert scores["event"].shape == scores["scene"].shape == scores["salience"].shape == (2, 5)
    assert scores["arc"].shape == (2, 5, 5)
    assert scores["span"].shape == (2, 7, 5, 5)


def test_a_window_is_read_alike_whatever_stands_beside_it(network):
    batch = windows(3)
    together = network.reader(*batch)["event"]
    alone = network.reader(*(part[1:2] for part in batch))["event"]
    assert torch.allclose(together[1:2], alone, atol=1e-5)


def test_padding_changes_nothing(network):
    pieces, cases, first, attended = windows(1)
    other = pieces.clone()
    other[:, 200] = 1234  # not attended
    seen = network.reader(pieces, cases, first, attended)["tag"]
    assert torch.allclose(seen, network.reader(other, cases, first, attended)["tag"], atol=1e-5)


def test_a_window_without_padding_is_read_as_it_is_beside_wider_ones(network):
    pieces, cases, first, attended = windows(1)
    padded = network.reader(pieces, cases, first, attended)["event"]
    narrow = network.reader(pieces[:, :12], cases[:, :12], first)["event"]
    assert torch.allclose(padded, narrow, atol=1e-5)


def test_the_network_has_fewer_than_thirty_million_parameters(network):
    assert sum(weight.numel() for weight in network.parameters()) < 30_000_000


def test_the_content_of_a_span_leans_on_its_salient_token():
    states = torch.eye(4, STATE)
    salience = torch.tensor([0.0, 0.0, 9.0, 0.0])
    first, last = torch.tensor([0]), torch.tensor([2])
    opening, closing, content = span_states(states, salience, first, last)
    assert opening[0, 0] == 1
    assert closing[0, 2] == 1
    assert content[0, 2] > 0.99
    assert content[0, 3] == 0


def test_a_pair_is_scored_alike_among_few_and_many():
    torch.manual_seed(5)
    pairs = Pairs((3, 2), 1).eval()
    vectors = torch.randn(6, SPAN_VECTOR)
    left, right = torch.tensor([0, 1, 2]), torch.tensor([3, 4, 5])
    features = torch.tensor([[0, 3], [1, 4], [2, 3]])
    scores = pairs(vectors, vectors, left, right, features)
    alone = pairs(vectors, vectors, left[1:2], right[1:2], features[1:2])
    assert scores.shape == (3, 1)
    assert torch.allclose(scores[1:2], alone, atol=1e-6)
