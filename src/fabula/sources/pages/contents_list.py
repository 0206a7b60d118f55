"""A list of contents in the text of a page, and the links that lead from it into the page."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.sources.page import Entry, Page, Region
from fabula.text import Paragraph

SHORT = 40
"""Between two links of a list stand numbers, dots and page numbers, no sentences."""

_PAGE_NUMBER = re.compile(r"[\divxlc]+\.?", re.IGNORECASE)
_HEADING = re.compile(r"(?:table of )?contents:?|chapters:?|index", re.IGNORECASE)


class ContentsList(Struct, frozen=True):
    """A list of contents: where it stands, and what it leads to."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find_contents(page: Page) -> ContentsList | None:
    """The list of contents of a page, None if it has none.

    Finds: paragraphs in a row that are made of links to later places on the page, in order.
    Why it holds: links within a story's page lead to notes and come one at a time.
    Misses: lists without links, and lists at the end.
    Example: `<a href="#c1">The Ferry</a><br/><a href="#c2">The Island</a>`.
    """
    links = [
        (region, offset)
        for region, offset in _links(page)
        if offset > region.start and not _is_page_number(page, region)
    ]
    best: list[tuple[Region, int]] = []
    run: list[tuple[Region, int]] = []
    for link in links:
        if run and not _goes_on(page, run[-1], link):
            best = max(best, run, key=len)
            run = []
        run.append(link)
    best = max(best, run, key=len)
    if len(best) < 2 or best[0][1] < best[-1][0].end:
        return None
    entries = tuple(Entry(page.words(region), offset) for region, offset in best)
    return ContentsList(_start(page, best[0][0]), best[-1][0].end, entries)


def _links(page: Page) -> Iterator[tuple[Region, int]]:
    """The links to places on the page itself, and where those are."""
    for region in page.regions:
        if region.tag == "a" and region.href.startswith("#") and region.end > region.start:
            offset = page.targets.get((region.member, region.href[1:]))
            if offset is not None:
                yield region, offset


def _goes_on(page: Page, before: tuple[Region, int], link: tuple[Region, int]) -> bool:
    between = page.text[before[0].end : link[0].start]
    return len(between) <= SHORT and link[1] >= before[1]


def _is_page_number(page: Page, region: Region) -> bool:
    """“12” beside a title leads to a page; numbers without titles are the list itself."""
    words = page.words(region)
    return bool(_PAGE_NUMBER.fullmatch(words)) and "page" in region.href.lower()


def _start(page: Page, first: Region) -> int:
    """The start of the list, with the heading before it."""
    index = len(page.paragraphs_in(0, first.start))
    before: Sequence[Paragraph] = page.paragraphs[max(index - 2, 0) : index]
    for paragraph in before:
        if _HEADING.fullmatch(page.words(paragraph)):
            return paragraph.start
    return first.start
