"""The first and last page of a manuscript."""

import pytest

from fabula.sources.manuscript import read_manuscript
from fabula.sources.text_flow import Flow, Look, TextFlow

MIDDLE = Look(centred=True)


def flow(*lines: str) -> Flow:
    """A flow of these lines; those that start with a bar are in the middle."""
    made = TextFlow("a")
    for line in lines:
        made.write(line.removeprefix("|"), 0, MIDDLE if line.startswith("|") else Look())
        made.end_block()
    return made.finish()


@pytest.mark.parametrize(
    "count", ["4,200 words", "about 4200 words", "Ann Bell approx. 4,200 words", "~4200 words."]
)
def test_a_count_of_words_makes_a_head(count: str) -> None:
    made = flow(count, "1 Harbour Lane", "|Kite", "|by Ann Bell", "Mara ran.", "|THE END")
    found = read_manuscript(made)
    assert [mark.value for mark in found.marks] == [
        "author",
        "author",
        "title",
        "author",
        "navigation",
    ]
    assert (found.metadata.title, found.metadata.authors) == ("Kite", ("Ann Bell",))


@pytest.mark.parametrize(
    "lines",
    [
        ("Ann Bell", "|Kite", "|by Ann Bell", "Mara ran."),
        ("She counted 4,200 words and stopped.", "|#", "Mara ran."),
        ("4,200 words", "Kite", "Mara ran."),
        ("|Kite", "4,200 words", "Mara ran."),
        (),
    ],
)
def test_other_beginnings_are_no_head(lines: tuple[str, ...]) -> None:
    assert read_manuscript(flow(*lines)).marks == ()
