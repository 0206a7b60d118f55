"""FanFicFare's text files."""

from collections.abc import Callable

import pytest

from fabula import sources
from fabula.text import Document

HEAD = """


The Kite: A Tale of the Long Harbour Wall and of All the Gulls That Had Ever
Sat on It

by AnnBell



Category: Original
Genre: Adventure, Humour
Language: English
Characters: Mara, Ned
Packaged: 2024-01-01 10:00:00
Words: 1,234
Publisher: example.org
Story URL: https://example.org/s/1
Summary: Mara wants to fly a kite from the harbour wall, and the gulls have views:
many of them. Ned helps.

It is a short one.




"""
CONTENTS = """

TABLE OF CONTENTS

1. Wind

2. Rain over the Harbour and the Long, Long Walk Home That Nobody Had Ever
Wanted at All



"""
WIND = """

\t1. Wind

**Author's Note:**

> Thanks to Bea for reading. I hope that
> you enjoy it.
>
> There will be more.

Mara ran down to the harbour with the kite under her arm, and the gulls looked
at her as if they had _never_ seen one. "Will it fly?" asked Ned, who had been
waiting.

"It will," said Mara.

* * *

The wind came. The kite said— _no_ , and fell.

\\-----

> Dear Mara,
>
> Come home.

"""
RAIN = """

        2. Rain over the Harbour and the Long, Long Walk Home That Nobody Had
Ever Wanted at All

It rained. Mara walked, and the kite hung down from her shoulder like a heron
that has had **enough**.

"""
END = """

End file.
"""
RAIN_TITLE = "Rain over the Harbour and the Long, Long Walk Home That Nobody Had Ever Wanted at All"


@pytest.fixture
def document() -> Document:
    text = (HEAD + CONTENTS + WIND + RAIN + END).replace("\n", "\r\n")
    return sources.read_bytes(text.encode(), "kite.txt")


def test_it_is_recognised(document: Document) -> None:
    assert document.format == "fanficfare"


def test_the_head_gives_the_metadata(document: Document) -> None:
    metadata = document.metadata
    assert metadata.title == (
        "The Kite: A Tale of the Long Harbour Wall and of All the Gulls That Had Ever Sat on It"
    )
    assert metadata.authors == ("AnnBell",)
    assert metadata.language == "English"
    assert metadata.publisher == "example.org"
    tags = {tag.label: tag.value for tag in metadata.tags}
    assert tags["Characters"] == "Mara, Ned"
    assert tags["Summary"].endswith("the gulls have views: many of them. Ned helps.")


def test_head_contents_and_last_line_have_their_roles(
    document: Document, marked: Callable[..., list[str]]
) -> None:
    assert marked(document, "paratext", "author") == ["by AnnBell"]
    (tags,) = marked(document, "paratext", "tags")
    assert tags.startswith("Category: Original Genre")
    assert tags.endswith("/s/1")
    assert marked(document, "paratext", "summary")[0].endswith("It is a short one.")
    assert marked(document, "paratext", "contents")[0].startswith("TABLE OF CONTENTS 1. Wind")
    assert marked(document, "paratext", "navigation") == ["End file."]


def test_chapters_start_at_their_numbered_headings(document: Document) -> None:
    chapters = document.marks_of("chapter")
    assert [mark.value for mark in chapters] == ["Wind", RAIN_TITLE]
    assert [document.text[mark.start] for mark in chapters] == ["1", "2"]


def test_notes_are_set_apart_and_letters_are_not(
    document: Document, marked: Callable[..., list[str]]
) -> None:
    (note,) = marked(document, "paratext", "author_note")
    assert note.startswith("**Author's Note:** > Thanks to Bea")
    assert note.endswith("There will be more.")
    assert marked(document, "blockquote") == ["Dear Mara, > > Come home."]


def test_rules_and_emphasis_are_marked(
    document: Document, marked: Callable[..., list[str]]
) -> None:
    assert marked(document, "rule") == ["* * *", r"\-----"]
    assert marked(document, "emphasis") == ["_never_", "_no_"]
    assert "**enough**" in marked(document, "strong")


def test_wrapped_lines_are_joined(
    document: Document, shown: Callable[[Document], list[str]]
) -> None:
    paragraphs = shown(document)
    start = paragraphs.index('"It will," said Mara.')
    assert paragraphs[start - 1].endswith('"Will it fly?" asked Ned, who had been waiting.')
    assert paragraphs[-2].startswith("It rained. Mara walked,")


def test_a_single_chapter_has_no_contents() -> None:
    document = sources.read_bytes((HEAD + WIND + END).encode(), "kite.txt")
    assert [mark.value for mark in document.marks_of("chapter")] == ["Wind"]
    assert document.metadata.authors == ("AnnBell",)


def test_a_file_without_wrapping_is_read_as_well(shown: Callable[[Document], list[str]]) -> None:
    long = "It rained all the way home, and the kite dripped on them both. " * 4
    text = HEAD + CONTENTS + WIND + f"{long}\n\n{long}" + END
    paragraphs = shown(sources.read_bytes(text.encode(), "kite.txt"))
    assert paragraphs.count(long.strip()) == 2


@pytest.mark.parametrize("text", [HEAD, HEAD + CONTENTS, HEAD + END])
def test_a_file_cut_off_early_is_read(text: str) -> None:
    document = sources.read_bytes(text.encode(), "kite.txt")
    assert document.format == "fanficfare"
    assert document.marks_of("chapter") == ()


def test_headings_inside_a_chapter_are_marked() -> None:
    text = HEAD + CONTENTS + WIND + "## Evening\n\nThe wind fell.\n" + END
    document = sources.read_bytes(text.encode(), "kite.txt")
    (heading,) = document.marks_of("heading")
    assert (document[heading], heading.level) == ("## Evening", 2)
