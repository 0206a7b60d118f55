"""A page after reading: its text, and where the elements that may mean something lie in it.

What an element means depends on the site or program that wrote the page. That knowledge sits in
`fabula.sources.pages`, one module for each, and asks its questions here.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.sources.html_looks import types_of
from fabula.sources.html_tokens import StartTag
from fabula.text import Mark, MarkKind, Metadata, Paragraph, Spanned, covering, within

MAX_WORDS = 2_000
"""Characters of a stretch that are looked at for what it says: labels, names, titles."""

MAX_CLASSES = 20
"""Classes of one element; no page uses as many."""


class Region(Struct, frozen=True, gc=False):
    """An element and the text inside it; `start == end` for one without text.

    `types` are the words of `epub:type` and `role`. `name` is that of `<a name>`.
    """

    tag: str
    start: int
    end: int
    id: str = ""
    classes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    name: str = ""
    href: str = ""
    rel: str = ""
    member: int = -1


class Entry(Struct, frozen=True):
    """A line of a table of contents: its title, and the offset in the text that it leads to."""

    title: str
    offset: int
    depth: int = 0


class Page(Struct, frozen=True):
    """The text of an HTML file, or of a whole EPUB, with its regions in text order.

    `headings` and `blockquotes` are the marks of these kinds that lie in no other of their kind.
    `contents` is the table of contents that an EPUB has apart from its text, `targets` the
    places that links lead to, by member and id, `head` what the `<title>` and `<meta>` elements
    say by name.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Mark, ...] = ()
    blockquotes: tuple[Mark, ...] = ()
    regions: tuple[Region, ...] = ()
    targets: dict[tuple[int, str], int] = {}
    head: dict[str, str] = {}
    contents: tuple[Entry, ...] = ()

    def with_id(self, id_: str) -> Region | None:
        """The first region with this id."""
        return next((region for region in self.regions if region.id == id_), None)

    def with_class(self, *names: str) -> tuple[Region, ...]:
        """The regions that have all these classes."""
        wanted = set(names)
        return tuple(region for region in self.regions if wanted.issubset(region.classes))

    def with_tag(self, *tags: str) -> tuple[Region, ...]:
        """The regions of these elements."""
        return tuple(region for region in self.regions if region.tag in tags)

    def inside(self, start: int, end: int) -> tuple[Region, ...]:
        """The regions that start in `start:end` and do not reach out of it."""
        low = bisect_left(self.regions, start, key=attrgetter("start"))
        high = bisect_left(self.regions, end, key=attrgetter("start"))
        return tuple(region for region in self.regions[low:high] if region.end <= end)

    def paragraphs_in(self, start: int, end: int) -> Sequence[Paragraph]:
        """The paragraphs that lie in `start:end`."""
        return within(self.paragraphs, start, end)

    def paragraphs_from(self, offset: int, count: int) -> Sequence[Paragraph]:
        """The first `count` paragraphs that start at or after `offset`."""
        first = bisect_left(self.paragraphs, offset, key=attrgetter("start"))
        return self.paragraphs[first : first + count]

    def is_heading(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph lies in a heading by markup."""
        heading = covering(self.headings, paragraph.start)
        return heading is not None and paragraph.end <= heading.end

    def words(self, place: Spanned) -> str:
        """The text of a stretch on one line, or its beginning if it is long."""
        return " ".join(self.text[place.start : min(place.end, place.start + MAX_WORDS)].split())


class Findings(Struct, frozen=True):
    """What the form of a page says about its text: `chapter` and `paratext` marks, and metadata."""

    marks: tuple[Mark, ...] = ()
    metadata: Metadata = Metadata()


class Roles:
    """The roles of those paragraphs of a page that are not story; the first one given stays."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._roles: list[ParatextRole | None] = [None] * len(page.paragraphs)
        # For each paragraph, one at or after it that may still be without a role, so that roles
        # for elements inside elements cost no more than the paragraphs there are.
        self._free = list(range(len(page.paragraphs) + 1))

    def give(self, start: int, end: int, role: ParatextRole) -> None:
        """Give the paragraphs of `start:end` this role, where they have none."""
        paragraphs = self._page.paragraphs
        index = self._next_free(bisect_left(paragraphs, start, key=attrgetter("start")))
        while index < len(paragraphs) and paragraphs[index].end <= end:
            self._roles[index] = role
            self._free[index] = index + 1
            index = self._next_free(index)

    def give_outside(self, kept: Iterable[Spanned], role: ParatextRole) -> None:
        """Give it to all paragraphs outside the stretches `kept`, which are in text order."""
        position = 0
        for stretch in kept:
            self.give(position, stretch.start, role)
            position = max(position, stretch.end)
        self.give(position, len(self._page.text), role)

    def of(self, paragraph: Paragraph) -> ParatextRole | None:
        """The role of a paragraph, None for story."""
        index = bisect_left(self._page.paragraphs, paragraph.start, key=attrgetter("start"))
        return self._roles[index]

    def marks(self) -> tuple[Mark, ...]:
        """A `paratext` mark for each run of paragraphs with the same role."""
        marks: list[Mark] = []
        before: ParatextRole | None = None
        for paragraph, role in zip(self._page.paragraphs, self._roles, strict=True):
            if role and role == before:
                marks[-1] = Mark("paratext", marks[-1].start, paragraph.end, role)
            elif role:
                marks.append(Mark("paratext", paragraph.start, paragraph.end, role))
            before = role
        return tuple(marks)

    def _next_free(self, index: int) -> int:
        while self._free[index] != index:
            self._free[index] = self._free[self._free[index]]
            index = self._free[index]
        return index


def outermost(marks: Iterable[Mark], kind: MarkKind) -> tuple[Mark, ...]:
    """The marks of a kind, in text order, without those that lie in another of the kind."""
    found: list[Mark] = []
    for mark in marks:
        if mark.kind == kind and (not found or mark.start >= found[-1].end):
            found.append(mark)
    return tuple(found)


def region_of(tag: StartTag, start: int, end: int, member: int) -> Region:
    """The region of an element, by its start tag."""
    attributes = tag.attributes
    return Region(
        tag=tag.name,
        start=start,
        end=end,
        id=attributes.get("id", ""),
        classes=tuple(attributes.get("class", "").split()[:MAX_CLASSES]),
        types=tuple(types_of(attributes)),
        name=attributes.get("name", ""),
        href=attributes.get("href", ""),
        rel=attributes.get("rel", ""),
        member=member,
    )


def in_text_order(*groups: Iterable[Mark]) -> tuple[Mark, ...]:
    """All these marks by where they start, the longer before the shorter."""
    marks = (mark for group in groups for mark in group)
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind)))
