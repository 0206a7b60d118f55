"""What further pre-training changed, added to a fine-tuned network."""

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which readers do without")

from training.transplant import main, moved, share_moved  # noqa: E402

NETWORK = {"reader.encoder.norm": torch.tensor([1.0, 2.0]), "reader.event": torch.tensor([5.0])}
BEFORE = {"norm": torch.tensor([3.0, 4.0])}
AFTER = {"norm": torch.tensor([3.0, 4.5])}


def test_the_encoder_gets_the_difference_and_the_heads_stay():
    new = moved(NETWORK, BEFORE, AFTER)
    assert new["reader.encoder.norm"].tolist() == [1.0, 2.5]
    assert new["reader.event"].tolist() == [5.0]
    assert NETWORK["reader.encoder.norm"].tolist() == [1.0, 2.0]


def test_no_further_pre_training_changes_nothing():
    new = moved(NETWORK, BEFORE, BEFORE)
    assert all(torch.equal(new[name], weight) for name, weight in NETWORK.items())


def test_encoders_of_different_shapes_are_refused():
    with pytest.raises(ValueError, match="not all have cases"):
        moved(NETWORK, BEFORE, {**AFTER, "cases": torch.zeros(1)})


def test_how_far_it_moved_is_a_share_of_its_length():
    assert share_moved(BEFORE, AFTER) == pytest.approx(0.5 / 5)


def test_the_command_writes_the_network_and_says_how_far_it_moved(tmp_path, capsys):
    paths = [tmp_path / name for name in ("network.pt", "before.pt", "after.pt", "moved.pt")]
    for weights, path in zip((NETWORK, BEFORE, AFTER), paths, strict=False):
        torch.save(weights, path)
    main([*map(str, paths[:3]), "--out", str(paths[3])])
    assert torch.load(paths[3], weights_only=True)["reader.encoder.norm"].tolist() == [1.0, 2.5]
    assert "10.0 %" in capsys.readouterr().out
