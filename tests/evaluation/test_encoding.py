import pytest
from evaluation.encoding import scores_of
from evaluation.figures import NotMeasured, ending_in_one_line

from evaluation import encoding
from fabula import segmentation
from fabula.errors import ModelError
from fabula.sources import plain

DOCUMENT = segmentation.segment(plain.from_text("Ada rowed home."))


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
