"""FanFicFare's HTML and EPUB files: title page, contents, log, chapters with the site's notes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fabula.labels import ParatextRole
from fabula.sources.page import Entry, Findings, Page, Region, Roles
from fabula.sources.pages.chapters import chapter_marks
from fabula.sources.pages.contents_list import find_contents
from fabula.text import Metadata, Tag

_SECTION = re.compile(r"section\d{4}")
_LABEL = re.compile(r"([A-Z][\w /()-]{1,30}):\s*(.*)")
_BY = re.compile(r"(.+) by (.+)")
_PARTS: dict[str, ParatextRole] = {
    "fff_titlepage": "tags",
    "fff_tocpage": "contents",
    "fff_logpage": "credits",
}


def find(page: Page) -> Findings | None:
    """What a file of FanFicFare's says about its story, None if it is none."""
    sections = [region for region in page.with_tag("a") if _SECTION.fullmatch(region.name)]
    named = any(name.startswith("fff_") for region in page.regions for name in region.classes)
    if not named and not (sections and page.with_tag("table")):
        return None
    roles = Roles(page)
    for region in page.with_class("fff_chapter_notes"):
        roles.give(region.start, region.end, _note_role(page, region))
    for region in page.with_class("fff_titlepage")[:1]:
        _give_title_page_roles(page, region.start, region.end, roles)
    for name, role in _PARTS.items():
        for region in page.with_class(name):
            roles.give(region.start, region.end, role)
    contents = find_contents(page)
    if contents:
        roles.give(contents.start, contents.end, "contents")
    first = sections[0].start if sections else (contents.entries[0].offset if contents else 0)
    _give_title_page_roles(page, 0, first, roles)
    roles.give(0, first, "tags")
    metadata = _metadata(page, roles)
    chapters = chapter_marks(page, _chapters(page, sections), roles)
    return Findings((*chapters, *roles.marks()), metadata)


def _note_role(page: Page, region: Region) -> ParatextRole:
    """The site's own summaries come under their label too: “Summary for the Chapter:”."""
    return "summary" if page.words(region).startswith("Summary") else "author_note"


def _give_title_page_roles(page: Page, start: int, end: int, roles: Roles) -> None:
    for region in page.inside(start, end):
        if region.tag in {"h1", "h3"}:
            roles.give(region.start, region.end, "title")
    for paragraph in page.paragraphs_in(start, end):
        if page.words(paragraph).startswith("Summary:"):
            roles.give(paragraph.start, paragraph.end, "summary")


def _chapters(page: Page, sections: list[Region]) -> Iterator[Entry]:
    """The chapters: by the contents of an EPUB, the sections of a page, or the headings."""
    if page.contents:
        yield from page.contents
    elif sections:
        for section in sections:  # around the heading: `<a name="section0001"><h2>…</h2></a>`
            yield Entry(page.words(section), section.start)
    else:
        for region in page.with_class("fff_chapter_title"):
            yield Entry(page.words(region), region.start)


def _metadata(page: Page, roles: Roles) -> Metadata:
    tags = []
    for line, following in pairwise([*_lines(page, roles), ""]):
        found = _LABEL.fullmatch(line)
        if found and (found[2] or following):
            tags.append(Tag(found[1], found[2] or following))
    titled = _BY.fullmatch(page.head.get("title", ""))
    language = next((tag.value for tag in tags if tag.label == "Language"), None)
    publisher = next((tag.value for tag in tags if tag.label == "Publisher"), None)
    return Metadata(
        title=titled[1] if titled else page.head.get("title"),
        authors=(titled[2],) if titled else (),
        language=language,
        publisher=publisher,
        tags=tuple(tag for tag in tags if tag.label not in {"Language", "Publisher"}),
    )


def _lines(page: Page, roles: Roles) -> Iterator[str]:
    """The lines of the title page, each on its own."""
    for paragraph in page.paragraphs:
        if roles.of(paragraph) in {"tags", "summary"}:
            for line in page.text[paragraph.start : paragraph.end].split("\n"):
                yield " ".join(line.split())
