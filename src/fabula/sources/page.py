"""A page after reading: its text, and where the elements that may mean something lie in it.

What an element means depends on the site or program that wrote the page. That knowledge sits in
`fabula.sources.pages`, one module for each, and asks its questions here.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from msgspec import Struct

from fabula.sources.html_looks import types_of
from fabula.sources.html_tokens import StartTag
from fabula.story import ParatextRole
from fabula.text import Mark, Metadata, Paragraph, Spanned, within

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

    `contents` is the table of contents that an EPUB has apart from its text, `targets` the
    places that links lead to, by member and id, `head` what the `<title>` and `<meta>` elements
    say by name.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...] = ()
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

    def words(self, place: Spanned) -> str:
        """The text of a stretch on one line."""
        return " ".join(self.text[place.start : place.end].split())


class Findings(Struct, frozen=True):
    """What the form of a page says about its text: `chapter` and `paratext` marks, and metadata."""

    marks: tuple[Mark, ...] = ()
    metadata: Metadata = Metadata()


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


def paratext(page: Page, start: int, end: int, role: ParatextRole) -> tuple[Mark, ...]:
    """A `paratext` mark on the paragraphs of `start:end`, if there are any."""
    paragraphs = page.paragraphs_in(start, end)
    if not paragraphs:
        return ()
    return (Mark("paratext", paragraphs[0].start, paragraphs[-1].end, role),)


def chapter(page: Page, offset: int, title: str | None) -> Mark:
    """A `chapter` mark at `offset`: over the heading that starts there, else without length."""
    heading = next(
        (mark for mark in page.marks if mark.kind == "heading" and mark.start == offset), None
    )
    return Mark("chapter", offset, heading.end if heading else offset, title)


def everything_but(
    page: Page, kept: Iterable[tuple[int, int]], role: ParatextRole
) -> tuple[Mark, ...]:
    """`paratext` marks on all the text outside the stretches `kept`, which are in text order."""
    marks: list[Mark] = []
    position = 0
    for start, end in kept:
        marks += paratext(page, position, start, role)
        position = max(position, end)
    marks += paratext(page, position, len(page.text), role)
    return tuple(marks)


def in_text_order(*groups: Iterable[Mark]) -> tuple[Mark, ...]:
    """All these marks by where they start, the longer before the shorter."""
    marks = (mark for group in groups for mark in group)
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind)))
