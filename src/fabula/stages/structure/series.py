"""Headings that are only believed in company: bare numbers, and titles by themselves.

“II” on a line is a heading when “I” stood before it and prose between; a line in capitals is one
when every such line in the text is set apart in the same way.
"""

from collections.abc import Sequence

from msgspec import Struct

from fabula.stages.structure.headings import Heading, caption
from fabula.stages.structure.layout import Block

MIN_SECTION_WORDS = 20
"""Between two numbers of a series stands prose; the items of a list are shorter."""
MIN_MEAN_WORDS = 80
"""On average between two numbers: a drabble has a hundred, the stanzas of a song have fewer."""
MIN_TITLED_WORDS = 300
"""On average between titles by themselves: chapters and stories are long, signs and verses not."""
MAX_OPEN_RUNS = 8
MIN_TITLES = 3
MAX_TITLE_WORDS = 12


Form = tuple[bool, str, str]
"""How a number is written: whether with a title, in what digits, after what opening mark."""


class _Run(Struct):
    """A series of numbers under way."""

    form: Form
    members: list[int]
    number: int
    position: int


def number_runs(
    candidates: Sequence[tuple[int, Heading]], words: Sequence[int], follows: dict[int, int]
) -> list[list[int]]:
    """Which of the numbered candidates form series, as lists of their positions.

    `candidates` are positions with their headings, `words[p]` the words before position `p`.
    `follows` gives, for a position, the number of the chapter heading it goes on from.

    Finds: “1”, “2”, “3” and “I. The Return”, “II. Mrs. Todd” with prose between them; each part
        of a book may begin again with 1. One number may be missing.
    Why it holds: lists, dates and countdowns have no prose between, or do not rise by one.
    Misses: a single numbered section; series that do not start at one.
    Example: I … II … III.
    """
    runs: list[_Run] = []
    for position, heading in candidates:
        if heading.number is None:
            continue
        form = form_of(heading)
        run = _continued(runs, form, heading.number, words[position])
        if run is not None:
            run.members.append(position)
            run.number, run.position = heading.number, words[position]
        elif heading.number == 1 or follows.get(position) == heading.number - 1:
            runs.append(_Run(form, [position], heading.number, words[position]))
    return [run.members for run in runs if _is_long_enough(run.members, words)]


def _is_long_enough(members: Sequence[int], words: Sequence[int]) -> bool:
    spaces = len(members) - 1
    return spaces > 0 and words[members[-1]] - words[members[0]] >= MIN_MEAN_WORDS * spaces


def form_of(heading: Heading) -> Form:
    """How the number is written; headings of one series are written alike."""
    opening = heading.title[0] if not heading.title[0].isalnum() else ""
    first = heading.title.strip("[](){}<>.:-–— ").split()[0].rstrip(".:)]-–—")
    if first.isdigit():
        return heading.titled, "digits", opening
    roman = all(letter in "IVXLCDMivxlcdm" for letter in first)
    return heading.titled, "roman" if roman else "words", opening


def _continued(runs: list[_Run], form: Form, number: int, at: int) -> _Run | None:
    """The latest series that this number goes on from, one or, failing that, two further."""
    recent = [
        run
        for run in reversed(runs[-MAX_OPEN_RUNS:])
        if run.form == form and at - run.position >= MIN_SECTION_WORDS
    ]
    for step in (1, 2):
        for run in recent:
            if number - run.number == step:
                return run
    return None


def title_series(blocks: Sequence[Block], words: Sequence[int], ordinary: int) -> list[int]:
    """Positions of the blocks that are titles by themselves, in a text that has such a series.

    Finds: short lines in capitals or title case, or centred, each set apart by the widest space
        that the text uses.
    Why it holds: nearly all blocks after that widest space look so; verses and letters do not.
    Misses: titles with no more space around them than paragraphs have.
    Example: THE FERRY, then 2,000 words, six empty lines, A WALK TO THE MILL.
    """
    for kind in (_by_space, _by_place):
        chosen = kind(blocks, ordinary)
        if len(chosen) >= MIN_TITLES and _regular(chosen, words):
            return chosen
    return []


def _by_space(blocks: Sequence[Block], ordinary: int) -> list[int]:
    gaps = sorted({block.gap for block in blocks if block.gap > ordinary}, reverse=True)
    for gap in gaps:
        after = [
            index
            for index, block in enumerate(blocks)
            if index == 0 or block.gap >= gap or block.rules
        ]
        chosen = [index for index in after if _is_title(blocks, index)]
        if len(after) >= MIN_TITLES:
            return chosen if len(chosen) >= 0.8 * len(after) else []
    return []


def _by_place(blocks: Sequence[Block], ordinary: int) -> list[int]:
    del ordinary
    return [
        index
        for index, block in enumerate(blocks)
        if "centred" in block.looks and _is_title(blocks, index)
    ]


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    return (
        0 < block.words <= MAX_TITLE_WORDS
        and index + 1 < len(blocks)
        and caption(block.bare) in {"capitals", "title"}
        and caption(blocks[index + 1].text[:200]) != "capitals"
    )


def _regular(chosen: Sequence[int], words: Sequence[int]) -> bool:
    spaces = [
        words[later] - words[earlier]
        for earlier, later in zip(chosen, [*chosen[1:], len(words) - 1], strict=True)
    ]
    return min(spaces) >= MIN_SECTION_WORDS and sum(spaces) >= MIN_TITLED_WORDS * len(spaces)
