"""Pages of sites that put a chapter in one known element, with notes, menus and comments around."""

from msgspec import Struct

from fabula.sources.page import Findings, Page, Region, Roles
from fabula.sources.pages.chapters import chapter_mark
from fabula.sources.pages.heads import metadata_of_head
from fabula.text import Mark


class Site(Struct, frozen=True):
    """How a site marks the story on its pages, by id or by classes, and its author's notes."""

    story_ids: tuple[str, ...] = ()
    story_classes: tuple[str, ...] = ()
    note_classes: tuple[str, ...] = ()


ROYAL_ROAD = Site(
    story_classes=("chapter-inner", "chapter-content"),
    note_classes=("author-note-portlet", "author-note"),
)
FANFICTION_NET = Site(story_ids=("storytext", "storytextp"))


def find_royal_road(page: Page) -> Findings | None:
    """What a chapter's page of Royal Road says about itself, None if it is none."""
    return _find(page, ROYAL_ROAD)


def find_fanfiction_net(page: Page) -> Findings | None:
    """What a chapter's page of FanFiction.net says about itself, None if it is none."""
    return _find(page, FANFICTION_NET)


def _find(page: Page, site: Site) -> Findings | None:
    story = _story(page, site)
    if not story:
        return None
    roles = Roles(page)
    for name in site.note_classes:
        for region in page.with_class(name):
            roles.give(region.start, region.end, "author_note")
    title = next((r for r in page.with_tag("h1") if r.end <= story[0].start), None)
    if title:
        roles.give(title.start, title.end, "title")
    roles.give_outside(story, "navigation")
    marks = [_chapter(page, region, title) for region in story]
    return Findings((*roles.marks(), *marks), metadata_of_head(page))


def _story(page: Page, site: Site) -> list[Region]:
    """The elements with story text, in text order; an id may be on two of them, one in another."""
    if site.story_classes:
        return [region for region in page.with_class(*site.story_classes) if region.end]
    return [region for id_ in site.story_ids if (region := page.with_id(id_))][:1]


def _chapter(page: Page, region: Region, title: Region | None) -> Mark:
    return chapter_mark(page, region.start, page.words(title) if title else None)
