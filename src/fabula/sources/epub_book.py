"""What a whole EPUB says about its text: which pages are not story, and where chapters start."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct, structs

from fabula.labels import ParatextRole
from fabula.sources import pages
from fabula.sources.epub_contents import LANDMARK, Line
from fabula.sources.epub_package import Package
from fabula.sources.page import Entry, Findings, Page, Roles
from fabula.sources.pages.book_parts import (
    give_page_role,
    give_typed_roles,
    role_of_name,
    role_of_title,
    role_of_type,
    typed_chapters,
)
from fabula.sources.pages.chapters import chapter_mark, chapter_marks, repeated_titles
from fabula.sources.text_flow import first_visible
from fabula.text import Mark, Metadata, Span

SHORT_PAGE = 3000
"""Characters. What only its file name or its entry in the contents calls a title page is one if
it is no longer than this."""

MOST = 0.5
"""A page with more than this share of the book is the story, whatever the guide calls it."""

LINKED = 0.6
LINKS = 3
"""A page with so many links, and with this share of its letters in them, is a list of contents."""


class Leaf(Struct, frozen=True):
    """One page of the book: its file, and how much text there was before and after it."""

    path: str
    start: int
    end: int
    properties: tuple[str, ...] = ()


class Book(Struct, frozen=True):
    """The text of an EPUB with everything that the files around it say."""

    page: Page
    leaves: tuple[Leaf, ...]
    package: Package
    lines: tuple[Line, ...]


def describe_book(book: Book) -> Findings:
    """The chapters, the paratext and the metadata of a book."""
    known = book.package.metadata
    head = {
        "title": known.title or "",
        "author": next(iter(known.authors), ""),
        "lang": known.language or "",
        "dc.publisher": known.publisher or "",
    }
    page = structs.replace(book.page, contents=_entries(book), head={**book.page.head, **head})
    findings = pages.describe_known(page) or _describe(page, book)
    return Findings(findings.marks, _joined(known, findings.metadata))


def _entries(book: Book) -> tuple[Entry, ...]:
    """The table of contents with its places in the text, as far as it leads to any."""
    members = {leaf.path: number for number, leaf in enumerate(book.leaves)}
    entries = []
    for line in book.lines:
        member = members.get(line.path)
        if member is None or line.kind != "toc":
            continue
        offset = book.page.targets.get((member, line.fragment)) if line.fragment else None
        if offset is None:
            offset = first_visible(book.page.text, book.leaves[member].start)
        entries.append(Entry(line.title, offset, line.depth))
    return tuple(entries)


def _describe(page: Page, book: Book) -> Findings:
    """A book of no program or archive that is known."""
    roles = Roles(page)
    give_typed_roles(page, book.package.metadata, roles)
    for leaf, role in _page_roles(page, book):
        give_page_role(page, leaf, role, book.package.metadata, roles)
    for entry, end in _with_ends(page.contents, len(page.text)):
        titled = role_of_title(entry.title)
        if titled and entry.offset < end <= entry.offset + SHORT_PAGE:
            place = Span(entry.offset, end)
            give_page_role(page, place, titled, book.package.metadata, roles)
    entries = page.contents if len(page.contents) > 1 else tuple(typed_chapters(page))
    chapters = list(chapter_marks(page, entries, roles))
    if len(chapters) < 2:
        chapters = _chapter_per_page(page, book, roles) or chapters
    repeated_titles(page, chapters, roles)
    return Findings((*chapters, *roles.marks()))


def _page_roles(page: Page, book: Book) -> Iterator[tuple[Leaf, ParatextRole]]:
    """The pages that are not story as a whole, and their roles."""
    types = dict(book.package.guide)
    for line in book.lines:
        if line.kind.startswith(LANDMARK):
            types.setdefault(line.path, line.kind.removeprefix(LANDMARK))
    links = _link_shares(page, book.leaves)
    for number, leaf in enumerate(book.leaves):
        size = leaf.end - leaf.start
        role = role_of_type([types.get(leaf.path, "")])
        if role and size <= MOST * len(page.text):
            yield leaf, role
        elif "nav" in leaf.properties or number in links:
            yield leaf, "contents"
        elif size <= SHORT_PAGE and (named := role_of_name(leaf.path)):
            yield leaf, named


def _link_shares(page: Page, leaves: Sequence[Leaf]) -> set[int]:
    """The numbers of the pages that are made of links."""
    count = [0] * len(leaves)
    linked = [0] * len(leaves)
    for region in page.regions:
        if region.tag == "a" and region.href and region.member >= 0:
            count[region.member] += 1
            linked[region.member] += region.end - region.start
    return {
        number
        for number, leaf in enumerate(leaves)
        if count[number] >= LINKS and linked[number] >= LINKED * (leaf.end - leaf.start)
    }


def _with_ends(entries: Sequence[Entry], end: int) -> Iterator[tuple[Entry, int]]:
    """The entries in text order, each with the place where the next begins."""
    placed = sorted(entries, key=attrgetter("offset"))
    for entry, after in pairwise(placed):
        yield entry, after.offset
    if placed:
        yield placed[-1], end


def _chapter_per_page(page: Page, book: Book, roles: Roles) -> list[Mark]:
    """Chapters for the pages that begin with a heading, where the contents do not help."""
    marks = []
    for leaf in book.leaves:
        first = page.paragraphs_from(leaf.start, 1)
        if not first or first[0].start >= leaf.end or roles.of(first[0]):
            continue
        if page.is_heading(first[0]):
            marks.append(chapter_mark(page, first[0].start, page.words(first[0])))
    return marks if len(marks) > 1 else []


def _joined(known: Metadata, found: Metadata) -> Metadata:
    return Metadata(
        title=known.title or found.title,
        authors=known.authors or found.authors,
        language=known.language or found.language,
        publisher=known.publisher or found.publisher,
        tags=(*found.tags, *known.tags),
    )
