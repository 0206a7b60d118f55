"""Books of Standard Ebooks with the breaks between their scenes hidden.

`FOLDER/standardebooks/` has a book a file, whose markup says where scenes break (`<hr/>`).
Training uses some books and measuring the others, by a rule that stays the same when the list of
files does: see `HELD_OUT_EVERY`.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from msgspec import Struct, structs

from evaluation.figures import NotMeasured
from fabula import segmentation, sources
from fabula.text import Document, Mark

HELD_OUT_EVERY = 4
"""Of the files in order of name, counted from 0, each whose number this divides is held out."""


class HiddenBreaks(Struct, frozen=True):
    """A book without its breaks; paragraphs are named by their index in the document.

    `starts` begin a scene after a hidden break. `asked` are the paragraphs that might: all but
    headings and what follows a heading, where everyone sees that something begins.
    """

    name: str
    document: Document
    asked: tuple[int, ...]
    starts: frozenset[int]


def held_out(data: Path) -> list[Path]:
    """The files whose breaks and lines nothing may be trained on, in order.

    Raises:
        NotMeasured: if the data holds no books.
    """
    files = sorted((data / "standardebooks").glob("*.xhtml.gz"))
    if not files:
        raise NotMeasured(f"no books in {data}/standardebooks")
    return files[::HELD_OUT_EVERY]


def read_hidden(path: Path) -> HiddenBreaks:
    """A book as anyone’s HTML file, segmented, its breaks hidden."""
    name = path.name.removesuffix(".gz")
    document = sources.read_bytes(gzip.decompress(path.read_bytes()), name)
    return hide(document)


def hide(document: Document) -> HiddenBreaks:
    """The document without its rules, and where they were."""
    headed = set(_after(document, "heading", inside=True))
    opened = {0, *(index + 1 for index in headed), *_after(document, "chapter", inside=False)}
    asked = [i for i in range(len(document.paragraphs)) if i not in headed | opened]
    rules = set(_after(document, "rule", inside=False))
    kept = tuple(mark for mark in document.marks if mark.kind != "rule")
    return HiddenBreaks(
        name=document.name.split(".")[0],
        document=segmentation.segment(structs.replace(document, marks=kept)),
        asked=tuple(asked),
        starts=frozenset(rules & set(asked)),
    )


def _after(document: Document, kind: str, *, inside: bool) -> Iterator[int]:
    """The paragraphs that marks of a kind cover, or those that come next after them."""
    marks: tuple[Mark, ...] = tuple(mark for mark in document.marks if mark.kind == kind)
    for mark in marks:
        index = bisect_left(document.paragraphs, mark.start, key=attrgetter("start"))
        if not inside:
            yield index
            continue
        while index < len(document.paragraphs) and document.paragraphs[index].start < mark.end:
            yield index
            index += 1
