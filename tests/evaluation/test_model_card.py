"""The card and the notice that travel with the weights."""

from importlib import resources
from typing import get_args

import pytest

from evaluation import encoding
from fabula.encoder import model
from fabula.encoder.model import ModelName

FOLDER = resources.files("fabula.models")
CARD = (FOLDER / "README.md").read_text(encoding="utf-8")
NOTICE = (FOLDER / "NOTICE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", get_args(ModelName))
def test_the_card_names_every_file_of_the_weights(name):
    assert f"`{name}.onnx`" in CARD


@pytest.mark.parametrize(
    "owed",
    [
        "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        "NAACL 2019",
        "ACL 2019",
        "LREC 2020",
        "EMNLP 2020",
        "ACL 2023",
        "Apache License 2.0",
        "en_core_web_sm",
    ],
)
def test_the_notice_gives_every_credit_that_a_licence_asks_for(owed):
    assert owed in NOTICE


def test_a_copy_of_the_apache_licence_stands_beside_the_weights():
    licence = (FOLDER / "LICENSE-APACHE-2.0.txt").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_the_card_is_of_the_weights_beside_it(monkeypatch):
    monkeypatch.delenv(model.FOLDER_VARIABLE, raising=False)
    assert f"`{encoding.weights_digest()}`" in CARD


def test_the_folder_has_the_weights_that_are_run_and_no_others():
    present = {entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".onnx")}
    assert present == {f"{name}.onnx" for name in get_args(ModelName)}


def test_the_card_has_no_figures_that_could_go_stale():
    assert "F1" not in CARD
    assert "RESULTS.md" in CARD
