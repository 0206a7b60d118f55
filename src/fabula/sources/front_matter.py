"""The YAML block at the head of a Markdown file, as far as stories use it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct, structs

from fabula.labels import ParatextRole
from fabula.sources.labels import Entry, entries_of, metadata_of, paratext_marks
from fabula.sources.lines import lines_of
from fabula.text import Mark, Metadata, Paragraph

_MAX_LINES = 200
"""Where the block is not closed by then, the dashes were a rule."""

_ROLES: dict[str, ParatextRole] = {
    "title": "title",
    "subtitle": "title",
    "author": "author",
    "authors": "author",
    "summary": "summary",
    "description": "summary",
    "abstract": "summary",
    "dedication": "dedication",
    "license": "licence",
    "licence": "licence",
    "rights": "licence",
}

_LIST_ITEMS = re.compile(r"(?:^|\s)- ")


class FrontMatter(Struct, frozen=True):
    """What the block says; `end` is where the text after it starts, 0 where there is none."""

    end: int = 0
    paragraphs: tuple[Paragraph, ...] = ()
    marks: tuple[Mark, ...] = ()
    metadata: Metadata = Metadata()


def front_matter(text: str) -> FrontMatter:
    """The YAML block that `text` begins with.

    Between lines of three dashes stand lines such as `title: The Kite`. Lists and quoted values
    are understood; whatever else YAML can say is kept as it stands, under its label.
    """
    lines = list(islice(lines_of(text), _MAX_LINES))
    if not lines or text[lines[0].start : lines[0].end] != "---":
        return FrontMatter()
    for number, line in enumerate(lines[1:], start=1):
        if text[line.start : line.end] in {"---", "..."}:
            entries = entries_of(text, lines[1:number])
            if not entries or any(entry.label is None for entry in entries):
                return FrontMatter()
            return _read(entries, line.end)
    return FrontMatter()


def _read(entries: Sequence[Entry], end: int) -> FrontMatter:
    return FrontMatter(
        end=end,
        paragraphs=tuple(entry.paragraph for entry in entries),
        marks=tuple(
            paratext_marks(
                (entry.paragraph, _ROLES.get((entry.label or "").lower(), "tags"))
                for entry in entries
            )
        ),
        metadata=metadata_of(part for entry in entries for part in _values(entry)),
    )


def _values(entry: Entry) -> Iterator[Entry]:
    """One entry for each item of a list, without brackets and quotation marks."""
    value = entry.value.strip()
    if value.startswith("["):
        items = value.strip("[]").split(",")
    elif value.startswith("- "):
        items = _LIST_ITEMS.split(value)
    else:
        items = [value.lstrip("|>").strip()]  # the signs of a text over several lines
    for item in items:
        plain = item.strip(" \"'")
        if plain:
            yield structs.replace(entry, value=plain)
