"""Reading a file of corrections, and refusing what is not one.

The file is TOML with `format = 1` and a table for each correction; `fabula.corrections.records`
has their keys. A wrong file is refused whole, with the line at fault where it can be told: half
of somebody's corrections would be a reading that nobody asked for.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from fabula.corrections.anchors import words_of
from fabula.corrections.records import (
    Anchor,
    CastCorrections,
    Corrections,
    LineCorrection,
    Merge,
    NarratorName,
    NeverMerge,
    Omit,
    Rename,
    Split,
)
from fabula.errors import CorrectionsError

FORMAT = 1
"""What a file of corrections says of its form; any other number is refused."""

SUFFIX = ".fabula.toml"
"""Takes the place of the story's own ending."""

MAX_BYTES = 1_000_000
"""A file of corrections: some 4,000 corrected lines, more than anyone makes by hand."""

MAX_CAST_CORRECTIONS = 1_000
"""Corrections of the cast. Each is looked up in the cast, and no cast needs more."""

MAX_NAMES = 20
"""Names in one merge: nobody in fiction goes by more."""

MAX_LENGTH = 1_000
"""Characters of a name or a quote; a note may be as long as it likes."""

MAX_DOTS = 8
"""Dots outside quoted words in one line: a key of thousands of parts takes the parser minutes."""

LISTS: Mapping[str, type[Struct]] = {
    "merge": Merge,
    "never_merge": NeverMerge,
    "split": Split,
    "rename": Rename,
    "omit": Omit,
    "line": LineCorrection,
}
"""The tables that a file may have several of, and the record that each is."""

_TABLES = ("format", *LISTS, "narrator")
_STRINGS = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)
_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*\]")
_AT = re.compile(r"`\$\.?([\w.\[\]]*)`")

R = TypeVar("R", bound=Struct)


def beside(story: Path) -> Path:
    """Where the corrections of a story are: `chapter.fabula.toml` for `chapter.txt`."""
    return story.with_name(story.stem + SUFFIX)


def is_there(place: Path) -> bool:
    """Whether anything stands at this place; a name that cannot be is nowhere."""
    try:
        return place.exists()
    except (OSError, ValueError):  # too long a name, a NUL in it
        return False


def read_corrections(path: str | Path) -> Corrections:
    """The corrections in a file.

    Raises:
        CorrectionsError: if it cannot be opened, or is no file of corrections.
    """
    return parse(read_text(Path(path)), Path(path).name)


def read_text(path: Path) -> str:
    """The text of a file of corrections, its line ends as they are.

    Raises:
        CorrectionsError: if it cannot be opened, is too large, or is no UTF-8.
    """
    try:
        if not path.is_file():
            found = "something else" if is_there(path) else "nothing"
            raise CorrectionsError(
                f"{path}: expected a file of corrections, found {found}; check the name"
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise CorrectionsError(
            f"{path}: expected a file of corrections that can be opened, found that it cannot be "
            f"({reason}); check the name and its rights"
        ) from error
    if len(data) > MAX_BYTES:
        raise CorrectionsError(
            f"{path.name}: expected corrections of at most {MAX_BYTES:,} bytes, found more; "
            "it may be another file"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorrectionsError(
            f"{path.name}: expected UTF-8, found bytes that are not (at {error.start:,}); "
            "save the file as UTF-8"
        ) from error


def parse(text: str, name: str) -> Corrections:
    """The corrections in the text of a file; `name` is for messages.

    Raises:
        CorrectionsError: naming the line and the key at fault.
    """
    found = _File(text.removeprefix("\ufeff").replace("\r\n", "\n"), name)
    return found.corrections()


class _File:
    """The text of a file of corrections, checked and read table by table."""

    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name

    def corrections(self) -> Corrections:
        tables = self._tables()
        if tables and tables.get("format") != FORMAT:
            raise self._refusal(
                f"format = {FORMAT} above all else",
                f"format = {tables.get('format')!r:.40}" if "format" in tables else "no format",
            )
        for key in tables:
            if key not in _TABLES:
                raise self._unknown(key, _TABLES, None)
        lists = {key: tuple(self._entries(tables, key)) for key in LISTS}
        lines = lists.pop("line")
        if sum(map(len, lists.values())) > MAX_CAST_CORRECTIONS:
            raise self._refusal(f"at most {MAX_CAST_CORRECTIONS:,} corrections of a cast", "more")
        narrator = None
        if "narrator" in tables:
            narrator = self._entry(tables["narrator"], NarratorName, "narrator", 0)
        cast = CastCorrections(narrator=narrator, **lists)  # type: ignore[arg-type]
        return Corrections(cast=cast, lines=lines, source=self._name)  # type: ignore[arg-type]

    def _tables(self) -> dict[str, Any]:
        bare = _STRINGS.sub("''", self._text)
        for number, line in enumerate(bare.split("\n"), start=1):
            if line.count(".") > MAX_DOTS:
                raise self._refusal("plain keys", "a key of many parts", number)
        try:
            return tomllib.loads(self._text)
        except RecursionError as error:
            raise self._refusal("tables of corrections", "tables inside each other") from error
        except ValueError as error:  # also a number too long to be one
            raise CorrectionsError(
                f"{self._name}: expected TOML, found what is not ({error}); correct it there"
            ) from error

    def _entries(self, tables: Mapping[str, Any], key: str) -> Iterator[Struct]:
        entries = tables.get(key, [])
        if not isinstance(entries, list):
            raise self._refusal(
                f"[[{key}]] with two brackets, one table for each correction",
                f"'{key}' written otherwise",
                self._line_of(key, 0),
            )
        for index, entry in enumerate(entries):
            yield self._entry(entry, LISTS[key], key, index)

    def _entry(self, entry: object, kind: type[R], table: str, index: int) -> R:
        if not isinstance(entry, dict):
            raise self._refusal(f"[{table}] as a table", f"{entry!r:.40}")
        for key in entry:
            if key not in kind.__struct_fields__:
                raise self._unknown(key, kind.__struct_fields__, (table, index))
        try:
            record = msgspec.convert(entry, kind)
        except msgspec.ValidationError as error:
            path = _AT.search(str(error))
            at = f"'{path.group(1)}' in " if path and path.group(1) else ""
            expected = str(error).split(" - at")[0]
            line = self._line_of(table, index, path.group(1) if path else None)
            raise CorrectionsError(
                f"{self._name}{_shown(line)}: {at}[[{table}]]: {expected[:1].lower()}{expected[1:]}"
            ) from error
        for expected, found in _doubts(record):
            raise self._refusal(f"{expected} in [[{table}]]", found, self._line_of(table, index))
        return record

    def _unknown(
        self, key: str, allowed: tuple[str, ...], place: tuple[str, int] | None
    ) -> CorrectionsError:
        line = self._line_of(*place, key) if place else self._line_of(key, 0)
        near = get_close_matches(key[:40], allowed, 1)
        meant = f"; did you mean '{near[0]}'?" if near else ""
        where = f" in [[{place[0]}]]" if place else ""
        return CorrectionsError(
            f"{self._name}{_shown(line)}: expected one of the keys {', '.join(allowed)}{where}, "
            f"found '{key:.40}'{meant}"
        )

    def _refusal(self, expected: str, found: str, line: int | None = None) -> CorrectionsError:
        return CorrectionsError(f"{self._name}{_shown(line)}: expected {expected}, found {found}")

    def _line_of(self, table: str, index: int, key: str | None = None) -> int | None:
        """The line of the nth table of this name, or of a key in it; None if it is not plain."""
        seen, start = -1, None
        for number, line in enumerate(self._text.split("\n"), start=1):
            header = _HEADER.match(line)
            if header is not None:
                if start is not None:
                    break
                seen += header.group(1) == table
                if header.group(1) == table and seen == index:
                    start = number
            elif key is not None and start is not None:
                if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                    return number
            elif start is None and re.match(rf"\s*{re.escape(table)}\s*=", line):
                return number
        return start


def _shown(line: int | None) -> str:
    return f":{line}" if line is not None else ""


def _doubts(record: Struct) -> Iterator[tuple[str, str]]:
    """What is of the right type and still means nothing: what was expected, what was found."""
    for field in record.__struct_fields__:
        yield from _text_doubts(field, getattr(record, field))
    if isinstance(record, Merge | NeverMerge) and not 2 <= len(record.names) <= MAX_NAMES:
        yield f"two to {MAX_NAMES} names", f"{len(record.names):,}"
    if isinstance(record, Split) and not record.parts and not record.mentions:
        yield "parts (names to take out) or mentions", "neither"
    if isinstance(record, Split) and (record.into is None) != (not record.mentions):
        yield "mentions and into, the name of whoever they mean, together", "one of them"
    if isinstance(record, LineCorrection) and _changes_nothing(record):
        yield "a speaker, addressees or a kind", "none of them"
    anchors = record.mentions if isinstance(record, Split) else (record,)
    for anchor in anchors:
        if isinstance(anchor, Anchor):
            if not words_of(anchor.quote):
                yield "words in quote", "none"
            if any(count is not None and count < 1 for count in (anchor.nth, anchor.of)):
                yield "nth and of from 1 on", "less"


def _changes_nothing(line: LineCorrection) -> bool:
    return line.speaker is None and line.addressees is None and line.kind is None


def _text_doubts(field: str, value: object) -> Iterator[tuple[str, str]]:
    texts = value if isinstance(value, tuple) else (value,)
    for text in texts:
        if isinstance(text, str) and field != "note":
            if not text.strip():
                yield f"words in {field}", "none"
            elif len(text) > MAX_LENGTH:
                yield f"{field} of at most {MAX_LENGTH:,} characters", f"{len(text):,}"
