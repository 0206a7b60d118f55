import pytest
from evaluation.encoding import announced, encoder_here, scores_of, weights_digest
from evaluation.figures import NotMeasured, ending_in_one_line

from evaluation import encoding
from fabula import segmentation
from fabula.encoder import model
from fabula.errors import ModelError
from fabula.pipeline import bundled
from fabula.sources import plain

DOCUMENT = segmentation.segment(plain.from_text("Ada rowed home."))


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """A folder of weights with nothing in it."""
    monkeypatch.setenv(model.FOLDER_VARIABLE, str(tmp_path))
    return tmp_path


def test_without_weights_the_first_line_says_that_rules_read(weights, capsys):
    assert encoder_here() is None
    assert announced(rules_only=False) is None
    assert capsys.readouterr().out == f"Read by rules only: there are no weights in {weights}\n"


def test_with_weights_rules_read_only_where_they_are_asked_for(weights, capsys):
    (weights / "reader.onnx").write_bytes(b"oars")
    assert announced(rules_only=False) is bundled
    assert announced(rules_only=True) is None
    assert capsys.readouterr().out.splitlines() == [
        "Read with the encoder",
        "Read by rules only, as asked for",
    ]


def test_other_weights_have_another_digest(weights):
    with pytest.raises(FileNotFoundError, match="expected weights"):
        weights_digest()
    (weights / "reader.onnx").write_bytes(b"oars")
    first = weights_digest()
    (weights / "notes.md").write_text("about the oars")
    assert weights_digest() == first
    (weights / "reader.onnx").write_bytes(b"sails")
    assert weights_digest() != first


def test_missing_weights_are_no_figure(monkeypatch):
    def refuse(_):
        raise ModelError("no weights here")

    monkeypatch.setattr(encoding, "encode", refuse)
    with pytest.raises(NotMeasured, match="no weights here"):
        scores_of(DOCUMENT)


def test_a_command_that_cannot_measure_says_why_in_one_line():
    @ending_in_one_line()
    def main():
        raise NotMeasured("no oars")

    with pytest.raises(SystemExit, match=r"^not measured: no oars$"):
        main()
