import subprocess
import sys
import time
from collections.abc import Iterator
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
    (models / "speech.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=r"speech\.onnx: .* cannot be loaded") as caught:
        model.run("speech", {})
    assert "\n" not in str(caught.value)


def test_weights_of_another_version_are_refused(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = SimpleNamespace(get_inputs=lambda: [SimpleNamespace(name="letters")])
    monkeypatch.setattr(model, "_session", lambda path: session)
    with pytest.raises(ModelError, match="take cases, pieces, found weights that take letters"):
        model.run("reader", {"pieces": np.zeros(1), "cases": np.zeros(1)})


def test_a_file_is_loaded_once() -> None:
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


def test_answers_come_in_the_order_of_what_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow_first(name: str, inputs: model.Inputs) -> dict[str, np.ndarray]:
        if inputs["number"][0] % 2 == 0:
            time.sleep(0.01)
        return {"answer": inputs["number"] * 10}

    monkeypatch.setattr(model, "run", slow_first)
    asked = ({"number": np.array([number])} for number in range(7))
    answers = [int(answer["answer"][0]) for answer in model.run_all("speech", asked)]
    assert answers == [0, 10, 20, 30, 40, 50, 60]


def test_few_inputs_are_taken_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []

    def numbers() -> Iterator[model.Inputs]:
        for number in range(100):
            taken.append(number)
            yield {"number": np.array([number])}

    monkeypatch.setattr(model, "run", lambda name, inputs: inputs)
    answers = model.run_all("speech", numbers())
    next(answers)
    assert len(taken) < 5
    answers.close()
    assert len(taken) < 5


def test_an_error_reaches_whoever_asked(models: Path) -> None:
    with pytest.raises(ModelError):
        list(model.run_all("speech", [{}, {}]))


def test_nothing_is_loaded_where_nothing_is_asked(models: Path) -> None:
    assert list(model.run_all("reader", [])) == []
