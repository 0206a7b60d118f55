"""The commands that ask a story something, as a person meets them."""

import json
import re
from pathlib import Path

import pytest

from fabula import cli, pipeline
from fabula.formats.saved import save
from fabula.story import Story

EXAMPLE = Path(__file__).parent.parent / "examples" / "the_lamplighters.txt"


@pytest.fixture
def saved(tmp_path: Path) -> str:
    story: Story = pipeline.read(EXAMPLE, encoder=None)
    place = tmp_path / "lamps.fabula.json"
    save(story, place)
    return str(place)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(list(arguments)) == 0
    return capsys.readouterr().out


def test_who_tells_of_somebody(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "who", saved, "Josefina")
    assert page.startswith("Josefina (she) · also Jo")
    assert "close to Bartholomew" in page
    assert "not known" in page
    row = json.loads(printed(capsys, "who", saved, "jo", "--json"))
    assert row["name"] == "Josefina"
    assert row["where"] is None
    assert row["first"]["quote"].startswith("Josefina counted the lamps")


def test_who_up_to_a_place_says_no_more(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    early = json.loads(printed(capsys, "who", saved, "Josefina", "--until", "scene:1", "--json"))
    late = json.loads(printed(capsys, "who", saved, "Josefina", "--json"))
    assert early["mentions"] < late["mentions"]
    assert early["last_scene"] == "s1"
    assert cli.main(["who", saved, "Wilkin", "--until", "scene:1"]) == 2
    assert "nobody in the cast is called 'Wilkin'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["where", "holds", "knows"])
def test_what_was_not_read_is_not_known(
    saved: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "not known" in printed(capsys, command, saved, "Josefina")


@pytest.mark.parametrize("command", ["who", "where", "holds", "knows"])
def test_an_unknown_name_is_refused_in_one_line_with_the_nearest(
    saved: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, saved, "Josefna"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert "did you mean 'Josefina'?" in line


def test_a_place_that_is_not_there_is_refused(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["where", saved, "Jo", "--until", "scene:9"]) == 2
    assert "expected a scene from 1 to 4, found 'scene:9'" in capsys.readouterr().err


def test_a_draft_is_compared_with_another(
    saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    text = EXAMPLE.read_text(encoding="utf-8")
    changed = re.sub(r"\bWil\b", "Otto", text.replace("Wilkin", "Ottokar"))
    draft.write_text(changed, encoding="utf-8")
    assert "renamed" in printed(capsys, "diff", saved, str(draft))
    rows = [
        json.loads(line)
        for line in printed(capsys, "diff", saved, str(draft), "--json").splitlines()
    ]
    assert {(row["what"], row["before"], row["after"]) for row in rows} == {
        ("person", "Wilkin", "Ottokar")
    }


def test_the_same_draft_twice_is_no_difference(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", saved, saved]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "the same people, scenes and facts" in captured.err


def test_standard_input_cannot_be_both_drafts(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", "-", "-"]) == 2
    assert "standard input twice" in capsys.readouterr().err
