"""Looks into a ZIP archive without trusting it: nothing is written, all unpacking is counted.

A ZIP is easy to make hostile: a few kilobytes that unpack to gigabytes, entries that share one
stretch of the file, names that lead out of the folder, sizes that are not true.
"""

import re
import zipfile
import zlib
from io import BytesIO
from posixpath import normpath
from urllib.parse import unquote

from fabula.errors import BrokenFileError, EncryptedFileError, LimitError
from fabula.sources.limits import (
    MAX_ARCHIVE_ENTRIES,
    MAX_ENTRY_BYTES,
    MAX_RATIO,
    MAX_RATIO_FROM_BYTES,
    MAX_UNPACKED_BYTES,
)
from fabula.text import Diagnostic

_CHUNK = 256 * 1024
_ENTRY_SIGNATURE = b"PK\x01\x02"
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED_FLAG = 1
_SYMLINK = 0o120000
_FILE_TYPE = 0o170000
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_REMOTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_DRIVE = re.compile(r"[a-zA-Z]:")
_CONTROL = re.compile("[\x00-\x1f\x7f]")


class Archive:
    """The files in an EPUB or DOCX, by name, read into memory one at a time.

    `names` are those that may be read; entries whose names lead out of the archive, and links,
    are left out and noted in `diagnostics`.

    Raises:
        BrokenFileError: if it is not a whole ZIP archive.
        LimitError: if it has more entries than a book can have, or entries that overlap.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._unpacked = 0
        self.diagnostics: list[Diagnostic] = []
        if data.count(_ENTRY_SIGNATURE) > MAX_ARCHIVE_ENTRIES:
            raise LimitError(
                f"{name}: expected at most {MAX_ARCHIVE_ENTRIES:,} files in the archive, "
                "found more; save it again from the program that made it"
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise BrokenFileError(_broken(name, str(error))) from error
        # A name may be empty in a damaged directory, which `is_dir` does not expect.
        entries = [info for info in self._zip.infolist() if info.filename and not info.is_dir()]
        _check_overlap(entries, len(data), name)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for info in entries:
            self._add(info)
        self._folded = {_fold(entry): entry for entry in reversed(self._entries)}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, in the archive's order."""
        return tuple(self._entries)

    def find(self, path: str) -> str | None:
        """The name of the file at this path, None if there is none.

        Another spelling of the same name will do: `Text/Ch%201.xhtml` for `text/ch 1.xhtml`.
        """
        if path in self._entries:
            return path
        return self._folded.get(_fold(path))

    def read(self, entry: str) -> bytes:
        """Unpack one file.

        Raises:
            EncryptedFileError: if it has a password.
            BrokenFileError: if it is damaged, or packed in a way that books do not use.
            LimitError: if it unpacks to more than a book's file can be.
        """
        info = self._entries[entry]
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedFileError(
                f"{self._name}: expected a book that can be read, found '{entry}' locked with "
                "a password; save it without one"
            )
        if info.compress_type not in _METHODS:
            raise BrokenFileError(
                f"{self._name}: expected files packed by deflate, found method "
                f"{info.compress_type} in '{entry}'; pack it again as EPUB or DOCX"
            )
        try:
            return self._unpack(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise BrokenFileError(_broken(self._name, f"{entry}: {error}")) from error

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        chunks = []
        size = 0
        with self._zip.open(info) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                self._unpacked += len(chunk)
                self._check_size(info, size)
                chunks.append(chunk)
        return b"".join(chunks)

    def _check_size(self, info: zipfile.ZipInfo, size: int) -> None:
        ratio = size > MAX_RATIO_FROM_BYTES and size > MAX_RATIO * info.compress_size
        if ratio or size > MAX_ENTRY_BYTES or self._unpacked > MAX_UNPACKED_BYTES:
            limit = min(MAX_ENTRY_BYTES, max(MAX_RATIO_FROM_BYTES, MAX_RATIO * info.compress_size))
            raise LimitError(
                f"{self._name}: expected '{info.filename}' to unpack to at most {limit:,} bytes "
                f"({MAX_UNPACKED_BYTES:,} with all others), found more; the archive is damaged "
                "or an attack"
            )

    def _add(self, info: zipfile.ZipInfo) -> None:
        entry = _modern_name(info).replace("\\", "/")
        link = (info.external_attr >> 16) & _FILE_TYPE == _SYMLINK
        if link or leads_out(entry):
            message = "left out a link" if link else "left out a file with an unsafe name"
            self.diagnostics.append(Diagnostic("unsafe-name", f"{message}: {entry!r}"))
        else:
            self._entries.setdefault(entry, info)


def leads_out(path: str) -> bool:
    """Whether a path in an archive leads out of it: `../x`, `/x`, `C:/x`."""
    unsafe = path.startswith("/") or _DRIVE.match(path) or _CONTROL.search(path)
    return bool(unsafe) or ".." in path.split("/")


def resolve(base: str, reference: str) -> tuple[str, str] | None:
    """The path in the archive and the fragment that a reference in the file `base` leads to.

    `resolve("OEBPS/toc.ncx", "text/ch%201.xhtml#c1")` is `("OEBPS/text/ch 1.xhtml", "c1")`. None
    for what lies outside the archive: `https:` and other addresses, and paths that lead out.
    """
    path, _, fragment = reference.strip().partition("#")
    if _REMOTE.match(path):
        return None
    path = unquote(path.partition("?")[0])
    folder = base.rpartition("/")[0]
    if not path:
        return base, unquote(fragment)
    inside = path.startswith("/") or not folder  # “/” is the archive's root
    resolved = normpath(path.lstrip("/") if inside else f"{folder}/{path}")
    return None if leads_out(resolved) else (resolved, unquote(fragment))


def _fold(path: str) -> str:
    return unquote(path).casefold()


def _modern_name(info: zipfile.ZipInfo) -> str:
    """UTF-8 names that are not declared as such, as many programs write them."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _check_overlap(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """Entries that share bytes of the file can unpack to its square."""
    places = sorted((info.header_offset, info.compress_size) for info in entries)
    ends = [start + _LOCAL_HEADER_BYTES + packed for start, packed in places]
    starts = [start for start, _ in places[1:]] + [size]
    if any(end > start for end, start in zip(ends, starts, strict=False)):
        raise LimitError(
            f"{name}: expected files that lie one after the other in the archive, found some that "
            "overlap; save it again from the program that made it"
        )


def _broken(name: str, reason: str) -> str:
    return (
        f"{name}: expected a whole ZIP archive, found a damaged or truncated one ({reason}); "
        "download or copy it again"
    )
