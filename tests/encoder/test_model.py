import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import fabula
from fabula.encoder import model
from fabula.errors import ModelError


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the weights are looked for in."""
    monkeypatch.setenv(model.FOLDER_VARIABLE, str(tmp_path))
    return tmp_path


def test_weights_come_from_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(model.FOLDER_VARIABLE, raising=False)
    assert model.folder() == Path(fabula.__file__).parent / "models"


def test_a_missing_file_is_one_clear_line(models: Path) -> None:
    with pytest.raises(ModelError, match=r"reader\.onnx: .* found no file; install") as caught:
        model.run("reader", {})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"no weights at all", b"\x00" * 4096])
def test_a_damaged_file_is_one_clear_line(models: Path, content: bytes) -> None:
    (models / "places.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=r"places\.onnx: .* cannot be loaded") as caught:
        model.run("places", {})
    assert "\n" not in str(caught.value)


def test_weights_of_another_version_are_refused(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = SimpleNamespace(get_inputs=lambda: [SimpleNamespace(name="letters")])
    monkeypatch.setattr(model, "_session", lambda path: session)
    with pytest.raises(ModelError, match="take cases, pieces, found weights that take letters"):
        model.run("reader", {"pieces": np.zeros(1), "cases": np.zeros(1)})


def test_a_file_is_loaded_once(weights: None) -> None:
    path = model.folder() / "mentions.onnx"
    assert model._session(path) is model._session(path)


def test_importing_fabula_loads_no_library_of_the_encoder() -> None:
    code = (
        "import sys; import fabula; "
        "print(*(n for n in ('numpy', 'onnxruntime', 'tokenizers') if n in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_the_records_of_scores_do_not_load_the_runtime() -> None:
    code = "import sys; import fabula.encoder.scores; print('onnxruntime' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False"]
