"""Project Gutenberg's HTML and EPUB books: the book between a head and a licence."""

import re

from fabula.sources.page import Findings, Page, Region, Roles
from fabula.sources.pages.chapters import chapter_marks
from fabula.sources.pages.contents_list import find_contents
from fabula.sources.pages.heads import metadata_of_head
from fabula.text import Metadata, Span

_START = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG E[^*]*\*\*\*", re.IGNORECASE)
_END = re.compile(
    r"\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG E"
    r"|^\W{0,3}End of (?:The |This )?Project Gutenberg",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = re.compile(r"(Title|Author|Language): +(.+)")
_CREDITS = re.compile(r"(?:E-?text )?(?:produced|prepared) by\b", re.IGNORECASE)
_CREDITS_WITHIN = 12
"""Paragraphs after the head in which the volunteers' names stand."""


def find(page: Page) -> Findings | None:
    """What a book of Project Gutenberg's says about itself, None if it is none."""
    head, foot = page.with_id("pg-header"), page.with_id("pg-footer")
    start, end = _START.search(page.text), _END.search(page.text)
    if not (head or foot or start):
        return None
    begins = head.end if head else (start.end() if start else 0)
    ends = foot.start if foot else (end.start() if end else len(page.text))
    if ends <= begins:
        begins, ends = 0, len(page.text)
    book = page.paragraphs_in(begins, ends)
    roles = Roles(page)
    roles.give_outside([Span(book[0].start, book[-1].end)] if book else [], "licence")
    for region in page.with_class("transnote"):
        roles.give(region.start, region.end, "credits")
    for paragraph in book[:_CREDITS_WITHIN]:
        if _CREDITS.match(page.words(paragraph)):
            roles.give(paragraph.start, paragraph.end, "credits")
    contents = find_contents(page)
    for region in _contents_regions(page):
        roles.give(region.start, region.end, "contents")
    if contents:
        roles.give(contents.start, contents.end, "contents")
    entries = page.contents or (contents.entries if contents else ())
    return Findings((*chapter_marks(page, entries, roles), *roles.marks()), _metadata(page))


def _contents_regions(page: Page) -> tuple[Region, ...]:
    return tuple(
        region
        for region in page.regions
        if region.tag not in {"body", "section"} and {"toc", "contents"} & {*region.classes}
    )


def _metadata(page: Page) -> Metadata:
    labels: dict[str, str] = {}
    for paragraph in page.paragraphs[:40]:
        for line in page.text[paragraph.start : paragraph.end].split("\n"):
            found = _LABEL.fullmatch(" ".join(line.split()))
            if found:
                labels.setdefault(found[1], found[2])
    known = metadata_of_head(page)
    author = labels.get("Author")
    return Metadata(
        title=labels.get("Title") or known.title,
        authors=(author,) if author else known.authors,
        language=labels.get("Language") or known.language,
        publisher="Project Gutenberg",
    )
