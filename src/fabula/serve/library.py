"""The story files in a folder, and the pages that were made of them.

What was read is kept in `FOLDER/.fabula`, so that a library opens at once the next time: for each
story its page and a note of what the file was like when it was read. A story is read again when
it or its corrections have changed, and when Fabula has.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from fabula.corrections.reading import beside
from fabula.errors import LimitError, OutputError, UnreadableFileError
from fabula.formats.output import write_atomically
from fabula.sources import printable
from fabula.sources.limits import MAX_FILE_BYTES
from fabula.version import __version__

KEPT = ".fabula"
"""The folder, inside the library's, that holds what was read."""

SUFFIXES = frozenset(".txt .md .markdown .html .htm .xhtml .epub .docx .nwd".split())
"""Endings of names by which story files are known."""

MOST_STORIES = 2_000
MOST_FOLDERS_DEEP = 4
"""How much of a folder is listed: somebody may name a whole disk."""

LONGEST_NAME = 120
"""Characters of an uploaded file's name; most file systems take 255 bytes."""


class StoryFile(Struct, frozen=True):
    """A story file as it is now."""

    name: str
    """Its path inside the library, with `/` between folders."""
    path: Path
    stamp: tuple[int, ...]
    """Size and time of change (nanoseconds) of the file, then of its corrections if any."""


class Reading(Struct, frozen=True):
    """What is kept beside a story's page."""

    name: str
    stamp: tuple[int, ...]
    version: str
    title: str | None = None
    author: str | None = None
    words: int = 0
    scenes: int = 0
    people: int = 0
    problem: str | None = None
    """Why there is no page: the one line that says what was expected, found and to be done."""


class Library:
    """A folder of stories.

    Raises:
        UnreadableFileError: if the folder is missing or is no folder.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise UnreadableFileError(
                f"{printable(str(folder))}: expected a folder of stories, found "
                f"{'a file' if folder.exists() else 'nothing there'}; name a folder"
            )
        self.folder = folder.resolve()
        self._kept = self.folder / KEPT

    def stories(self) -> tuple[StoryFile, ...]:
        """The story files in the folder and the folders in it, by name.

        Hidden files, links, and what lies deeper than four folders are left out.
        """
        found: list[StoryFile] = []
        for path in self._files():
            stamp = _stamp(path)
            if stamp is not None:
                found.append(StoryFile(path.relative_to(self.folder).as_posix(), path, stamp))
            if len(found) == MOST_STORIES:
                break
        return tuple(sorted(found, key=lambda story: story.name.lower()))

    def _files(self) -> Iterator[Path]:
        for folder, folders, names in os.walk(self.folder):
            deep = len(Path(folder).relative_to(self.folder).parts)
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and deep < MOST_FOLDERS_DEEP
            )
            for name in sorted(names):
                path = Path(folder) / name
                if not name.startswith(".") and path.suffix.lower() in SUFFIXES:
                    yield path

    def reading(self, story: StoryFile) -> Reading | None:
        """What is kept of a story, if it was read as it is now."""
        try:
            kept = msgspec.json.decode(self._note(story.name).read_bytes(), type=Reading)
        except (OSError, msgspec.DecodeError):
            return None  # never read, or not to be trusted: read it again
        now = (story.name, story.stamp, __version__)
        return kept if (kept.name, kept.stamp, kept.version) == now else None

    def page(self, name: str) -> bytes | None:
        """The page of a story in UTF-8, if there is one."""
        try:
            return self.page_path(name).read_bytes()
        except OSError:
            return None

    def keep(self, reading: Reading, page: bytes | None) -> None:
        """Keep what was read of a story; without a page, why there is none.

        Raises:
            OutputError: if the folder cannot be written to.
        """
        self._kept.mkdir(exist_ok=True)
        if page is not None:
            write_atomically(self.page_path(reading.name), page, replaces=lambda _: True)
        note = msgspec.json.encode(reading) + b"\n"
        write_atomically(self._note(reading.name), note, replaces=lambda _: True)

    def page_path(self, name: str) -> Path:
        """Where the page of the story of this name is kept."""
        return self._kept / f"{_key(name)}.html"

    def _note(self, name: str) -> Path:
        return self._kept / f"{_key(name)}.json"

    def add(self, name: str, data: bytes) -> str:
        """Put a new story file into the folder; its name there.

        Raises:
            LimitError: if it is larger than a story file can be.
            OutputError: if the name is none for a story file, or is taken by another file.
        """
        chosen = _file_name(name)
        if len(data) > MAX_FILE_BYTES:
            raise LimitError(
                f"{chosen}: expected at most {MAX_FILE_BYTES // 1024**2} MB, found "
                f"{len(data) // 1024**2} MB; split the file"
            )
        path = self.folder / chosen
        if path.exists() or path.is_symlink():
            raise OutputError(
                f"{chosen}: expected a new name, found a file of that name in the folder; "
                "rename the one to be added"
            )
        write_atomically(path, data, replaces=lambda _: False)
        return chosen


def _stamp(path: Path) -> tuple[int, ...] | None:
    """What the file and its corrections are like; None if it is not a file of the folder's own."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        stats = [path.stat()]
        corrections = beside(path)
        if corrections.is_file():
            stats.append(corrections.stat())
    except OSError:
        return None  # gone since the folder was listed
    return tuple(value for each in stats for value in (each.st_size, each.st_mtime_ns))


def _key(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _file_name(name: str) -> str:
    """The last part of a name that came from elsewhere, if a story file can be called so."""
    last = printable(name).replace("\\", "/").rpartition("/")[2].strip()
    suffix = Path(last).suffix.lower()
    if suffix not in SUFFIXES or last.startswith(".") or "\ufffd" in last or ":" in last:
        raise OutputError(
            f"{last[:LONGEST_NAME] or 'the file'}: expected the name of a story file "
            f"({', '.join(sorted(SUFFIXES))}), found another; rename it"
        )
    if len(last) > LONGEST_NAME:
        raise OutputError(
            f"{last[:40]}…: expected a name of at most {LONGEST_NAME} characters, "
            f"found {len(last)}; rename it"
        )
    return last
