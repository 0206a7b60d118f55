"""Which parts of a book are chapters, and which are not story: cover, imprint, dedication.

EPUB 3 says it in `epub:type`, EPUB 2 in its guide, and both usually in the names of files.
"""

import re
from collections.abc import Iterable, Iterator

from fabula.labels import ParatextRole
from fabula.sources.page import Entry, Page, Roles
from fabula.sources.pages.chapters import fold
from fabula.text import Metadata, Spanned, covering

_TYPES: dict[str, ParatextRole] = {
    "cover": "title",
    "titlepage": "title",
    "title-page": "title",
    "halftitlepage": "title",
    "halftitle": "title",
    "toc": "contents",
    "doc-toc": "contents",
    "landmarks": "contents",
    "page-list": "contents",
    "loi": "contents",
    "lot": "contents",
    "copyright-page": "licence",
    "copyright": "licence",
    "imprint": "credits",
    "colophon": "credits",
    "doc-colophon": "credits",
    "imprimatur": "credits",
    "contributors": "credits",
    "other-credits": "credits",
    "doc-credits": "credits",
    "dedication": "dedication",
    "doc-dedication": "dedication",
    "epigraph": "epigraph",
    "doc-epigraph": "epigraph",
    "acknowledgments": "author_note",
    "acknowledgements": "author_note",
    "doc-acknowledgments": "author_note",
    "foreword": "author_note",
    "doc-foreword": "author_note",
    "preface": "author_note",
    "doc-preface": "author_note",
    "afterword": "author_note",
    "doc-afterword": "author_note",
    "endnotes": "author_note",
    "doc-endnotes": "author_note",
    "rearnotes": "author_note",
    "footnotes": "author_note",
    "footnote": "author_note",
    "doc-footnote": "author_note",
    "rearnote": "author_note",
    "endnote": "author_note",
    "bibliography": "credits",
    "index": "contents",
}
"""The vocabularies of EPUB 3 (`epub:type`), of DPUB-ARIA (`role`) and of EPUB 2's guide."""

_CHAPTERS = frozenset(
    {"chapter", "doc-chapter", "prologue", "doc-prologue", "epilogue", "doc-epilogue"}
    | {"part", "doc-part", "se:short-story", "se:novella"}
)
"""The same for what is story; the last two are Standard Ebooks' own."""

_NUMBERS = re.compile(r"\d+")
TITLE_LINES = 20
"""Paragraphs of a title page that are looked at for its author."""

_TITLES: tuple[tuple[re.Pattern[str], ParatextRole], ...] = (
    (re.compile(r"(?:cover|(?:half )?title(?: ?page)?)(?: image)?", re.IGNORECASE), "title"),
    (
        re.compile(r"(?:table of )?contents|toc|nav|illustrations", re.IGNORECASE),
        "contents",
    ),
    (re.compile(r"(?:un)?copyright(?: page| notice)?|licen[cs]e", re.IGNORECASE), "licence"),
    (re.compile(r"imprint|colophon|credits", re.IGNORECASE), "credits"),
    (re.compile(r"dedication", re.IGNORECASE), "dedication"),
    (re.compile(r"epigraph", re.IGNORECASE), "epigraph"),
    (
        re.compile(r"acknowledge?ments?|about the author|author.s notes?", re.IGNORECASE),
        "author_note",
    ),
    (re.compile(r"also by .*|other books by .*|newsletter", re.IGNORECASE), "navigation"),
)


def role_of_type(types: Iterable[str]) -> ParatextRole | None:
    """The role that the first of these words stands for, if any."""
    return next((_TYPES[word] for word in types if word in _TYPES), None)


def role_of_name(path: str) -> ParatextRole | None:
    """The role of a file with a telling name: `text/titlepage.xhtml`."""
    stem = path.rpartition("/")[2].partition(".")[0]
    words = _NUMBERS.sub("", stem.replace("_split", "")).strip("-_ ").replace("_", " ")
    return role_of_title(words.replace("-", " "))


def role_of_title(title: str) -> ParatextRole | None:
    """The role of a page with a telling entry in the contents: “About the Author”."""
    words = " ".join(title.split())
    return next((role for pattern, role in _TITLES if pattern.fullmatch(words)), None)


def give_typed_roles(page: Page, metadata: Metadata, roles: Roles) -> None:
    """The roles of elements that say what they are: `<section epub:type="dedication">`."""
    for region in page.regions:
        role = role_of_type(region.types) if region.types else None
        if role:
            give_page_role(page, region, role, metadata, roles)


def typed_chapters(page: Page) -> Iterator[Entry]:
    """Elements that say that they are chapters: `<section epub:type="chapter">`."""
    ends: list[int] = []
    for region in page.regions:
        if _CHAPTERS.isdisjoint(region.types) or region.start == region.end:
            continue
        while ends and ends[-1] <= region.start:
            ends.pop()
        heading = covering(page.headings, region.start)
        yield Entry(page.words(heading) if heading else "", region.start, len(ends))
        ends.append(region.end)


def give_page_role(
    page: Page, place: Spanned, role: ParatextRole, metadata: Metadata, roles: Roles
) -> None:
    """Give a page its role; on a title page the lines with an author's name are of the author."""
    if role == "title":
        authors = [fold(author) for author in metadata.authors]
        for paragraph in page.paragraphs_from(place.start, TITLE_LINES):
            words = fold(page.words(paragraph)[:200])
            named = any(author and author in words for author in authors)
            if named and paragraph.end <= place.end:
                roles.give(paragraph.start, paragraph.end, "author")
    roles.give(place.start, place.end, role)
