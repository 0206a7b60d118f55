"""Which line ends are the author's, and which only keep the lines of the file short.

Everything here looks at the breaks between two lines that follow each other without a blank line
between them. In a wrapped file most of them stand in the middle of a sentence, so that the next
line begins with a small letter; where each line is a paragraph almost none do. (In 85 novels
wrapped by Project Gutenberg the share is never under 0.71; a file with a line for each
paragraph stays under 0.03.)
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from fabula.sources.lines import Line, blocks_of, paragraph_per_line
from fabula.text import Mark, Paragraph

_MIN_WIDTH = 40
"""Nobody wraps prose more narrowly; shorter lines are titles, verse and labels."""

_FLOWING_SHARE = 0.5
"""Wrapped if this share of breaks stands in the middle of a sentence."""

_EVEN = 0.75
"""Lines broken because they were full are of one length, give or take a word: the short tenth of
them has at least 0.81 of the length of the long tenth in those novels. In chats and poems without
capitals and full stops, which seem to flow as well, lines are as long as what is said."""

_LONG = 1.2
_LONG_SHARE = 0.1
"""In a wrapped file few lines are longer than its width by a fifth: web addresses, tables."""

_NARROW = 0.45
"""A letter or notice inside a story may be set in a narrower column, but hardly under half."""

_TITLE_WIDTH = 0.7
"""Lines of a title and its byline are rarely wider than this, as a share of the width."""

_FIRST_LINE_INDENT = 2
"""How far a paragraph's first line is set in, at the least."""

_SENTENCE_ENDS = frozenset(".!?…")
_CLOSERS = frozenset(".!?…:”’»\"'*_)]—–-")
"""What a paragraph's last line may end in."""

_QUOTES = frozenset('“”„«»"')


class Wrapping(Struct, frozen=True):
    """How a file wraps its lines: at what width, and whether blank lines part its paragraphs."""

    width: int
    tight: bool


class Layout(Struct, frozen=True):
    """The paragraphs of a text, and a mark for each block whose line ends are the author's."""

    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...] = ()


def lay_out(text: str, lines: Sequence[Line], *, soft: bool = False) -> Layout:
    """The paragraphs that these lines of `text` make up.

    Where the file is not wrapped, each line is a paragraph; in a format whose line ends are
    `soft` by definition, only if no sentence runs on over its end. Where the file is wrapped,
    lines are joined; verse stays one paragraph, marked `preformatted`; title lines stand alone.
    """
    wrapping = measure(text, lines)
    if wrapping is None:
        return Layout(tuple(_flowing(text, lines)) if soft else paragraph_per_line(lines))
    paragraphs: list[Paragraph] = []
    marks: list[Mark] = []
    seen_prose = False
    for block in blocks_of(lines):
        if _is_prose(text, block, wrapping, within_story=seen_prose):
            seen_prose = True
            paragraphs += _joined(text, block, wrapping)
        elif seen_prose and _is_verse(text, block):
            paragraphs.append(Paragraph(block[0].start, block[-1].end))
            marks.append(Mark("preformatted", block[0].start, block[-1].end))
        else:
            paragraphs += paragraph_per_line(block)
    return Layout(tuple(paragraphs), tuple(marks))


def _flowing(text: str, lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Each line as a paragraph, with the next one where a sentence runs on into it."""
    for block in blocks_of(lines):
        start = block[0].start
        for line, after in pairwise(block):
            if not _flows(text, line, after):
                yield Paragraph(start, line.end)
                start = after.start
        yield Paragraph(start, block[-1].end)


def measure(text: str, lines: Sequence[Line]) -> Wrapping | None:
    """How the lines are wrapped, None if they are not.

    Finds: files whose lines end where the next word would not have fitted.
    Why it holds: see the head of this module.
    Misses: prose wrapped at fewer than 40 columns.
    Example: “She ran to the” / “gate.” flows; “She ran.” / “Ann waited.” does not.
    """
    breaks = [
        (line, after)
        for line, after in pairwise(lines)
        if line.length >= _MIN_WIDTH and not after.blank
    ]
    if not breaks:
        return None
    flowing = sorted(line.width for line, after in breaks if _flows(text, line, after))
    if not flowing or len(flowing) < _FLOWING_SHARE * len(breaks):
        return None
    if flowing[len(flowing) // 10] < _EVEN * flowing[len(flowing) * 9 // 10]:
        return None
    lengths = sorted(line.width for line, _ in breaks)
    width = lengths[len(lengths) * 9 // 10]  # the widest tenth is uneven wrapping and accidents
    shown = [line.width for line in lines if not line.blank]
    if sum(length > _LONG * width for length in shown) > _LONG_SHARE * len(shown):
        return None
    return Wrapping(width, _is_tight(text, lines, width))


def _is_tight(text: str, lines: Sequence[Line], width: int) -> bool:
    """Whether paragraphs mostly end without a blank line: by a short line alone."""
    inside = outside = 0
    for line, after in pairwise(lines):
        if line.blank:
            continue
        if after.blank:
            outside += 1
        elif line.length >= _MIN_WIDTH // 2 and _ends_short(text, line, after, width):
            inside += 1
    return inside > 2 * outside  # where every one ends in a blank line, few end short as well


def _is_prose(text: str, block: list[Line], wrapping: Wrapping, *, within_story: bool) -> bool:
    """Whether lines of the block were broken because they were full.

    A block set in a narrower column, or wrapped unevenly, is known by lines that begin in the
    middle of a sentence; above the story, where titles and labels stand, only if it is wide.
    """
    breaks = list(pairwise(block))
    if not breaks:
        return True
    full = sum(not _fits(text, *pair, wrapping.width) for pair in breaks)
    if 2 * full >= len(breaks):
        return True
    widest = max(line.length for line in block)
    flowing = sum(_flows(text, *pair) for pair in breaks)
    narrowest = (_NARROW if within_story else _TITLE_WIDTH) * wrapping.width
    return widest >= narrowest and 3 * flowing >= len(breaks)


def _is_verse(text: str, block: list[Line]) -> bool:
    """Whether the lines belong together: verse, an address, a list, and not talk or headings."""
    if len(block) == 2 and not block[1].indent:
        return False
    ended = sum(text[line.end - 1] in _SENTENCE_ENDS | _QUOTES for line in block[:-1])
    return 2 * ended < len(block)


def _joined(text: str, block: list[Line], wrapping: Wrapping) -> Iterator[Paragraph]:
    """The paragraphs of a block of prose: all of it, unless a line shows that one ends there."""
    margin = min(line.indent for line in block)
    start = block[0].start
    for line, after in pairwise(block):
        if _parts(text, line, after, margin, wrapping):
            yield Paragraph(start, line.end)
            start = after.start
    yield Paragraph(start, block[-1].end)


def _parts(text: str, line: Line, after: Line, margin: int, wrapping: Wrapping) -> bool:
    """Whether a paragraph ends between two lines of prose.

    Finds: first lines set in; in files without blank lines, short last lines; talk, where one
    line closes a quotation and the next one opens another.
    Misses: in files with neither, a last line that is full.
    """
    if text[after.start].islower():
        return False
    short = _ends_short(text, line, after, wrapping.width)
    if after.indent >= margin + _FIRST_LINE_INDENT:
        return short or text[line.end - 1] in _CLOSERS
    talk = text[line.end - 1] in _QUOTES and text[after.start] in _QUOTES
    return short and (wrapping.tight or talk)


def _ends_short(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether a sentence ends with the line although the next word would have fitted on it."""
    if text[line.end - 1] not in _CLOSERS or text[after.start].islower():
        return False
    return _fits(text, line, after, width)


def _flows(text: str, line: Line, after: Line) -> bool:
    """Whether the break is in the middle of a sentence."""
    return text[after.start].islower() and text[line.end - 1] not in _SENTENCE_ENDS


def _fits(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line would have fitted on this one."""
    room = width - line.width - 1
    if room <= 0:
        return False
    space = text.find(" ", after.start, after.end)
    word = (after.end if space < 0 else space) - after.start
    return word <= room
