"""A LitBank document: the running text, and what people marked in it."""

from typing import Literal

from msgspec import Struct

from fabula.labels import MentionForm
from fabula.text import Span

GoldType = Literal["PER", "FAC", "GPE", "LOC", "VEH", "ORG"]


class GoldMention(Struct, frozen=True, kw_only=True):
    """Words that point at someone or something, and the chain of mentions that they belong to.

    A mention that is a copula's predicate or an apposition has a chain of its own, as in the
    published CoNLL files; `GoldDocument.attributes` says whom it describes.
    """

    id: str
    start: int
    end: int
    type: GoldType
    form: MentionForm
    chain: str


class GoldAttribute(Struct, frozen=True, kw_only=True):
    """One mention describes another: “a baker” in “Ada is a baker” and “Ada, a baker, …”."""

    kind: Literal["copula", "apposition"]
    mention_id: str
    of_id: str


class GoldEntity(Struct, frozen=True, kw_only=True):
    """A name or noun phrase of the entity layer, which leaves pronouns out."""

    start: int
    end: int
    type: GoldType


class GoldQuotation(Struct, frozen=True, kw_only=True):
    """A quotation with its marks; `parts` are the rows of the corpus, `speaker` is a chain."""

    id: str
    parts: tuple[Span, ...]
    speaker: str


class GoldDocument(Struct, frozen=True, kw_only=True):
    """A document and its layers, each in text order.

    `id` is the book's number at Project Gutenberg. The text is `printed` in the book itself
    (line ends and all), or put together from the corpus's tokens where the book is missing.
    Offsets count its code points and are half-open.
    """

    id: str
    printed: Literal["book", "tokens"]
    text: str
    mentions: tuple[GoldMention, ...]
    attributes: tuple[GoldAttribute, ...]
    entities: tuple[GoldEntity, ...]
    events: tuple[Span, ...]
    quotations: tuple[GoldQuotation, ...]
