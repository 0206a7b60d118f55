"""The network of scene starts: it learns what it is shown, and its file says the same."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which readers do without")
pytest.importorskip("onnx", reason="weights are written with onnx")

from onnxruntime import InferenceSession  # noqa: E402
from training.scene_network import Examples  # noqa: E402

from training import scene_network  # noqa: E402


@pytest.fixture(scope="module")
def examples():
    """Paragraphs that begin a scene where what comes is of another kind than what came."""
    random = np.random.default_rng(5)
    before, after = random.integers(0, 2, size=(2, 800))
    kinds = random.normal(size=(2, 384))
    views = random.normal(scale=0.5, size=(800, 7, 384))
    views[:, :4] += kinds[after][:, None]
    views[:, 4:] += kinds[before][:, None]
    starts = (before != after).astype(np.float32)
    return Examples(views.astype(np.float32), starts, np.ones(800, dtype=np.float32))


@pytest.fixture(scope="module")
def network(examples):
    return scene_network.train(examples, seed=2)


def test_it_learns_that_a_change_begins_a_scene(network, examples):
    said = scene_network.log_odds(network, examples.views) > 0
    assert (said == (examples.starts > 0)).mean() > 0.95


def test_the_same_examples_and_seed_give_the_same_network(network, examples):
    again = scene_network.train(examples, seed=2)
    some = examples.views[:20]
    assert np.array_equal(
        scene_network.log_odds(network, some), scene_network.log_odds(again, some)
    )


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_file_says_what_the_network_says(network, examples, tmp_path):
    scene_network.write(network, tmp_path / "scenes.onnx")
    session = InferenceSession(tmp_path / "scenes.onnx", providers=["CPUExecutionProvider"])
    (said,) = session.run(["start"], {"views": examples.views[:20]})
    assert np.allclose(said, scene_network.log_odds(network, examples.views[:20]), atol=1e-4)
