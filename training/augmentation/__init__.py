"""Old novels made to look like what people write today.

Every function takes a `GoldDocument` and gives another one whose spans lie on the same words; the
same seed gives the same document.

    document = with_invented_names(document, seed=1)
    document = with_marks(document, "dash")

Tense is not rewritten: a verb's past form does not tell its subject's person, so that the present
could not be formed for sure.
"""

from training.augmentation.edits import Edit, edited
from training.augmentation.emphasis import with_asterisks
from training.augmentation.invented_names import with_invented_names
from training.augmentation.letter_case import without_capitals
from training.augmentation.line_ends import with_joined_lines
from training.augmentation.mixture import augmented
from training.augmentation.quotation_marks import QuotationMarks, with_marks
from training.augmentation.singular_they import with_singular_they

__all__ = [
    "Edit",
    "QuotationMarks",
    "augmented",
    "edited",
    "with_asterisks",
    "with_invented_names",
    "with_joined_lines",
    "with_marks",
    "with_singular_they",
    "without_capitals",
]
