"""Archive of Our Own: its downloads (HTML, and EPUB made of it) and pages saved from it.

In an EPUB the converter has changed the class names, so ids, labels and the table of contents
are what the downloads are known by.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from fabula.labels import ParatextRole
from fabula.sources.page import Entry, Findings, Page, Region, Roles
from fabula.sources.pages.chapters import chapter_mark
from fabula.sources.pages.notes import label_of, labelled_notes
from fabula.text import Mark, Metadata, Paragraph, Spanned, Tag

_NAME = "Archive of Our Own"
_PREFACE_LABELS: dict[str, ParatextRole] = {"summary": "summary", "notes": "author_note"}
_CHAPTER_LABELS: dict[str, ParatextRole] = {
    "chapter summary": "summary",
    "chapter notes": "author_note",
    # As on the site's own pages.
    "summary": "summary",
    "notes": "author_note",
}
_END_LABELS: dict[str, ParatextRole] = {
    "chapter end notes": "author_note",
    "end notes": "author_note",
    "notes": "author_note",
}
_MORE_NOTES = re.compile(r"\(?See the end of the (?:chapter|work) for\b")
_CHAPTER_BY = re.compile(r"Chapter by\s")
_BYLINE = re.compile(r"by\s")
_STATISTIC = re.compile(r"([A-Z][a-z]+): *([\d,?/-]+)")


def find(page: Page) -> Findings | None:
    """What a page of the archive says about itself, None if it is none."""
    preface = page.with_id("preface")
    if preface and _NAME in page.text[preface.start : preface.start + 2000]:
        return _download(page)
    work = page.with_id("workskin")
    return _web_page(page, work) if work else None


def _download(page: Page) -> Findings:
    chapters, afterword = page.with_id("chapters"), page.with_id("afterword")
    end = afterword.start if afterword else len(page.text)
    start = chapters.start if chapters else _after_preface(page, end)
    roles = Roles(page)
    _give_front_roles(page, start, roles)
    for note in labelled_notes(page, end, len(page.text), _END_LABELS):
        roles.give(note.start, note.end, note.role)
    roles.give(end, len(page.text), "navigation")
    metadata = _metadata(page, page.inside(0, start))
    marks = []
    entries = _download_chapters(page, start, end)
    for number, entry in enumerate(entries):
        after = entries[number + 1].offset if number + 1 < len(entries) else end
        mark = chapter_mark(page, entry.offset, entry.title)
        _give_chapter_roles(page, mark.end, after, roles)
        marks.append(mark)
    if not marks:  # a story in one part has its title there, which does not show
        marks.append(Mark("chapter", start, start, metadata.title))
    return Findings((*roles.marks(), *marks), metadata)


def _after_preface(page: Page, end: int) -> int:
    """Where the story starts in an EPUB whose second file has lost the id of the chapters."""
    later = [entry.offset for entry in page.contents if 0 < entry.offset < end]
    return min(later, default=0)


def _download_chapters(page: Page, start: int, end: int) -> list[Entry]:
    if page.contents:
        return [entry for entry in page.contents if start <= entry.offset < end]
    return [
        Entry(page.words(region), region.start)
        for region in page.inside(start, end)
        if region.tag == "h2" and "heading" in region.classes
    ]


def _give_front_roles(page: Page, end: int, roles: Roles) -> None:
    """The preface of a download: heading, message, tags, title, byline, summary, notes."""
    for note in labelled_notes(page, 0, end, _PREFACE_LABELS):
        roles.give(note.start, note.end, note.role)
    titled = False
    for region in page.inside(0, end):
        if region.tag == "dl":
            roles.give(region.start, region.end, "tags")
        elif region.tag == "h1":
            roles.give(region.start, region.end, "title")
    for paragraph in page.paragraphs_in(0, end):
        words = page.words(paragraph)
        if titled and _BYLINE.match(words):
            roles.give(paragraph.start, paragraph.end, "author")
        elif _MORE_NOTES.match(words) or words == "Preface":
            roles.give(paragraph.start, paragraph.end, "navigation")
        titled = roles.of(paragraph) == "title"
    roles.give(0, end, "credits")


def _give_chapter_roles(page: Page, start: int, end: int, roles: Roles) -> None:
    """The notes right after a chapter's heading, and those right before its end."""
    for first, last, role in _adjoining(page, start, end, _CHAPTER_LABELS):
        roles.give(first, last, role)
    notes = list(labelled_notes(page, start, end, _END_LABELS))
    closing = page.paragraphs_in(start, end)
    if notes and closing and notes[-1].end >= closing[-1].end:
        roles.give(notes[-1].start, notes[-1].end, notes[-1].role)


def _adjoining(
    page: Page, start: int, end: int, labels: Mapping[str, ParatextRole]
) -> Iterator[tuple[int, int, ParatextRole]]:
    """The byline, summary and notes that follow each other from `start` on."""
    notes = {note.start: note for note in labelled_notes(page, start, end, labels)}
    paragraphs = page.paragraphs_in(start, end)
    reached = start
    for number, paragraph in enumerate(paragraphs):
        if paragraph.start < reached:
            continue
        words = page.words(paragraph)
        if paragraph.start in notes:
            note = notes[paragraph.start]
            yield note.start, note.end, note.role
            reached = note.end
        elif _CHAPTER_BY.match(words):
            yield paragraph.start, paragraph.end, "author"
        elif _MORE_NOTES.match(words) or _leads_to_more(page, paragraphs[number : number + 2]):
            yield paragraph.start, paragraph.end, "navigation"
        else:
            return


def _leads_to_more(page: Page, pair: Sequence[Paragraph]) -> bool:
    """Whether this is the label of notes that all stand at the end of the chapter."""
    if len(pair) < 2 or label_of(page, pair[0]) not in _CHAPTER_LABELS:
        return False
    return bool(_MORE_NOTES.match(page.words(pair[1])))


def _web_page(page: Page, work: Region) -> Findings:
    """A page as a browser saves it, with one chapter of a work or all of them."""
    roles = Roles(page)
    inside = page.inside(work.start, work.end)
    story = [region for region in inside if region.tag == "div" and "userstuff" in region.classes]
    marks: list[Mark] = []
    for region in inside:
        if region.tag == "h2" and "title" in region.classes:
            roles.give(region.start, region.end, "title")
        elif "byline" in region.classes:
            roles.give(region.start, region.end, "author")
        elif region.tag == "h3" and "title" in region.classes:
            title = page.words(region)
            marks.append(chapter_mark(page, region.start, title))
        elif region.tag == "h3" and "landmark" in region.classes:
            roles.give(region.start, region.end, "navigation")
    for note in labelled_notes(page, work.start, work.end, _END_LABELS | _CHAPTER_LABELS):
        roles.give(note.start, note.end, note.role)
    for region in page.with_class("work", "meta"):
        roles.give(region.start, region.end, "tags")
    kept: list[Spanned] = [*story, *marks]
    roles.give_outside(sorted(kept, key=lambda span: span.start), "navigation")
    metadata = _metadata(page, page.regions)
    if not marks and story:
        marks.append(Mark("chapter", story[0].start, story[0].start, metadata.title))
    return Findings((*roles.marks(), *marks), metadata)


def _metadata(page: Page, regions: Sequence[Region]) -> Metadata:
    title = next((page.words(r) for r in regions if _is_title(r)), None)
    authors = [page.words(region) for region in regions if region.rel == "author"]
    language = None
    tags: list[Tag] = []
    label = ""
    reached = 0
    for region in regions:
        if region.start < reached:
            continue  # the statistics are a list inside the list
        if region.tag == "dd":
            reached = region.end
        if region.tag == "dt":
            label = page.words(region).rstrip(": ").replace("(s)", "s")
        elif region.tag == "dd" and label == "Language":
            language = page.words(region)
        elif region.tag == "dd" and label:
            tags += [Tag(label, value) for value in _values(page, region)]
    tags += [
        Tag(found[1], found[2])
        for tag in tags
        if tag.label == "Stats"
        for found in _STATISTIC.finditer(tag.value)
    ]
    return Metadata(
        title=title,
        authors=tuple(dict.fromkeys(authors)),
        language=language,
        publisher=_NAME,
        tags=tuple(tag for tag in tags if tag.label != "Stats"),
    )


def _is_title(region: Region) -> bool:
    return region.tag == "h1" or (region.tag == "h2" and "title" in region.classes)


def _values(page: Page, region: Region) -> list[str]:
    """The values of a row of tags: its links, or its text where it has none."""
    links = [
        page.words(inner)
        for inner in page.inside(region.start, region.end)
        if inner.tag == "a" and inner.end > inner.start
    ]
    return links or [page.words(region)]
