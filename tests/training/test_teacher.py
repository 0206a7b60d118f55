"""The larger encoder: shapes, what is frozen, and what it tells the small one."""

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which readers do without")

from training.examples import example  # noqa: E402
from training.mpnet import Mpnet, buckets  # noqa: E402
from training.passages import Passage  # noqa: E402
from training.teacher import Teacher  # noqa: E402

from training import mpnet, taught  # noqa: E402


@pytest.fixture
def small(monkeypatch):
    """A teacher with the shape of the real one, but thin."""
    for name, size in {"STATE": 48, "INNER": 96, "LAYERS": 5}.items():
        monkeypatch.setattr(mpnet, name, size)
    torch.manual_seed(1)
    return Teacher().eval()


def test_near_pieces_are_told_apart_and_far_ones_by_stretches():
    row = buckets(200)[100]
    assert row[93:101].tolist() == [7, 6, 5, 4, 3, 2, 1, 0]
    assert row[101:108].tolist() == [17, 18, 19, 20, 21, 22, 23]
    assert row[0] == 15
    assert row[199] == 31
    assert (row[:100].diff() <= 0).all()


def test_what_was_published_of_the_lower_layers_stays():
    learnt = {name.split(".")[1] for name, weight in _weights() if weight.requires_grad}
    assert not {str(number) for number in range(mpnet.FROZEN)} & learnt
    assert str(mpnet.FROZEN) in learnt


def _weights():
    with torch.device("meta"):
        return [
            (name.removeprefix("layers"), weight)
            for name, weight in Mpnet().named_parameters()
            if name.startswith("layers")
        ]


TEXT = "Ada rowed to the mill.\n\nTom, who had slept, waved to her."


def test_a_passage_is_told_a_chance_for_each_token(small):
    told = taught.labelled(small, Passage(id="ferry", source="standardebooks", text=TEXT))
    assert told.taught is not None
    assert len(told.taught.events) == len(TEXT.replace(",", " ,").replace(".", " .").split())
    assert all(0 < chance < 1 for chance in told.taught.events)


def test_spans_that_are_told_lie_where_the_teacher_saw_them(small):
    small.span.left.bias.data.view(-1, 65)[:, -1] = 4.0  # every span is a mention
    told = taught.labelled(small, Passage(id="ferry", source="standardebooks", text=TEXT))
    labels = example(told).labels
    assert labels.types == tuple(range(6))
    assert len(labels.spans) == len(told.taught.spans) > 100
    assert (labels.chances > 0.5).all()
    assert labels.event[labels.in_core].min() > 0
