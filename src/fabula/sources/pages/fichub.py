"""FicHub's HTML and EPUB files: an introduction, then chapters whose titles come twice."""

import re

from fabula.sources.page import Entry, Findings, Page, Roles
from fabula.sources.pages.chapters import chapter_marks, repeated_titles
from fabula.sources.pages.heads import metadata_of_head
from fabula.text import Metadata, Tag

_CHAPTER = re.compile(r"chap_\d+")
_LABEL = re.compile(
    r"(Status|Published|Updated|Words|Chapters|Rated|Rating|Original source): *(.+)"
)
_BY = re.compile(r"By: *(.+)")
_STEP = re.compile(r"(?:previous|next|first|last) chapter|(?:back to )?(?:contents|top)|[«»<>|\s]+")


def find(page: Page) -> Findings | None:
    """What a file of FicHub's says about its story, None if it is none."""
    chapters = [region for region in page.regions if _CHAPTER.fullmatch(region.id)]
    introduced = any(
        page.words(paragraph).startswith("Original source:") for paragraph in page.paragraphs[:40]
    )
    if not introduced or not (chapters or page.contents):
        return None
    entries = page.contents or tuple(
        Entry(_title(page, region.start), region.start) for region in chapters
    )
    entries = tuple(entry for entry in entries if entry.title.lower() != "introduction")
    start = min((entry.offset for entry in entries), default=0)
    roles = Roles(page)
    metadata = _introduction(page, start, roles)
    for paragraph in page.paragraphs:
        if _STEP.fullmatch(page.words(paragraph).lower()):
            roles.give(paragraph.start, paragraph.end, "navigation")
    marks = list(chapter_marks(page, entries, roles))
    repeated_titles(page, marks, roles)
    return Findings((*roles.marks(), *marks), metadata)


def _title(page: Page, offset: int) -> str:
    return next((page.words(paragraph) for paragraph in page.paragraphs_from(offset, 1)), "")


def _introduction(page: Page, end: int, roles: Roles) -> Metadata:
    title, authors, tags = None, [], []
    for paragraph in page.paragraphs_in(0, end):
        words = page.words(paragraph)
        by, label = _BY.fullmatch(words), _LABEL.fullmatch(words)
        if title is None and page.is_heading(paragraph):
            title = words
            roles.give(paragraph.start, paragraph.end, "title")
        elif by:
            authors.append(by[1])
            roles.give(paragraph.start, paragraph.end, "author")
        elif label:
            tags.append(Tag(label[1], label[2]))
            roles.give(paragraph.start, paragraph.end, "tags")
        else:
            roles.give(paragraph.start, paragraph.end, "summary")
    known = metadata_of_head(page)
    return Metadata(
        title or known.title,
        tuple(authors) or known.authors,
        known.language,
        known.publisher,
        tuple(tags),
    )
