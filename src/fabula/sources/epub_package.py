"""The package file of an EPUB: what the book is called, which files it has, in which order."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from fabula.errors import BrokenFileError
from fabula.sources.archive import Archive, resolve
from fabula.sources.safe_xml import attribute, local_name, parse, words
from fabula.text import Diagnostic, Metadata, Tag

CONTAINER = "META-INF/container.xml"

_DOCUMENTS = frozenset(
    {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
)
_DOCUMENT_NAMES = (".xhtml", ".html", ".htm", ".xht")
_MAX_ITEMS = 20_000


class Item(Struct, frozen=True):
    """A file of the book: its name in the archive, its type, its EPUB 3 properties."""

    path: str
    media_type: str
    properties: tuple[str, ...] = ()

    @property
    def is_document(self) -> bool:
        """Whether it is a page of text."""
        return self.media_type in _DOCUMENTS or self.path.lower().endswith(_DOCUMENT_NAMES)


class Package(Struct, frozen=True):
    """What a package file says.

    `spine` are the pages in reading order, each once; `guide` and `landmarks` say what some of
    them are for, by path.
    """

    path: str
    metadata: Metadata
    items: tuple[Item, ...]
    spine: tuple[Item, ...]
    nav: str | None
    ncx: str | None
    guide: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def read_package(archive: Archive, name: str) -> Package:
    """Find and read the package file of an EPUB.

    Raises:
        BrokenFileError: if there is none.
    """
    path = _package_path(archive, name)
    root = parse(archive.read(path), name, path)
    notes: list[Diagnostic] = []
    items = dict(_manifest(root, archive, path, notes))
    spine = tuple(_spine(root, items, notes))
    if not spine:
        spine = tuple(item for item in items.values() if item.is_document)
        notes.append(Diagnostic("no-reading-order", "read in the order of the list of files", path))
    nav = next((item.path for item in items.values() if "nav" in item.properties), None)
    ncx = next((item.path for item in items.values() if item.media_type.endswith("ncx+xml")), None)
    return Package(
        path=path,
        metadata=_metadata(root),
        items=tuple(items.values()),
        spine=spine,
        nav=nav,
        ncx=ncx or next((entry for entry in archive.names if entry.endswith(".ncx")), None),
        guide=dict(_guide(root, archive, path)),
        diagnostics=tuple(notes),
    )


def _package_path(archive: Archive, name: str) -> str:
    container = archive.find(CONTAINER)
    if container:
        for element in parse(archive.read(container), name, container).iter():
            path = archive.find(attribute(element, "full-path").lstrip("/"))
            if local_name(element) == "rootfile" and path:
                return path
    for entry in archive.names:  # a book packed without its container, or with a wrong one
        if entry.lower().endswith(".opf"):
            return entry
    raise BrokenFileError(
        f"{name}: expected an EPUB, found an archive without a package file (.opf); "
        "give the EPUB itself, or one of the files in it"
    )


def _manifest(
    root: etree._Element, archive: Archive, path: str, notes: list[Diagnostic]
) -> Iterator[tuple[str, Item]]:
    for element in _children(root, "manifest", "item"):
        reference = attribute(element, "href")
        target = resolve(path, reference)
        if target is None:
            notes.append(
                Diagnostic("item-not-inside", f"not in the book: {reference[:99]!r}", path)
            )
            continue
        found = archive.find(target[0])
        if found is None:
            notes.append(Diagnostic("item-missing", f"listed and not there: {target[0]!r}", path))
            continue
        properties = tuple(attribute(element, "properties").split())
        media_type = attribute(element, "media-type").strip().lower()
        yield attribute(element, "id").strip(), Item(found, media_type, properties)


def _spine(root: etree._Element, items: dict[str, Item], notes: list[Diagnostic]) -> Iterator[Item]:
    """The pages, each once: a book of three kilobytes may list one page fifty thousand times."""
    seen: set[str] = set()
    aside: list[Item] = []
    main = False
    for element in _children(root, "spine", "itemref"):
        item = items.get(attribute(element, "idref").strip())
        if item is None or not item.is_document or item.path in seen:
            continue
        seen.add(item.path)
        if attribute(element, "linear") == "no":
            aside.append(item)
            continue
        main = True
        yield item
    if not main:
        yield from aside
    elif aside:
        listed = ", ".join(item.path for item in aside[:5])
        notes.append(Diagnostic("pages-aside", f"pages outside the reading order: {listed}"))


def _children(root: etree._Element, parent: str, name: str) -> Iterator[etree._Element]:
    count = 0
    for group in root.iter():
        if local_name(group) != parent:
            continue
        for element in group:
            if local_name(element) == name:
                count += 1
                if count > _MAX_ITEMS:
                    return
                yield element


def _metadata(root: etree._Element) -> Metadata:
    found: dict[str, list[str]] = {}
    for group in root.iter():
        if local_name(group) != "metadata":
            continue
        for element in group.iter():
            value = words(element) if len(element) == 0 else ""
            if value:
                found.setdefault(local_name(element), []).append(value)
    return Metadata(
        title=next(iter(found.get("title", ())), None),
        authors=tuple(dict.fromkeys(found.get("creator", ()))),
        language=next(iter(found.get("language", ())), None),
        publisher=next(iter(found.get("publisher", ())), None),
        tags=tuple(Tag("Subjects", subject) for subject in found.get("subject", ())),
    )


def _guide(root: etree._Element, archive: Archive, path: str) -> Iterator[tuple[str, str]]:
    for element in _children(root, "guide", "reference"):
        target = resolve(path, attribute(element, "href"))
        found = archive.find(target[0]) if target else None
        if found:
            yield found, attribute(element, "type").lower()
