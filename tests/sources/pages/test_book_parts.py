"""Parts of books by what they say they are."""

import pytest

from fabula.sources.pages.book_parts import role_of_name, role_of_title, role_of_type


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("text/cover.xhtml", "title"),
        ("OEBPS/titlepage.xhtml", "title"),
        ("Text/Title_Page.xhtml", "title"),
        ("half-title.html", "title"),
        ("toc.xhtml", "contents"),
        ("copyright01.xhtml", "licence"),
        ("uncopyright.xhtml", "licence"),
        ("colophon_split_000.html", "credits"),
        ("dedication.xhtml", "dedication"),
        ("chapter-1.xhtml", None),
        ("index_split_003.html", None),
        ("discovery.xhtml", None),
        ("tocsin.xhtml", None),
    ],
)
def test_a_telling_file_name_gives_a_role(path: str, role: str | None) -> None:
    assert role_of_name(path) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Table of Contents", "contents"),
        ("About the\n Author", "author_note"),
        ("Also by Ann Bell", "navigation"),
        ("Copyright Page", "licence"),
        ("Chapter 1", None),
        ("The Dedication of the Ferry", None),
    ],
)
def test_a_telling_entry_gives_a_role(title: str, role: str | None) -> None:
    assert role_of_title(title) == role


def test_the_first_known_type_gives_a_role() -> None:
    assert role_of_type(["backmatter", "colophon"]) == "credits"
    assert role_of_type(["bodymatter", "chapter"]) is None
