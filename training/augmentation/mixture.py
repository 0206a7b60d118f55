"""A document changed in some of the ways at once."""

from random import Random
from typing import get_args

from evaluation.litbank import GoldDocument
from training.augmentation.emphasis import with_asterisks
from training.augmentation.invented_names import with_invented_names
from training.augmentation.letter_case import without_capitals
from training.augmentation.quotation_marks import QuotationMarks, with_marks
from training.augmentation.singular_they import with_singular_they

INVENTED_NAMES = 0.5
SINGULAR_THEY = 0.3
OTHER_MARKS = 0.5
ASTERISKS = 0.3
NO_CAPITALS = 0.1
"""How often each change is made: often enough to be learnt, with the printed text still there."""


def augmented(document: GoldDocument, seed: int) -> GoldDocument:
    """The document with a few changes that the seed chooses; perhaps with none.

    Give each epoch a seed of its own, and a model hardly sees the same text twice.
    """
    random = Random(f"mixture/{document.id}/{seed}")
    if random.random() < INVENTED_NAMES:
        document = with_invented_names(document, seed)
    if random.random() < SINGULAR_THEY:
        document = with_singular_they(document, seed)
    if random.random() < OTHER_MARKS:
        styles: tuple[QuotationMarks, ...] = get_args(QuotationMarks)
        document = with_marks(document, random.choice(styles))
    if random.random() < ASTERISKS:
        document = with_asterisks(document, seed)
    if random.random() < NO_CAPITALS:
        document = without_capitals(document)
    return document
