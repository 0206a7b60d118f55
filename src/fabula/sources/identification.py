"""Which format a file is in.

The bytes decide, because names lie: books are sent as `story.txt` that hold HTML. The name
decides only between formats that look alike inside.
"""

import re
from pathlib import PurePath
from typing import Literal

from fabula.errors import BinaryFileError, EncryptedFileError

Format = Literal[
    "plain", "gutenberg", "fanficfare", "markdown", "novelwriter", "html", "epub", "docx"
]

_HEAD = 64 * 1024
"""How much of a file is looked at: all heads that name a format fit in, with long summaries."""

_TAIL = 32 * 1024
"""Project Gutenberg's licence, which ends a file, has some 19 KB."""

_SIGNATURES = (
    (0, b"%PDF-", "a PDF"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
    (60, b"BOOKMOBI", "a Kindle book"),
    (60, b"TEXtREAd", "a Palm book"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (0, b"\x89PNG\r\n\x1a\n", "a picture"),
    (0, b"\xff\xd8\xff", "a picture"),
    (0, b"GIF8", "a picture"),
    (0, b"SQLite format 3\0", "a database"),
    (0, b"\x7fELF", "a program"),
)
"""Offset, bytes and what they begin: files that people have, and that are not read here."""

_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""A Word document with a password is an old-style file with this stream in it."""

_OTHER_XML = {
    "fictionbook": "a FictionBook",
    "novelwriterxml": "a novelWriter project file, whose scenes are in content/*.nwd",
    "package": "an EPUB's package file",
    "ncx": "an EPUB's table of contents",
    "container": "an EPUB's container file",
    "office:document": "a flat OpenDocument file",
    "w:document": "a part of a DOCX",
    "rss": "a news feed",
    "feed": "a news feed",
    "svg": "a picture",
}

_HTML_NAMES = {".html", ".htm", ".xhtml", ".xht"}
_MARKDOWN_NAMES = {".md", ".markdown", ".mdown", ".mkd"}

_ROOT = re.compile(rb"<([a-z][\w:.-]*)")
_BLOCK_TAG = re.compile(
    rb"<(?:html|head|body|title|meta|div|p|br|h[1-6]|center|font|blockquote)\b[^<>]{0,200}>"
)
_TAGS_OF_A_FRAGMENT = 5
"""HTML without a head, saved from an archive's editor, has a tag for each paragraph; a plain
story may mention one or two."""

_GUTENBERG = re.compile(
    rb"\*\*\* ?(?:start|end) of (?:the|this) project gutenberg e|\*end\*the small print|"
    rb"^[^\w\n]{0,9}(?:the )?project gutenberg(?:'s)? e(?:book|text) of |"
    rb"^[^\w\n]{0,9}end of (?:the |this )?project gutenberg(?:'s)? ",
    re.MULTILINE,
)
_FANFICFARE = re.compile(
    rb"^(category|genre|language|characters|relationships|status|published|updated|packaged|"
    rb"rating|warnings|chapters|words|publisher|story url|author url|summary): ",
    re.MULTILINE,
)
_NWD_HEAD = re.compile(rb"^%%~(?:name|path|kind|hash|date):", re.MULTILINE)
_NW_HEADING = re.compile(rb"^#{1,4}!? +\S", re.MULTILINE)
_NW_TAG = re.compile(
    rb"^@(?:tag|pov|focus|char|plot|time|location|object|entity|custom|story|mention): *\S",
    re.MULTILINE,
)
_ATX = re.compile(rb"^#{1,6} +[^\s#].*$", re.MULTILINE)
_YAML = re.compile(rb"---[ \t]*\r?\n[a-z][\w-]*:.*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*\r?\n")


def identify(data: bytes, name: str) -> Format:
    """The format of a file, from its bytes first and its name where they leave a choice.

    `identify(b"<html><p>Once.", "story.txt")` is `"html"`.

    Raises:
        BinaryFileError: if it is in a format that is known and not read.
        EncryptedFileError: if it is a Word document with a password.
    """
    suffix = PurePath(name).suffix.lower()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _archive(data, name, suffix)
    _refuse_known(data, name)
    if suffix == ".epub":
        return "epub"  # which says what is wrong with it
    if suffix == ".docx":
        return "docx"
    head = _plain_ascii(data[:_HEAD])
    if _is_html(head, name, suffix):
        return "html"
    return _text_format(head, _plain_ascii(data[-_TAIL:]), suffix)


def _archive(data: bytes, name: str, suffix: str) -> Format:
    if b"application/epub+zip" in data[:200] or b"META-INF/container.xml" in data:
        return "epub"
    if b"word/document.xml" in data:
        return "docx"
    if b"application/vnd.oasis.opendocument" in data[:200]:
        raise _not_read(name, "an OpenDocument text")
    if suffix == ".epub":
        return "epub"
    if suffix == ".docx":
        return "docx"
    raise BinaryFileError(
        f"{name}: expected a story, found a ZIP archive that is neither EPUB nor DOCX; "
        "unpack it and give one of its files"
    )


def _refuse_known(data: bytes, name: str) -> None:
    for offset, signature, kind in _SIGNATURES:
        if data.startswith(signature, offset):
            if _ENCRYPTED_PACKAGE in data:
                raise EncryptedFileError(
                    f"{name}: expected a story, found a document with a password; "
                    "open it and save it without one"
                )
            raise _not_read(name, kind)


def _not_read(name: str, kind: str) -> BinaryFileError:
    return BinaryFileError(
        f"{name}: expected a text, HTML, EPUB or DOCX file, found {kind}; "
        "save or convert it as one of these"
    )


def _plain_ascii(part: bytes) -> bytes:
    """The bytes in small letters, without marks and NULs, so that UTF-16 looks like ASCII too."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        part = part.lstrip(b"\xff\xfe\xef\xbb\xbf")
    return part.replace(b"\0", b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n").lower()


def _is_html(head: bytes, name: str, suffix: str) -> bool:
    start = head.lstrip()
    if start.startswith((b"<!doctype html", b"<html")):
        return True
    if start.startswith(b"<?xml") and (root := _ROOT.search(start)):
        kind = _OTHER_XML.get(root[1].decode("ascii", errors="replace"))
        if kind:
            raise _not_read(name, kind)
        return True
    if suffix in _HTML_NAMES:
        return b"<" in head
    if suffix in _MARKDOWN_NAMES:
        return False  # which may hold HTML
    return len(_BLOCK_TAG.findall(head)) >= _TAGS_OF_A_FRAGMENT or bool(_BLOCK_TAG.match(start))


def _text_format(head: bytes, tail: bytes, suffix: str) -> Format:
    labels = {found[1] for found in _FANFICFARE.finditer(head)}
    if len(labels) >= 4 and labels & {b"packaged", b"story url"}:
        return "fanficfare"
    if _GUTENBERG.search(head) or _GUTENBERG.search(tail):
        return "gutenberg"
    if suffix == ".nwd" or _NWD_HEAD.search(head):
        return "novelwriter"
    if _NW_HEADING.search(head) and _NW_TAG.search(head):
        return "novelwriter"
    if suffix in _MARKDOWN_NAMES or _YAML.match(head.lstrip()) or len(_ATX.findall(head)) >= 2:
        return "markdown"
    return "plain"
