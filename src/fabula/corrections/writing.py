"""Adding to a file of corrections without touching what is in it.

A correction is a block of text put behind all others, so comments, order and spelling of the rest
stay the person's own without a library that would have to keep them. What is added is parsed
again before anything is written.
"""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from fabula.corrections.reading import FORMAT, LISTS, parse
from fabula.corrections.records import (
    Anchor,
    Corrections,
    LineCorrection,
    Merge,
    NeverMerge,
    Omit,
    Rename,
    Split,
)
from fabula.errors import CorrectionsError

Correction = Merge | NeverMerge | Split | Rename | Omit | LineCorrection

_TABLES: dict[type[Struct], str] = {record: table for table, record in LISTS.items()}
_HEAD = (
    "# Corrections of a story, applied each time it is read. Add, change or delete them freely.\n"
    f"format = {FORMAT}\n"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def with_correction(text: str, correction: Correction, name: str) -> tuple[str, Corrections]:
    """The text of a file with a correction more, and all the corrections that it then holds.

    `text` is empty for a new file; `name` is the file's, for messages.

    Raises:
        CorrectionsError: if the file is wrong already, or does not take the addition.
    """
    parse(text, name)
    ends = "\r\n" if "\r\n" in text else "\n"
    block = _block(correction)
    if not _says_something(text):
        block = f"{_HEAD}\n{block}"
    gap = ("" if text.endswith("\n") else ends) + ends if text else ""
    added = text + gap + block.replace("\n", ends)
    try:
        return added, parse(added, name)
    except CorrectionsError as error:
        table = _TABLES[type(correction)]
        raise CorrectionsError(
            f"{name}: expected each [[{table}]] as a table of its own, to which one can be added, "
            f"found them written otherwise ({error}); change that first"
        ) from error


def _says_something(text: str) -> bool:
    """Whether there is more in a file than comments."""
    lines = (line.strip("\ufeff \t\r") for line in text.split("\n"))
    return any(line and not line.startswith("#") for line in lines)


def _block(correction: Correction) -> str:
    """A correction as a table, its keys in the order of the record."""
    return f"[[{_TABLES[type(correction)]}]]\n{rows_of(correction)}"


def rows_of(record: Struct) -> str:
    """The keys of a correction, or of the anchor that begins one, as rows of the file."""
    return "".join(f"{field} = {value}\n" for field, value in _fields(record))


def _fields(record: Struct) -> Iterator[tuple[str, str]]:
    for field in record.__struct_fields__:
        value = getattr(record, field)
        # Nobody at all is an answer to the question of who is spoken to.
        if value is not None and (value != () or field == "addressees"):
            yield field, _value(value)


def _value(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Anchor):
        return f"{{ {', '.join(f'{field} = {shown}' for field, shown in _fields(value))} }}"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """A TOML string on one line."""
    return f'"{"".join(_escaped(character) for character in text)}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if unicodedata.category(character) in {"Cc", "Zl", "Zp"}:
        return f"\\u{ord(character):04x}"
    # A lone surrogate is no text that a file could hold.
    return character if unicodedata.category(character) != "Cs" else "\ufffd"
