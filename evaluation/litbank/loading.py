"""Documents with all their layers, as running text."""

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.litbank import annotations
from evaluation.litbank.annotations import Annotations, QuotationRow
from evaluation.litbank.paragraphs import openers
from evaluation.litbank.places import Running, places_in
from evaluation.litbank.records import GoldDocument, GoldEntity, GoldMention, GoldQuotation
from evaluation.litbank.spacing import run_together
from fabula.text import Span

EXCERPT = 100_000
"""Characters at the head of a book among which the excerpt lies; the longest has 20,000."""


def document_names(data: Path) -> list[str]:
    """The Gutenberg numbers of the documents that `data` holds."""
    return sorted(path.name.split("_")[0] for path in (data / "litbank" / "coref").glob("*.txt"))


def has_paragraphs(data: Path, name: str) -> bool:
    """Whether the whole book is there, from which the paragraphs are known."""
    return _book(data, name) is not None


def load_document(data: Path, name: str) -> GoldDocument:
    """One document by its Gutenberg number.

    The text is the book's own, from its first character to the last token of the excerpt, where
    `data/litbank-books` has the book; else it is put together from the tokens.

    Raises:
        FileNotFoundError: if `data` does not hold it.
        ValueError: if its files contradict each other.
    """
    path = next((data / "litbank" / "coref").glob(f"{name}_*.txt"), None)
    if path is None:
        raise FileNotFoundError(f"expected document {name} in {data}/litbank/coref, found none")
    marked = annotations.read(data / "litbank", path.stem)
    printed = _printed(data, name, marked)
    running = printed or run_together(marked.tokens, openers(name, marked))
    return _document(name, marked, running, from_book=printed is not None)


def _book(data: Path, name: str) -> Path | None:
    return next((data / "litbank-books").glob(f"{name}_*.txt.gz"), None)


def _printed(data: Path, name: str, marked: Annotations) -> Running | None:
    """The excerpt as the book has it; None where book or excerpt is not found."""
    path = _book(data, name)
    if path is None:
        return None
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return places_in(file.read(EXCERPT), marked.tokens)


def _document(name: str, marked: Annotations, running: Running, *, from_book: bool) -> GoldDocument:
    def span(first: int, end: int) -> Span:
        return Span(running.places[first].start, running.places[end - 1].end)

    mentions = [
        GoldMention(
            id=row.id,
            start=span(row.first, row.end).start,
            end=span(row.first, row.end).end,
            type=row.type,
            form=row.form,
            chain=row.chain,
        )
        for row in sorted(marked.mentions, key=lambda row: (row.first, -row.end))
    ]
    order = {mention.id: index for index, mention in enumerate(mentions)}
    entities = [span(row.first, row.end) for row in marked.entities]
    return GoldDocument(
        id=name,
        printed="book" if from_book else "tokens",
        text=running.text,
        mentions=tuple(mentions),
        attributes=tuple(sorted(marked.attributes, key=lambda pair: order[pair.mention_id])),
        entities=tuple(
            GoldEntity(start=place.start, end=place.end, type=row.type)
            for row, place in zip(marked.entities, entities, strict=True)
        ),
        events=tuple(running.places[index] for index in marked.events),
        quotations=tuple(_quotations(marked, running)),
    )


def _quotations(marked: Annotations, running: Running) -> Iterator[GoldQuotation]:
    """The rows of speech, those joined that narration only interrupts."""
    group: list[QuotationRow] = []
    for row in (_with_marks(row, marked.tokens) for row in marked.quotations):
        if group and not _goes_on(group[-1], row, marked, running):
            yield _quotation(group, running)
            group = []
        group.append(row)
    if group:
        yield _quotation(group, running)


def _quotation(rows: Sequence[QuotationRow], running: Running) -> GoldQuotation:
    parts = tuple(
        Span(running.places[row.first].start, running.places[row.end - 1].end) for row in rows
    )
    return GoldQuotation(id=rows[0].id, parts=parts, speaker=rows[0].speaker)


def _goes_on(one: QuotationRow, other: QuotationRow, marked: Annotations, running: Running) -> bool:
    """Whether the second row goes on with the first, as in “No,” said Ada, “not yet”.

    It does if the speaker is the same, and what stands between belongs to the sentence that the
    second row begins in, in one paragraph.
    """
    if one.speaker != other.speaker or one.end == other.first:
        return False
    between = running.text[running.places[one.end - 1].end : running.places[other.first].start]
    if "\n\n" in "".join(between.split(" ")):
        return False
    return not any(one.end < first <= other.first for first in marked.sentences)


_ENDS = {'"': '"', "“": "”", "‘": "’", "'": "'"}


def _with_marks(row: QuotationRow, tokens: Sequence[str]) -> QuotationRow:
    """The row with its closing mark, which is the next token where a sentence was cut before it."""
    closing = _ENDS.get(tokens[row.first])
    last = tokens[row.end - 1]
    if closing and last != closing and row.end < len(tokens) and tokens[row.end] == closing:
        return QuotationRow(row.first, row.end + 1, row.id, row.speaker)
    return row
