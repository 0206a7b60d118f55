"""The word pieces of a document: what the encoder reads in place of characters.

The pieces are those of BERT's uncased vocabulary (Devlin et al., NAACL 2019; Apache-2.0): the
text is lower-cased and loses its accents, each punctuation mark stands alone, and a word that
is not among the 30,522 entries is spelt from the longest entries that fit. How a piece was
written with regard to capitals is kept beside it, because names need it.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from fabula.encoder.scores import Bytes, Ints
from fabula.text import Document, Paragraph

PARAGRAPH_MARK = 2
"""`[unused1]` of the vocabulary: stands after the last piece of every paragraph."""

NO_LETTER, LOWER, INITIAL, UPPER, MIXED, HIDDEN = range(6)
"""Case classes of a piece: “,” “dog” “Dog” “DOG” “dOg”. “I” is INITIAL; training alone hides."""

MOST_PIECES = 16
"""A token keeps this many pieces at most, so that context of 16 pieces holds a token at least.

A longer one is a line of asterisks or a web address; its start says what it is.
"""

_BATCH = 256  # paragraphs at a time: their encodings take some ten times the room of the text


class Pieces(Struct, frozen=True, eq=False):
    """The word pieces of a document in text order.

    The paragraph Ahoy, Tamsin! has four tokens and seven pieces, `ah ##oy , tam ##sin !` and
    the paragraph mark; `first` is 0, 2, 3, 5. A paragraph without tokens has no pieces.
    """

    ids: Ints
    """[pieces]: entry of the vocabulary."""
    cases: Bytes
    """[pieces]: case class, `NO_LETTER` to `MIXED`."""
    first: Ints
    """[tokens]: row of the first piece of each token of the document, never decreasing.

    A token that leaves no piece (a lone accent) takes the piece before it, at the beginning of
    the text the one after it.
    """
    after: Ints
    """[tokens]: row after the last piece of each token; a paragraph's mark is its last token's."""


def pieces_of(document: Document) -> Pieces:
    """The pieces of a segmented document, in time linear in its length."""
    starts = np.array([token.start for token in document.tokens], dtype=np.int64)
    firsts = paragraph_firsts(document).tolist()
    told = [part for part, at in zip(document.paragraphs, firsts, strict=True) if at >= 0]
    ids, spans, marks = _spelt(document.text, told)
    owner = np.maximum(np.searchsorted(starts, spans[:, 0], side="right") - 1, 0)
    kept = _kept(owner, marks, len(starts))
    ids, spans, owner = ids[kept], spans[kept], owner[kept]
    counts = np.bincount(owner, minlength=len(starts))
    after = np.cumsum(counts)
    begin = after - counts
    first = np.where(counts > 0, begin, np.maximum(begin - 1, 0))
    cases = _case_classes(document.text, spans)
    return Pieces(ids, cases, first, np.maximum(after, first + 1))


def paragraph_firsts(document: Document) -> Ints:
    """[paragraphs]: the index of the first token of each paragraph, -1 where it has none."""
    starts = np.array([token.start for token in document.tokens], dtype=np.int64)
    paragraphs = document.paragraphs
    low = np.searchsorted(starts, np.array([part.start for part in paragraphs], dtype=np.int64))
    high = np.searchsorted(starts, np.array([part.end for part in paragraphs], dtype=np.int64))
    return np.where(low < high, low, -1)


@cache
def vocabulary() -> dict[str, int]:
    """Every word piece and its number."""
    text = (resources.files("fabula.models") / "vocabulary.txt").read_text(encoding="utf-8")
    return {word: number for number, word in enumerate(text.split("\n")[:-1])}


@cache
def _tokenizer() -> Tokenizer:
    """BERT's own, but without special entries: a story may well say “[MASK]” and mean it."""
    tokenizer = Tokenizer(WordPiece(vocabulary(), unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def _spelt(text: str, paragraphs: list[Paragraph]) -> tuple[Ints, Ints, NDArray[np.bool_]]:
    """Numbers [pieces], code points [pieces, 2], and which of them are paragraph marks."""
    ids, spans, lengths = [_NO_IDS], [_NO_SPANS], [0]
    for encoded, paragraph in _encoded(text, paragraphs):
        ids.append(np.array([*encoded.ids, PARAGRAPH_MARK], dtype=np.int64))
        inside = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2) + paragraph.start
        spans += [inside, np.array([[paragraph.end, paragraph.end]], dtype=np.int64)]
        lengths.append(len(inside) + 1)
    marks = np.zeros(sum(lengths), dtype=np.bool_)
    marks[np.cumsum(lengths)[1:] - 1] = True
    return np.concatenate(ids), np.concatenate(spans), marks


_NO_IDS = np.empty(0, dtype=np.int64)
_NO_SPANS = np.empty((0, 2), dtype=np.int64)


def _encoded(text: str, paragraphs: list[Paragraph]) -> Iterator[tuple[Encoding, Paragraph]]:
    for low in range(0, len(paragraphs), _BATCH):
        batch = paragraphs[low : low + _BATCH]
        inputs = [text[part.start : part.end] for part in batch]
        yield from zip(
            _tokenizer().encode_batch(inputs, add_special_tokens=False), batch, strict=True
        )


def _kept(owner: Ints, marks: NDArray[np.bool_], tokens: int) -> NDArray[np.bool_]:
    """Which pieces stay when no token may have more than `MOST_PIECES`; marks always do."""
    counts = np.bincount(owner, minlength=tokens)
    rank = np.arange(len(owner)) - (np.cumsum(counts) - counts)[owner]
    return (rank < MOST_PIECES - 1) | marks


def _case_classes(text: str, spans: Ints) -> Bytes:
    """The case class of each piece's own characters [pieces]."""
    points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    is_letter = _flags(points, str.isalpha)
    is_capital = _flags(points, lambda letter: letter.isupper() or letter.istitle())
    letters = _within(is_letter, spans)
    capitals = _within(is_capital & is_letter, spans)
    opens = is_capital[np.minimum(spans[:, 0], len(points) - 1)]
    return np.select(
        [letters == 0, capitals == 0, (capitals == 1) & opens, capitals == letters],
        [NO_LETTER, LOWER, INITIAL, UPPER],
        default=MIXED,
    ).astype(np.uint8)


def _flags(points: NDArray[np.uint32], holds: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Whether it holds of each code point; each of the few different ones is asked once."""
    found = np.bincount(points)  # by code point: no sorting
    for point in np.flatnonzero(found).tolist():
        found[point] = holds(chr(point))
    return found[points] > 0


def _within(flags: NDArray[np.bool_], spans: Ints) -> Ints:
    """How many characters of each span are flagged [spans]."""
    before = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(flags, out=before[1:])
    return before[spans[:, 1]] - before[spans[:, 0]]
