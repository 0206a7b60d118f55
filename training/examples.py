"""Passages as the arrays that the network is trained on.

    examples = [example(passage) for passage in passages.read(path)]

Everything that does not change from epoch to epoch is worked out here once, with the code that
readers run: tokens, word pieces, windows, and what the rules say of a passage.
"""

import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias, TypeVar

import numpy as np
from msgspec import Struct, structs
from numpy.typing import NDArray

from fabula.encoder import windows
from fabula.encoder.pieces import pieces_of
from fabula.encoder.scores import ENTITY_TYPES
from fabula.encoder.windows import Batch
from fabula.text import Document
from training import passages
from training.pair_labels import PassagePairs, pair_labels
from training.passages import IGNORED, Passage, document
from training.settings import digest
from training.token_rows import TokenRows

Array: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Labels = TypeVar("Labels", Array, Floats)

ITEM = ENTITY_TYPES.index("ITEM")
"""Index of the last type; LitBank marks all those before it, and this one not."""


class ReaderLabels(Struct, frozen=True, eq=False):
    """What is true of the tokens in a passage's windows; `IGNORED` where nothing is to be learnt.

    A token is labelled in the window whose core it lies in, and in no other. Heads are rows of
    the window, as are the ends of spans.
    """

    event: Floats  # [windows, tokens]: 0 or 1, or between the two where a teacher says so
    scene: Array  # [windows, tokens]: 0 or 1 at the first token of a paragraph
    tag: Array  # [windows, tokens]
    relation: Array  # [windows, tokens]
    head: Array  # [windows, tokens]
    in_core: NDArray[np.bool_]  # [windows, tokens]
    paragraph: Array  # [windows, tokens]: number of the paragraph, -1 in the padding
    spans: Array  # [n, 4]: window, type, first, last
    chances: Floats  # [n]: 1, or less where a teacher says so
    ignored: Array  # [n, 3]: window, first, last
    types: tuple[int, ...]  # the types that `spans` is complete for


class Example(Struct, frozen=True, eq=False):
    """A passage ready for training."""

    id: str
    source: str
    tokens: int
    batch: Batch
    labels: ReaderLabels
    pairs: PassagePairs


def example(passage: Passage) -> Example:
    """The arrays of a passage."""
    read = document(passage)
    pieces = pieces_of(read)
    batch = windows.batch_of(pieces, windows.cut(pieces))
    rows = TokenRows(read)
    return Example(
        id=passage.id,
        source=passage.source,
        tokens=len(read.tokens),
        batch=batch,
        labels=_reader_labels(passage, rows, batch),
        pairs=pair_labels(passage, rows),
    )


_LAYOUT = 2
"""Of an `Example`: arrays that were kept in another one are worked out again."""


def examples_of(path: Path, cache: Path) -> list[Example]:
    """The passages of a file as arrays; worked out once and kept in the folder `cache`."""
    kept = cache / f"{path.stem}-{digest([path])[:12]}-{_LAYOUT}.pickle"
    if kept.exists():
        examples: list[Example] = pickle.loads(kept.read_bytes())
        return examples
    examples = [example(passage) for passage in passages.read(path)]
    kept.write_bytes(pickle.dumps(examples))
    return examples


def at_the_change(one: Example) -> Example:
    """The example with one window alone: where a scene begins, or else the middle one."""
    changed = np.flatnonzero((one.labels.scene == 1).any(axis=1))
    row = int(changed[0]) if len(changed) else len(one.batch.windows) // 2
    return windows_of(one, slice(row, row + 1))


def windows_of(one: Example, rows: slice) -> Example:
    """The example with some of its windows alone.

    Pairs of spans are left out, since their tokens may lie in other windows.
    """
    batch, labels = one.batch, one.labels
    inside = (labels.spans[:, 0] >= rows.start) & (labels.spans[:, 0] < rows.stop)
    unsure = (labels.ignored[:, 0] >= rows.start) & (labels.ignored[:, 0] < rows.stop)
    return structs.replace(
        one,
        batch=Batch(
            batch.windows[rows],
            batch.pieces[rows],
            batch.cases[rows],
            batch.first[rows],
        ),
        labels=structs.replace(
            labels,
            **{name: getattr(labels, name)[rows] for name in _BY_WINDOW},
            spans=labels.spans[inside] - np.array([rows.start, 0, 0, 0]),
            chances=labels.chances[inside],
            ignored=labels.ignored[unsure] - np.array([rows.start, 0, 0]),
        ),
        pairs=PassagePairs(one.pairs.mentions[:0], one.pairs.quotations[:0]),
    )


_BY_WINDOW = ("event", "scene", "tag", "relation", "head", "in_core", "paragraph")


def _reader_labels(passage: Passage, rows: TokenRows, batch: Batch) -> ReaderLabels:
    parse, size = passage.parse, len(rows.document.tokens)
    nothing = np.full(size, IGNORED)
    in_core = np.zeros(batch.first.shape, dtype=np.bool_)
    for number, window in enumerate(batch.windows):
        in_core[number, window.core_inside] = True
    heads = nothing if parse is None else np.array(parse.heads)
    spans, chances, types = _spans(passage, rows)
    placed, taken = _placed(spans, batch)
    unsure, _ = _placed(_unsure_spans(passage, rows), batch)
    return ReaderLabels(
        event=_by_window(_events(passage, rows), batch),
        scene=_by_window(_scenes(passage, rows), batch),
        tag=_by_window(nothing if parse is None else np.array(parse.tags), batch),
        relation=_by_window(nothing if parse is None else np.array(parse.relations), batch),
        head=_heads_by_window(heads, batch),
        in_core=in_core,
        paragraph=_paragraphs(rows.document, batch),
        spans=placed,
        chances=chances[taken],
        ignored=unsure[:, [0, 2, 3]],
        types=types,
    )


def _by_window(values: Labels, batch: Batch) -> Labels:
    """[tokens] → [windows, tokens], `IGNORED` outside the cores."""
    table = np.full(batch.first.shape, IGNORED, dtype=values.dtype)
    for number, window in enumerate(batch.windows):
        table[number, window.core_inside] = values[window.core]
    return table


def _heads_by_window(heads: Array, batch: Batch) -> Array:
    """Like `_by_window`, counted from the first token seen; a head out of sight is ignored."""
    table = _by_window(heads, batch)
    for number, window in enumerate(batch.windows):
        inside = table[number] - window.seen.start
        seen = (table[number] != IGNORED) & (inside >= 0) & (inside < window.tokens)
        table[number] = np.where(seen, inside, IGNORED)
    return table


def _paragraphs(read: Document, batch: Batch) -> Array:
    starts = np.array([paragraph.start for paragraph in read.paragraphs])
    tokens = np.array([token.start for token in read.tokens])
    numbers = np.searchsorted(starts, tokens, side="right")
    table = np.full(batch.first.shape, -1)
    for number, window in enumerate(batch.windows):
        table[number, : window.tokens] = numbers[window.seen]
    return table


def _placed(spans: Array, batch: Batch) -> tuple[Array, Array]:
    """[n, 3] type, first, last → [m, 4] window, type, first, last: where the first is in the core.

    A span that reaches out of the window is left out. Also [m]: the rows of those that are placed.
    """
    found, taken = [np.empty((0, 4), dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for number, window in enumerate(batch.windows):
        first, last = spans[:, 1], spans[:, 2]
        here = (first >= window.core.start) & (first < window.core.stop)
        rows = np.flatnonzero(here & (last < window.seen.stop))
        shifted = spans[rows] - np.array([0, window.seen.start, window.seen.start])
        found.append(np.column_stack([np.full(len(rows), number), shifted]))
        taken.append(rows)
    return np.concatenate(found), np.concatenate(taken)


def _events(passage: Passage, rows: TokenRows) -> Floats:
    if passage.taught is not None:
        return np.array(passage.taught.events, dtype=np.float32)
    marks = np.full(
        len(rows.document.tokens), IGNORED if passage.events is None else 0, dtype=np.float32
    )
    for span in passage.events or ():
        marks[rows.at(span.start)] = 1
    return marks


def _scenes(passage: Passage, rows: TokenRows) -> Array:
    marks = np.full(len(rows.document.tokens), IGNORED)
    if passage.scene_starts is not None:
        for paragraph in rows.document.paragraphs[1:]:
            marks[rows.at(paragraph.start)] = paragraph.start in passage.scene_starts
    return marks


def _spans(passage: Passage, rows: TokenRows) -> tuple[Array, Floats, tuple[int, ...]]:
    """All labelled spans as type, first, last; their chances; the types labelled completely."""
    found: dict[tuple[int, int, int], float] = {}
    types: tuple[int, ...] = ()
    if passage.source == "litbank" and passage.mentions is not None:
        types += tuple(range(ITEM))
        for mention in passage.mentions:
            kind = ENTITY_TYPES.index(mention.type)
            found[kind, *rows.of(mention.start, mention.end)] = 1.0
    if passage.taught is not None:
        types += tuple(range(ITEM))
        for span in passage.taught.spans:
            found[ENTITY_TYPES.index(span.type), span.first, span.last] = span.chance
    if passage.items is not None:
        types += (ITEM,)
        found |= {(ITEM, *rows.of(span.start, span.end)): 1.0 for span in passage.items}
    table = _table(found, 3)
    chances = [found[kind, first, last] for kind, first, last in table.tolist()]
    return table, np.array(chances, dtype=np.float32), types


def _unsure_spans(passage: Passage, rows: TokenRows) -> Array:
    """Phrases of the entity layer that the coreference layer lacks: neither right nor wrong."""
    if passage.entities is None or passage.mentions is None:
        return _table((), 3)
    known = {(mention.start, mention.end) for mention in passage.mentions}
    unsure = {
        (0, *rows.of(entity.start, entity.end))
        for entity in passage.entities
        if (entity.start, entity.end) not in known
    }
    return _table(unsure, 3)


def _table(rows: Iterable[tuple[int, ...]], columns: int) -> Array:
    return np.array(sorted(rows), dtype=np.int64).reshape(-1, columns)
