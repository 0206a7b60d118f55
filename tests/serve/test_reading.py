import time

import pytest

from fabula.serve import reading
from fabula.serve.library import Library
from fabula.serve.reading import Reader


def dies(folder, story, sender):
    """Stands for a reader that a file has brought down."""
    raise SystemExit(9)


def never_ends(folder, story, sender):
    """Stands for a very long book."""
    time.sleep(600)


@pytest.fixture
def library(tmp_path):
    (tmp_path / "kite.txt").write_text("“Up!” said Ann.\n", encoding="utf-8")
    return Library(tmp_path)


def wait(condition, seconds=30):
    for _ in range(seconds * 20):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited too long")


def test_a_reader_that_dies_leaves_a_line_about_it(library, monkeypatch):
    monkeypatch.setattr(reading, "read_and_keep", dies)
    reader = Reader(library)
    (story,) = reader.look()
    wait(lambda: reader.step("kite.txt") is None)
    found = library.reading(story)
    assert found is not None
    assert "ended the reader" in (found.problem or "")
    reader.look()
    assert reader.step("kite.txt") is None  # not tried again until the file changes
    reader.stop()


def test_stopping_ends_a_reading_and_keeps_nothing_of_it(library, monkeypatch):
    monkeypatch.setattr(reading, "read_and_keep", never_ends)
    reader = Reader(library)
    (story,) = reader.look()
    assert reader.step("kite.txt") is not None
    began = time.monotonic()
    reader.stop()
    assert time.monotonic() - began < 10
    assert library.reading(story) is None
