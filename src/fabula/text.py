"""The text as read, and places in it.

Every offset in Fabula counts code points of `Document.text`, and every span is half-open:
`start` is the first character inside, `end` the first one after. The text is never altered;
what a reader would clean away (hard line wraps, asterisks for emphasis, author's notes) is
marked, not deleted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal, Protocol, TypeVar

from msgspec import Struct

from fabula.errors import StoryError

MarkKind = Literal[
    "emphasis",  # <em>, <i>, *x*, _x_: the span includes the marks where the text has them
    "strong",  # <b>, <strong>, **x**
    "heading",  # a heading by markup; `level` is 1 to 6
    "rule",  # <hr>, or a line of glyphs that the format defines as a rule; may be empty
    "centred",  # a paragraph set in the middle
    "blockquote",  # an indented block: letters, verses, notes
    "preformatted",  # line breaks inside are the author's (verse, chat logs)
    "chapter",  # the file itself says that a chapter starts here; `value` is its title or None
    "paratext",  # the file itself says that this is not story; `value` is a `ParatextRole`
    "comment",  # a reviewer's comment on this span; `value` is its text
]


class Spanned(Protocol):
    """Anything that lies in the text from `start` up to `end`."""

    @property
    def start(self) -> int:
        """First code point inside."""

    @property
    def end(self) -> int:
        """First code point after."""


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """Code points `start` (included) to `end` (excluded) of `Document.text`.

    In “Well?” the word is `Span(1, 5)`. In JSON a span is the pair `[start, end]`.

    Raises:
        StoryError: unless `0 <= start < end`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise StoryError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start


class Token(Span, frozen=True, order=True, array_like=True, gc=False):
    """A word, number or punctuation mark: “don’t” is one token, “it…us” three."""


class Sentence(Span, frozen=True, order=True, array_like=True, gc=False):
    """A sentence as printed, without the white space around it: “What?” she said. is one."""


class Paragraph(Span, frozen=True, order=True, array_like=True, gc=False):
    """A block of text with no white space at its ends; hard-wrapped lines are inside one block."""


class Mark(Struct, frozen=True, omit_defaults=True, gc=False):
    """Something that the file's own formatting says about a stretch of text.

    `start == end` is allowed: an HTML rule has a place and no characters.
    """

    kind: MarkKind
    start: int
    end: int
    value: str | None = None
    level: int | None = None


class Anchor(Struct, frozen=True, array_like=True, gc=False):
    """From `offset` on, the text runs through the file from this line and column.

    `line` and `column` count from 1, columns in code points; `member` indexes
    `Document.members`, -1 for a file that has no parts.
    """

    offset: int
    line: int
    column: int
    member: int = -1


class Place(Struct, frozen=True):
    """Where a reader finds a character in the file they gave us."""

    line: int
    column: int
    member: str | None = None

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}"
        return f"{self.member}:{place}" if self.member else place


class Tag(Struct, frozen=True, array_like=True):
    """One labelled value from the file's head, such as Rating: Teen."""

    label: str
    value: str


class Metadata(Struct, frozen=True, omit_defaults=True):
    """What the file says about the story without being story."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    publisher: str | None = None
    tags: tuple[Tag, ...] = ()


class Diagnostic(Struct, frozen=True, omit_defaults=True):
    """Something about the file that the reader should know, such as an encoding assumed."""

    code: str
    message: str
    member: str | None = None


S = TypeVar("S", bound=Spanned)


class Document(Struct, frozen=True):
    """A story file as read: its text, exactly, and what the file's form says about it.

    `format` names the reader that made it (plain, gutenberg, fanficfare, markdown, novelwriter,
    html, epub, docx). For a plain file `text.encode(encoding)` gives back the bytes.
    `paragraphs` come from the reader, `sentences` and `tokens` from `segmentation.segment`;
    each of them is in text order and does not overlap.
    """

    text: str
    name: str
    format: str
    paragraphs: tuple[Paragraph, ...]
    encoding: str | None = None
    metadata: Metadata = Metadata()
    marks: tuple[Mark, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    members: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()

    def __getitem__(self, span: Spanned) -> str:
        return self.text[span.start : span.end]

    def place(self, offset: int) -> Place:
        """Where in the file the character at `offset` stands.

        Characters that the reader put in itself (the line breaks between two HTML paragraphs)
        belong to the place before them.
        """
        if not self.anchors:
            return Place(line=1, column=offset + 1)
        index = bisect_right(self.anchors, offset, key=attrgetter("offset")) - 1
        anchor = self.anchors[max(index, 0)]
        member = self.members[anchor.member] if anchor.member >= 0 else None
        return Place(anchor.line, anchor.column + max(offset - anchor.offset, 0), member)

    def marks_of(self, *kinds: MarkKind) -> tuple[Mark, ...]:
        """The marks of these kinds, in text order."""
        return tuple(mark for mark in self.marks if mark.kind in kinds)


def within(items: Sequence[S], start: int, end: int) -> Sequence[S]:
    """The items that lie wholly inside `start:end`; `items` are sorted and do not overlap.

    Two binary searches, so that asking for the tokens of every sentence stays linear.
    """
    low = bisect_left(items, start, key=attrgetter("start"))
    high = bisect_right(items, end, key=attrgetter("end"))
    return items[low:high]


def overlapping(items: Sequence[S], start: int, end: int) -> Sequence[S]:
    """The items that share a character with `start:end`; `items` as in `within`."""
    low = bisect_right(items, start, key=attrgetter("end"))
    high = bisect_left(items, end, key=attrgetter("start"))
    return items[low:high]


def covering(items: Sequence[S], offset: int) -> S | None:
    """The item that contains the character at `offset`, or None; `items` as in `within`."""
    index = bisect_right(items, offset, key=attrgetter("start")) - 1
    if index >= 0 and offset < items[index].end:
        return items[index]
    return None
