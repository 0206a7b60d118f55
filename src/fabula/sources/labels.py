"""Labelled lines, as in the head of a downloaded story: `Rating: Teen`."""

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.sources.lines import Line
from fabula.text import Mark, Metadata, Paragraph, Tag

_LABEL = re.compile(r"([^\W\d_][\w /()&'’-]{0,30}?) *:(?=\s|$)\s*")
_TITLES = frozenset({"title"})
_AUTHORS = frozenset({"author", "authors", "by"})
_LANGUAGES = frozenset({"language", "lang"})
_PUBLISHERS = frozenset({"publisher"})


class Entry(Struct, frozen=True):
    """A stretch of a file's head and its role; `label` is None where the file gives none."""

    label: str | None
    value: str
    paragraph: Paragraph


def entries_of(
    text: str, lines: Iterable[Line], labels: Collection[str] | None = None
) -> list[Entry]:
    """The labelled values in these lines, each with the lines that go on with it.

    A value runs on over lines without a label, up to a blank line: `Summary: Ann finds` / `a
    kite.` is one entry. Lines after a blank one start an entry without a label. `labels`, in
    small letters, are those to look for; without them, whatever looks like one.
    """
    groups: list[tuple[str | None, list[str], list[Line]]] = []
    running = False
    for line in lines:
        if line.blank:
            running = False
            continue
        match = _LABEL.match(text, line.start, line.end)
        if match and (labels is None or match[1].lower() in labels):
            groups.append((match[1], [text[match.end() : line.end]], [line]))
        elif running:
            groups[-1][1].append(text[line.start : line.end])
            groups[-1][2].append(line)
        else:
            groups.append((None, [text[line.start : line.end]], [line]))
        running = True
    return [
        Entry(label, " ".join(values).strip(), Paragraph(block[0].start, block[-1].end))
        for label, values, block in groups
    ]


def metadata_of(entries: Iterable[Entry], publisher: str | None = None) -> Metadata:
    """What labelled entries say about the story; labels without a field of their own are tags.

    The labels are those of English heads: title, author, language, publisher.
    """
    title: str | None = None
    language: str | None = None
    authors: list[str] = []
    tags: list[Tag] = []
    for entry in entries:
        if entry.label is None or not entry.value:
            continue
        kind = entry.label.lower()
        if kind in _TITLES and title is None:
            title = entry.value
        elif kind in _AUTHORS:
            authors.append(entry.value)
        elif kind in _LANGUAGES and language is None:
            language = entry.value
        elif kind in _PUBLISHERS:
            publisher = entry.value
        else:
            tags.append(Tag(entry.label, entry.value))
    return Metadata(title, tuple(authors), language, publisher, tuple(tags))


def paratext_marks(roles: Iterable[tuple[Paragraph, ParatextRole]]) -> Iterator[Mark]:
    """`paratext` marks for paragraphs that follow each other, one for each run of one role."""
    start = end = 0
    current: ParatextRole | None = None
    for paragraph, role in roles:
        if role != current:
            if current:
                yield Mark("paratext", start, end, value=current)
            start, current = paragraph.start, role
        end = paragraph.end
    if current:
        yield Mark("paratext", start, end, value=current)
