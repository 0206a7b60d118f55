"""From runs of marked-up text to the text of a document, as a page would show it.

HTML, EPUB and DOCX all say “here is some text, italic, in a paragraph of its own”. A `TextFlow`
takes that in, collapses white space as a browser does, and gives back the text with its
paragraphs, its marks, and for each stretch the place in the file that it came from.

Blocks are two line breaks apart. A `<br>` is one; two or more in a row end the paragraph, and a
single one does in long blocks that have no other way to part their paragraphs. What shows as a
wider gap on the page is wider in the text: each empty line is one line break more, and a block
of nothing but no-break spaces is kept, so that scene breaks made of space survive.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from fabula.errors import LimitError
from fabula.sources.limits import MAX_TEXT_CHARACTERS
from fabula.sources.lines import BLANKS
from fabula.text import Anchor, Mark, MarkKind, Paragraph

MAX_EMPTY_LINES = 8
"""A wider gap than this says no more; a million `<br>` would cost every later stage dearly."""

LINES_OF_PROSE = 8
LETTERS_OF_PROSE = 45
"""A line of verse has some 35 characters, a paragraph of dialogue some 80; see `_paragraphs`."""

_SENTENCE_ENDS = tuple(".!?…”\"’'»—-*_~")
_SPACE = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
"""White space that does not show as it stands: all but a single space."""


class Look(Struct, frozen=True, gc=False):
    """How a run of text is set. `preformatted` keeps its white space."""

    italic: bool = False
    bold: bool = False
    centred: bool = False
    preformatted: bool = False


PLAIN = Look()


class Flow(Struct, frozen=True):
    """What a `TextFlow` gives back: the parts of a `Document` that come from the text itself."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    anchors: tuple[Anchor, ...]


class TextFlow:
    """Gathers text, block by block, from one file or from several in a row.

    Text comes with `at`, its offset in the source of the current member; `end_member` turns
    those offsets into lines and columns. `length` is how much text there is so far, and may be
    passed to `enclose` later, to put a mark around everything written since.

    Italic runs with nothing but space between them are one stretch of emphasis, as programs
    break them anywhere; it ends with its paragraph. So with bold ones.

    Raises:
        LimitError: from any method, once there is more text than a story can have.
    """

    def __init__(self, name: str, limit: int = MAX_TEXT_CHARACTERS) -> None:
        self.length = 0
        self._name = name
        self._limit = limit
        self._pieces: list[str] = []
        self._paragraphs: list[Paragraph] = []
        self._marks: list[Mark] = []
        self._enclosed: list[Mark] = []
        self._anchors: list[Anchor] = []
        # Where the text of this member comes from: pairs of offsets, in the text and the source.
        self._places = array("q")
        self._shift: int | None = None
        # The block in hand: its first piece and offset, and whether it is set in the middle.
        self._first_piece = 0
        self._block_start = 0
        self._in_block = False
        self._centred = False
        # What stands before the next visible character.
        self._space = False
        self._breaks = 0
        self._empty_lines = 0
        self._rule = False
        # Where the stretch of italic or bold in hand began.
        self._italic_from: int | None = None
        self._bold_from: int | None = None

    def write(self, text: str, at: int, look: Look = PLAIN) -> None:
        """Add text that stands in the source from `at` on, character for character."""
        if look.preformatted:
            self._write_lines(text, at, look)
            return
        position = 0
        for found in _SPACE.finditer(text):
            self._write_words(text[position : found.start()], at + position, look)
            self._space = True
            if "\n" in found[0]:
                self._shift = None
            position = found.end()
        self._write_words(text[position:], at + position, look)

    def line_break(self) -> None:
        """A `<br>`: the next text starts a new line."""
        self._breaks += 1

    def end_block(self) -> None:
        """What follows is a block of its own. Several calls in a row are one."""
        if self._in_block:
            self._finish_block()
            # The last break of a block ends its last line; those before it show as empty lines.
            self._empty_lines = max(self._breaks - 1, 0)
        else:
            self._empty_lines += self._breaks
        self._breaks = 0
        self._space = False

    def empty_line(self) -> None:
        """Leave one line more than usual before the next block."""
        self.end_block()
        self._empty_lines += 1

    def rule(self) -> None:
        """A line drawn across the page, here, between two blocks."""
        self.end_block()
        self._rule = True

    def enclose(
        self, kind: MarkKind, since: int, value: str | None = None, level: int | None = None
    ) -> None:
        """Mark the text written since `length` was `since`, if any was."""
        if self.length > since:
            self._enclosed.append(Mark(kind, since, self.length, value, level))

    def end_member(self, line_starts: Sequence[int], member: int = -1) -> None:
        """Place the text since the last call: `line_starts` are offsets in its source."""
        self.end_block()
        for offset, source in zip(self._places[::2], self._places[1::2], strict=True):
            line = bisect_right(line_starts, source)
            column = source - line_starts[line - 1] + 1
            self._anchors.append(Anchor(offset, line, column, member))
        self._places = array("q")
        self._shift = None

    def finish(self) -> Flow:
        """The text and what belongs to it."""
        self.end_block()
        if self._rule:
            self._marks.append(Mark("rule", self.length, self.length))
        text = "".join(self._pieces)
        marks = [mark for mark in self._marks if not _is_blank(text, mark)]
        marks += _from_first_visible(text, self._enclosed)
        return Flow(
            text=text,
            paragraphs=tuple(self._paragraphs),
            marks=tuple(sorted(marks, key=_by_place)),
            anchors=tuple(self._anchors),
        )

    def _write_words(self, text: str, at: int, look: Look) -> None:
        """Text without white space other than single spaces."""
        words = text.strip(" ")
        if not words:
            self._space = self._space or bool(text)
            return
        leading = text[0] == " "
        self._space = self._space or leading
        self._append(words, at + leading, look)
        self._space = text[-1] == " "

    def _write_lines(self, text: str, at: int, look: Look) -> None:
        """Text whose spaces and line breaks are the author's."""
        position = 0
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_break()
                self._shift = None
            if line.strip(" \t"):
                self._append(line, at + position, look)
            position += len(line) + 1

    def _append(self, text: str, at: int, look: Look) -> None:
        self._end_stretches(look)
        if self._in_block:
            self._write_space()
        else:
            self._start_block(look)
        self._begin_stretches(look)
        if at - self.length != self._shift:
            self._places.extend((self.length, at))
            self._shift = at - self.length
        self._put(text)

    def _put(self, text: str) -> None:
        self.length += len(text)
        if self.length > self._limit:
            raise LimitError(
                f"{self._name}: expected at most {self._limit:,} characters of text, found more; "
                "split the file"
            )
        self._pieces.append(text)

    def _write_space(self) -> None:
        """What separates two runs of one block: a space, a line break, or empty lines."""
        if self._breaks > 1:
            self._end_stretches(PLAIN)
        if self._breaks:
            self._put("\n" * min(self._breaks, MAX_EMPTY_LINES))
        elif self._space:
            self._put(" ")
        self._breaks = 0
        self._space = False

    def _start_block(self, look: Look) -> None:
        gap = self.length
        if gap:
            self._put("\n" * (2 + min(self._empty_lines + self._breaks, MAX_EMPTY_LINES)))
        if self._rule:
            place = gap + 1 if gap else 0
            self._marks.append(Mark("rule", place, place))
        self._rule = False
        self._breaks = self._empty_lines = 0
        self._space = False
        self._in_block = True
        self._centred = look.centred
        self._first_piece = len(self._pieces)
        self._block_start = self.length

    def _finish_block(self) -> None:
        self._end_stretches(PLAIN)
        text = "".join(self._pieces[self._first_piece :])
        for start, end in _paragraphs(text):
            paragraph = Paragraph(self._block_start + start, self._block_start + end)
            self._paragraphs.append(paragraph)
            if self._centred:
                self._marks.append(Mark("centred", paragraph.start, paragraph.end))
        self._in_block = False

    def _begin_stretches(self, look: Look) -> None:
        if look.italic and self._italic_from is None:
            self._italic_from = self.length
        if look.bold and self._bold_from is None:
            self._bold_from = self.length

    def _end_stretches(self, look: Look) -> None:
        if self._italic_from is not None and not look.italic:
            self._marks.append(Mark("emphasis", self._italic_from, self.length))
            self._italic_from = None
        if self._bold_from is not None and not look.bold:
            self._marks.append(Mark("strong", self._bold_from, self.length))
            self._bold_from = None


def line_starts(source: str) -> Sequence[int]:
    """The offset of each line of a source whose lines end in LF alone."""
    starts = array("q", [0])
    starts.extend(found.end() for found in re.finditer("\n", source))
    return starts


def first_visible(text: str, offset: int) -> int:
    """The first character at or after `offset` that is not part of a gap between blocks."""
    stop = min(len(text), offset + MAX_EMPTY_LINES + 3)
    while offset < stop and text[offset] in " \n":
        offset += 1
    return offset


def _paragraphs(block: str) -> Iterable[tuple[int, int]]:
    """The stretches of a block between its blank lines, without white space at their ends."""
    lines = block.split("\n")
    apart = _lines_are_paragraphs(lines)
    start = end = -1
    position = 0
    for line in lines:
        shown = line.strip(BLANKS)
        if start >= 0 and (apart or not shown):
            yield start, end
            start = -1
        if shown:
            indent = len(line) - len(line.lstrip(BLANKS))
            if start < 0:
                start = position + indent
            end = position + indent + len(shown)
        position += len(line) + 1
    if start >= 0:
        yield start, end


def _lines_are_paragraphs(lines: Sequence[str]) -> bool:
    """Whether each line of a block is a paragraph of its own.

    Finds: long blocks without empty lines, whose lines nearly all end where a sentence ends and
    are as long as sentences.
    Why it holds: old pages part paragraphs by one `<br>`. Lines of verse and of a letter's head
    are short and mostly end in a comma or in nothing; wrapped lines end anywhere.
    Misses: blocks of few lines, where a wrong guess costs little either way.
    Example: “Mara ran down to the harbour.<br>“Wait!” called Ned, but she did not.<br>…”
    """
    if len(lines) < LINES_OF_PROSE or not all(line.strip(BLANKS) for line in lines):
        return False
    ended = sum(1 for line in lines if line.rstrip(BLANKS).endswith(_SENTENCE_ENDS))
    letters = sum(map(len, lines))
    return ended >= 0.8 * len(lines) and letters >= LETTERS_OF_PROSE * len(lines)


def _is_blank(text: str, mark: Mark) -> bool:
    """Whether a mark of looks lies on nothing that shows, as in `<i>&nbsp;</i>`."""
    return mark.end > mark.start and not text[mark.start : mark.end].strip(BLANKS)


def _from_first_visible(text: str, marks: Iterable[Mark]) -> Iterable[Mark]:
    for mark in marks:
        start = first_visible(text, mark.start)
        if start < mark.end:
            yield Mark(mark.kind, start, mark.end, mark.value, mark.level)


def _by_place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.kind
