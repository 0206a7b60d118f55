import os

import pytest
from evaluation.gate import Floors, OtherData, check_data, failures, load, main, raised, save

from evaluation import gate

DIGESTS = {"litbank": "aa", "pdnc": "bb"}


def test_a_figure_under_its_floor_is_named():
    floors = Floors({}, {"events_f1": 60.0, "mentions_f1": 80.0})
    lines = failures(floors, {"events_f1": 59.97, "mentions_f1": 80.0})
    assert lines == ["events_f1: 59.97, under its floor of 60.0"]


def test_a_floor_without_a_figure_fails():
    assert failures(Floors({}, {"events_f1": 60.0}), {}) == ["events_f1: not measured, floor 60.0"]


def test_floors_go_up_and_never_down():
    floors = Floors(DIGESTS, {"events_f1": 60.0, "mentions_f1": 80.0, "speakers": 70.0})
    after = raised(floors, {"events_f1": 71.5, "mentions_f1": 75.0, "gold_conll": 68.8}, DIGESTS)
    assert after.floors == {
        "events_f1": 71.2,
        "gold_conll": 68.5,
        "mentions_f1": 80.0,
        "speakers": 70.0,
    }


def test_other_data_is_refused_and_new_data_is_not():
    check_data(Floors({}, {}), DIGESTS)
    check_data(Floors(DIGESTS, {}), DIGESTS)
    with pytest.raises(OtherData, match="pdnc"):
        check_data(Floors({**DIGESTS, "pdnc": "cc"}, {}), DIGESTS)


def test_floors_survive_their_file(tmp_path):
    floors = Floors(DIGESTS, {"events_f1": 71.2})
    save(floors, tmp_path / "floors.toml")
    assert load(tmp_path / "floors.toml") == floors
    assert load(tmp_path / "missing.toml") == Floors({}, {})


@pytest.fixture
def measured(monkeypatch):
    """What the gate measures and the digests of the data, to be changed by a test."""
    figures = {"events_f1": 71.5}
    monkeypatch.setattr(gate, "measure", lambda _: (figures, []))
    monkeypatch.setattr(gate, "data_digests", lambda _: dict(DIGESTS))
    return figures


def test_the_gate_passes_fails_and_refuses(measured, tmp_path, capsys):
    path = tmp_path / "floors.toml"
    assert main(["--data", "."], path) == 0
    assert not path.exists()
    assert main(["--data", ".", "--raise"], path) == 0
    measured["events_f1"] = 70.0
    assert main(["--data", ".", "--raise"], path) == 1
    assert load(path).floors == {"events_f1": 71.2}
    save(Floors({"litbank": "cc"}, {}), path)
    assert main(["--data", "."], path) == 2
    assert "other data in litbank" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(
    "FABULA_DATA" not in os.environ, reason="FABULA_DATA names no folder with LitBank and PDNC"
)
def test_no_figure_is_under_its_floor():
    assert main(["--data", os.environ["FABULA_DATA"]]) == 0
