"""LitBank's coreference layer, rebuilt as running text.

Bamman, Lewke and Mansoor (LREC 2020), CC BY 4.0. `FOLDER/litbank/coref/` holds tokenised
sentences and their mentions and chains. The text is put together as it was printed, as far as
the tokens tell; paragraphs are those of the whole book in `FOLDER/litbank-books/`, where that is
there, else each sentence is one.
"""

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from fabula.story import MentionForm

DEVELOPMENT = ("876", "60", "36", "32", "110", "432", "12677", "18581", "3268")
"""The documents that are never trained on, but may be looked at while deciding."""

_FORMS: Mapping[str, MentionForm] = {"PROP": "proper", "NOM": "nominal", "PRON": "pronominal"}
_NO_SPACE_BEFORE = frozenset(", . ; : ? ! ” ’ ) ] ... …".split())
_NO_SPACE_AFTER = frozenset("“ ‘ ( [".split())
_CONTRACTIONS = ("'s", "’s", "'ll", "’ll", "'d", "’d", "'re", "’re", "'ve", "’ve", "'m", "’m")
_NEGATIONS = frozenset({"n't", "n’t"})
_MARKS = {"``": "“", "''": "”"}


class GoldMention(Struct, frozen=True):
    """A mention: offsets in the rebuilt text, type and form, and the chain that it belongs to."""

    start: int
    end: int
    type: str
    form: MentionForm
    chain: str


class GoldDocument(Struct, frozen=True):
    """A document as running text, with its mentions in text order."""

    name: str
    text: str
    mentions: tuple[GoldMention, ...]


def document_names(data: Path) -> list[str]:
    """The Gutenberg numbers of the documents that `data` holds."""
    return sorted(path.name.split("_")[0] for path in (data / "litbank" / "coref").glob("*.txt"))


def load_document(data: Path, name: str) -> GoldDocument:
    """One document by its Gutenberg number.

    Raises:
        FileNotFoundError: if `data` does not hold it.
    """
    path = next((data / "litbank" / "coref").glob(f"{name}_*.txt"), None)
    if path is None:
        raise FileNotFoundError(f"expected document {name} in {data}/litbank/coref, found none")
    sentences = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    firsts = [0]
    for sentence in sentences:
        firsts.append(firsts[-1] + len(sentence))
    tokens = [token for sentence in sentences for token in sentence]
    breaks = _book_breaks(data, name, tokens)
    text, places = _joined(tokens, breaks if breaks is not None else frozenset(firsts))
    mentions = _mentions(path.with_suffix(".ann"), firsts, places)
    return GoldDocument(name, text, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))))


def has_paragraphs(data: Path, name: str) -> bool:
    """Whether the whole book is there, from which the paragraphs are known."""
    return any((data / "litbank-books").glob(f"{name}_*.txt.gz"))


def _book_breaks(data: Path, name: str, tokens: Sequence[str]) -> frozenset[int] | None:
    """The tokens that open a paragraph of the book; None where book or excerpt is not found."""
    path = next((data / "litbank-books").glob(f"{name}_*.txt.gz"), None)
    if path is None:
        return None
    starts: set[int] = set()
    pieces: list[str] = []
    total = 0
    for paragraph in re.split(r"\n\s*\n", gzip.decompress(path.read_bytes()).decode("utf-8")):
        starts.add(total)
        pieces.append(_letters(paragraph))
        total += len(pieces[-1])
    counts = [0]
    for token in tokens:
        counts.append(counts[-1] + len(_letters(token)))
    # Headings differ between editions, so the excerpt is found by its middle.
    middle = len(tokens) // 2
    needle = "".join(map(_letters, tokens[middle : middle + 40]))
    found = "".join(pieces).find(needle)
    if found < 0:
        return None
    shift = found - counts[middle]
    breaks = {i for i, count in enumerate(counts[:-1]) if count + shift in starts}
    # A token without letters (an opening quotation mark) stands before the same letter.
    return frozenset(i for i in breaks if i - 1 not in breaks)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _joined(tokens: Sequence[str], breaks: frozenset[int]) -> tuple[str, list[tuple[int, int]]]:
    """The running text, and the span of each token in it."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    offset = 0
    straight_open = False
    for index, token in enumerate(tokens):
        word = _MARKS.get(token, token)
        # An underscore is LitBank's sign of italics.
        word = word.strip("_") or word
        if index and index in breaks:
            glue, straight_open = "\n\n", False
        else:
            glue = "" if index == 0 or _is_glued(tokens[index - 1], word, straight_open) else " "
        pieces += (glue, word)
        places.append((offset + len(glue), offset + len(glue) + len(word)))
        offset = places[-1][1]
        straight_open ^= word == '"'
    return "".join(pieces), places


def _is_glued(previous: str, word: str, straight_open: bool) -> bool:
    if word == '"':
        return straight_open
    if previous == '"':
        return straight_open
    if previous in _NO_SPACE_AFTER or _MARKS.get(previous) == "“":
        return True
    return word in _NO_SPACE_BEFORE or word.lower() in _CONTRACTIONS or word in _NEGATIONS


def _mentions(
    path: Path, firsts: Sequence[int], places: Sequence[tuple[int, int]]
) -> Iterator[GoldMention]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    chains = {row[1]: row[2] for row in rows if row[0] == "COREF"}
    for row in rows:
        if row[0] != "MENTION" or row[8] not in _FORMS:
            continue
        start = places[firsts[int(row[2])] + int(row[3])][0]
        end = places[firsts[int(row[4])] + int(row[5])][1]
        yield GoldMention(start, end, row[7], _FORMS[row[8]], chains.get(row[1], row[1]))
