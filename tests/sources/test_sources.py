"""Reading files from disk and from memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fabula import sources
from fabula.errors import (
    EmptyStoryError,
    FabulaError,
    LimitError,
    SourceError,
    UnreadableFileError,
)
from fabula.sources import limits

STORY = "“Ready?” asked Ann.\n\nBen tied the last knot.\n"


def test_a_story_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "knots.txt"
    path.write_text(STORY, encoding="utf-8")
    document = sources.read_file(path)
    assert document.text == STORY
    assert document.name == "knots.txt"
    assert document.format == "plain"
    assert [document[span] for span in document.paragraphs] == [
        "“Ready?” asked Ann.",
        "Ben tied the last knot.",
    ]


def test_bytes_are_read_like_a_file() -> None:
    assert sources.read_bytes(STORY.encode(), "knots.txt").text == STORY


def test_an_encoding_asked_for_is_used() -> None:
    data = "Zoë".encode("mac_roman")
    assert sources.read_bytes(data, "a.txt", encoding="mac_roman").text == "Zoë"


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        sources.read_file(path)
    return str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "found nothing there; check the path" in refusal(tmp_path / "lost.txt")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert "found a directory" in refusal(tmp_path)


def test_a_path_with_a_nul_is_refused() -> None:
    assert "expected a story file" in refusal(Path("a\0b.txt"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "found a pipe or a device" in refusal(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no /dev/zero")
def test_an_endless_device_is_refused() -> None:
    assert "found a pipe or a device" in refusal(Path("/dev/zero"))


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    assert "found no permission; change its rights" in refusal(path)


def test_a_huge_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(limits.MAX_FILE_BYTES + 1)  # takes no room on the disk
    with pytest.raises(LimitError, match="at most 256 MB"):
        sources.read_file(path)


@pytest.mark.parametrize(
    ("data", "found"),
    [(b"", "an empty file"), (b" \r\n\t\n", "only white space"), (b"* * *\n12\n", "no letters")],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.nwd"])
def test_a_file_without_letters_is_no_story(data: bytes, found: str, name: str) -> None:
    with pytest.raises(EmptyStoryError, match=f"found {found}; check the file"):
        sources.read_bytes(data, name)


def test_a_line_longer_than_any_story_is_refused() -> None:
    data = b"One day. " + b"x" * 50_000_000
    with pytest.raises(LimitError, match="on line 1; split the text into paragraphs"):
        sources.read_bytes(data, "a.txt")


def test_a_novel_on_one_line_is_read() -> None:
    data = b"The tide came in. " * 20_000
    assert len(sources.read_bytes(data, "a.txt").paragraphs) == 1


def test_more_lines_than_any_story_are_refused() -> None:
    with pytest.raises(LimitError, match="at most 1,000,000 lines"):
        sources.read_bytes(b"a\n" * 1_000_001, "a.txt")


def test_every_refusal_is_a_source_error_on_one_line() -> None:
    for data in (b"", b"%PDF-1.7", b"\x00\x01\x02" * 100, b"PK\x03\x04"):
        with pytest.raises(SourceError) as caught:
            sources.read_bytes(data, "a.txt")
        message = str(caught.value)
        assert message.startswith("a.txt: expected ")
        assert "\n" not in message
        assert isinstance(caught.value, FabulaError)


@pytest.mark.parametrize("name", ["two\nlines.txt", "caf\udce9.txt", "\x1b[31mred.txt"])
def test_a_name_that_cannot_be_shown_is_made_so(name: str) -> None:
    document = sources.read_bytes(STORY.encode(), name)
    assert document.name.isprintable()
    document.name.encode()
    with pytest.raises(EmptyStoryError) as caught:
        sources.read_bytes(b"", name)
    assert str(caught.value).isprintable()
    assert refusal(Path(name)).isprintable()


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    code = (
        "import sys; from fabula import sources; sources.read_bytes(b'Once.', 'a.txt'); "
        "print(*{'lxml', 'mammoth', 'markdown_it', 'charset_normalizer'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
