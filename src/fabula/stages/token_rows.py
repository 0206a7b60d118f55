"""From code points to rows of the encoder's arrays, which have one row for each token."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fabula.encoder.scores import Ints
from fabula.stages.kept import kept
from fabula.stages.naming.story_words import left_out
from fabula.story import Story
from fabula.text import Document, Span, Spanned

_ENCLITIC = re.compile(r"(?:n['’ʼ]t|['’ʼ](?:s|d|ll|ve|re|m)?)$", re.IGNORECASE)
"""What a word may carry at its end without its being a part of it: Tom’s, they’d, didn’t."""


class TokenRows:
    """The tokens of a document by row, as the arrays of `Scores` have them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        count = len(document.tokens)
        self._words: tuple[str, ...] | None = None
        self.starts: Ints = np.fromiter((t.start for t in document.tokens), np.int64, count)
        self.ends: Ints = np.fromiter((t.end for t in document.tokens), np.int64, count)

    def row_of(self, offset: int) -> int:
        """The row of the token that holds this code point, or of the last one before it."""
        return max(int(self.starts.searchsorted(offset, side="right")) - 1, 0)

    def rows_of(self, spans: Sequence[Spanned]) -> Ints:
        """[spans]: the row of the token that holds the start of each span."""
        offsets = np.fromiter((span.start for span in spans), np.int64, len(spans))
        return np.maximum(np.searchsorted(self.starts, offsets, side="right") - 1, 0)

    def span(self, first: int, last: int) -> Span:
        """The code points of tokens `first` to `last` (included), less what the last one carries.

        Of “Tom’s” the span is “Tom”, of “the dog didn’t” it is “the dog did”.
        """
        token = self._document.tokens[last]
        word = self._document.text[token.start : token.end]
        return Span(self._document.tokens[first].start, token.start + _bare_length(word))

    def words(self) -> Sequence[str]:
        """Each token as written."""
        if self._words is None:
            text = self._document.text
            self._words = tuple(text[t.start : t.end] for t in self._document.tokens)
        return self._words

    def bare_words(self) -> list[str]:
        """Each token without what it carries, in lower case: “tom” of “Tom’s”."""
        return [word[: _bare_length(word)].lower() for word in self.words()]

    def text(self, span: Spanned) -> str:
        """The words of a span, as written."""
        return self._document[span]

    def in_story(self, story: Story) -> NDArray[np.bool_]:
        """[tokens]: whether the token is told: no part of paratext, headings or scene marks."""
        told = np.ones(len(self.starts), dtype=np.bool_)
        for span in left_out(story):
            low = np.searchsorted(self.ends, span.start, side="right")
            high = np.searchsorted(self.starts, span.end, side="left")
            told[low:high] = False
        return told


@kept("document")
def token_rows(story: Story) -> TokenRows:
    """The tokens of a story's document."""
    return TokenRows(story.document)


def _bare_length(word: str) -> int:
    """How much of a word is its own: 3 of “Tom’s”, all of a mark that could be carried."""
    if word.isascii() and word.isalpha():
        return len(word)
    carried = _ENCLITIC.search(word)
    return carried.start() if carried and carried.start() else len(word)
