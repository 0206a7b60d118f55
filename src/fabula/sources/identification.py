"""Which format a file is in."""

from pathlib import PurePath
from typing import Literal

Format = Literal[
    "plain", "gutenberg", "fanficfare", "markdown", "novelwriter", "html", "epub", "docx"
]


def identify(data: bytes, name: str) -> Format:
    """The format of a file, from its bytes first and its name where they leave a choice."""
    suffix = PurePath(name).suffix.lower()
    if data.startswith(b"PK"):
        return "docx" if b"word/document.xml" in data or suffix == ".docx" else "epub"
    head = data[:4096].replace(b"\0", b"").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")) or suffix in {".html", ".xhtml"}:
        return "html"
    return "plain"
