"""Story files: one reader per kind, all giving a `Document`.

A reader is `read(data, name, encoding=None) -> Document` in a module of its own. It decodes the
text, cuts it into paragraphs, and keeps what the file's form says as marks; it decides nothing
about the story. `identify` looks at the bytes first and at the name only where they leave a choice.
"""

import importlib
import stat
from pathlib import Path
from typing import BinaryIO

from fabula.errors import LimitError, UnreadableFileError
from fabula.sources.identification import Format, identify
from fabula.sources.limits import MAX_FILE_BYTES
from fabula.text import Document

__all__ = ["Format", "identify", "printable", "read_bytes", "read_file", "read_stream"]

_READERS: dict[Format, str] = {
    "plain": "plain",
    "gutenberg": "gutenberg",
    "fanficfare": "fanficfare_text",
    "markdown": "markdown",
    "novelwriter": "novelwriter",
    "html": "html",
    "epub": "epub",
    "docx": "docx",
}
"""Format to module. Modules are imported when first needed: some take their time."""


def read_file(path: Path, *, encoding: str | None = None) -> Document:
    """Read a story file of any known kind.

    `read_file(Path("chapter.txt"))`; `encoding` overrides what the bytes look like.

    Raises:
        UnreadableFileError: if it is missing, not a regular file, or may not be opened.
        SourceError: whatever else keeps it from being read as a story.
    """
    name = printable(str(path))
    try:
        status = path.stat()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableFileError(_unreadable(name, error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFileError(
            f"{name}: expected a story file, found a directory; name a file in it"
        )
    if not stat.S_ISREG(status.st_mode):
        # Opening a pipe or a device could wait or run for ever.
        raise UnreadableFileError(
            f"{name}: expected a regular file, found a pipe or a device; save the text as a file"
        )
    _check_size(status.st_size, name)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(_unreadable(name, error)) from error
    return read_bytes(data, path.name, encoding=encoding)


def read_stream(stream: BinaryIO, name: str = "standard input") -> bytes:
    """All that a stream gives, up to the size that a story file may have.

    Raises:
        LimitError: if it gives more.
    """
    data = stream.read(MAX_FILE_BYTES + 1)
    _check_size(len(data), name)
    return data


def read_bytes(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """Read a story from the bytes of a file; `name` is for messages and a hint at the format.

    `read_bytes("“Ready?” asked Ann.".encode(), "note.txt")` is a plain document of one paragraph.

    Raises:
        SourceError: if the bytes cannot be read as a story; the message says what to do.
    """
    name = printable(name)
    _check_size(len(data), name)
    module = importlib.import_module(f"fabula.sources.{_READERS[identify(data, name)]}")
    document: Document = module.read(data, name, encoding)
    return document


def printable(name: str) -> str:
    """A file's name as it can be shown on one line and written as UTF-8.

    Line ends, control characters and bytes that are no text, which a name may hold on some
    systems, become U+FFFD.
    """
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _check_size(size: int, name: str) -> None:
    if size > MAX_FILE_BYTES:
        raise LimitError(
            f"{name}: expected at most {MAX_FILE_BYTES // 1024**2} MB, found "
            f"{size // 1024**2} MB; split the file, or take the pictures out of the book"
        )


def _unreadable(path: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path}: expected a story file, found nothing there; check the path"
    if isinstance(error, PermissionError):
        return f"{path}: expected a file that may be read, found no permission; change its rights"
    reason = getattr(error, "strerror", None) or str(error)
    return f"{path}: expected a story file, found an error ({reason}); check the path"
