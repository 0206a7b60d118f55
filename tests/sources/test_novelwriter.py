"""novelWriter's documents."""

from collections.abc import Callable

import pytest

from fabula import sources
from fabula.text import Document, Tag

SCENE = """%%~name: The Arrival
%%~kind: NOVEL/DOCUMENT
#! The Long Harbour

>> By Jane Roe <<

# Part One

## First Light

### Arrival

@pov: Jane
@char: Ned, Ola

%Synopsis: Jane comes home.
% remember the gulls

Jane came home. "Well?" said Ned.

He was [i]very[/i] pleased, _she_ thought, and **more**.

[newpage]
###! Ferry
@pov: Ned

The ferry left.

##! Afterwards

> The end.
"""


@pytest.fixture
def document() -> Document:
    return sources.read_bytes(SCENE.encode(), "arrival.nwd")


def test_the_story_is_what_is_left(
    document: Document, shown: Callable[[Document], list[str]]
) -> None:
    assert document.format == "novelwriter"
    outside = document.marks_of("paratext", "heading")
    story = [
        document[span]
        for span in document.paragraphs
        if not any(mark.start <= span.start < mark.end for mark in outside)
    ]
    assert story == [
        "By Jane Roe",
        'Jane came home. "Well?" said Ned.',
        "He was [i]very[/i] pleased, _she_ thought, and **more**.",
        "The ferry left.",
        "The end.",
    ]


def test_headings_give_title_chapters_and_scenes(
    document: Document, marked: Callable[..., list[str]]
) -> None:
    assert document.metadata.title == "The Long Harbour"
    assert marked(document, "chapter") == ["First Light", "Afterwards"]
    assert marked(document, "rule") == ["Arrival", "Ferry"]
    assert [mark.level for mark in document.marks_of("heading")] == [1, 1, 2, 3, 3, 2]


def test_what_the_writer_says_about_the_scene_is_kept_apart(
    document: Document, marked: Callable[..., list[str]]
) -> None:
    assert document.metadata.tags == (
        Tag("pov", "Jane"),
        Tag("char", "Ned, Ola"),
        Tag("pov", "Ned"),
    )
    assert marked(document, "paratext", "summary") == ["%Synopsis: Jane comes home."]
    assert marked(document, "paratext", "comment") == ["% remember the gulls"]
    assert "[newpage]" in marked(document, "paratext", "directive")
    assert "@pov: Ned" in marked(document, "paratext", "directive")


def test_formatting_is_marked(document: Document, marked: Callable[..., list[str]]) -> None:
    assert marked(document, "emphasis") == ["[i]very[/i]", "_she_"]
    assert marked(document, "strong") == ["**more**"]
    assert marked(document, "centred") == ["By Jane Roe"]


@pytest.mark.parametrize("line", ["@ann: hello", "#hash", "[i]", ">", "<<", "100% sure"])
def test_lines_that_only_look_like_markup_are_story(line: str) -> None:
    document = sources.read_bytes(f"Up.\n\n{line}\n".encode(), "a.nwd")
    assert len(document.paragraphs) == 2
    assert document.marks == ()
