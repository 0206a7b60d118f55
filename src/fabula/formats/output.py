"""Writing files so that nothing is lost and nothing is half written."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from fabula.errors import OutputError

_HEAD_BYTES = 64


def write_atomically(path: Path, data: bytes, *, replaces: Callable[[bytes], bool]) -> None:
    """Write `data` beside `path` and then move it there, so that a reader sees all or nothing.

    A file that is there already is replaced only if `replaces` says so of its first 64 bytes:
    `-o chapter.txt` by mistake must not cost anyone their chapter.

    Raises:
        OutputError: if the folder is missing or not writable, or the old file is worth keeping.
    """
    _keep_what_is_there(path, replaces)
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:40]}.", delete=False
        ) as file:
            temporary = Path(file.name)
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                temporary.chmod(0o666 & ~_umask())
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise OutputError(
            f"{path}: expected a place to write to, found that it cannot be written "
            f"({error.strerror}); choose another with -o"
        ) from error


def _keep_what_is_there(path: Path, replaces: Callable[[bytes], bool]) -> None:
    try:
        if not path.exists():
            return
        if path.is_file():
            with path.open("rb") as file:
                head = file.read(_HEAD_BYTES)
            if not head or replaces(head):
                return
    except OSError as error:
        raise OutputError(
            f"{path}: expected a place to write to, found that it cannot be looked at "
            f"({error.strerror}); choose another with -o"
        ) from error
    raise OutputError(
        f"{path}: expected a new file or one that Fabula wrote, found something else there; "
        "choose another name with -o"
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
