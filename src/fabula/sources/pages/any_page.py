"""A page of no kind that is known: the story in the main element, menus and links around it."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from fabula.sources.page import Findings, Page, Region, Roles
from fabula.sources.pages.chapters import chapter_marks
from fabula.sources.pages.contents_list import find_contents
from fabula.sources.pages.heads import metadata_of_head
from fabula.text import Metadata, Span, covering

MOST = 0.5
"""A menu or form with more than this share of the page's text is a wrapper around the story."""

LINKED = 0.6
"""A paragraph with this share of its letters in links is there to be clicked."""

_AROUND = frozenset({"nav", "header", "footer", "aside", "form"})
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
    mains = [region for region in page.regions if _is_main(region)]
    articles = [Span(*stretch) for stretch in _joined(mains)]
    for region in page.regions:
        if _is_around(page, region, articles):
            roles.give(region.start, region.end, "navigation")
    main = _main(page, mains)
    if main:
        roles.give_outside([main], "navigation")
    _give_links(page, roles)
    entries = contents.entries if contents else ()
    marks = chapter_marks(page, entries, roles)
    return Findings((*marks, *roles.marks()), _metadata(page))


def _metadata(page: Page) -> Metadata:
    known = metadata_of_head(page)
    linked = (page.words(region) for region in page.regions if region.rel == "author")
    return structs.replace(known, authors=known.authors or tuple(dict.fromkeys(linked)))


def _is_main(region: Region) -> bool:
    return region.tag in {"main", "article"} or not {"main", "article"}.isdisjoint(region.types)


def _is_around(page: Page, region: Region, articles: Sequence[Span]) -> bool:
    """Whether an element is something around the story rather than around everything.

    A `<header>` inside an article may hold the story's own title, and stays.
    """
    named = {region.id, *region.classes} & _AROUND_NAMES
    if not (region.tag in _AROUND or _AROUND_ROLES & {*region.types} or named):
        return False
    if region.end - region.start > MOST * len(page.text):
        return False
    return region.tag != "header" or covering(articles, region.start) is None


def _joined(regions: Iterable[Region]) -> Iterator[tuple[int, int]]:
    """The stretches of these regions that lie in no other of them."""
    reached = 0
    for region in regions:
        if region.start >= reached and region.end > region.start:
            reached = region.end
            yield region.start, region.end


def _main(page: Page, mains: Sequence[Region]) -> Region | None:
    """The innermost element that the page calls its main one and that holds most of the text."""
    most = [region for region in mains if region.end - region.start > MOST * len(page.text)]
    return most[-1] if most else None


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
