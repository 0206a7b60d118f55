"""Finds what is in the file and not of the story: titles, notes, labels, credits."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import cast

from fabula.labels import ParatextRole
from fabula.stages.structure.beta import beta_credits
from fabula.stages.structure.contents import find_contents
from fabula.stages.structure.front import Region, read_front
from fabula.stages.structure.labelled_lines import read_label
from fabula.stages.structure.layout import Block, blocks_of, fold, ordinary_gap
from fabula.stages.structure.notes import (
    inline_notes,
    is_aside,
    is_only_note,
    note_end,
    opening_note,
    tail_notes,
)
from fabula.stages.structure.outline import Outline, read_outline
from fabula.story import Paratext, Story
from fabula.text import Document, Span


class FindParatext:
    """Writes the layer `paratext`: every stretch that is about the story and not of it.

    What the file's own form marks is taken as it is. In the rest, rules read title pages,
    labelled lines (“Rating: Teen”), author's notes, contents lists and what follows the end;
    where they are unsure, text is story. A record spans whole lines, label included; the beta
    credit inside a note is a record of its own within the note's.

    “The Ferry by Emily Ash” gives a title, “The Ferry”, and an author, “by Emily Ash”.
    """

    requires: tuple[str, ...] = ()
    provides = "paratext"

    def __call__(self, story: Story) -> tuple[Paratext, ...]:
        """The paratext of a story, in text order; of two that begin together the longer first."""
        document = story.document
        records = list(_marked(document))
        blocks = blocks_of(document)
        skipped = {block.index for block in blocks if block.role is not None}
        for record, indexes in _lists_and_pictures(blocks, skipped):
            records.append(record)
            skipped.update(indexes)
        outline = read_outline(blocks, skipped)
        for region in _regions(blocks, outline, skipped):
            records += _read_region(region, document)
        merged = _merged(document, records)
        return _sorted([*merged, *beta_credits(document, merged)])


_PICTURE = re.compile(
    r"[\[(](?:illustration|frontispiece|image|picture)\b[^\])]{0,300}[\])]", re.IGNORECASE
)
_NOTICE = frozenset(
    {"authorsnote", "authorsnotes", "authornote", "an", "notice", "importantnotice", "hiatus"}
    | {"importantauthorsnote", "importantnote", "notachapter", "announcement", "update", "note"}
)
_APART = frozenset({"epigraph", "beta", "author", "comment", "directive"})
"""Roles whose neighbours are records of their own."""


def _marked(document: Document) -> Iterator[Paratext]:
    """What the file's form says is paratext."""
    for mark in document.marks_of("paratext"):
        text = document.text[mark.start : mark.end]
        start = mark.start + len(text) - len(text.lstrip())
        end = mark.start + len(text.rstrip())
        if mark.value and start < end:
            yield Paratext(start=start, end=end, role=cast("ParatextRole", mark.value))


def _lists_and_pictures(
    blocks: Sequence[Block], skipped: Collection[int]
) -> Iterator[tuple[Paratext, set[int]]]:
    """Contents lists and “[Illustration]” lines, with the blocks they take."""
    kept = [block for block in blocks if block.index not in skipped]
    for first, last in find_contents(kept):
        record = Paratext(start=kept[first].start, end=kept[last].end, role="contents")
        yield record, {block.index for block in kept[first : last + 1]}
    for block in kept:
        if block.text[0] in "[(" and _PICTURE.fullmatch(block.text):
            yield Paratext(start=block.start, end=block.end, role="navigation"), {block.index}


def _regions(
    blocks: Sequence[Block], outline: Outline, skipped: Collection[int]
) -> Iterator[Region]:
    """The blocks before the first heading, and those of each chapter."""
    ordinary = ordinary_gap(blocks)
    chapters = outline.chapters
    firsts = [division.first for division in chapters] + [len(blocks)]
    opening = [block for block in blocks[: firsts[0]] if block.index not in skipped]
    yield Region(opening, ordinary, opens=True, headed=bool(chapters))
    for division, following in zip(chapters, firsts[1:], strict=True):
        begun = division.body < blocks[division.last].end and division.end > division.start
        first = division.last + (division.end > division.start)
        body = [block for block in blocks[first:following] if block.index not in skipped]
        yield Region(body, ordinary, begun=begun, announced=_is_notice(division.title))


def _is_notice(title: str | None) -> bool:
    """Whether a heading calls its chapter a note: “Chapter 7: Author's Note”."""
    if title is None:
        return False
    own = re.split(r"[:.–—-]\s+", title)[-1]
    label = read_label(own)
    return fold(own) in _NOTICE or (label is not None and label.strong)


def _read_region(region: Region, document: Document) -> Iterator[Paratext]:
    """The paratext of one region: before the story, after it, inside it."""
    blocks = region.blocks
    if not region.begun:
        front = read_front(region, document.metadata)
        yield from front.records
        blocks = blocks[front.taken :]
        if is_only_note(blocks, announced=region.announced):
            yield Paratext(start=blocks[0].start, end=blocks[-1].end, role="author_note")
            return
        note = opening_note(blocks, region.ordinary) if blocks else None
        if note is not None:
            yield Paratext(start=blocks[0].start, end=blocks[note.last].end, role=note.role)
            blocks = blocks[note.last + 1 :]
    tail = tail_notes(blocks, region.ordinary)
    for note in tail:
        yield Paratext(start=blocks[note.first].start, end=blocks[note.last].end, role=note.role)
    yield from _inner(blocks[: tail[-1].first] if tail else blocks, region.ordinary)


def _inner(blocks: Sequence[Block], ordinary: int) -> Iterator[Paratext]:
    """Notes between paragraphs of the story and in brackets inside them."""
    last = -1
    for position, block in enumerate(blocks):
        if position <= last:
            continue
        inline = inline_notes(block)
        label = read_label(block.text)
        if inline and not (len(inline) == 1 and inline[0] == Span(block.start, block.end)):
            for span in inline:
                yield Paratext(start=span.start, end=span.end, role="author_note")
        elif label is not None and label.strong:
            last = note_end(blocks, position, ordinary, label)
            yield Paratext(start=block.start, end=blocks[last].end, role=label.role)
        elif is_aside(block):
            yield Paratext(start=block.start, end=block.end, role="author_note")


def _merged(document: Document, records: Iterable[Paratext]) -> list[Paratext]:
    """Records of one role with nothing between them as one."""
    merged: list[Paratext] = []
    for record in _sorted(records):
        above = merged[-1] if merged else None
        if above is not None and above.role == record.role and record.role not in _APART:
            if record.end <= above.end:
                continue
            if not document.text[above.end : record.start].strip():
                merged[-1] = Paratext(start=above.start, end=record.end, role=record.role)
                continue
        merged.append(record)
    return merged


def _sorted(records: Iterable[Paratext]) -> tuple[Paratext, ...]:
    return tuple(sorted(records, key=lambda record: (record.start, -record.end, record.role)))
