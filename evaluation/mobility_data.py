"""Pairs of a person and a place in novels, and what annotators said of them.

Soni, Sihra, Evans, Wilkens and Bamman, “Grounding Characters and Places in Narrative Text”, ACL
2023; MIT licence. `FOLDER/mobility/` holds `train.tsv` and `dev.tsv`, passages with 100 words on
either side of the pair, and their labels in `train.labels.tsv` and `dev.labels.tsv`. The corpus
is tokenised; here it is put together as it would be printed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from evaluation.figures import NotMeasured
from evaluation.litbank import places, spacing
from fabula.text import Span

Part = Literal["train", "dev"]

UNRELATED = "NONE"
"""The relation of a pair that has nothing to do with each other, or is no person and place."""

_TAGS = frozenset({"<char>", "</char>", "<place>", "</place>"})
_MARKS = re.compile(r"\.{2,}|-{2,}|\W|_")
_COLUMN = "context_100"

Fields = Mapping[str, str]
"""A row of a table by the names of its columns."""


class Row(Struct, frozen=True):
    """The tokens of one pair's surroundings; `person` and `place` span tokens, half-open."""

    id: str
    tokens: tuple[str, ...]
    person: Span
    place: Span


class Pair(Struct, frozen=True):
    """A passage as running text, its person and place, and the labels of annotators.

    `valid` says whether the words are a person and a place of the story. `relation` is IN,
    NEAR, TO, FROM or THRU, and `UNRELATED` where there is none or the pair is not valid.
    """

    id: str
    text: str
    person: Span
    place: Span
    valid: bool
    relation: str


def load(data: Path, part: Part = "dev") -> list[Pair]:
    """The labelled pairs of a part, in the order of the file.

    The few rows are left out that have no label, or mark other words than they name.

    Raises:
        NotMeasured: if the data does not hold it.
        ValueError: if a row has no person or no place.
    """
    folder = data / "mobility"
    if not (folder / f"{part}.tsv").exists():
        raise NotMeasured(f"expected {folder}/{part}.tsv, found no such file")
    labels = {fields["ID"]: fields for fields in _rows(folder / f"{part}.labels.tsv")}
    return list(_labelled(_rows(folder / f"{part}.tsv"), labels))


def _labelled(rows: Iterable[Fields], labels: Mapping[str, Fields]) -> Iterator[Pair]:
    for fields in rows:
        found, label = row(fields["ID"], fields[_COLUMN]), labels[fields["ID"]]
        relation = _relation(label)
        if relation is not None and _is_as_named(found, fields):
            yield pair(found, relation, valid=label["valid_relation"] == "VALID")


def _relation(label: Fields) -> str | None:
    """The relation: `UNRELATED` if none holds or it is no pair, None if nobody said."""
    relation = label["spatial_relation"]
    if label["valid_relation"] == "INVALID" or relation == "NO REL":
        return UNRELATED
    return relation or None


def _is_as_named(found: Row, fields: Fields) -> bool:
    marked = ["".join(found.tokens[span.start : span.end]) for span in (found.person, found.place)]
    named = ["".join(fields[column].split()) for column in ("char_text", "place_text")]
    return marked == named


def row(name: str, context: str) -> Row:
    """Tokens and spans of “… <char> Ada </char> ran to <place> the mill </place> …”.

    Raises:
        ValueError: unless each of the two is marked once.
    """
    tokens: list[str] = []
    ends: dict[str, int] = {}
    for token in context.split():
        if token in _TAGS:
            if token in ends:
                raise ValueError(f"{name}: expected one {token}, found two")
            ends[token] = len(tokens)
        else:
            tokens += _MARKS.findall(token) if _is_marks(token) else [token]
    if ends.keys() != _TAGS:
        raise ValueError(f"{name}: expected a person and a place, found {sorted(ends)}")
    return Row(
        id=name,
        tokens=tuple(tokens),
        person=Span(ends["<char>"], ends["</char>"]),
        place=Span(ends["<place>"], ends["</place>"]),
    )


def _is_marks(token: str) -> bool:
    return not any(letter.isalnum() for letter in token)


def pair(found: Row, relation: str, *, valid: bool = True) -> Pair:
    """The pair in running text; `relation` as in `Pair`."""
    running = printed(found.tokens)

    def span(tokens: Span) -> Span:
        return Span(running.places[tokens.start].start, running.places[tokens.end - 1].end)

    return Pair(
        id=found.id,
        text=running.text,
        person=span(found.person),
        place=span(found.place),
        valid=valid,
        relation=relation,
    )


def printed(tokens: Sequence[str]) -> places.Running:
    """Running text; a new paragraph begins where one speech follows another."""
    marked = ('"', *tokens) if _begins_in_speech(tokens) else tuple(tokens)
    openers = [
        index
        for index in range(1, len(marked))
        if (marked[index - 1], marked[index]) in {('"', '"'), ("”", "“"), ("’", "‘")}
    ]
    running = spacing.run_together(marked, openers)
    if len(marked) == len(tokens):
        return running
    cut = running.places[1].start  # what was put in only told opening marks from closing ones
    moved = tuple(
        structs.replace(place, start=place.start - cut, end=place.end - cut)
        for place in running.places[1:]
    )
    return places.Running(running.text[cut:], moved)


def _begins_in_speech(tokens: Sequence[str]) -> bool:
    """Whether straight marks make more sense if the first of them closes a speech."""
    marks = [index for index in range(1, len(tokens) - 1) if tokens[index] == '"']
    return _oddities(tokens, marks[1::2], marks[::2]) < _oddities(tokens, marks[::2], marks[1::2])


def _oddities(tokens: Sequence[str], opening: Iterable[int], closing: Iterable[int]) -> int:
    """How many marks are out of place: opening before a point, or closing after a word."""
    before_points = sum(_is_marks(tokens[index + 1]) for index in opening)
    after_words = sum(not _is_marks(tokens[index - 1]) for index in closing)
    return before_points + after_words


def _rows(path: Path) -> Iterator[Fields]:
    """The rows of a table. Some fields are quoted and some are not, whatever they hold."""
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = lines[0].split("\t")
    for line in filter(None, lines[1:]):
        yield dict(zip(columns, map(_unquoted, line.split("\t")), strict=True))


def _unquoted(field: str) -> str:
    inner = field[1:-1]
    quoted = len(field) > 1 and field[0] == field[-1] == '"'
    return inner.replace('""', '"') if quoted and '"' not in inner.replace('""', "") else field
