"""A tiny corpus and a reading of it, shared by the tests of the benchmarks."""

import pytest

from evaluation.litbank import GoldDocument, GoldEntity, GoldMention
from fabula.text import Span

TEXT = "Ada waved from the red boat. She had the oars ready."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def gold_mention(number: int, words: str, kind: str, form: str, chain: str) -> GoldMention:
    span = place(words)
    return GoldMention(
        id=f"T{number}", start=span.start, end=span.end, type=kind, form=form, chain=chain
    )


@pytest.fixture
def rowing() -> GoldDocument:
    """One document: Ada and “She” are one chain, “the red boat” another; “waved” happens."""
    boat = place("the red boat")
    ada = place("Ada")
    return GoldDocument(
        id="7",
        printed="book",
        text=TEXT,
        mentions=(
            gold_mention(1, "Ada", "PER", "proper", "ada"),
            gold_mention(2, "the red boat", "VEH", "nominal", "boat"),
            gold_mention(3, "She", "PER", "pronominal", "ada"),
        ),
        attributes=(),
        entities=(
            GoldEntity(start=ada.start, end=ada.end, type="PER"),
            GoldEntity(start=boat.start, end=boat.end, type="VEH"),
        ),
        events=(place("waved"),),
        quotations=(),
    )
