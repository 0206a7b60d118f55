"""The page about a story."""

import pytest
from rich.console import Console

from fabula import pipeline
from fabula.formats.summary import summarise, summary_page
from fabula.sources import plain
from fabula.story import Story

BODY = "\n\n\n\n“Row faster,” said Ines. Tom rowed faster.\n\nShe laughed.\n\nHe did not.\n"


def read(head: str) -> Story:
    return pipeline.analyse(plain.from_text(head + BODY, "ferry.txt"))


def page(story: Story) -> str:
    console = Console(width=100, markup=False, color_system=None)
    with console.capture() as capture:
        console.print(summary_page(story))
    return capture.get()


@pytest.mark.parametrize(
    "head",
    [
        "The Ferry by Ada Dean",
        "The Ferry\n\nby Ada Dean",
        "Title: The Ferry\nAuthor: Ada Dean\nRating: G",
    ],
)
def test_title_and_author_stand_without_their_labels(head: str) -> None:
    summary = summarise(read(head))
    assert (summary.title, summary.author) == ("The Ferry", "Ada Dean")
    assert page(read(head)).startswith("The Ferry by Ada Dean\n")


def test_a_story_without_a_title_goes_by_its_file() -> None:
    assert page(read("")).startswith("ferry.txt\n")


def test_words_are_those_of_the_story() -> None:
    assert summarise(read("The Ferry by Ada Dean")).counts.words == 12


def test_lines_and_people_are_counted() -> None:
    counts = summarise(read("")).counts
    assert (counts.quotations, counts.attributed, counts.people) == (1, 1, 2)


def test_a_story_without_speech_says_so() -> None:
    story = pipeline.analyse(plain.from_text("Ines rowed home. It rained. She sang."))
    assert page(story).rstrip().endswith("Nobody speaks.")
