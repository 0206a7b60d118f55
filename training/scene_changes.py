"""Write passages around hidden scene breaks.

    python -m training.scene_changes --data FOLDER --out scene_changes.jsonl [--held-out]

Standard Ebooks keep an author's breaks between scenes as rules. Here each rule is taken out, so
that only the words tell: place, time and people change. For each passage with a hidden break
there are two from the same book without; most of these are chosen for a paragraph in their middle
that looks like a beginning and is none. `--held-out` writes the books kept for measuring instead.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from evaluation import pdnc
from training.items import with_items
from training.parsing import Parser, with_parse
from training.passages import Passage, document, write
from training.unlabelled import Book, standard_ebooks

MOST = 2000
"""Passages with a break that one file has at most."""

WITHOUT = 2
"""Passages without a break for each one with."""

ALWAYS = 4
"""Passages without a break from each book, so that those that have no break are heard as well."""

SIDE = (140, 260)
"""Words before the break and after it, a number between the two chosen for each passage. The
encoder sees about 230 word pieces on either side."""

LEAST_SIDE = 60
"""With fewer words on a side nobody could tell."""

LONGEST_SIDE = 320
"""Words after which no further paragraph is taken in."""

MOST_BREAKS = 3
"""In one passage; more are a list of short notes or lines of verse rather than scenes."""

DECEPTIVE = 0.7
"""Share of the passages without a break whose middle looks like the beginning of a scene."""

_TIME = re.compile(
    r"""(?:The\ (?:next|following)|Next|Th(?:at|is)\ (?:night|evening|morning|afternoon|day)|Later
    |Meanwhile|When|After|Before|At\ (?:last|length|first|noon|midnight|dawn|\w+\ o’clock)
    |By|One|Two|Three|Half\ an\ hour|An\ hour|It\ was|In\ the|On|Early|Late|Toward|Until|Then
    |Presently|Soon|Now|Once|During|For)\b""",
    re.VERBOSE,
)
"""What paragraphs often begin with that open a scene."""


class Chapter(Struct, frozen=True):
    """The paragraphs of one chapter; `starts` are those that follow a break."""

    id: str
    paragraphs: tuple[str, ...]
    starts: frozenset[int]


class Window(Struct, frozen=True):
    """Paragraphs `first` to `end` (excluded) of a chapter, chosen around one of them."""

    chapter: Chapter
    first: int
    end: int

    @property
    def starts(self) -> tuple[int, ...]:
        """The paragraphs that open a scene; of the very first nobody could tell."""
        inside = (start for start in self.chapter.starts if self.first < start < self.end)
        return tuple(sorted(inside))


def chapters(book: Book) -> Iterator[Chapter]:
    """The chapters of a book; a break beside a heading is none inside a chapter."""
    paragraphs: list[str] = []
    starts: set[int] = set()
    number = 0
    for block in book.blocks:
        if block.kind == "story":
            paragraphs.append(block.text)
        elif block.kind == "break":
            starts.add(len(paragraphs))
        elif paragraphs:
            yield _chapter(book, number, paragraphs, starts)
            paragraphs, starts, number = [], set(), number + 1
        else:
            starts = set()
    if paragraphs:
        yield _chapter(book, number, paragraphs, starts)


def _chapter(book: Book, number: int, paragraphs: Sequence[str], starts: set[int]) -> Chapter:
    inside = frozenset(starts - {0, len(paragraphs)})
    return Chapter(f"{book.name}/{number}", tuple(paragraphs), inside)


def passages(books: Iterable[Book], most: int = MOST) -> Iterator[Passage]:
    """Passages with a break and without, book by book; the same books give the same passages."""
    found = list(books)
    all_chapters = [list(chapters(book)) for book in found]
    breaks = sum(len(chapter.starts) for own in all_chapters for chapter in own)
    share = min(1.0, most / max(breaks, 1))
    for book, own in zip(found, all_chapters, strict=True):
        random = Random(f"scene changes/{book.name}")
        with_break = [window for window in _with_break(own, random) if random.random() < share]
        wanted = WITHOUT * len(with_break) + ALWAYS
        for window in (*with_break, *_without_break(own, wanted, random)):
            passage = _passage(window)
            if _reads_back(passage, window):
                yield passage


def _with_break(own: Sequence[Chapter], random: Random) -> Iterator[Window]:
    for chapter in own:
        for start in sorted(chapter.starts):
            window = window_around(chapter, start, random)
            if window and len(window.starts) <= MOST_BREAKS:
                yield window


def _without_break(own: Sequence[Chapter], wanted: int, random: Random) -> Iterator[Window]:
    """Up to `wanted` windows without any break."""
    places = [(chapter, at) for chapter in own for at in range(1, len(chapter.paragraphs))]
    random.shuffle(places)
    deceptive = [(chapter, at) for chapter, at in places if _looks_like_a_start(chapter, at)]
    chosen = round(wanted * DECEPTIVE)
    taken: set[tuple[str, int]] = set()
    for candidates, limit in ((deceptive, chosen), (places, wanted)):
        for chapter, at in candidates:
            if len(taken) >= limit:
                break
            window = window_around(chapter, at, random)
            if window and not window.starts and (chapter.id, at) not in taken:
                taken.add((chapter.id, at))
                yield window


def _looks_like_a_start(chapter: Chapter, at: int) -> bool:
    """Whether a paragraph opens with a time or place, or goes over from talk to telling."""
    text, before = chapter.paragraphs[at], chapter.paragraphs[at - 1]
    if _TIME.match(text):
        return True
    return before.startswith("“") and "“" not in text and len(text.split()) > LEAST_SIDE


def window_around(chapter: Chapter, at: int, random: Random) -> Window | None:
    """The paragraphs around the one at `at`; None where there is too little on either side."""
    lengths = [len(text.split()) for text in chapter.paragraphs]
    before = _taken(reversed(lengths[:at]), random.randint(*SIDE))
    after = _taken(lengths[at:], random.randint(*SIDE))
    enough = (
        sum(lengths[at - before : at]) >= LEAST_SIDE and sum(lengths[at : at + after]) >= LEAST_SIDE
    )
    return Window(chapter, at - before, at + after) if enough else None


def _taken(lengths: Iterable[int], wanted: int) -> int:
    """How many paragraphs are taken to have `wanted` words."""
    count = words = 0
    for length in lengths:
        if words >= wanted or (words >= LEAST_SIDE and words + length > LONGEST_SIDE):
            break
        words += length
        count += 1
    return count


def _passage(window: Window) -> Passage:
    own = window.chapter.paragraphs[window.first : window.end]
    offsets = [0]
    for text in own:
        offsets.append(offsets[-1] + len(text) + len("\n\n"))
    return Passage(
        id=f"{window.chapter.id}/{window.first}",
        source="standardebooks",
        text="\n\n".join(own),
        scene_starts=tuple(offsets[start - window.first] for start in window.starts),
    )


def _reads_back(passage: Passage, window: Window) -> bool:
    """Whether the passage, read as a plain file, has the paragraphs that it was made from.

    A line of verse or of capitals may be read as something else.
    """
    return len(document(passage).paragraphs) == window.end - window.first


def main(arguments: Sequence[str] | None = None, parser: Parser | None = None) -> None:
    """Write the file and say how many passages it has."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(options)
    options.add_argument("--out", type=Path, required=True, metavar="FILE")
    options.add_argument("--held-out", action="store_true", help="the books kept for measuring")
    chosen = options.parse_args(arguments)
    books = (book for book in standard_ebooks(chosen.data) if book.held_out == chosen.held_out)
    found = list(passages(books))
    count = write(chosen.out, with_items(with_parse(found, parser)))
    starts = [len(passage.scene_starts or ()) for passage in found]
    print(f"{count} passages, {sum(map(bool, starts))} of them with a break, {sum(starts)} breaks")


if __name__ == "__main__":
    main()
