"""Reads EPUB 2 and 3 books, page by page in reading order, out of the archive in memory.

Chapters start where the table of contents says, also in the middle of a page and over several
pages; covers, title pages, imprints and the like keep their words under `paratext` marks.
`Document.members` are the pages read, and every place names one of them.
"""

from collections.abc import Sequence

from msgspec import Struct

from fabula.errors import BrokenFileError, EmptyStoryError, EncryptedFileError
from fabula.sources.archive import Archive, resolve
from fabula.sources.assembly import check_story
from fabula.sources.decoding import decode
from fabula.sources.epub_book import Book, Leaf, describe_book
from fabula.sources.epub_contents import read_contents
from fabula.sources.epub_package import Package, read_package
from fabula.sources.html import declared_encoding
from fabula.sources.html_reading import HtmlReader
from fabula.sources.html_tokens import as_source
from fabula.sources.page import in_text_order
from fabula.sources.safe_xml import attribute, local_name, parse
from fabula.sources.stylesheet import StyleSheet
from fabula.sources.text_flow import TextFlow
from fabula.text import Diagnostic, Document

_ENCRYPTION = "META-INF/encryption.xml"
_FONT_OBFUSCATION = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
)
_MAX_STYLESHEETS = 50


class _Text(Struct, frozen=True):
    """The pages of a book after reading."""

    flow: TextFlow
    reader: HtmlReader
    leaves: tuple[Leaf, ...]
    diagnostics: tuple[Diagnostic, ...]


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read an EPUB; `encoding` overrides what its pages declare, and is rarely needed.

    A book of two pages gives one text; the place of its last word is, for instance,
    `OEBPS/chapter2.xhtml:14:9`.

    Raises:
        BrokenFileError: if the archive is damaged, or lacks what a book must have.
        EncryptedFileError: if its pages are locked by DRM or a password.
        EmptyStoryError: if there is no text in it, as in books of pictures.
        LimitError: if it unpacks to more than a book can be.
    """
    archive = Archive(data, name)
    package = read_package(archive, name)
    _refuse_encrypted(archive, package, name)
    text = _read_pages(archive, package, name, encoding)
    flow = text.flow.finish()
    if not flow.paragraphs:
        raise EmptyStoryError(
            f"{name}: expected a book of text, found none on its {len(text.leaves):,} pages; "
            "pictures cannot be read"
        )
    check_story(flow.text, name)
    lines = read_contents(archive, package, name)
    findings = describe_book(Book(text.reader.page(flow), text.leaves, package, lines))
    return Document(
        text=flow.text,
        name=name,
        format="epub",
        paragraphs=flow.paragraphs,
        metadata=findings.metadata,
        marks=in_text_order(flow.marks, findings.marks),
        anchors=flow.anchors,
        members=tuple(leaf.path for leaf in text.leaves),
        diagnostics=(*archive.diagnostics, *package.diagnostics, *text.diagnostics),
    )


def _read_pages(archive: Archive, package: Package, name: str, encoding: str | None) -> _Text:
    flow = TextFlow(name)
    reader = HtmlReader(flow, name, _stylesheet(archive, package))
    leaves: list[Leaf] = []
    notes: list[Diagnostic] = []
    for member, item in enumerate(package.spine):
        data = archive.read(item.path)
        decoded = decode(data, f"{name}:{item.path}", encoding, declared_encoding(data))
        notes += [Diagnostic(note.code, note.message, item.path) for note in decoded.diagnostics]
        start = flow.length
        reader.read(as_source(decoded.text, name), member, xml=True)
        leaves.append(Leaf(item.path, start, flow.length, item.properties))
    return _Text(flow, reader, tuple(leaves), (*notes, *reader.diagnostics()))


def _stylesheet(archive: Archive, package: Package) -> StyleSheet:
    """The style sheets of the whole book; its pages rarely differ in them."""
    stylesheet = StyleSheet()
    sheets = [item.path for item in package.items if item.media_type == "text/css"]
    for path in sheets[:_MAX_STYLESHEETS]:
        try:
            stylesheet.add(archive.read(path).decode("utf-8", errors="replace"))
        except BrokenFileError:
            continue  # a book can be read without its looks
    return stylesheet


def _refuse_encrypted(archive: Archive, package: Package, name: str) -> None:
    """Refuse a book whose pages are locked; fonts may be, which keeps nobody from reading.

    Raises:
        EncryptedFileError: naming the first page that is locked.
    """
    listed = archive.find(_ENCRYPTION)
    if listed is None:
        return
    locked = set(_locked(archive, name, listed))
    for path in (*(item.path for item in package.spine), package.path):
        if path in locked:
            raise EncryptedFileError(
                f"{name}: expected a book without copy protection, found '{path}' encrypted (DRM); "
                "open it in the program it was bought for"
            )


def _locked(archive: Archive, name: str, listed: str) -> Sequence[str | None]:
    """The files that `encryption.xml` lists, but for fonts scrambled by a public method."""
    locked = []
    for element in parse(archive.read(listed), name, listed).iter():
        if local_name(element) != "EncryptedData":
            continue
        method = reference = ""
        for part in element.iter():
            if local_name(part) == "EncryptionMethod":
                method = method or attribute(part, "Algorithm")
            elif local_name(part) == "CipherReference":
                reference = attribute(part, "URI")
        target = resolve("", reference)
        if method not in _FONT_OBFUSCATION and target:
            locked.append(archive.find(target[0]))
    return locked
