"""novelWriter's documents: headings for chapters and scenes, `@` tags, `%` comments.

What a writer says there about their own story (`@pov: Jane` under `### Scene`) is kept in the
metadata, and marked as no part of the text. A heading of level 3 starts a scene: it is a rule
with a working title.
"""

import re
from collections.abc import Iterator, Sequence

from fabula.labels import ParatextRole
from fabula.sources import decoding
from fabula.sources.assembly import assemble
from fabula.sources.emphasis import emphasis_marks
from fabula.sources.lines import Line, all_lines, trimmed
from fabula.sources.wrapping import lay_out
from fabula.text import Document, Mark, MarkKind, Metadata, Paragraph, Tag

_HEADING = re.compile(r"(#{1,4})(!?)[ \t]")
_TAG = re.compile(
    r"@(tag|pov|focus|char|plot|time|location|object|entity|custom|story|mention)[ \t]*:"
)
_COMMENT = re.compile(r"%")
_SUMMARY = re.compile(r"%[ \t]*(?:synopsis|short)[ \t]*:", re.IGNORECASE)
_META = re.compile(r"%%~")
_COMMAND = re.compile(r"\[(?:new ?page|vspace(?::\d{1,3})?)\]$", re.IGNORECASE)
_CODE = re.compile(r"\[(/?)([ibu])\]", re.IGNORECASE)
_CODES: dict[str, MarkKind] = {"i": "emphasis", "u": "emphasis", "b": "strong"}


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a novelWriter document (`content/*.nwd`), or any text in its markup.

    Raises:
        SourceError: if the bytes are not text, or there is no story in it.
    """
    decoded = decoding.decode(data, name, encoding)
    reading = _Reading(decoded.text)
    for line in all_lines(decoded.text, name):
        reading.take(line)
    layout = lay_out(decoded.text, reading.prose)
    marks = [
        *reading.marks,
        *layout.marks,
        *_shortcodes(decoded.text, layout.paragraphs),
        *emphasis_marks(decoded.text, layout.paragraphs),
    ]
    paragraphs = sorted((*reading.paragraphs, *layout.paragraphs))
    metadata = Metadata(title=reading.title, tags=tuple(reading.tags))
    return assemble(decoded, name, "novelwriter", paragraphs, marks=marks, metadata=metadata)


class _Reading:
    """Sorts the lines of a document, one by one, into prose and what is said about it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs: list[Paragraph] = []
        self.marks: list[Mark] = []
        self.prose: list[Line] = []
        self.tags: list[Tag] = []
        self.title: str | None = None

    def take(self, line: Line) -> None:
        start, end = line.start, line.end
        at_margin = not line.blank and not line.indent
        role = self._role(line) if at_margin else None
        heading = _HEADING.match(self.text, start, end) if at_margin else None
        if role:
            self.paragraphs.append(Paragraph(start, end))
            self.marks.append(Mark("paratext", start, end, role))
        elif heading:
            first, _ = trimmed(self.text, heading.end(), end)
            self._heading(len(heading[1]), heading[2], Paragraph(first, end))
        else:
            self.prose.append(self._aligned(line))
            return
        self.prose.append(Line(start, start, 0))  # prose before and after does not join

    def _role(self, line: Line) -> ParatextRole | None:
        text, start, end = self.text, line.start, line.end
        if tag := _TAG.match(text, start, end):
            self.tags.append(Tag(tag[1], text[tag.end() : end].strip()))
            return "directive"
        if _META.match(text, start, end) or _COMMAND.match(text, start, end):
            return "directive"
        if _SUMMARY.match(text, start, end):
            return "summary"
        return "comment" if _COMMENT.match(text, start, end) else None

    def _heading(self, level: int, variant: str, words: Paragraph) -> None:
        start, end = words.start, words.end
        title = " ".join(self.text[start:end].split())
        self.paragraphs.append(words)
        self.marks.append(Mark("heading", start, end, level=level))
        if level == 1 and variant:
            self.title = self.title or title
            self.marks.append(Mark("paratext", start, end, "title"))
        elif level == 2:
            self.marks.append(Mark("chapter", start, end, title))
        elif level == 3:
            self.marks.append(Mark("rule", start, end))

    def _aligned(self, line: Line) -> Line:
        """The line without the signs that set it right, left or (`>> so <<`) in the middle."""
        text, start, end = self.text, line.start, line.end
        if line.blank or (text[start] != ">" and text[end - 1] != "<"):
            return line
        shown = text[start:end]
        start, end = trimmed(text, end - len(shown.lstrip(">")), start + len(shown.rstrip("<")))
        if start >= end:
            return line
        if text[line.start] == ">" and text[line.end - 1] == "<":
            self.marks.append(Mark("centred", start, end))
        return Line(start, end, line.indent)


def _shortcodes(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Mark]:
    """Emphasis in square brackets: [i]so[/i], [b]so[/b]."""
    for paragraph in paragraphs:
        opened: dict[str, int] = {}
        for found in _CODE.finditer(text, paragraph.start, paragraph.end):
            code = found[2].lower()
            if not found[1]:
                opened[code] = found.start()
            elif code in opened:
                yield Mark(_CODES[code], opened.pop(code), found.end())
