"""Which headings begin chapters: by the file's own marks, by heading levels, or by their words.

No single line can tell: “II” is a chapter in one book, a section in the next and a line of a
telegram in a third. The decision is made once for the whole text.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct, structs

from fabula.lexicon.heading_words import CHAPTER_DEPTH, NUMBER_DEPTH, TITLE_DEPTH
from fabula.stages.structure.headings import Heading, caption, clean, read_heading
from fabula.stages.structure.layout import Block, fold, ordinary_gap
from fabula.stages.structure.series import number_runs, title_series

MAX_TITLE_WORDS = 15
"""Titles on a line of their own are shorter than most sentences."""
MIN_OWN_WORDS = 40
"""A part heading may have a motto; a chapter has text."""


class Heads(Struct, frozen=True):
    """Headings by the position of their block: those of chapters, and those inside chapters."""

    chapters: dict[int, Heading]
    sections: dict[int, Heading]


def find_heads(blocks: Sequence[Block]) -> Heads:
    """The headings among these blocks, which are story: no notes, no contents list.

    What the file marks as a chapter comes first, then heading marks by their level, then words.
    """
    words = list(accumulate((block.words for block in blocks), initial=0))
    read = {
        position: heading
        for position, block in enumerate(blocks)
        if (heading := read_heading(block)) is not None
    }
    worded = _by_words(blocks, words, read)
    begun = [position for position, block in enumerate(blocks) if block.begins]
    if begun:
        return _by_marks(blocks, begun, read, worded)
    if any(block.level for block in blocks):
        return _by_levels(blocks, words, read, worded)
    return worded


def _by_marks(
    blocks: Sequence[Block], begun: Sequence[int], read: dict[int, Heading], worded: Heads
) -> Heads:
    """Chapters where the file says so.

    With a single mark the file is one chapter to its format, and headings that the writer typed
    inside still divide it; with more, they are sections.
    """
    chapters = {
        position: _marked_heading(blocks[position], read.get(position)) for position in begun
    }
    inner = _marked_levels(blocks, read) | worded.chapters | worded.sections
    if len(begun) == 1:
        chapters = worded.chapters | chapters
    return Heads(chapters, _without(inner, chapters))


def _marked_heading(block: Block, read: Heading | None) -> Heading:
    """The heading of a block where the file marks a chapter; empty where there are no words."""
    mark = block.begins
    assert mark is not None
    named = mark.value is not None and fold(mark.value) == fold(block.text)
    whole = named or block.level is not None or mark.end >= block.end or _is_all(read)
    depth = read.depth if read else CHAPTER_DEPTH
    number = read.number if read else None
    titled = read.titled if read else True
    if whole:
        return Heading(block.start, block.end, depth, number, clean(block.text), titled)
    title = "" if mark.value is None else clean(mark.value)
    end = mark.end if mark.start <= block.start < mark.end else block.start
    return Heading(block.start, end, CHAPTER_DEPTH, None, title, titled=True, body=end)


def _is_all(heading: Heading | None) -> bool:
    return heading is not None and heading.body is None


def _by_levels(
    blocks: Sequence[Block], words: Sequence[int], read: dict[int, Heading], worded: Heads
) -> Heads:
    """Chapters by heading marks (`<h2>`, `##`): their levels, and which of them are numbered.

    A numbered heading is a chapter, unless it stands under another numbered one: then it is a
    section of it. A heading without a number is a chapter down to the level of the numbered
    ones, or to the highest level that has several with text of their own.
    """
    marked = _marked_levels(blocks, read)
    levels = {place: blocks[place].level or 1 for place in marked}
    inner = _under_numbers(marked, levels)
    numbered = [place for place in marked if _is_numbered(marked[place]) and place not in inner]
    usual = Counter(levels[place] for place in numbered).most_common(1)
    level = usual[0][0] if usual else _title_level(levels, words)
    if level is None:
        return worded
    chapters = {
        place: structs.replace(heading, depth=_depth(heading, level - levels[place]))
        for place, heading in marked.items()
        if place not in inner and (levels[place] <= level or _is_numbered(heading))
    }
    first = min(chapters)
    alone = sum(other <= levels[first] for other in levels.values()) == 1
    if alone and levels[first] < level and first not in read and words[first] == 0:
        del chapters[first]  # the title of the whole
    return Heads(chapters, _without(marked | worded.chapters | worded.sections, chapters))


def _depth(heading: Heading, above: int) -> int:
    """The depth of a heading that stands so many levels above the chapters."""
    by_level = min(max(CHAPTER_DEPTH - above, 0), NUMBER_DEPTH)
    return min(by_level, heading.depth) if heading.depth < CHAPTER_DEPTH else by_level


def _is_numbered(heading: Heading) -> bool:
    return heading.number is not None and heading.depth >= CHAPTER_DEPTH


def _under_numbers(marked: dict[int, Heading], levels: dict[int, int]) -> set[int]:
    """The headings that stand under a numbered one of a higher level."""
    inner: set[int] = set()
    above: list[int] = []
    for place, heading in marked.items():
        while above and levels[above[-1]] >= levels[place]:
            above.pop()
        if above:
            inner.add(place)
        elif _is_numbered(heading):
            above.append(place)
    return inner


def _marked_levels(blocks: Sequence[Block], read: dict[int, Heading]) -> dict[int, Heading]:
    marked = {}
    for position, block in enumerate(blocks):
        if block.level is not None:
            heading = read.get(position)
            if heading is None or heading.body is not None:
                heading = _title(block)
            marked[position] = heading
    return marked


def _title_level(levels: dict[int, int], words: Sequence[int]) -> int | None:
    """The highest level with several headings that have text of their own.

    One heading alone is the title of the whole: None.
    """
    places = sorted(levels)
    if len(places) < 2:
        return None
    owners: Counter[int] = Counter()
    for place, following in zip(places, [*places[1:], len(words) - 1], strict=True):
        if words[following] - words[place + 1] >= MIN_OWN_WORDS:
            owners[levels[place]] += 1
    several = [level for level, count in owners.items() if count > 1]
    return min(several, default=max(levels.values()))


def _by_words(blocks: Sequence[Block], words: Sequence[int], read: dict[int, Heading]) -> Heads:
    """Chapters by the words of their headings alone, as in plain text.

    A bare number is a chapter only where no “Chapter” is; a title by itself only where there is
    neither.
    """
    chapters = {place: heading for place, heading in read.items() if heading.depth <= CHAPTER_DEPTH}
    sections: dict[int, Heading] = {}
    has_chapters = any(map(_is_numbered_chapter, chapters.values()))
    numbered = {place: read[place] for place in read.keys() - chapters.keys()}
    runs = number_runs(sorted(numbered.items()), words, _going_on(numbered, chapters))
    longest_titled = max(
        (words[run[-1]] - words[run[0]] for run in runs if _is_titled(blocks, read, run)),
        default=0,
    )
    for run in runs:
        inside = has_chapters and read[run[0]].number == 1
        if not _is_titled(blocks, read, run):
            inside = inside or words[run[-1]] - words[run[0]] < longest_titled
        (sections if inside else chapters).update((place, read[place]) for place in run)
    if not has_chapters and not runs:
        for place in title_series(blocks, words, ordinary_gap(blocks)):
            chapters.setdefault(place, _title(blocks[place]))
    return Heads(chapters, sections)


def _is_numbered_chapter(heading: Heading) -> bool:
    return heading.depth == CHAPTER_DEPTH and heading.number is not None


def _going_on(numbered: dict[int, Heading], chapters: dict[int, Heading]) -> dict[int, int]:
    """For each bare number, the number of the last “Chapter” before it.

    None where some bare number is a one: such numbers count sections, not chapters.
    """
    if any(heading.number == 1 for heading in numbered.values()):
        return {}
    places = sorted(place for place, heading in chapters.items() if _is_numbered_chapter(heading))
    previous = {}
    for place in numbered:
        index = bisect_left(places, place)
        number = chapters[places[index - 1]].number if index else None
        if number is not None:
            previous[place] = number
    return previous


def _is_titled(blocks: Sequence[Block], read: dict[int, Heading], run: Sequence[int]) -> bool:
    """Whether most headings of a series of numbers have a title, beside them or below."""
    titled = sum(
        read[place].titled or (place + 1 < len(blocks) and is_title_line(blocks[place + 1]))
        for place in run
    )
    return titled > len(run) / 2


def is_title_line(block: Block) -> bool:
    """Whether a block looks like the title of a chapter."""
    return 0 < block.words <= MAX_TITLE_WORDS and caption(block.bare) in {"capitals", "title"}


def _title(block: Block) -> Heading:
    return Heading(block.start, block.end, TITLE_DEPTH, None, clean(block.text), titled=True)


def _without(headings: dict[int, Heading], chapters: dict[int, Heading]) -> dict[int, Heading]:
    return {place: headings[place] for place in sorted(headings.keys() - chapters.keys())}
