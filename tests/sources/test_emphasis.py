"""Emphasis that people type."""

import pytest

from fabula.sources.emphasis import emphasis_marks
from fabula.text import Paragraph


def found(text: str) -> list[str]:
    return [
        f"{mark.kind} {text[mark.start : mark.end]}"
        for mark in emphasis_marks(text, [Paragraph(0, len(text))])
    ]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("I *said* so.", ["emphasis *said*"]),
        ("I _said_ so.", ["emphasis _said_"]),
        ("I /said/ so.", ["emphasis /said/"]),
        ("I **said** so.", ["strong **said**"]),
        ("I __said__ so.", ["strong __said__"]),
        ("I ***said*** so.", ["strong ***said***", "emphasis ***said***"]),
        ("*Why me?* thought Ann.", ["emphasis *Why me?*"]),
        ("*Why would anyone\ndo that?*", ["emphasis *Why would anyone\ndo that?*"]),
        ("“*No,*” said Ben. “_No_!”", ["emphasis *No,*", "emphasis _No_"]),
        ("(_so_)—*there*…", ["emphasis _so_", "emphasis *there*"]),
        ("*all of _this_ at once*", ["emphasis _this_", "emphasis *all of _this_ at once*"]),
        ("*Note: it was *so* late.", ["emphasis *so*"]),
        ("Sure_ly_, _any_ways.", ["emphasis _ly_", "emphasis _any_"]),
        ("She said— _no_ , and fell.", ["emphasis _no_"]),
        (r"\*no\* and *yes*", ["emphasis *yes*"]),
    ],
)
def test_what_stands_between_marks_is_emphasis(text: str, marks: list[str]) -> None:
    assert found(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "* * *",
        "*****",
        "~*~*~",
        "_____",
        "A note* and another*.",
        "*A fact.",
        "my_file_name and other_file_name",
        "he/she/they and/or c/o w/o",
        "in /usr/local/bin/ there",
        "http://example.org/kites/ and http://example.org/gulls/",
        "f**k that sh** now",
        "2 * 3 * 4",
        "one / two / three",
        "* a list\n* of things",
        "unbalanced *here",
        "3/4/2020 and 11/-",
    ],
)
def test_other_uses_of_the_marks_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_marks_do_not_reach_over_paragraphs() -> None:
    text = "*One.\n\nTwo.*"
    assert list(emphasis_marks(text, [Paragraph(0, 5), Paragraph(7, 12)])) == []
