"""A mention before it has its id."""

from collections.abc import Iterable

from msgspec import Struct

from fabula.labels import EntityType, MentionForm
from fabula.story import Mention, MentionId, QuotationId
from fabula.text import Span


class FoundMention(Struct, frozen=True):
    """Words that point at someone or something; the fields are those of `Mention`."""

    span: Span
    type: EntityType
    form: MentionForm
    head: Span
    quotation_id: QuotationId | None
    name_span: Span | None = None


def numbered(found: Iterable[FoundMention]) -> list[Mention]:
    """The mentions in text order, the longer first, with ids from m1 on."""
    return [
        Mention(
            id=MentionId(f"m{number}"),
            start=item.span.start,
            end=item.span.end,
            type=item.type,
            form=item.form,
            head=item.head,
            quotation_id=item.quotation_id,
            name_span=item.name_span,
        )
        for number, item in enumerate(sorted(set(found), key=_place), start=1)
    ]


def _place(item: FoundMention) -> tuple[int, int, str]:
    return item.span.start, -item.span.end, item.form
