"""Lists of contents: headings in a row with no story between them."""

import re
from collections.abc import Sequence

from fabula.stages.structure.headings import caption, read_heading, read_line
from fabula.stages.structure.layout import Block, Line, fold, lines_of

_LABELS = frozenset({"contents", "tableofcontents", "chapters", "listofchapters", "chapterlist"})
_PAGE = re.compile(r".*(?:\.{2,}|\s{2,}|\t)\s*(?:\d{1,4}|[ivxlc]+|page)\s*", re.IGNORECASE)
MAX_ENTRY_WORDS = 16
MIN_ENTRIES = 4
MAX_LIST_BLOCKS = 600
MAX_HEADING_BLOCKS = 5
"""Title of the book, part, its title, number and title of the chapter."""
MAX_WORDS_BEFORE = 400
"""A title page, or a note, before a contents list has fewer."""
MAX_WORDS_BETWEEN = 15
"""A contents list gives a title after each number, and nothing more."""

Blocks = Sequence[Block]


def find_contents(blocks: Blocks) -> list[tuple[int, int]]:
    """The contents lists among these blocks, as first and last position.

    Finds: “Contents” with what follows as long as it looks like entries, and four or more
        headings in a row without story between them.
    Why it holds: chapters have text; the list ends where its first entry comes again. Without a
        label, a list after the story has begun is one only if it ends so.
    Misses: lists without a label whose entries are titles only.
    Example: CONTENTS / I. The Ferry / II. A Walk to the Mill … / I. The Ferry (no longer list).
    """
    found = []
    position = words = 0
    while position < len(blocks):
        last = _labelled_end(blocks, position)
        if last is None:
            last = _unlabelled_end(blocks, position, begun=words > MAX_WORDS_BEFORE)
        if last is None:
            words += blocks[position].words
            position += 1
            continue
        found.append((position, last))
        position = last + 1
    return found


def _labelled_end(blocks: Blocks, first: int) -> int | None:
    """The last block of a list that begins with its label."""
    lines = lines_of(blocks[first]) if blocks[first].words <= 400 else ()
    if not lines or fold(lines[0].text) not in _LABELS:
        return None
    if len(lines) > 1 and not all(map(_is_entry, lines)):
        return None
    seen = {fold(line.text) for line in lines[1:2]}
    last = first
    for position in range(first + 1, min(len(blocks), first + MAX_LIST_BLOCKS)):
        entries = lines_of(blocks[position])
        if not entries or not all(map(_is_entry, entries)) or fold(entries[0].text) in seen:
            break
        if not seen:
            seen = {fold(entries[0].text)}
        last = position
    else:
        return last if last > first else None
    ended = fold(lines_of(blocks[last + 1])[0].text) in seen if last + 1 < len(blocks) else True
    last = last if ended else _without_first_heading(blocks, first, last)
    entries_found = sum(len(lines_of(block)) for block in blocks[first : last + 1]) - 1
    return last if entries_found > 1 else None


def _is_entry(line: Line) -> bool:
    text = line.text
    if len(text.split()) > MAX_ENTRY_WORDS:
        return False
    return (
        _PAGE.fullmatch(text) is not None
        or read_line(line) is not None
        or caption(text) is not None
    )


def _without_first_heading(blocks: Blocks, first: int, last: int) -> int:
    """Leaves the heading right before the story to the story: it stands wider apart."""
    tail = range(max(first + 2, last - MAX_HEADING_BLOCKS), last + 1)
    widest = max(tail, key=lambda position: (blocks[position].gap, -position), default=last)
    usual = min((blocks[position].gap for position in range(first + 2, last + 1)), default=0)
    return widest - 1 if tail and blocks[widest].gap > usual else last


def _unlabelled_end(blocks: Blocks, first: int, *, begun: bool) -> int | None:
    """The last block of a list of headings that begins here without a label."""
    if blocks[first].words > 400:
        return None
    lines = lines_of(blocks[first])
    if len(lines) >= MIN_ENTRIES and not begun:
        headings = sum(read_line(line) is not None for line in lines)
        return first if headings >= 0.8 * len(lines) else None
    heading = read_heading(blocks[first])
    if heading is None or heading.body is not None:
        return None
    opening = fold(blocks[first].text)
    count, last, between, depth = 1, first, 0, heading.depth
    for position in range(first + 1, min(len(blocks), first + MAX_LIST_BLOCKS)):
        block = blocks[position]
        following = read_heading(block) if block.words <= 2 * MAX_ENTRY_WORDS else None
        if following is None or following.body is not None:
            between += block.words
            if between > MAX_WORDS_BETWEEN:
                break
            continue
        if fold(block.text) == opening:
            return position - 1 if count >= MIN_ENTRIES else None
        count += following.depth <= depth  # a part above its chapter is one entry
        depth, last, between = following.depth, position, 0
    else:
        return last if count >= MIN_ENTRIES else None
    return last - 1 if count > MIN_ENTRIES and not begun else None
