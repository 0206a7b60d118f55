"""Chapter marks where a table of contents, or the page's form, says that chapters start."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from fabula.sources.page import Entry, Page, Roles
from fabula.text import Mark

HEADING_PARAGRAPHS = 4
"""A heading runs over as many: a number, a title, “by” and a name, a date."""

MAX_TITLE = 300
"""Characters of a line that may be a title."""

_NOT_A_LETTER = re.compile(r"[\W_]+")


def chapter_mark(page: Page, offset: int, title: str | None) -> Mark:
    """A `chapter` mark at `offset`: over the heading that stands there, else without length.

    Finds: the paragraphs from `offset` on that are headings by markup or the title's next words.
    Why it holds: a table of contents repeats the heading, sometimes with both its lines in one.
    Misses: a heading in words that the table has not, set as an ordinary paragraph.
    Example: “Chapter 3: The Ferry” in the table covers “Chapter 3” and “The Ferry” on the page.
    """
    start = end = offset
    wanted = fold(title or "")
    for paragraph in page.paragraphs_from(offset, HEADING_PARAGRAPHS):
        short = paragraph.end - paragraph.start <= MAX_TITLE
        words = fold(page.text[paragraph.start : paragraph.end]) if short else ""
        if not (page.is_heading(paragraph) or (words and wanted.startswith(words))):
            break
        if end == offset:
            start = paragraph.start
        end = paragraph.end
        # A title that comes twice is one heading and a repetition; see `repeated_titles`.
        wanted = wanted.removeprefix(words)
    return Mark("chapter", start, end, title or None)


def chapter_marks(page: Page, entries: Iterable[Entry], roles: Roles) -> Iterator[Mark]:
    """The chapters that a table of contents leads to, in text order, one for each place.

    Entries that lead to paratext (a cover, a dedication) are none. An entry with others under it
    that has nothing but its heading before the first of them is a part: its heading becomes
    paratext, so that it does not end the chapter before.
    """
    placed = sorted(entries, key=lambda entry: (entry.offset, entry.depth))
    for entry, after in zip_longest(placed, placed[1:]):
        if after and after.offset == entry.offset:
            continue  # a part and its first chapter, or two names for one place
        first = page.paragraphs_from(entry.offset, 1)
        if not first or roles.of(first[0]):
            continue
        mark = chapter_mark(page, entry.offset, entry.title)
        if after and after.depth > entry.depth and _is_bare(page, mark, after.offset):
            roles.give(mark.start, after.offset, "title")
        else:
            yield mark


def repeated_titles(page: Page, chapters: Iterable[Mark], roles: Roles) -> None:
    """Make the second of two equal headings paratext, as FicHub and some converters have them."""
    for mark in chapters:
        if mark.start == mark.end:
            continue
        heading = fold(page.text[mark.start : mark.end])
        for paragraph in page.paragraphs_from(mark.end, 1):
            if fold(page.text[paragraph.start : paragraph.end]) == heading:
                roles.give(paragraph.start, paragraph.end, "title")


def fold(text: str) -> str:
    """Letters and digits alone, in small letters, to see that two titles are the same words."""
    return _NOT_A_LETTER.sub("", text.casefold())


def _is_bare(page: Page, mark: Mark, end: int) -> bool:
    return all(page.is_heading(paragraph) for paragraph in page.paragraphs_in(mark.end, end))
