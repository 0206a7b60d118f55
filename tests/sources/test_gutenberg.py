"""Project Gutenberg's text files, in the shapes of several decades."""

from collections.abc import Callable

import pytest

from fabula import sources
from fabula.text import Document

BOOK = """Produced by Bea Ray and some friends



THE KITE

By Ann Bell



CHAPTER I.

Wind


Mara ran down to the harbour with the kite under her arm, and the gulls
looked at her as if they had _never_ seen one. "Will it fly?" asked Ned,
who had been waiting.

    O gull upon the harbour wall,
      What seest thou today?
    A kite, a kite, and that is all,
      And then it flew away.

[Illustration: The gull]

     *     *     *     *     *

"It will," said Mara.


THE END
"""
MODERN_HEAD = """The Project Gutenberg eBook of The Kite
    
This ebook is for the use of anyone anywhere, at no cost and with
almost no restrictions: see below.

Title: The Kite
        A Tale of the Harbour

Author: Ann Bell

Release date: March 1, 2020 [eBook #99999]
                Most recently updated: May 2, 2021

Language: English

Credits: Bea Ray


*** START OF THE PROJECT GUTENBERG EBOOK THE KITE: A VERY LONG TITLE INDEED
FOR A SHORT BOOK ***



"""  # noqa: W293  (as in the files)
MODERN_FOOT = """


*** END OF THE PROJECT GUTENBERG EBOOK THE KITE ***

Updated editions will replace the previous one.

Section 1. General Terms of Use
"""
OLD_HEAD = """**The Project Gutenberg Etext of The Kite, by Ann Bell**

Title: The Kite
Author: Ann Bell
Character set encoding: ISO-8859-1

*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*


"""
OLD_FOOT = """

End of the Project Gutenberg Etext of The Kite, by Ann Bell
"""
STORY = ["CHAPTER I.", "Wind", "Mara ran down", "O gull upon", "* * * * *", '"It will,"', "THE END"]


@pytest.fixture(params=["modern", "old"])
def document(request: pytest.FixtureRequest) -> Document:
    head, foot = {"modern": (MODERN_HEAD, MODERN_FOOT), "old": (OLD_HEAD, OLD_FOOT)}[request.param]
    text = (head + BOOK + foot).replace("\n", "\r\n")
    return sources.read_bytes(text.encode("utf-8-sig"), "kite.txt")


def test_it_is_recognised(document: Document) -> None:
    assert document.format == "gutenberg"
    assert document.text.encode(document.encoding or "").startswith(b"\xef\xbb\xbf")


def test_only_the_book_is_story(document: Document) -> None:
    outside = document.marks_of("paratext")
    story = [
        " ".join(document[span].split())
        for span in document.paragraphs
        if not any(mark.start <= span.start < mark.end for mark in outside)
    ]
    expected = ["THE KITE", "By Ann Bell", *STORY]
    assert [words[: len(start)] for words, start in zip(story, expected, strict=True)] == expected


def test_the_head_gives_the_metadata(document: Document) -> None:
    assert document.metadata.title in {"The Kite", "The Kite A Tale of the Harbour"}
    assert document.metadata.authors == ("Ann Bell",)
    assert document.metadata.publisher == "Project Gutenberg"


def test_head_licence_and_credits_have_their_roles(
    document: Document, marked: Callable[..., list[str]]
) -> None:
    assert marked(document, "paratext", "author") == ["Author: Ann Bell"]
    assert marked(document, "paratext", "credits")[-1] == "Produced by Bea Ray and some friends"
    assert marked(document, "paratext", "navigation") == ["[Illustration: The gull]"]
    licence = marked(document, "paratext", "licence")
    assert "Project Gutenberg" in licence[0]
    assert licence[-1].lower().startswith(("*** end of the", "end of the project"))


def test_verse_and_emphasis_are_marked(
    document: Document, marked: Callable[..., list[str]]
) -> None:
    assert marked(document, "emphasis") == ["_never_"]
    assert marked(document, "preformatted")[0].startswith("O gull upon the harbour wall,")


def test_the_declared_encoding_is_used() -> None:
    head = OLD_HEAD.replace("ISO-8859-1", "ISO-8859-2")
    data = (head + "Łąka.\n" + OLD_FOOT).encode("iso8859-2")
    document = sources.read_bytes(data, "laka.txt")
    assert "Łąka." in document.text
    assert document.diagnostics == ()


def test_a_file_cut_off_above_its_licence_is_read(shown: Callable[[Document], list[str]]) -> None:
    document = sources.read_bytes((MODERN_HEAD + BOOK).encode(), "kite.txt")
    assert shown(document)[-1] == "THE END"


def test_a_book_that_lost_its_head_still_loses_its_licence(
    marked: Callable[..., list[str]],
) -> None:
    document = sources.read_bytes((BOOK + MODERN_FOOT).encode(), "kite.txt")
    assert document.format == "gutenberg"
    assert len(marked(document, "paratext", "licence")) == 1
