"""A short dialogue with quotations, entities and attributions made by hand."""

from fabula.story import Attribution, Entity, EntityId, Quotation, QuotationId, Story
from fabula.text import Document, Paragraph, Span

TEXT = "“Row,” said Ines, “harder!”\n\n“I am rowing,” said Tom.\n\n“Faster!”"


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FIRST, SECOND, THIRD = (
    (place("“Row,”"), place("“harder!”")),
    (place("“I am rowing,”"),),
    (place("“Faster!”"),),
)


def quotation(number: int, parts: tuple[Span, ...], within: str | None = None) -> Quotation:
    return Quotation(
        id=QuotationId(f"q{number}"),
        start=parts[0].start,
        end=parts[-1].end,
        parts=parts,
        kind="speech",
        style="double",
        within=QuotationId(within) if within else None,
    )


def story(*speakers: str | None) -> Story:
    """The dialogue with one quotation for each of these speakers (Ines is e1, Tom e2)."""
    quotations = [
        quotation(number, parts)
        for number, parts in enumerate([FIRST, SECOND, THIRD][: len(speakers)], start=1)
    ]
    attributions = [
        Attribution(quotation_id=each.id, speaker_id=EntityId(speaker) if speaker else None)
        for each, speaker in zip(quotations, speakers, strict=True)
    ]
    paragraphs = tuple(
        Paragraph(TEXT.index(words), TEXT.index(words) + len(words)) for words in TEXT.split("\n\n")
    )
    return Story(
        document=Document(text=TEXT, name="7.txt", format="plain", paragraphs=paragraphs),
        quotations=tuple(quotations),
        cast=(Entity(id=EntityId("e1"), name="Ines"), Entity(id=EntityId("e2"), name="Tom")),
        attributions=tuple(attributions),
    )
