"""Text as those write it who never use the shift key."""

from msgspec import structs

from evaluation.litbank import GoldDocument


def without_capitals(document: GoldDocument) -> GoldDocument:
    """The document in small letters, as in “emma waved to mr. hart”."""
    # A few letters (İ) get longer in lower case; they stay, so that no span moves.
    small = (low if len(low := letter.lower()) == 1 else letter for letter in document.text)
    return structs.replace(document, text="".join(small))
