"""The table of contents of an EPUB: the navigation page of EPUB 3, the NCX file of EPUB 2."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, structs

from fabula.errors import SourceError
from fabula.sources.archive import Archive, resolve
from fabula.sources.decoding import decode
from fabula.sources.epub_package import Package
from fabula.sources.html_looks import types_of
from fabula.sources.html_tokens import StartTag, Text, as_source, tokens
from fabula.sources.limits import MAX_CONTENTS, MAX_DEPTH
from fabula.sources.safe_xml import attribute, local_name, parse, words

LANDMARK = "landmark:"
"""Before the type of an entry that is a landmark, such as `landmark:toc`."""


class Line(Struct, frozen=True):
    """An entry: its title, the file and the id in it that it leads to, how deep it stands.

    `kind` is `toc`, or `LANDMARK` and an `epub:type`.
    """

    title: str
    path: str
    fragment: str
    depth: int
    kind: str = "toc"


class _Link(Struct, frozen=True):
    title: str
    href: str
    depth: int
    types: tuple[str, ...] = ()
    kind: str = ""


def read_contents(archive: Archive, package: Package, name: str) -> tuple[Line, ...]:
    """The entries of the table of contents, and the landmarks, in the order of the file.

    The navigation page counts where the book has both; where it cannot be read, or has no
    entries, the NCX does.
    """
    lines: list[Line] = []
    if package.nav:
        lines = list(_nav_lines(archive, package.nav, name))
    if package.ncx and not any(line.kind == "toc" for line in lines):
        try:
            root = parse(archive.read(package.ncx), name, package.ncx)
        except SourceError:
            return tuple(lines)  # a book can be read without its contents
        lines += _ncx_lines(archive, root, package.ncx)
    return tuple(lines[:MAX_CONTENTS])


def _nav_lines(archive: Archive, path: str, name: str) -> Iterator[Line]:
    """The links in the lists of a navigation page."""
    source = as_source(decode(archive.read(path), name).text, name)
    for link in _links(source):
        line = _line(archive, path, link)
        if line and "toc" in link.types:
            yield line
        elif line and "landmarks" in link.types:
            yield structs.replace(line, kind=LANDMARK + link.kind)


def _links(source: str) -> Iterator[_Link]:
    """Every link of a page, with the types of the `<nav>` around it and how many lists it is in."""
    types: tuple[str, ...] = ()
    depth = 0
    opened: StartTag | None = None
    title: list[str] = []
    for token in tokens(source, xml=True):
        if isinstance(token, Text):
            title.append(token.text)
        elif token.name == "nav":
            types = tuple(types_of(token.attributes)) if isinstance(token, StartTag) else ()
        elif token.name == "ol":
            depth += 1 if isinstance(token, StartTag) else -1
        elif token.name == "a" and isinstance(token, StartTag):
            opened, title = token, []
        elif token.name == "a" and opened:
            kind = next(iter(types_of(opened.attributes)), "")
            yield _Link("".join(title), opened.attributes.get("href", ""), depth - 1, types, kind)
            opened = None


def _ncx_lines(archive: Archive, root: etree._Element, path: str) -> Iterator[Line]:
    for map_ in root.iter():
        if local_name(map_) == "navMap":
            yield from _points(archive, map_, path)


def _points(archive: Archive, map_: etree._Element, path: str) -> Iterator[Line]:
    """The points of a map and those inside them; libxml2 bounds how deep they go."""
    waiting = [(child, 0) for child in reversed(map_)]
    while waiting:
        point, depth = waiting.pop()
        if local_name(point) != "navPoint" or depth > MAX_DEPTH:
            continue
        title = reference = ""
        for child in point:
            if local_name(child) == "navLabel":
                title = title or words(child)
            elif local_name(child) == "content":
                reference = reference or attribute(child, "src")
        line = _line(archive, path, _Link(title, reference, depth))
        if line:
            yield line
        waiting += [(child, depth + 1) for child in reversed(point)]


def _line(archive: Archive, path: str, link: _Link) -> Line | None:
    target = resolve(path, link.href)
    found = archive.find(target[0]) if target else None
    if target is None or found is None:
        return None
    return Line(" ".join(link.title.split()), found, target[1], max(link.depth, 0))
