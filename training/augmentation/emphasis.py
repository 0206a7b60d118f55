"""Emphasis as people type it today: *so*."""

import re
from collections.abc import Iterator
from random import Random

from evaluation.litbank import GoldDocument
from fabula.sources import plain
from training.augmentation.edits import Edit, edited

STRESSED = 80
"""One of so many words of speech gets marks, which is about what fan fiction has."""

_UNDERSCORE = re.compile("_(?!_)")
_WORD = re.compile(r"(?<![\w*_'’-])[^\W\d_]{2,}(?![\w*_'’-])")


def with_asterisks(document: GoldDocument, seed: int) -> GoldDocument:
    """The document with _this_ as *this*, and marks about a few more words of speech.

    The marks lie outside the spans of what they stress: a mention *Emma* is “Emma”.
    """
    random = Random(f"asterisks/{document.id}/{seed}")
    marks = plain.from_text(document.text).marks_of("emphasis")
    typed = [mark for mark in marks if _UNDERSCORE.match(document.text, mark.start)]
    changed = [
        Edit(offset, offset + 1, "*") for mark in typed for offset in (mark.start, mark.end - 1)
    ]
    stressed = {offset for mark in marks for offset in range(mark.start, mark.end)}
    return edited(document, [*changed, *_new_marks(document, stressed, random)])


def _new_marks(document: GoldDocument, stressed: set[int], random: Random) -> Iterator[Edit]:
    for quotation in document.quotations:
        for part in quotation.parts:
            for match in _WORD.finditer(document.text, part.start, part.end):
                if match.start() not in stressed and random.random() < 1 / STRESSED:
                    yield Edit(match.start(), match.start(), "*")
                    yield Edit(match.end(), match.end(), "*")
