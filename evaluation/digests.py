"""Fingerprints of data folders: whether two runs saw the same data."""

import hashlib
from pathlib import Path


def digest(folder: Path) -> str:
    """The SHA-256 of a folder: of every file's path in it and content, in order of path.

    Names that begin with a dot are left out, since they come and go with the machine.

    Raises:
        FileNotFoundError: if there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"expected the data folder {folder}, found none")
    files = [path for path in folder.rglob("*") if path.is_file()]
    total = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.relative_to(folder).parts):
        parts = path.relative_to(folder).parts
        if any(part.startswith(".") for part in parts):
            continue
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{'/'.join(parts)}\0{content}\n".encode())
    return total.hexdigest()
