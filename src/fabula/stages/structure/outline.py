"""The outline of a text: its chapters and the sections inside them, with their whole headings.

A heading may run over several blocks: a part above a chapter, a number above a title.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from fabula.lexicon.heading_words import CHAPTER_DEPTH, NUMBER_DEPTH
from fabula.stages.structure.headings import Heading, caption, clean, join_titles
from fabula.stages.structure.layout import Block, fold, ordinary_gap
from fabula.stages.structure.schemes import MAX_TITLE_WORDS, find_heads
from fabula.stages.structure.series import form_of

MAX_PART_WORDS = 30
"""Between “FIRST PERIOD” and “CHAPTER I” a line such as “related by the house-steward” fits."""
MAX_PART_BLOCKS = 3
MAX_OUTER_WORDS = 8


class Division(Struct, frozen=True, gc=False):
    """A place where the text is divided, with the heading that does it.

    `start` to `end` is the heading, empty where the file marks a chapter without words for it.
    `first` is the index of its first block, `last` of its last; `body` is the offset from which
    on the text is story.
    """

    start: int
    end: int
    title: str | None
    depth: int
    first: int
    last: int
    body: int


class Outline(Struct, frozen=True):
    """The divisions of a text, each kind in text order."""

    chapters: tuple[Division, ...]
    sections: tuple[Division, ...]


class _Head(Struct, frozen=True, gc=False):
    """A heading over the blocks at positions `first` to `last`."""

    first: int
    last: int
    heading: Heading


def read_outline(blocks: Sequence[Block], skipped: Collection[int] = ()) -> Outline:
    """The outline of a text; `skipped` are indexes of blocks that are not story."""
    kept = [block for block in blocks if block.index not in skipped]
    heads = find_heads(kept)
    chapters = [_Head(place, place, heading) for place, heading in sorted(heads.chapters.items())]
    chapters = _with_titles(kept, chapters, heads.sections)
    chapters = _with_lines_of_parts(kept, chapters)
    chapters = _joined(kept, _with_outer_lines(kept, chapters))
    taken = {place for head in chapters for place in range(head.first, head.last + 1)}
    sections = [
        _Head(place, place, heading)
        for place, heading in heads.sections.items()
        if place not in taken
    ]
    return Outline(
        tuple(_division(kept, head) for head in chapters),
        tuple(_division(kept, head) for head in sections),
    )


def _division(kept: Sequence[Block], head: _Head) -> Division:
    heading = head.heading
    return Division(
        start=heading.start,
        end=heading.end,
        title=heading.title or None,
        depth=heading.depth,
        first=kept[head.first].index,
        last=kept[head.last].index,
        body=heading.end if heading.body is None else heading.body,
    )


def _with_titles(
    kept: Sequence[Block], heads: Sequence[_Head], sections: Collection[int]
) -> list[_Head]:
    """Numbered headings with the title that stands in the block below.

    Finds: “Chapter I”, then “The Ferry” by itself.
    Why it holds: a book gives titles to all its chapters or to none, so a short line counts
        where most chapters have one, and alone only in capitals, by markup, or set apart.
    Misses: titles that read like sentences, with a full stop.
    Example: CHAPTER IV. / “At the Schoolhouse Window”.
    """
    taken = {head.first for head in heads} | set(sections)
    candidates = {
        index: kept[head.last + 1]
        for index, head in enumerate(heads)
        if not head.heading.titled
        and head.heading.body is None
        and _is_possible_title(kept, head.last, taken)
    }
    untitled = sum(not head.heading.titled for head in heads)
    usual = len(candidates) > 1 and len(candidates) >= 0.6 * untitled
    ordinary = ordinary_gap(kept)
    result = list(heads)
    for index, block in candidates.items():
        head = heads[index]
        after = kept[head.last + 2] if head.last + 2 < len(kept) else None
        if usual or _looks_like_title(block, after, ordinary):
            result[index] = _Head(head.first, head.last + 1, _titled(head.heading, block))
    return result


def _is_possible_title(kept: Sequence[Block], last: int, taken: Collection[int]) -> bool:
    place = last + 1
    if place >= len(kept) or place in taken:
        return False
    block = kept[place]
    contiguous = block.index == kept[last].index + 1
    short = 0 < block.words <= MAX_TITLE_WORDS
    return contiguous and short and not block.rules and caption(block.bare) is not None


def _looks_like_title(block: Block, after: Block | None, ordinary: int) -> bool:
    """Whether a line below a number is a title although other chapters have none."""
    looks = caption(block.bare)
    if looks == "capitals" or block.level is not None or block.styled:
        return True
    apart = after is not None and after.gap > ordinary
    return looks == "title" and (apart or block.text[-1] not in ".!?…")


def _titled(heading: Heading, block: Block) -> Heading:
    title = join_titles(heading.title, clean(block.text))
    return structs.replace(heading, end=block.end, title=title, titled=True)


def _with_lines_of_parts(kept: Sequence[Block], heads: Sequence[_Head]) -> list[_Head]:
    """Part headings with the lines between them and their first chapter's heading."""
    result = list(heads)
    for index, (head, following) in enumerate(pairwise(heads)):
        between = kept[head.last + 1 : following.first]
        above = head.heading.depth < min(following.heading.depth, CHAPTER_DEPTH)
        few = 0 < len(between) <= MAX_PART_BLOCKS and head.heading.body is None
        if above and few and sum(block.words for block in between) <= MAX_PART_WORDS:
            heading = structs.replace(head.heading, end=between[-1].end)
            result[index] = _Head(head.first, following.first - 1, heading)
    return result


def _with_outer_lines(kept: Sequence[Block], heads: Sequence[_Head]) -> list[_Head]:
    """Headings with a line in capitals above them that nothing else accounts for.

    “THE STORY”, widely set apart, above “FIRST PERIOD” is no last word of the prologue. Above
    the first heading it is the title of the whole, and not taken here.
    """
    ordinary = ordinary_gap(kept)
    result = list(heads)
    for index, (before, head) in enumerate(pairwise(heads), start=1):
        above = kept[head.first - 1]
        apart = above.gap > ordinary and head.first - 1 > before.last
        if apart and 0 < above.words <= MAX_OUTER_WORDS and caption(above.bare) == "capitals":
            heading = structs.replace(head.heading, start=above.start)
            result[index] = _Head(head.first - 1, head.last, heading)
    return result


def _joined(kept: Sequence[Block], heads: Sequence[_Head]) -> list[_Head]:
    """Headings that stand directly above one another as one: a part and its first chapter.

    The title is that of the chapter; a part's title belongs to all its chapters.
    """
    result: list[_Head] = []
    for head in heads:
        above = result[-1] if result else None
        if above is None or not _belongs_together(kept, above, head):
            result.append(head)
            continue
        upper, lower = above.heading, head.heading
        title = lower.title
        if upper.depth >= CHAPTER_DEPTH and fold(upper.title) not in fold(lower.title):
            within = fold(lower.title) in fold(upper.title)
            title = upper.title if within else join_titles(upper.title, lower.title)
        joined = structs.replace(lower, start=upper.start, title=title, depth=upper.depth)
        result[-1] = _Head(above.first, head.last, joined)
    return result


def _belongs_together(kept: Sequence[Block], above: _Head, head: _Head) -> bool:
    upper, lower = above.heading, head.heading
    contiguous = kept[above.last].index + 1 == kept[head.first].index
    if not contiguous or (upper.body is not None and upper.end > upper.start):
        return False
    same = fold(upper.title) == fold(lower.title) or fold(upper.title) in fold(lower.title)
    below_number = upper.number is not None and not upper.titled and lower.number is None
    other_series = upper.depth == lower.depth == NUMBER_DEPTH and form_of(upper) != form_of(lower)
    return upper.depth < lower.depth or same or below_number or other_series
