"""The stories that the browser tests open."""

from functools import cache
from pathlib import Path

import msgspec
from evaluation.made_up_book import EXAMPLE, made_up_book
from tests.world.conftest import small_world

from fabula import pipeline
from fabula.story import Story

BOOK_WORDS = 150_000


def doubted() -> Story:
    """The small story; who says its last line is doubtful."""
    story = small_world()
    sure, unsure = story.attributions
    told = msgspec.structs.replace(unsure, confidence=0.3, candidates=("odo", "ines"))
    return msgspec.structs.replace(story, attributions=(sure, told))


@cache
def lamplighters() -> Story:
    """The example story, read by rules alone."""
    return pipeline.read_bytes(Path(EXAMPLE).read_bytes(), EXAMPLE.name, encoder=None)


def long_book() -> Story:
    """A made-up book as long as a long novel, read by rules alone."""
    return pipeline.read_bytes(made_up_book(BOOK_WORDS).encode(), "book.txt", encoder=None)
