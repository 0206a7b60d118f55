"""Markdown."""

from collections.abc import Callable

import pytest

from fabula import sources
from fabula.errors import LimitError
from fabula.sources import markdown
from fabula.text import Document

STORY = """---
title: "The Kite"
author:
  - Ann Bell
  - Ben Ray
summary: >
  A kite
  and a gull.
---

# The Kite

## Chapter One: Wind ##

Mara ran *down to
the harbour* with **it**. <!-- check the tide -->

> Dear Mara,
> come home.
>
> Pa

***

"Will it fly?" asked Ned.
"It will," said Mara.

<!-- a longer note

to self -->

<center>* * *</center>

Rain
----

    It rained on the harbour and the gulls.

- salt
- rope

```
Ann: hi

Ben: ho
```
"""


def read(text: str) -> Document:
    return sources.read_bytes(text.encode(), "kite.md")


def test_blocks_become_paragraphs_without_their_syntax(
    shown: Callable[[Document], list[str]],
) -> None:
    assert shown(read(STORY))[3:] == [
        "The Kite",
        "Chapter One: Wind",
        "Mara ran *down to the harbour* with **it**. <!-- check the tide -->",
        "Dear Mara, > come home.",
        "Pa",
        "***",
        '"Will it fly?" asked Ned.',
        '"It will," said Mara.',
        "<!-- a longer note",
        "to self -->",
        "* * *",
        "Rain",
        "It rained on the harbour and the gulls.",
        "- salt",
        "- rope",
        "Ann: hi",
        "Ben: ho",
    ]


def test_headings_give_title_and_chapters(marked: Callable[..., list[str]]) -> None:
    document = read(STORY)
    assert [mark.level for mark in document.marks_of("heading")] == [1, 2, 2]
    assert marked(document, "chapter") == ["Chapter One: Wind", "Rain"]
    assert marked(document, "paratext", "title") == ['title: "The Kite"', "The Kite"]


def test_the_head_gives_the_metadata(marked: Callable[..., list[str]]) -> None:
    document = read(STORY)
    assert document.metadata.title == "The Kite"
    assert document.metadata.authors == ("Ann Bell", "Ben Ray")
    assert marked(document, "paratext", "summary") == ["summary: > A kite and a gull."]


def test_formatting_is_marked(marked: Callable[..., list[str]]) -> None:
    document = read(STORY)
    assert marked(document, "emphasis") == ["*down to the harbour*"]
    assert marked(document, "strong") == ["**it**"]
    assert marked(document, "blockquote") == ["Dear Mara, > come home. > > Pa"]
    assert marked(document, "rule") == ["***"]
    assert marked(document, "centred") == ["* * *"]
    assert marked(document, "preformatted") == ["Ann: hi Ben: ho"]
    assert marked(document, "paratext", "comment") == [
        "<!-- check the tide -->",
        "<!-- a longer note to self -->",
    ]


def test_places_are_those_of_the_file() -> None:
    document = read(STORY)
    rain = next(mark for mark in document.marks_of("chapter") if mark.value == "Rain")
    assert str(document.place(rain.start)) == f"{STORY.split(chr(10)).index('Rain') + 1}:1"


@pytest.mark.parametrize(
    ("text", "title", "chapters"),
    [
        ("# Kite\n\n## Wind\n\nUp.\n\n## Rain\n\nDown.", "Kite", ["Wind", "Rain"]),
        ("# Wind\n\nUp.\n\n# Rain\n\nDown.", None, ["Wind", "Rain"]),
        ("# Chapter One\n\nUp.", None, ["Chapter One"]),
        ("# Kite\n\nBy Ann.\n\nUp.", "Kite", []),
        ("# Kite\n\n## by Ann\n\nUp.", "Kite", []),
        ("# Kite\n\n## by Ann\n\n### 1\n\nUp.", "Kite", []),
        ("# *Kite*\n\n## Chapter 7\n\nUp.", "Kite", ["Chapter 7"]),
        ("Up.\n\n## Wind\n\nDown.\n\n## Rain\n\nOut.", None, ["Wind", "Rain"]),
        ("Up.\n\n---\n\nDown.", None, []),
    ],
)
def test_levels_tell_title_from_chapters(text: str, title: str | None, chapters: list[str]) -> None:
    document = read(text)
    assert document.metadata.title == title
    assert [mark.value for mark in document.marks_of("chapter")] == chapters


def test_a_hash_alone_is_a_scene_break_of_typists(shown: Callable[[Document], list[str]]) -> None:
    document = read("Up.\n\n#\n\nDown.")
    assert shown(document) == ["Up.", "#", "Down."]
    assert document.marks_of("heading") == ()


def test_an_unclosed_comment_hides_nothing(shown: Callable[[Document], list[str]]) -> None:
    document = read("Up.\n\n<!-- oh\n\nDown.")
    assert shown(document)[-1] == "Down."
    assert document.marks_of("paratext") == ()


def test_an_unclosed_fence_hides_nothing(shown: Callable[[Document], list[str]]) -> None:
    assert shown(read("Up.\n\n```\nDown.\n\nOut.")) == ["Up.", "Down.", "Out."]


def test_nothing_is_lost_below_the_depth_that_the_parser_reads(
    shown: Callable[[Document], list[str]],
) -> None:
    assert "gull" in shown(read("Up.\n\n" + "> " * 200 + "gull"))[-1]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_line_end_gives_the_same_paragraphs(
    end: str, shown: Callable[[Document], list[str]]
) -> None:
    assert shown(read(STORY.replace("\n", end))) == shown(read(STORY))


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: Kite\n", "---\n\nUp.\n\n---\n\nDown.", "---\ntitle: Kite\n---", "...\nUp."],
)
def test_dashes_that_are_no_head_are_read(text: str) -> None:
    assert read(text).paragraphs


def test_more_blocks_than_any_story_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MAX_MARKDOWN_LINES", 3)
    with pytest.raises(LimitError, match="at most 3 lines of Markdown, found 4"):
        read("a\n\nb\n")
