"""The Project Dialogism Novel Corpus, loaded and read for measuring.

Vishnubhotla, Hammond and Hirst (LREC 2022) marked every quotation of 28 novels with its speaker,
addressees and kind of attribution. The corpus has no stated licence: nothing of it is used for
training or kept in this project. `FOLDER/pdnc/NOVEL/` holds `novel_text.txt`,
`quotation_info.csv` and `character_info.csv`.

Traps that this loader deals with: the columns called byte spans count characters; about one row
in fifty has a span that is shifted from its text; lists are printed as Python source; speakers
are sometimes named by an alias; some attributions are not typed.
"""

import ast
import csv
import os
import re
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, cast

from msgspec import Struct

from evaluation.figures import NotMeasured
from fabula import pipeline, sources
from fabula.story import Story
from fabula.text import Span

DEVELOPMENT = (
    "TheSportOfTheGods",
    "TheSignOfTheFour",
    "TheAgeOfInnocence",
    "TheSunAlsoRises",
    "TheInvisibleMan",
)
"""The novels that rules may be written against; the others tell whether they hold elsewhere."""

Attributed = Literal["explicit", "anaphoric", "implicit", "untyped"]

# A shifted span is off by white space, or by the length of an edit earlier in the file; the
# largest shift in the corpus is under 200 characters.
SEARCH_REACH = 400


class PdncQuotation(Struct, frozen=True, kw_only=True):
    """One annotated quotation; `parts` are its sub-quotations without quotation marks.

    `speaker` and `addressees` are main names of `PdncNovel.characters` where an alias could be
    resolved. `type` says how the text names the speaker: by name (explicit), by pronoun or noun
    (anaphoric), or not at all (implicit). `cue` is the annotated referring expression, such as
    “said Dean”, empty for implicit quotations.
    """

    id: str
    parts: tuple[Span, ...]
    type: Attributed
    speaker: str
    addressees: tuple[str, ...]
    cue: str


class PdncCharacter(Struct, frozen=True, kw_only=True):
    """A character with every name the annotators met; `category` is major, intermediate, minor."""

    name: str
    aliases: tuple[str, ...]
    gender: str
    category: str


class PdncNovel(Struct, frozen=True, kw_only=True):
    """A novel and its annotations; offsets count characters of `text`, the decoded file."""

    name: str
    path: Path
    text: str
    quotations: tuple[PdncQuotation, ...]
    characters: tuple[PdncCharacter, ...]


def data_argument(parser: ArgumentParser) -> None:
    """Add `--data`, with `FABULA_DATA` as its default, to a measuring script."""
    default = os.environ.get("FABULA_DATA")
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(default) if default else None,
        required=default is None,
        help="the folder that holds pdnc/ and the other data sets (default: FABULA_DATA)",
    )


def novel_names(data: Path) -> tuple[str, ...]:
    """The novels that `data/pdnc` holds, by folder name, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in data.glob("pdnc/*/quotation_info.csv")))


def load(data: Path, names: Sequence[str] = DEVELOPMENT) -> Iterator[PdncNovel]:
    """The novels asked for, one at a time.

    Raises:
        NotMeasured: if `data/pdnc` has no such novel.
    """
    present = novel_names(data)
    if missing := [name for name in names if name not in present]:
        found = ", ".join(present) or "none"
        raise NotMeasured(f"expected novels in {data}/pdnc, no {', '.join(missing)}; found {found}")
    for name in names:
        yield load_novel(data / "pdnc" / name)


def load_novel(folder: Path) -> PdncNovel:
    """One novel from its folder."""
    path = folder / "novel_text.txt"
    text = path.read_bytes().decode("utf-8")
    characters = tuple(_characters(folder / "character_info.csv"))
    main_names = {alias: person.name for person in characters for alias in person.aliases}
    main_names |= {person.name: person.name for person in characters}
    quotations = _quotations(folder / "quotation_info.csv", text, main_names)
    return PdncNovel(
        name=folder.name,
        path=path,
        text=text,
        quotations=tuple(sorted(quotations, key=lambda quotation: quotation.parts[0])),
        characters=characters,
    )


def read(novel: PdncNovel, encoder: pipeline.Encoder | None, until: str | None = None) -> Story:
    """The novel as anyone's story, from its file; `until` is the last layer to write.

    Every line that has a candidate is given a speaker: what abstaining would change follows from
    the confidences.
    """
    document = sources.read_bytes(novel.path.read_bytes(), novel.path.name)
    return pipeline.analyse(document, encoder=encoder, until=until, guess=True)


def owners(novel: PdncNovel) -> dict[str, set[str]]:
    """The characters who bear each name or alias, by the name as `folded` gives it."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in novel.characters:
        for alias in (person.name, *person.aliases):
            found[folded(alias)].add(person.name)
    return found


def folded(name: str) -> str:
    """A name without what two spellings of it differ in: case, article, kind of apostrophe."""
    return " ".join(name.lower().removeprefix("the ").replace("’", "'").split())


def _characters(path: Path) -> Iterator[PdncCharacter]:
    for row in _rows(path):
        yield PdncCharacter(
            name=row["Main Name"],
            aliases=tuple(sorted(_values(row["Aliases"]))),
            gender=row["Gender"],
            category=row["Category"],
        )


def _quotations(path: Path, text: str, main_names: dict[str, str]) -> Iterator[PdncQuotation]:
    for row in _rows(path):
        spans = ast.literal_eval(row["quoteByteSpans"])
        words = ast.literal_eval(row["subQuotationList"])
        parts = [
            _aligned(text, start, end, word)
            for (start, end), word in zip(spans, words, strict=True)
        ]
        kind = row["quoteType"].lower()
        yield PdncQuotation(
            id=row["quoteID"],
            parts=tuple(parts),
            type=cast("Attributed", kind if kind in _TYPES else "untyped"),
            speaker=main_names.get(row["speaker"], row["speaker"]),
            addressees=tuple(main_names.get(name, name) for name in _values(row["addressees"])),
            cue=row["referringExpression"],
        )


_TYPES = {"explicit", "anaphoric", "implicit"}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _values(source: str) -> Sequence[str]:
    """A list or set printed as Python source; an empty cell is an empty list."""
    return tuple(ast.literal_eval(source)) if source.strip() else ()


def _aligned(text: str, start: int, end: int, words: str) -> Span:
    """The span as given, or moved to the nearest place where its words stand."""
    if letters(text[start:end]) == letters(words):
        return Span(start, end)
    pattern = re.compile(r"\s*".join(map(re.escape, words.split())))
    low = max(start - SEARCH_REACH, 0)
    high = end + len(words) + SEARCH_REACH
    found = min(
        pattern.finditer(text, low, high),
        key=lambda match: abs(match.start() - start),
        default=None,
    )
    return Span(*found.span()) if found else Span(start, end)


def letters(text: str) -> str:
    """Only the letters and digits, in lower case: what two readings of a span are compared by."""
    return "".join(filter(str.isalnum, text)).lower()
