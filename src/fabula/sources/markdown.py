"""Markdown: headings, rules and quoted blocks, a YAML head, comments.

The block structure is CommonMark's, with two changes for manuscripts: lines set in by four
spaces are prose, not code, and `[name]: …` at the start of a line is no link. Syntax around a
block (`#`, `>`, a line of `=`) lies outside its paragraph; emphasis keeps its marks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import structs

from fabula.errors import LimitError
from fabula.sources import decoding
from fabula.sources.assembly import assemble, check_story
from fabula.sources.emphasis import emphasis_marks
from fabula.sources.front_matter import front_matter
from fabula.sources.limits import MAX_MARKDOWN_LINES
from fabula.sources.lines import anchors_of, check_lines
from fabula.sources.markdown_blocks import markdown_blocks, quoted_blocks
from fabula.sources.wrapping import lay_out
from fabula.text import Document, Mark, Paragraph

_CHAPTER = re.compile(
    r"(?:chapter|part|book|prologue|epilogue|interlude)\b|\d+\b|[IVXLC]+\b\.?$", re.IGNORECASE
)


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a Markdown file.

    A single heading of the highest level, above everything else, is the title, and the level
    below it holds the chapters; several headings of the highest level are chapters themselves.

    Raises:
        SourceError: if the bytes are not text, or there is no story in it.
    """
    decoded = decoding.decode(data, name, encoding)
    text = decoded.text
    check_story(text, name)
    check_lines(text, name)
    starts = [anchor.offset for anchor in anchors_of(text)]
    if len(starts) > MAX_MARKDOWN_LINES:
        raise LimitError(
            f"{name}: expected at most {MAX_MARKDOWN_LINES:,} lines of Markdown, found "
            f"{len(starts):,}; split the file, or rename it to .txt"
        )
    front = front_matter(text)
    blocks = markdown_blocks(text, starts, skip=bisect_left(starts, front.end))
    layout = lay_out(text, blocks.prose, soft=True)
    paragraphs = sorted((*front.paragraphs, *blocks.paragraphs, *layout.paragraphs))
    headings = [mark for mark in blocks.marks if mark.kind == "heading"]
    title, chapters = _outline(text, headings, paragraphs[len(front.paragraphs) :])
    marks = [
        *front.marks,
        *blocks.marks,
        *layout.marks,
        *quoted_blocks(layout.paragraphs, blocks.quoted),
        *(Mark("paratext", mark.start, mark.end, "title") for mark in title),
        *(Mark("chapter", mark.start, mark.end, _words(text, mark)) for mark in chapters),
        *_comments(text, layout.paragraphs),
        *emphasis_marks(text, layout.paragraphs),
    ]
    metadata = front.metadata
    if title and metadata.title is None:
        metadata = structs.replace(metadata, title=_words(text, title[0]))
    return assemble(decoded, name, "markdown", paragraphs, marks=marks, metadata=metadata)


def _outline(
    text: str, headings: Sequence[Mark], paragraphs: Sequence[Paragraph]
) -> tuple[Sequence[Mark], Sequence[Mark]]:
    """The heading that is the title (none or one), and those that start chapters.

    Finds: the highest level that is used more than once, or whose only heading says “Chapter”;
    a single higher heading at the very top is the title.
    Why it holds: a level used once names the whole, a level used again names parts of it.
    Misses: a file that holds one chapter under a title without a number or the word.
    Example: `# The Kite`, `## Wind`, `## Rain` is a title and two chapters.
    """
    title: Sequence[Mark] = ()
    levels = _by_level(headings)
    if levels and len(levels[0]) == 1:
        first = levels[0][0]
        if first.start == paragraphs[0].start and not _CHAPTER.match(_words(text, first)):
            title, levels = (first,), levels[1:]
    if levels and (len(levels[0]) > 1 or _CHAPTER.match(_words(text, levels[0][0]))):
        return title, levels[0]
    return title, ()


def _by_level(headings: Sequence[Mark]) -> list[list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for heading in headings:
        found.setdefault(heading.level or 0, []).append(heading)
    return [found[level] for level in sorted(found)]


def _words(text: str, mark: Mark) -> str:
    return " ".join(text[mark.start : mark.end].split()).strip("*_ ")


def _comments(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Mark]:
    """The writer's own notes inside a paragraph: <!-- check the tide -->."""
    for paragraph in paragraphs:
        start = text.find("<!--", paragraph.start, paragraph.end)
        while start >= 0:
            end = text.find("-->", start, paragraph.end)
            if end < 0:
                break
            yield Mark("paratext", start, end + 3, "comment")
            start = text.find("<!--", end, paragraph.end)
