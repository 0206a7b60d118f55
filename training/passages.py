"""Passages: pieces of running text with what is known about them, the food of all training.

A passage knows some layers and not others. `None` means that nobody looked; an empty tuple means
that there is none, so that a model may learn from its absence. Offsets are half-open and count
code points of `Passage.text`.

    passage = Passage(id="ferry", source="litbank", text="Ada rowed.", events=(Span(4, 9),))
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from evaluation.litbank import GoldDocument
from fabula import segmentation
from fabula.labels import EntityType, MentionForm
from fabula.sources import plain
from fabula.text import Document, Span, Spanned

Source = Literal["litbank", "standardebooks", "speech"]

REACH = 120
"""Tokens on either side of a quotation's first part among which its speaker is pointed at."""

IGNORED = -1
"""In a parse: nothing is known about this token."""


class PassageMention(Struct, frozen=True, kw_only=True):
    """Words that point at someone or something; mentions of one chain point at the same."""

    start: int
    end: int
    type: EntityType
    form: MentionForm
    chain: str


class PassageEntity(Struct, frozen=True, kw_only=True):
    """A name or noun phrase of LitBank's entity layer, which leaves pronouns out."""

    start: int
    end: int
    type: EntityType


class PassageSpeech(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A quotation, by its first part, and the mentions near it that point at speaker and hearer.

    In “Not to Bath,” said Emma. Harriet sighed. the first part is `“Not to Bath,”`, with its
    marks. The mentions lie within `REACH` tokens; an empty tuple means that it is not known.
    """

    start: int
    end: int
    speaker: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()


class Parse(Struct, frozen=True, kw_only=True):
    """Grammar by token: a number for each token of `document(passage)`, `IGNORED` if unknown.

    `tags` index `PARTS_OF_SPEECH` and `relations` index `RELATIONS` of `fabula.encoder.scores`,
    `heads` index the tokens of the passage; the root of a sentence is its own head.
    """

    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]


class TaughtSpan(Struct, frozen=True, array_like=True):
    """Tokens `first` to `last`, both included, and the chance that they are a mention."""

    first: int
    last: int
    type: EntityType
    chance: float


class Taught(Struct, frozen=True, kw_only=True):
    """What a teacher (`training.teacher`) says of a passage nobody has labelled."""

    events: tuple[float, ...]
    """The chance of each token of `document(passage)` to be what happens."""
    spans: tuple[TaughtSpan, ...]
    """All spans that are mentions with a chance worth telling; the others are none."""


class Passage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Running text with the layers that are known of it; None where nobody looked."""

    id: str
    source: Source
    text: str
    mentions: tuple[PassageMention, ...] | None = None
    entities: tuple[PassageEntity, ...] | None = None
    events: tuple[Span, ...] | None = None
    scene_starts: tuple[int, ...] | None = None
    """Offset of each paragraph that begins a scene. All others begin none, but of the first one,
    which has nothing before it, nobody could tell."""
    speeches: tuple[PassageSpeech, ...] | None = None
    """Those quotations whose speaker is known; about others nothing is said."""
    people: tuple[PassageMention, ...] | None = None
    """Mentions of people as rules found and joined them: whom a quotation may be chosen for.
    They have mistakes, and are no labels for finding mentions."""
    items: tuple[Span, ...] | None = None
    """Portable things, by rule: most that are marked are right, and many are missed."""
    parse: Parse | None = None
    taught: Taught | None = None


def document(passage: Passage) -> Document:
    """The passage as `fabula.read` reads it from a plain file, with sentences and tokens."""
    return segmentation.segment(plain.from_text(passage.text, passage.id))


def near(spans: Sequence[Span], speech: Spanned, text: Document) -> tuple[Span, ...]:
    """Those of `spans` that begin within `REACH` tokens of the quotation, in text order."""
    first = bisect_right(text.tokens, speech.start, key=attrgetter("start")) - 1 - REACH
    last = bisect_left(text.tokens, speech.end, key=attrgetter("start")) - 1 + REACH
    low = text.tokens[max(first, 0)].start
    high = text.tokens[min(last, len(text.tokens) - 1)].end
    return tuple(sorted({span for span in spans if low <= span.start and span.end <= high}))


def from_litbank(gold: GoldDocument, name: str | None = None) -> Passage:
    """A document of LitBank as one passage; `name` is its id, unless it is the document's own."""
    bare = Passage(id=name or gold.id, source="litbank", text=gold.text)
    return msgspec.structs.replace(
        bare,
        mentions=tuple(
            PassageMention(
                start=found.start,
                end=found.end,
                type=found.type,
                form=found.form,
                chain=found.chain,
            )
            for found in gold.mentions
        ),
        entities=tuple(
            PassageEntity(start=found.start, end=found.end, type=found.type)
            for found in gold.entities
        ),
        events=gold.events,
        speeches=tuple(_speeches(gold, document(bare))),
    )


def _speeches(gold: GoldDocument, text: Document) -> Iterator[PassageSpeech]:
    """The quotations of LitBank whose speaker is pointed at near them."""
    chains: dict[str, list[Span]] = {}
    for mention in gold.mentions:
        chains.setdefault(mention.chain, []).append(Span(mention.start, mention.end))
    for quotation in gold.quotations:
        part = quotation.parts[0]
        speaker = near(chains.get(quotation.speaker, ()), part, text)
        if speaker:
            yield PassageSpeech(start=part.start, end=part.end, speaker=speaker)


def write(path: Path, passages: Iterable[Passage]) -> int:
    """Write one passage a line, as JSON, and say how many."""
    encoder = msgspec.json.Encoder()
    count = 0
    with path.open("wb") as file:
        for passage in passages:
            file.write(encoder.encode(passage) + b"\n")
            count += 1
    return count


def read(path: Path) -> list[Passage]:
    """The passages of a file that `write` made.

    Raises:
        msgspec.ValidationError: if a line is not a passage.
    """
    return msgspec.json.Decoder(Passage).decode_lines(path.read_bytes())


def printed(path: Path) -> Iterator[Passage]:
    """The documents of a file as they were printed, without their changed versions."""
    return (passage for passage in read(path) if "/" not in passage.id)
