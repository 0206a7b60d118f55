"""Small documents of our own with their annotations."""

from collections.abc import Callable, Sequence
from itertools import count

import pytest

from evaluation.litbank import GoldAttribute, GoldDocument, GoldEntity, GoldMention, GoldQuotation
from fabula.text import Span

FORMS = {"name": "proper", "noun": "nominal", "pron": "pronominal"}


def places(text: str, words: Sequence[str]) -> list[Span]:
    """Where these words stand, each looked for after the beginning of the one before."""
    found, position = [], 0
    for word in words:
        start = text.index(word, position)
        found.append(Span(start, start + len(word)))
        position = start + 1
    return found


def build(
    text: str,
    mentions: Sequence[str] = (),
    speech: Sequence[str] = (),
    events: Sequence[str] = (),
    attributes: Sequence[tuple[str, str]] = (),
) -> GoldDocument:
    """A document; a mention is written `chain form words`, such as `ada name Ada Hart`."""
    numbers = count()
    rows = [mention.split(" ", 2) for mention in mentions]
    spans = places(text, [words for _, _, words in rows])
    return GoldDocument(
        id="7",
        printed="tokens",
        text=text,
        mentions=tuple(
            GoldMention(
                id=f"T{next(numbers)}",
                start=span.start,
                end=span.end,
                type="PER",
                form=FORMS[form],
                chain=chain,
            )
            for (chain, form, _), span in zip(rows, spans, strict=True)
        ),
        attributes=tuple(
            GoldAttribute(kind="copula", mention_id=one, of_id=other) for one, other in attributes
        ),
        entities=tuple(
            GoldEntity(start=span.start, end=span.end, type="PER")
            for (_, form, _), span in zip(rows, spans, strict=True)
            if form != "pron"
        ),
        events=tuple(places(text, events)),
        quotations=tuple(
            GoldQuotation(id=f"Q{number}", parts=(span,), speaker="ada")
            for number, span in enumerate(places(text, speech))
        ),
    )


def annotated(document: GoldDocument) -> list[str]:
    """The words of every span: mentions, entities, events, parts of quotations."""
    spans = [*document.mentions, *document.entities, *document.events]
    spans += [part for quotation in document.quotations for part in quotation.parts]
    return [document.text[span.start : span.end] for span in spans]


@pytest.fixture
def document_with() -> Callable[..., GoldDocument]:
    """`document_with(text, mentions, speech, events)`: see `build`."""
    return build


@pytest.fixture
def words_of() -> Callable[[GoldDocument], list[str]]:
    """`words_of(document)`: the words of every span."""
    return annotated
