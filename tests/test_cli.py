"""The command line as a person meets it."""

import io
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

import fabula
from fabula import cli
from fabula.formats.rows import SHOWN

NOT_TOLD = {"relations", "secrets"}
"""The example story says too little of these for a claim."""

EXAMPLE = Path(__file__).parent.parent / "examples" / "the_lamplighters.txt"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("saved") / "lamps.fabula.json"
    assert cli.main(["read", str(EXAMPLE), "-o", str(place)]) == 0
    return place


def lines(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_file_alone_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(EXAMPLE)]) == 0
    page = capsys.readouterr().out
    assert "The Lamplighters of Osker Quay by Marlow Finch" in page
    for name in ("Josefina", "Bartholomew", "Wilkin", "Captain Drum"):
        assert name in page
    assert "Pennywhistle" not in page


def test_the_summary_as_json_counts_what_is_there(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["read", str(saved), "--json"]) == 0
    (summary,) = lines(capsys.readouterr().out)
    assert summary["counts"]["scenes"] == 4
    assert summary["title"] == "The Lamplighters of Osker Quay"
    assert summary["author"] == "Marlow Finch"


def test_a_saved_story_shows_what_its_file_shows(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for layer in SHOWN:
        assert cli.main(["show", layer, str(saved), "--json"]) == 0
        from_saved = capsys.readouterr().out
        assert cli.main(["show", layer, str(EXAMPLE), "--json"]) == 0
        assert capsys.readouterr().out == from_saved
        assert lines(from_saved) or layer in NOT_TOLD


def test_offsets_count_code_points_of_the_text(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    cli.main(["show", "quotations", str(saved), "--json"])
    for row in lines(capsys.readouterr().out):
        assert row["text"] == " ".join(text[start:end] for start, end in row["parts"])
    cli.main(["show", "mentions", str(saved), "--json"])
    for row in lines(capsys.readouterr().out):
        assert row["text"] == text[row["start"] : row["end"]]


@pytest.mark.parametrize("layer", sorted(set(SHOWN) - NOT_TOLD))
def test_every_layer_has_a_table(
    saved: Path, layer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["show", layer, str(saved)]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 3


@pytest.mark.parametrize("layer", sorted(NOT_TOLD))
def test_a_layer_without_records_is_said_to_be_empty(
    saved: Path, layer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["show", layer, str(saved)]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"no {layer} found")


def test_reading_twice_saves_the_same_bytes(saved: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.fabula.json"
    run = [sys.executable, "-m", "fabula", "read", str(EXAMPLE), "-o", str(again)]
    subprocess.run(run, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert again.read_bytes() == saved.read_bytes()


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], saved: Path
) -> None:
    for data in (EXAMPLE.read_bytes(), saved.read_bytes()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert cli.main(["show", "scenes", "-", "--json"]) == 0
        assert len(lines(capsys.readouterr().out)) == 4


def refusal(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("fabula: ")
    return line


def test_a_missing_file_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nowhere.txt" in refusal([str(tmp_path / "nowhere.txt")], capsys)


@pytest.mark.parametrize("arguments", [[], ["read"], ["page"], ["who"]])
def test_a_name_too_long_for_a_file_is_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    somebody = ["Ines"] if arguments == ["who"] else []
    assert "too long" in refusal([*arguments, "x" * 300 + ".txt", *somebody], capsys)


def test_a_word_too_long_for_a_file_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "expected a command" in refusal(["x" * 300], capsys)


def test_a_folder_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "found a directory" in refusal(["read", str(tmp_path)], capsys)


def test_an_empty_file_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert "empty" in refusal(["read", str(empty)], capsys)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_locked_file_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("Mine.")
    locked.chmod(0)
    assert "permission" in refusal(["read", str(locked)], capsys).lower()
    locked.chmod(stat.S_IRWXU)


def test_an_unknown_word_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "found 'raed'" in refusal(["raed"], capsys)


def test_an_unknown_layer_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "weather" in refusal(["show", "weather", str(EXAMPLE)], capsys)


def test_a_wrong_encoding_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    line = refusal(["read", str(EXAMPLE), "--encoding", "ascii"], capsys)
    assert "ascii" in line


def test_an_encoding_that_does_not_exist_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "klingon" in refusal(["read", str(EXAMPLE), "--encoding", "klingon"], capsys)


def test_escape_sequences_in_a_message_are_shown_not_sent(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "\x1b" not in refusal(["read", "\x1b[2J.txt"], capsys)


def test_the_manuscript_is_not_overwritten(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    manuscript = tmp_path / "chapter.txt"
    manuscript.write_bytes(EXAMPLE.read_bytes())
    refusal(["read", str(manuscript), "-o", str(manuscript)], capsys)
    assert manuscript.read_bytes() == EXAMPLE.read_bytes()


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"fabula {fabula.__version__}\n"


@pytest.mark.parametrize("command", cli.fabula.commands.values(), ids=lambda each: each.name)
def test_every_command_has_help_with_an_example(command: click.Command) -> None:
    assert command.help
    assert command.epilog
    assert re.match(r"Example: fabula \w", command.epilog)


def test_a_reader_that_leaves_early_is_no_error(saved: Path) -> None:
    run = subprocess.run(
        f'"{sys.executable}" -m fabula show mentions "{saved}" --json | head -n 1',
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    assert len(run.stdout.splitlines()) == 1


def test_guesses_name_a_speaker_for_every_line_with_a_candidate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "quay.txt"
    file.write_text(
        "Ines and Tom sat on the quay with Rosa. Tom sang. Ines laughed, and Rosa laughed.\n\n"
        "The rain fell on the boats all afternoon.\n\n“Gone.”\n"
    )
    spoken = []
    for options in ([], ["--guess"]):
        assert cli.main(["show", "quotations", str(file), "--json", *options]) == 0
        (line,) = lines(capsys.readouterr().out)
        spoken.append(line["speaker"])
        assert line["candidates"]
    assert spoken[0] is None
    assert spoken[1] in {"Ines", "Tom", "Rosa"}


def test_a_saved_story_cannot_be_guessed_at(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["read", str(saved), "--guess"]) == 2
    assert "--guess" in capsys.readouterr().err
