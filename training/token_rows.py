"""Which tokens a span of code points covers."""

import numpy as np

from fabula.text import Document


class TokenRows:
    """Looks up tokens of a document by offset."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = np.array([token.start for token in document.tokens], dtype=np.int64)

    def at(self, offset: int) -> int:
        """Index of the token that holds the character, or of the last one before it."""
        return max(int(np.searchsorted(self._starts, offset, side="right")) - 1, 0)

    def of(self, start: int, end: int) -> tuple[int, int]:
        """Indices of the first and the last token of a span, both included."""
        return self.at(start), self.at(end - 1)
