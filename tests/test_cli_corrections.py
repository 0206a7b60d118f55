"""The commands that correct a story, as a person meets them."""

import io
import json
import sys
from pathlib import Path

import pytest

from fabula import cli

PROSE = (
    "Ines Duarte tied up the boat. Tom Reed sat on the quay, and Captain Marsh slept.\n\n"
    "“Where is the rope?” asked Ines.\n\n“Gone,” said Tom.\n\n“Gone where?”\n\n"
    "“Into the harbour, I suppose.”\n\n“Yes.”\n\nInes looked at Tom. “Then swim,” she said.\n\n"
    "“Yes,” said Captain Marsh. Marsh laughed at Tommy.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "quay.txt"
    path.write_text(PROSE, encoding="utf-8")
    return str(path)


@pytest.fixture
def toml(story: str) -> Path:
    return Path(story).with_name("quay.fabula.toml")


def shown(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[dict]:
    assert cli.main([*arguments, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def refusal(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    return line


def test_a_corrected_line_is_written_and_what_it_changed_is_told(
    story: str, toml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = shown(["line", story, "q4", "--speaker", "ines", "--note", "She threw it."], capsys)
    assert {"q4"} < {change["id"] for change in changes}
    assert 'speaker = "Ines Duarte"\nnote = "She threw it."' in toml.read_text(encoding="utf-8")
    rows = shown(["show", "quotations", story], capsys)
    assert (rows[3]["speaker"], rows[3]["evidence"]) == ("Ines Duarte", "correction")


def test_the_changes_have_a_table(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["line", story, "gone where", "--speaker", "Marsh", "--to", "Tom"]) == 0
    captured = capsys.readouterr()
    assert "“Gone where?”" in captured.out
    assert "Captain Marsh" in captured.out
    assert "1 of 1 corrections in quay.fabula.toml hold" in captured.err
    assert captured.err.splitlines()[-1].endswith("quay.fabula.toml")


def test_a_correction_that_changes_nothing_says_so(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["line", story, "then swim", "--speaker", "Ines"]) == 0
    assert "the story reads as it did" in capsys.readouterr().err


def test_the_cast_is_merged_split_renamed_and_omitted(
    story: str, toml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def people() -> list[str]:
        return [row["name"] for row in shown(["show", "cast", story], capsys)]

    assert people() == ["Ines Duarte", "Tom Reed", "Captain Marsh"]
    shown(["cast", "split", story, "Tom Reed", "Tommy"], capsys)
    assert people() == ["Ines Duarte", "Tom Reed", "Captain Marsh", "Tommy"]
    shown(["cast", "merge", story, "marsh", "tommy"], capsys)
    assert people() == ["Ines Duarte", "Tom Reed", "Captain Marsh"]
    shown(["cast", "rename", story, "Tom", "Tomas Reed"], capsys)
    assert people() == ["Ines Duarte", "Tomas Reed", "Captain Marsh"]
    shown(["cast", "omit", story, "Marsh"], capsys)
    assert people() == ["Ines Duarte", "Tomas Reed"]
    written = toml.read_text(encoding="utf-8")
    assert written.count("format = 1") == 1
    assert [line for line in written.splitlines() if line.startswith("[[")] == [
        "[[split]]",
        "[[merge]]",
        "[[rename]]",
        "[[omit]]",
    ]


def test_a_mention_is_taken_out_by_its_place(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = shown(["cast", "split", story, "Tom", "Young Tom", "--at", "15:45"], capsys)
    assert [change["after"] for change in changes if change["what"] == "cast"] == ["Young Tom"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cast", "merge", "FILE", "Tom", "Rosa"], "nobody in the cast is called 'Rosa'"),
        (["cast", "merge", "FILE", "Tomm", "Ines"], "did you mean 'Tom"),
        (["cast", "merge", "FILE", "Tom"], "are one already"),
        (["cast", "split", "FILE", "Tom", "Ines"], "one of the names of 'Tom Reed'"),
        (["cast", "rename", "FILE", "Tom", "Ines"], "'Ines' is 'Ines Duarte'"),
        (["cast", "omit", "FILE", "Rosa"], "'Rosa'"),
        (["line", "FILE", "yes", "--speaker", "Tom"], "found them in 2: q5"),
        (["line", "FILE", "ahoy", "--speaker", "Tom"], "which none has"),
        (["line", "FILE", "q1"], "give --speaker, --to or --kind"),
        (["line", "-", "q1", "--speaker", "Tom"], "found standard input"),
        (["read", "FILE", "--corrections", "none.toml"], "none.toml"),
        (["read", "FILE", "--corrections", "x", "--no-corrections"], "found both"),
        (["read", "FILE", "FILE", "--corrections", "x"], "found 2"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(
    story: str, toml: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = refusal([story if each == "FILE" else each for each in arguments], capsys)
    assert line.startswith("fabula: ")
    assert said in line
    assert not toml.exists()


def test_a_wrong_file_of_corrections_is_one_line(
    story: str, toml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml.write_text('format = 1\n\n[[line]]\nquote = "Gone"\nspaeker = "Tom"\n', encoding="utf-8")
    assert "quay.fabula.toml:5: expected one of the keys quote," in refusal([story], capsys)
    assert cli.main(["read", story, "--no-corrections"]) == 0


def test_what_does_not_hold_is_said_on_every_run(
    story: str, toml: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toml.write_text('format = 1\n[[omit]]\nname = "Rosa \\u001b[2J"\n', encoding="utf-8")
    for _ in range(2):
        assert cli.main([story]) == 0
        said = capsys.readouterr().err
        assert "0 of 1 corrections" in said
        assert "[stale-correction]" in said
        assert "\x1b" not in said


def test_corrections_can_be_given_to_standard_input(
    story: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('format = 1\n[[rename]]\nname = "Tom"\nto = "Tomas"\n', encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROSE.encode())))
    rows = shown(["show", "cast", "-", "--corrections", str(mine)], capsys)
    assert [row["name"] for row in rows] == ["Ines Duarte", "Tomas", "Captain Marsh"]


def test_a_saved_story_keeps_its_corrections_and_takes_no_others(
    story: str, toml: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown(["cast", "rename", story, "Tom", "Tomas"], capsys)
    saved = str(tmp_path / "quay.fabula.json")
    assert cli.main(["read", story, "-o", saved]) == 0
    capsys.readouterr()
    rows = shown(["show", "cast", saved], capsys)
    assert [row["name"] for row in rows] == ["Ines Duarte", "Tomas", "Captain Marsh"]
    assert "found a saved story" in refusal(["read", saved, "--corrections", str(toml)], capsys)
    assert "found a saved story" in refusal(["cast", "omit", saved, "Tomas"], capsys)
