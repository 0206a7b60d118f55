"""Hard wraps taken out, as a file without them has its paragraphs."""

import re
from collections.abc import Iterator

from evaluation.litbank import GoldDocument
from fabula.sources import plain
from fabula.text import covering
from training.augmentation.edits import Edit, edited

_LINE_END = re.compile(r"(?<!\s)[^\S\n]*\r?\n[^\S\n]*(?=\S)")
_DASHES = "-—"
_LONGEST_DASH = len("----")


def with_joined_lines(document: GoldDocument) -> GoldDocument:
    """The document with each paragraph on one line; verse keeps its line ends."""
    return edited(document, _joints(document.text))


def _joints(text: str) -> Iterator[Edit]:
    read = plain.from_text(text)
    verse = read.marks_of("preformatted")
    for match in _LINE_END.finditer(text):
        paragraph = covering(read.paragraphs, match.start())
        if paragraph is None or paragraph.end <= match.end():
            continue
        if covering(verse, match.start()) is None:
            yield Edit(match.start(), match.end(), "" if _in_word(text, match.start()) else " ")


def _in_word(text: str, offset: int) -> bool:
    """Whether a line was broken after a dash or hyphen that had no space: barrow-- / a tall man."""
    tail = text[max(offset - _LONGEST_DASH - 1, 0) : offset]
    before = tail.rstrip(_DASHES)
    return before != tail and before[-1:].strip() != ""
