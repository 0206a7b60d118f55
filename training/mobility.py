"""Write passages with a person and a place, and how the person stands to it.

    python -m training.mobility --data FOLDER --out mobility.jsonl [--split dev]

Pairs of a character and a place in novels, MIT licence (Soni, Sihra, Evans, Wilkens and Bamman,
“Grounding Characters and Places in Narrative Text”, ACL 2023), with 100 words on either side.
The corpus is tokenised; here it is put together as it would be printed. `dev` is for measuring:
never train on it.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, structs

from evaluation import pdnc
from evaluation.litbank import places, spacing
from fabula.encoder.scores import PLACE_RELATIONS
from fabula.text import Span
from training.items import with_items
from training.parsing import Parser, with_parse
from training.passages import Passage, PlaceLabel, write

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


def passages(folder: Path, split: str) -> Iterator[Passage]:
    """One passage for each pair of `folder/SPLIT.tsv`, without parse and items.

    The few rows are left out that have no label, or mark other words than they name.

    Raises:
        ValueError: if a row has no person or no place.
    """
    labels = {fields["ID"]: _relation(fields) for fields in _rows(folder / f"{split}.labels.tsv")}
    for fields in _rows(folder / f"{split}.tsv"):
        found, relation = row(fields["ID"], fields[_COLUMN]), labels[fields["ID"]]
        if relation is not None and _is_as_named(found, fields):
            yield passage(found, relation)


def _relation(fields: Fields) -> str | None:
    """The label of a pair: NONE if it is no pair or in no relation; None if nobody said."""
    relation = fields["spatial_relation"]
    if fields["valid_relation"] == "INVALID" or relation == "NO REL":
        return PLACE_RELATIONS[0]
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


def passage(found: Row, relation: str) -> Passage:
    """The pair in running text; `relation` is one of `PLACE_RELATIONS`."""
    running = printed(found.tokens)

    def span(tokens: Span) -> Span:
        return Span(running.places[tokens.start].start, running.places[tokens.end - 1].end)

    label = PlaceLabel(
        person=span(found.person),
        place=span(found.place),
        relation=PLACE_RELATIONS.index(relation),
    )
    return Passage(id=found.id, source="mobility", text=running.text, places=(label,))


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


def main(arguments: Sequence[str] | None = None, parser: Parser | None = None) -> None:
    """Write the file and say how many passages it has."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(options)
    options.add_argument("--out", type=Path, required=True, metavar="FILE")
    options.add_argument("--split", choices=("train", "dev"), default="train")
    chosen = options.parse_args(arguments)
    found = passages(chosen.data / "mobility", chosen.split)
    print(f"{write(chosen.out, with_items(with_parse(found, parser)))} passages")


if __name__ == "__main__":
    main()
