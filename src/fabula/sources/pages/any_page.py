"""A page of no kind that is known: the story in the main element, menus and links around it."""

import re
from collections import deque
from collections.abc import Iterable, Sequence

from msgspec import structs

from fabula.sources.page import Findings, Page, Region, Roles
from fabula.sources.pages.book_parts import give_typed_roles, typed_chapters
from fabula.sources.pages.chapters import chapter_marks
from fabula.sources.pages.contents_list import find_contents
from fabula.sources.pages.heads import metadata_of_head
from fabula.text import Metadata, covering

MOST = 0.5
"""A menu or form with more than this share of the page's text is a wrapper around the story."""

LINKED = 0.6
"""A paragraph with this share of its letters in links is there to be clicked."""

_AROUND = frozenset({"nav", "form"})
_LOCAL = frozenset({"header", "footer", "aside"})
"""Inside a section these belong to it: a chapter's title, the name under a letter."""
_SECTIONS = frozenset({"article", "main", "section", "blockquote"})
_AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_AROUND_NAMES = frozenset({"comments", "sidebar", "disqus_thread", "respond", "breadcrumbs"})
_STEP = re.compile(
    r"\b(?:next|prev(?:ious)?|first|last|back|home|index|chapters?|contents|top|up)\b|[«»←→<>]",
    re.IGNORECASE,
)


def find(page: Page) -> Findings:
    """What can be said about any page: its navigation, its list of contents, its title."""
    roles = Roles(page)
    contents = find_contents(page)
    if contents:
        roles.give(contents.start, contents.end, "contents")
    sections = _outermost(region for region in page.regions if region.tag in _SECTIONS)
    for region in page.regions:
        if _is_around(page, region, sections):
            roles.give(region.start, region.end, "navigation")
    main = _main(page)
    if main:
        roles.give_outside([main], "navigation")
    _give_links(page, roles)
    metadata = _metadata(page)
    give_typed_roles(page, metadata, roles)
    entries = contents.entries if contents else typed_chapters(page)
    marks = list(chapter_marks(page, entries, roles))
    return Findings((*marks, *roles.marks()), metadata)


def _metadata(page: Page) -> Metadata:
    known = metadata_of_head(page)
    linked = (page.words(region) for region in page.regions if region.rel == "author")
    return structs.replace(known, authors=known.authors or tuple(dict.fromkeys(linked)))


def _is_around(page: Page, region: Region, sections: Sequence[Region]) -> bool:
    """Whether an element is something around the story rather than around everything."""
    local = region.tag in _LOCAL and covering(sections, region.start) is None
    named = not _AROUND_NAMES.isdisjoint({region.id, *region.classes})
    typed = not _AROUND_ROLES.isdisjoint(region.types)
    if not (region.tag in _AROUND or local or named or typed):
        return False
    return region.end - region.start <= MOST * len(page.text)


def _outermost(regions: Iterable[Region]) -> tuple[Region, ...]:
    """Those of these regions that lie in no other of them."""
    found: list[Region] = []
    for region in regions:
        if region.end > region.start and (not found or region.start >= found[-1].end):
            found.append(region)
    return tuple(found)


def _main(page: Page) -> Region | None:
    """The innermost element that the page calls its main one and that holds most of the text."""
    mains = [
        region
        for region in page.regions
        if (region.tag in {"main", "article"} or not {"main", "article"}.isdisjoint(region.types))
        and region.end - region.start > MOST * len(page.text)
    ]
    return mains[-1] if mains else None


def _give_links(page: Page, roles: Roles) -> None:
    """Paragraphs of links to other chapters: “« Previous | Contents | Next »”."""
    links = deque(region for region in page.regions if region.tag == "a" and region.href)
    for paragraph in page.paragraphs:
        linked = 0
        while links and links[0].start < paragraph.end:
            link = links.popleft()
            linked += link.end - link.start
        most = linked and linked >= LINKED * (paragraph.end - paragraph.start)
        if most and _STEP.search(page.words(paragraph)):
            roles.give(paragraph.start, paragraph.end, "navigation")
