"""Making a correction: all of it, or nothing."""

from pathlib import Path

import pytest

import fabula
from fabula.correcting import correct
from fabula.corrections import requests
from fabula.corrections.records import Merge, Omit
from fabula.errors import CorrectionsError, SourceError

PROSE = (
    "Ines tied up the boat. Tom sat on the quay.\n\n“Where is the rope?” asked Ines.\n\n"
    "“Gone,” said Tom. Ines looked at Tom.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "quay.txt"
    path.write_text(PROSE, encoding="utf-8")
    return path


def merge(story: fabula.Story) -> Merge:
    return requests.merge(story, ["Ines", "Tom"])


def test_a_correction_is_kept_beside_the_story_and_applied(story: Path) -> None:
    done = correct(story, merge, encoder=None)
    assert done.place == story.with_name("quay.fabula.toml")
    assert len(done.before.cast) == 2
    assert len(done.after.cast) == 1
    assert fabula.read(story, encoder=None) == done.after
    assert fabula.read(story, encoder=None, corrections=False) == done.before
    assert story.read_text(encoding="utf-8") == PROSE


def test_another_file_of_corrections_can_be_named(story: Path, tmp_path: Path) -> None:
    done = correct(story, merge, encoder=None)
    elsewhere = tmp_path / "mine.toml"
    done.place.rename(elsewhere)
    assert len(fabula.read(story, encoder=None).cast) == 2
    assert len(fabula.read(story, encoder=None, corrections=elsewhere).cast) == 1
    with pytest.raises(CorrectionsError, match="found nothing"):
        fabula.read(story, encoder=None, corrections=tmp_path / "none.toml")


def test_a_correction_that_cannot_hold_is_not_written(story: Path) -> None:
    place = story.with_name("quay.fabula.toml")
    mine = 'format = 1\n[[never_merge]]\nnames = ["Tom", "Ines"] # they are two\n'
    place.write_text(mine, encoding="utf-8")
    with pytest.raises(CorrectionsError, match=r"'Ines' and 'Tom' apart.*nothing was written"):
        correct(story, merge, encoder=None)
    assert place.read_text(encoding="utf-8") == mine


def test_a_file_that_changed_meanwhile_is_not_overwritten(story: Path) -> None:
    place = story.with_name("quay.fabula.toml")

    def request(read: fabula.Story) -> Merge:
        place.write_text("format = 1\n# quick as a cat\n", encoding="utf-8")
        return merge(read)

    with pytest.raises(CorrectionsError, match="changed in the meantime"):
        correct(story, request, encoder=None)
    assert "quick as a cat" in place.read_text(encoding="utf-8")


def test_a_wrong_file_is_refused_before_anything_is_asked(story: Path) -> None:
    story.with_name("quay.fabula.toml").write_text("format = 3\n", encoding="utf-8")

    def request(_: fabula.Story) -> Omit:
        raise AssertionError("nobody should ask")

    with pytest.raises(CorrectionsError, match="found format = 3"):
        correct(story, request, encoder=None)


def test_a_saved_story_is_refused(story: Path, tmp_path: Path) -> None:
    saved = tmp_path / "quay.fabula.json"
    fabula.save(fabula.read(story, encoder=None), saved)
    with pytest.raises(CorrectionsError, match="found a saved story"):
        correct(saved, merge, encoder=None)


def test_a_story_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, Path("a\0b"), tmp_path / ("x" * 252 + ".txt")):
        with pytest.raises(SourceError):
            correct(path, merge, encoder=None)


def test_a_folder_in_the_place_of_the_file_is_refused(story: Path) -> None:
    story.with_name("quay.fabula.toml").mkdir()
    with pytest.raises(CorrectionsError, match="found something else"):
        correct(story, merge, encoder=None)


def test_a_file_behind_a_link_is_changed_where_it_is(story: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_text("format = 1\n", encoding="utf-8")
    story.with_name("quay.fabula.toml").symlink_to(real)
    correct(story, merge, encoder=None)
    assert story.with_name("quay.fabula.toml").is_symlink()
    assert "[[merge]]" in real.read_text(encoding="utf-8")


def test_line_ends_of_the_file_stay(story: Path) -> None:
    place = story.with_name("quay.fabula.toml")
    place.write_bytes(b"format = 1\r\n# mine\r\n")
    correct(story, merge, encoder=None)
    written = place.read_bytes()
    assert written.startswith(b"format = 1\r\n# mine\r\n\r\n[[merge]]\r\n")
