"""The page of a story, as a person asks for it."""

import sys
import webbrowser
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from fabula import cli, pipeline
from fabula.formats.saved import save

TEXT = "Ines rowed out.\n\n***\n\n“Wait for the zorble!” said Tom.\n"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    story = tmp_path / "ferry.txt"
    story.write_text(TEXT, encoding="utf-8")
    place = tmp_path / "ferry.fabula.json"
    save(pipeline.read(story, encoder=None), place)
    return place


def test_the_page_stands_beside_the_story(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["page", str(saved)]) == 0
    place = saved.with_name("ferry.html")
    assert "zorble" in place.read_text(encoding="utf-8")
    assert capsys.readouterr().err == f"wrote {place}\n"


def test_a_page_is_replaced_by_the_next(saved: Path) -> None:
    place = saved.with_name("ferry.html")
    assert cli.main(["page", str(saved)]) == 0
    first = place.read_bytes()
    assert cli.main(["page", str(saved)]) == 0
    assert place.read_bytes() == first


def test_what_somebody_else_wrote_is_kept_unless_told(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "mine.html"
    place.write_text("<!doctype html><p>my own page</p>", encoding="utf-8")
    assert cli.main(["page", str(saved), "-o", str(place)]) == 2
    assert "expected a new file or one that Fabula wrote" in capsys.readouterr().err
    assert "my own page" in place.read_text(encoding="utf-8")
    assert cli.main(["page", str(saved), "-o", str(place), "--force"]) == 0
    assert "zorble" in place.read_text(encoding="utf-8")


def test_a_story_in_html_is_not_taken_for_its_page(tmp_path: Path) -> None:
    story = tmp_path / "tale.html"
    story.write_text("<p>Ines rowed out.</p><p>She was alone.</p>", encoding="utf-8")
    from fabula.page_commands import _beside

    assert _beside(str(story)) == tmp_path / "tale.page.html"
    assert _beside(str(tmp_path / "a.b.epub")) == tmp_path / "a.b.html"


def test_the_page_goes_to_standard_output(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(out, encoding="utf-8"))
    assert cli.main(["page", str(saved), "-o", "-"]) == 0
    assert out.getvalue().startswith(b"<!doctype html>")


def test_up_to_a_place_nothing_later_is_in_the_file(saved: Path, tmp_path: Path) -> None:
    place = tmp_path / "part.html"
    assert cli.main(["page", str(saved), "-o", str(place), "--until", "scene:1"]) == 0
    written = place.read_text(encoding="utf-8")
    assert "rowed out" in written
    assert "zorble" not in written


def test_a_place_that_is_not_there_is_refused(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["page", str(saved), "--until", "scene:9"]) == 2
    assert "expected a scene from 1 to 2" in capsys.readouterr().err
    assert not saved.with_name("ferry.html").exists()


def test_it_is_shown_when_asked(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: shown.append(address) or True)
    assert cli.main(["page", str(saved), "--open"]) == 0
    assert shown == [saved.with_name("ferry.html").as_uri()]


def test_without_a_browser_it_says_where_the_page_is(
    saved: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert cli.main(["page", str(saved), "--open"]) == 0
    assert "found no browser; open" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["-", "--open"], ["x.txt", "-o", "-", "--open"]])
def test_what_cannot_be_shown_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["page", *arguments]) == 2
    assert capsys.readouterr().err.startswith("fabula: expected")
