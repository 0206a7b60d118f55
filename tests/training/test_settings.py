"""The settings of runs: what stands in `training/runs` can be run again."""

from pathlib import Path

import msgspec
import pytest

from training import settings

RUNS = Path(settings.__file__).parent / "runs"
PRETRAINING = RUNS / "fiction.toml"
TEACHING = RUNS / "teacher.toml"
FINE_TUNING = sorted(set(RUNS.glob("*.toml")) - {PRETRAINING, TEACHING})


@pytest.mark.parametrize("path", FINE_TUNING, ids=lambda path: path.stem)
def test_every_run_can_be_read_and_is_named_as_its_file(path):
    assert settings.read(path).name == path.stem


@pytest.mark.parametrize("path", [*FINE_TUNING, PRETRAINING, TEACHING], ids=lambda path: path.stem)
def test_every_run_has_its_record(path):
    record = msgspec.json.decode(path.with_suffix(".json").read_bytes())
    assert record["settings"]["name"] == path.stem


def test_an_unknown_key_is_refused(tmp_path):
    path = tmp_path / "run.toml"
    path.write_text(FINE_TUNING[0].read_text() + "places = 0.2\n")
    with pytest.raises(msgspec.ValidationError, match="places"):
        settings.read(path)


def test_pre_training_keeps_the_encoder_that_fine_tuning_began_from():
    pytest.importorskip("torch", reason="training needs torch, which readers do without")
    from training import pretrain

    run = msgspec.toml.decode(PRETRAINING.read_bytes(), type=pretrain.Settings)
    starts = {settings.read(path).start for path in FINE_TUNING}
    kept = {name for step in run.keep for name in run.files_at(step)}
    assert kept & starts
    assert run.files_at(run.steps) == ("fiction.pt",)
