import os

import msgspec
import pytest

from fabula.errors import LimitError, OutputError, UnreadableFileError
from fabula.serve.library import KEPT, LONGEST_NAME, Library, Reading, StoryFile
from fabula.version import __version__


def put(folder, name, text="“Ready?” asked Ann.\n"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(library):
    return [story.name for story in library.stories()]


def kept(library, story, page=b"<!doctype html>"):
    reading = Reading(name=story.name, stamp=story.stamp, version=__version__, title="A Kite")
    library.keep(reading, page)
    return reading


@pytest.fixture
def story(tmp_path):
    put(tmp_path, "kite.txt")
    (only,) = Library(tmp_path).stories()
    return only


def test_stories_are_listed_by_name_whatever_their_capitals(tmp_path):
    for name in ("Zebra.txt", "apple.md", "part two/Boat.EPUB"):
        put(tmp_path, name)
    assert names(Library(tmp_path)) == ["apple.md", "part two/Boat.EPUB", "Zebra.txt"]


def test_other_files_hidden_ones_and_what_is_kept_are_no_stories(tmp_path):
    for name in ("cover.png", ".secret.txt", ".drafts/a.txt", f"{KEPT}/b.txt", "kite.fabula.toml"):
        put(tmp_path, name)
    assert names(Library(tmp_path)) == []


def test_a_link_out_of_the_folder_is_no_story(tmp_path):
    outside = put(tmp_path, "outside/diary.txt")
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "diary.txt").symlink_to(outside)
    (folder / "all").symlink_to(outside.parent, target_is_directory=True)
    assert names(Library(folder)) == []


def test_a_story_is_read_once_until_it_changes(tmp_path, story):
    library = Library(tmp_path)
    assert library.reading(story) is None
    reading = kept(library, story)
    assert library.reading(story) == reading
    assert library.page(story.name) == b"<!doctype html>"
    path = put(tmp_path, "kite.txt", "“Not yet!” cried Ben, who had the string.\n")
    os.utime(path, ns=(1, 1))
    (changed,) = library.stories()
    assert library.reading(changed) is None


def test_new_corrections_have_a_story_read_again(tmp_path, story):
    library = Library(tmp_path)
    kept(library, story)
    put(tmp_path, "kite.fabula.toml", "format = 1\n")
    (changed,) = library.stories()
    assert library.reading(changed) is None


def test_what_another_version_read_is_read_again(tmp_path, story):
    library = Library(tmp_path)
    library.keep(Reading(name=story.name, stamp=story.stamp, version="0.0.1"), b"")
    assert library.reading(story) is None


def test_a_damaged_note_is_as_good_as_none(tmp_path, story):
    library = Library(tmp_path)
    kept(library, story)
    for note in (tmp_path / KEPT).glob("*.json"):
        note.write_bytes(b'{"name": [')
    assert library.reading(story) is None


def test_the_page_of_a_name_that_leads_elsewhere_is_not_found(tmp_path):
    put(tmp_path, "diary.html", "private")
    folder = tmp_path / "stories"
    folder.mkdir()
    library = Library(folder)
    assert library.page("../diary.html") is None
    assert library.page_path("../diary.html").parent == folder.resolve() / KEPT


@pytest.mark.parametrize("name", ["kite.txt", "C:\\Users\\ann\\kite.txt", "../../kite.txt"])
def test_a_story_that_is_added_keeps_the_last_part_of_its_name(tmp_path, name):
    assert Library(tmp_path).add(name, b"text") == "kite.txt"
    assert (tmp_path / "kite.txt").read_bytes() == b"text"


@pytest.mark.parametrize(
    "name",
    ["", "kite", "kite.exe", ".kite.txt", "..", "kite.txt/", "a\0b.txt", "kite.txt:stream.txt"],
)
def test_a_name_of_no_story_is_refused(tmp_path, name):
    with pytest.raises(OutputError, match="expected the name of a story file"):
        Library(tmp_path).add(name, b"text")
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_a_folder_is_refused(tmp_path):
    with pytest.raises(OutputError, match="at most 120 characters"):
        Library(tmp_path).add("k" * LONGEST_NAME + ".txt", b"text")


def test_a_story_that_is_there_is_never_replaced(tmp_path, story):
    before = story.path.read_bytes()
    with pytest.raises(OutputError, match="a file of that name"):
        Library(tmp_path).add("kite.txt", b"other")
    assert story.path.read_bytes() == before


def test_a_file_larger_than_any_story_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("fabula.serve.library.MAX_FILE_BYTES", 1024**2)
    with pytest.raises(LimitError, match="at most 1 MB"):
        Library(tmp_path).add("kite.txt", b"a" * (1024**2 + 1))


def test_a_library_is_a_folder(tmp_path):
    with pytest.raises(UnreadableFileError, match="nothing there"):
        Library(tmp_path / "missing")
    with pytest.raises(UnreadableFileError, match="a file"):
        Library(put(tmp_path, "kite.txt"))


def test_what_is_kept_is_plain_json(tmp_path, story):
    library = Library(tmp_path)
    kept(library, story)
    (note,) = (tmp_path / KEPT).glob("*.json")
    assert msgspec.json.decode(note.read_bytes())["title"] == "A Kite"
    assert isinstance(story, StoryFile)
