"""The blocks of a Markdown file, from markdown-it's line numbers to offsets in the text."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from fabula.sources.lines import Line, blocks_of, lines_of, trimmed, without_quote_marks
from fabula.text import Mark, MarkKind, Paragraph

_HASHES = re.compile(r"#{1,6}[ \t]+")
_TAGS = re.compile(r"(?:<[^<>]{1,200}>[ \t]*)+")
_HTML_RULE = re.compile(r"<hr\b[^<>]{0,200}>$", re.IGNORECASE)


class Blocks(Struct, frozen=True):
    """What the block structure says.

    `paragraphs` are headings, rules, comments and code; `prose` are the lines of all the rest,
    with a blank one wherever a block ends; `quoted` the offsets where quoted lines start.
    """

    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    prose: tuple[Line, ...]
    quoted: frozenset[int]


def markdown_blocks(text: str, starts: Sequence[int], skip: int = 0) -> Blocks:
    """The blocks of `text` without its first `skip` lines; `starts` are where its lines begin."""
    parser = MarkdownIt("commonmark").disable(["code", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    # Lines keep their numbers, so what was read already is left out by making it empty.
    rest = text[starts[skip] :] if skip < len(starts) else ""
    tokens = parser.parse("\n" * skip + rest)
    reading = _Reading(text, starts, skip)
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.map:
            reading.take(token, after)
    prose, quoted = reading.prose()
    return Blocks(tuple(reading.paragraphs), tuple(reading.marks), tuple(prose), quoted)


def quoted_blocks(paragraphs: Sequence[Paragraph], quoted: frozenset[int]) -> Iterator[Mark]:
    """A `blockquote` mark for each run of paragraphs that start with quoted lines."""
    for is_quoted, run in groupby(paragraphs, key=lambda paragraph: paragraph.start in quoted):
        if is_quoted:
            block = list(run)
            yield Mark("blockquote", block[0].start, block[-1].end)


class _Reading:
    """Gathers blocks token by token; `taken` are the lines that are no prose."""

    def __init__(self, text: str, starts: Sequence[int], skip: int) -> None:
        self.text = text
        self.starts = starts
        self.paragraphs: list[Paragraph] = []
        self.marks: list[Mark] = []
        self.taken = set(range(skip))
        self.cuts: set[int] = set()
        self.quoted: set[int] = set()

    def take(self, token: Token, after: Token | None) -> None:
        first, last = token.map or (0, 0)
        self.cuts.update((first, last))
        match token.type:
            case "heading_open":
                self._heading(token, after)
            case "hr":
                self._rule(first)
            case "fence":
                self._code(token)
            case "html_block":
                self._html(first, last)
            case "blockquote_open":
                self.quoted.update(range(first, last))

    def prose(self) -> tuple[list[Line], frozenset[int]]:
        """The lines that are left, and where those of quoted blocks start."""
        prose: list[Line] = []
        quoted: set[int] = set()
        for number in range(len(self.starts)):
            lines = list(self._lines(number))
            if number in self.taken:
                lines = []
            elif number in self.quoted:
                lines, starts = without_quote_marks(self.text, lines)
                quoted.update(starts or (line.start for line in lines))
            if number in self.cuts or not lines:
                prose.append(Line(self.starts[number], self.starts[number], 0))
            prose += lines
        return prose, frozenset(quoted)

    def _lines(self, number: int) -> Iterator[Line]:
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return lines_of(self.text, self.starts[number], end)

    def _bare(self, first: int, last: int) -> list[Line]:
        lines = (line for number in range(first, last) for line in self._lines(number))
        return without_quote_marks(self.text, lines)[0]

    def _shown(self, first: int, last: int) -> list[Line]:
        return [line for line in self._bare(first, last) if not line.blank]

    def _heading(self, token: Token, content: Token | None) -> None:
        first, last = (content.map if content and content.map else None) or (0, 0)
        lines = self._shown(first, last)
        if not lines or not content or not content.content:
            return  # “#” alone: a scene break of typists
        start, end = lines[0].start, lines[-1].end
        if hashes := _HASHES.match(self.text, start, end):
            words = self.text[hashes.end() : end]
            if words.rstrip("#").endswith((" ", "\t")):
                end = hashes.end() + len(words.rstrip("#"))
            start, end = trimmed(self.text, hashes.end(), end)
        if start == end:
            return
        self.taken.update(range(*token.map) if token.map else ())
        self.paragraphs.append(Paragraph(start, end))
        self.marks.append(Mark("heading", start, end, level=int(token.tag[1])))

    def _rule(self, number: int) -> None:
        for line in self._shown(number, number + 1):
            self.taken.add(number)
            self.paragraphs.append(Paragraph(line.start, line.end))
            self.marks.append(Mark("rule", line.start, line.end))

    def _code(self, token: Token) -> None:
        """A fenced block, without its fences; words beside the first fence make it prose."""
        first, last = token.map or (0, 0)
        if len(token.info.split()) > 1:
            return
        self.taken.update(range(first, last))
        lines = self._shown(last - 1, last)
        closed = lines and not self.text[lines[0].start : lines[0].end].strip(token.markup[0])
        if closed and last - 1 > first:
            last -= 1
        self._blocks(self._bare(first + 1, last), "preformatted")

    def _html(self, first: int, last: int) -> None:
        """A block that is only a comment or only a rule; other tags stay in the prose."""
        lines = self._shown(first, last)
        if not lines:
            return
        start, end = lines[0].start, lines[-1].end
        if self.text.startswith("<!--", start) and self.text.find("-->", start, end) == end - 3:
            self.taken.update(range(first, last))
            self._blocks(self._bare(first, last), "paratext", "comment")
        elif _HTML_RULE.match(self.text, start, end):
            self._rule(first)
        elif len(lines) == 1:
            self._tagged(first, lines[0])

    def _tagged(self, number: int, line: Line) -> None:
        """A line between tags, such as <center>* * *</center>: what stands between them."""
        before = _TAGS.match(self.text, line.start, line.end)
        end = self.text.find("<", before.end() if before else line.end, line.end)
        if not before or end < 0 or not _TAGS.fullmatch(self.text, end, line.end):
            return
        start, end = trimmed(self.text, before.end(), end)
        if start < end:
            self.taken.add(number)
            self.paragraphs.append(Paragraph(start, end))
            if "center" in before[0].lower():
                self.marks.append(Mark("centred", start, end))

    def _blocks(self, lines: list[Line], kind: MarkKind, value: str | None = None) -> None:
        found = [Paragraph(block[0].start, block[-1].end) for block in blocks_of(lines)]
        if found:
            self.paragraphs += found
            self.marks.append(Mark(kind, found[0].start, found[-1].end, value))
