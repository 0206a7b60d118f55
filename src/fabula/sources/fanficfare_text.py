"""FanFicFare's text files: a head of labelled lines, a list of contents, numbered chapters.

FanFicFare sends every chapter through html2text, so its own marks for emphasis (_so_, **so**),
rules (`* * *`) and quoted blocks (`> `) stand in the text. Notes that the archive keeps apart
come as such a block under a bold label: `**Author's Note:**`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.sources import decoding
from fabula.sources.assembly import assemble
from fabula.sources.emphasis import emphasis_marks
from fabula.sources.labels import Entry, entries_of, metadata_of, paratext_marks
from fabula.sources.lines import Line, all_lines, blocks_of, without_quote_marks
from fabula.sources.wrapping import lay_out
from fabula.text import Document, Mark, Paragraph

_CONTENTS = "TABLE OF CONTENTS"
_END = "End file."
_HEADING_INDENT = 8
"""A chapter's heading is set in by a tab, which wrapping turns into eight spaces."""

_BY = re.compile(r"by\s+(?=\S)")
_NUMBER = re.compile(r"\d+\. +(?=\S)")
_SUMMARY = re.compile(r"Summary:")

_NOTES: dict[str, ParatextRole] = {
    "author's note": "author_note",
    "author's notes": "author_note",
    "notes for the chapter": "author_note",
    "end notes for the chapter": "author_note",
    "notes": "author_note",
    "summary for the chapter": "summary",
    "summary": "summary",
}
"""FanFicFare's labels for what an archive keeps apart from a chapter's text."""

_RULE = re.compile(r"\*(?: \*){2,}|\\?-{3,}|\\?_{3,}")
_HEADING = re.compile(r"(#{1,6}) +(?=\S)")


class Frame(Struct, frozen=True):
    """The lines of a file: title and labels, contents, chapters, and the last line.

    `headings` are the offsets at which the headings of chapters start.
    """

    head: Sequence[Line]
    contents: Sequence[Line]
    chapters: Sequence[Line]
    end: Sequence[Line]
    headings: frozenset[int]


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a text file that FanFicFare wrote; head, contents and notes are marked as paratext.

    Raises:
        SourceError: if the bytes are not text, or there is no story in it.
    """
    decoded = decoding.decode(data, name, encoding)
    text = decoded.text
    lines, quoted = without_quote_marks(text, all_lines(text, name))
    frame = split(text, lines)
    head = list(_head_entries(text, frame.head))
    contents = _paragraphs(frame.contents)
    layout = lay_out(text, frame.chapters)
    end = _paragraphs(frame.end)
    marks = [
        *paratext_marks(_head_roles(head)),
        *paratext_marks((paragraph, "contents") for paragraph in contents),
        *layout.marks,
        *_chapters(text, layout.paragraphs, frame.headings),
        *_quoted_blocks(text, layout.paragraphs, quoted),
        *_lines_of_their_own(text, layout.paragraphs),
        *emphasis_marks(text, layout.paragraphs),
        *paratext_marks((paragraph, "navigation") for paragraph in end),
    ]
    paragraphs = [*(entry.paragraph for entry in head), *contents, *layout.paragraphs, *end]
    metadata = metadata_of(head)
    return assemble(decoded, name, "fanficfare", paragraphs, marks=marks, metadata=metadata)


def split(text: str, lines: Sequence[Line]) -> Frame:
    """Cut the lines of a file where FanFicFare's parts meet.

    A heading is a line set in that stands alone; where there is a list of contents it is one of
    its entries, otherwise there is a single chapter with a single heading.
    """
    blocks = list(blocks_of(lines))
    shown = [_words(text, block) for block in blocks]
    contents = shown.index(_CONTENTS) if _CONTENTS in shown else None
    entries: set[str] = set()
    headings: list[int] = []
    for number, block in enumerate(blocks):
        if not _set_in(text, block[0]):
            if contents is not None and number > contents and not headings:
                entries.add(shown[number])
        elif shown[number] in entries or (contents is None and not headings and number > 1):
            headings.append(block[0].start)
    story = headings[0] if headings else None
    listed = blocks[contents][0].start if contents is not None else story
    last = blocks[-1][0].start if shown and shown[-1] == _END else len(text)
    head = listed if listed is not None else 0
    return Frame(
        head=[line for line in lines if line.start < head],
        contents=[line for line in lines if head <= line.start < (story or head)],
        chapters=[line for line in lines if (story or head) <= line.start < last],
        end=[line for line in lines if line.start >= last],
        headings=frozenset(headings),
    )


def _words(text: str, block: Sequence[Line]) -> str:
    return " ".join(text[block[0].start : block[-1].end].split())


def _set_in(text: str, line: Line) -> bool:
    return line.indent >= _HEADING_INDENT or text[line.start - 1 : line.start] == "\t"


def _paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    return [Paragraph(block[0].start, block[-1].end) for block in blocks_of(lines)]


def _head_entries(text: str, lines: Sequence[Line]) -> Iterator[Entry]:
    """Title, author, then labelled lines; the summary comes last and may hold colons itself."""
    blocks = list(blocks_of(lines))
    labels = len(blocks)
    for number, block in enumerate(blocks):
        words, paragraph = _words(text, block), Paragraph(block[0].start, block[-1].end)
        author = _BY.match(words)
        if number and author:
            yield Entry("author", words[author.end() :], paragraph)
            labels = number + 1
            break
        if number > 1:  # a title takes one block, or two with blank lines in it
            labels = number
            break
        yield Entry("title", words, paragraph)
    if labels >= len(blocks):
        return
    rest = [line for line in lines if line.start >= blocks[labels][0].start]
    summary = next(
        (n for n, line in enumerate(rest) if _SUMMARY.match(text, line.start)), len(rest)
    )
    yield from entries_of(text, rest[:summary])
    yield from entries_of(text, rest[summary:], {"summary"})


def _head_roles(entries: Sequence[Entry]) -> Iterator[tuple[Paragraph, ParatextRole]]:
    role: ParatextRole = "tags"
    for entry in entries:
        label = entry.label.lower() if entry.label else None
        if label == "title":
            role = "title"
        elif label == "author":
            role = "author"
        elif label == "summary":
            role = "summary"
        elif label:
            role = "tags"
        yield entry.paragraph, role  # without a label: the summary goes on


def _chapters(
    text: str, paragraphs: Sequence[Paragraph], headings: frozenset[int]
) -> Iterator[Mark]:
    for paragraph in paragraphs:
        if paragraph.start in headings:
            title = _NUMBER.sub("", " ".join(text[paragraph.start : paragraph.end].split()), 1)
            yield Mark("chapter", paragraph.start, paragraph.end, value=title)


def _quoted_blocks(
    text: str, paragraphs: Sequence[Paragraph], quoted: frozenset[int]
) -> Iterator[Mark]:
    """Blocks with `> ` before their lines: a note under its bold label, else a quoted block."""
    before: Paragraph | None = None
    for is_quoted, run in groupby(paragraphs, key=lambda paragraph: paragraph.start in quoted):
        block = list(run)
        if is_quoted:
            role = _note(text, before) if before else None
            if before and role:
                yield Mark("paratext", before.start, block[-1].end, value=role)
            else:
                yield Mark("blockquote", block[0].start, block[-1].end)
        before = block[-1]


def _note(text: str, label: Paragraph) -> ParatextRole | None:
    words = text[label.start : label.end]
    if not words.startswith("**") or not words.endswith("**"):
        return None
    return _NOTES.get(words.strip("*: ").lower().replace("’", "'"))


def _lines_of_their_own(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Mark]:
    """html2text's forms of `<hr>`, of a typed line of dashes, and of `<h1>` to `<h6>`."""
    for paragraph in paragraphs:
        if _RULE.fullmatch(text, paragraph.start, paragraph.end):
            yield Mark("rule", paragraph.start, paragraph.end)
        elif heading := _HEADING.match(text, paragraph.start, paragraph.end):
            level = len(heading[1])
            yield Mark("heading", paragraph.start, paragraph.end, level=level)
