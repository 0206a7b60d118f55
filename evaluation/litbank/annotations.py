"""The files of LitBank, as they count: in tokens.

Each document has five files of one name: `coref/NAME.txt` with a sentence a line and a space
between tokens, `coref/NAME.ann` and `quotations/NAME.ann` with a row for each annotation, and
`entities/NAME.tsv` and `events/NAME.tsv` with a row for each token. All of them have the same
tokens; sentences and tokens inside a sentence are counted from zero, and the last token of a row
lies inside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal, cast

from msgspec import Struct

from evaluation.litbank.records import GoldAttribute, GoldType
from fabula.labels import MentionForm

_FORMS: Mapping[str, MentionForm] = {"PROP": "proper", "NOM": "nominal", "PRON": "pronominal"}
_ATTRIBUTES: Mapping[str, Literal["copula", "apposition"]] = {
    "COP": "copula",
    "APPOS": "apposition",
}


class MentionRow(Struct, frozen=True):
    """A mention from token `first` up to, without, token `end`."""

    id: str
    first: int
    end: int
    type: GoldType
    form: MentionForm
    chain: str


class EntityRow(Struct, frozen=True, order=True):
    """An entity from token `first` up to, without, token `end`."""

    first: int
    end: int
    type: GoldType


class QuotationRow(Struct, frozen=True, order=True):
    """A piece of speech from token `first` up to, without, token `end`."""

    first: int
    end: int
    id: str
    speaker: str


class Annotations(Struct, frozen=True):
    """A document in tokens; `sentences` has the first token of each sentence."""

    tokens: tuple[str, ...]
    sentences: tuple[int, ...]
    mentions: tuple[MentionRow, ...]
    attributes: tuple[GoldAttribute, ...]
    entities: tuple[EntityRow, ...]
    events: tuple[int, ...]
    quotations: tuple[QuotationRow, ...]


def read(folder: Path, stem: str) -> Annotations:
    """The annotations of one document from LitBank's folder; a layer without a file is empty.

    Raises:
        ValueError: if the files do not have the same tokens.
    """
    lines = (folder / "coref" / f"{stem}.txt").read_text(encoding="utf-8").strip("\n").split("\n")
    split = [line.split(" ") for line in lines]
    tokens = tuple(token for sentence in split for token in sentence)
    sentences = tuple(accumulate(map(len, split[:-1]), initial=0))
    entities = _columns(folder / "entities" / f"{stem}.tsv", tokens)
    events = _columns(folder / "events" / f"{stem}.tsv", tokens)
    chains = list(_rows(folder / "coref" / f"{stem}.ann"))
    return Annotations(
        tokens=tokens,
        sentences=sentences,
        mentions=tuple(_mentions(chains, sentences)),
        attributes=tuple(_attributes(chains)),
        entities=tuple(sorted(_entities(entities), key=lambda row: (row.first, -row.end))),
        events=tuple(index for index, row in enumerate(events) if row[1] == "EVENT"),
        quotations=tuple(sorted(_quotations(folder / "quotations" / f"{stem}.ann", sentences))),
    )


def _rows(path: Path) -> Iterator[list[str]]:
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield line.split("\t")


def _columns(path: Path, tokens: Sequence[str]) -> list[list[str]]:
    """The rows of a file with one token a row, which must be the tokens of the text."""
    rows = list(_rows(path))
    for index, (row, token) in enumerate(zip(rows, tokens, strict=False)):
        if row[0] != token:
            raise ValueError(f"{path}: expected token {index} to be {token!r}, found {row[0]!r}")
    if rows and len(rows) != len(tokens):
        raise ValueError(f"{path}: expected {len(tokens)} tokens, found {len(rows)}")
    return rows


def _extent(row: Sequence[str], sentences: Sequence[int]) -> tuple[int, int]:
    """First token and the token after the last: columns 2 to 5 of a row."""
    first_sentence, first, last_sentence, last = map(int, row[2:6])
    return sentences[first_sentence] + first, sentences[last_sentence] + last + 1


def _mentions(rows: Sequence[Sequence[str]], sentences: Sequence[int]) -> Iterator[MentionRow]:
    chains = {row[1]: row[2] for row in rows if row[0] == "COREF"}
    for row in rows:
        if row[0] == "MENTION":
            kind, form = cast("GoldType", row[7]), _FORMS[row[8]]
            chain = chains.get(row[1], row[1])
            yield MentionRow(row[1], *_extent(row, sentences), kind, form, chain)


def _attributes(rows: Sequence[Sequence[str]]) -> Iterator[GoldAttribute]:
    for row in rows:
        if row[0] in _ATTRIBUTES:
            yield GoldAttribute(kind=_ATTRIBUTES[row[0]], mention_id=row[1], of_id=row[2])


def _entities(rows: Sequence[Sequence[str]]) -> Iterator[EntityRow]:
    """Nested entities: each further column of tags is one level of nesting."""
    for level in range(1, max(map(len, rows), default=1)):
        tags = [row[level] if level < len(row) else "" for row in rows]
        for first, tag in enumerate(tags):
            if tag.startswith("B-"):
                end = first + 1
                while end < len(tags) and tags[end] == f"I-{tag[2:]}":
                    end += 1
                yield EntityRow(first, end, cast("GoldType", tag[2:]))


def _quotations(path: Path, sentences: Sequence[int]) -> Iterator[QuotationRow]:
    rows = list(_rows(path))
    speakers = {row[1]: row[2] for row in rows if row[0] == "ATTRIB"}
    for row in rows:
        if row[0] == "QUOTE":
            yield QuotationRow(*_extent(row, sentences), row[1], speakers[row[1]])
