"""Spans, places, and looking things up by place."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.errors import StoryError
from fabula.text import (
    Anchor,
    Document,
    Mark,
    Paragraph,
    Place,
    Span,
    covering,
    overlapping,
    within,
)

TEXT = "“Well?” said Anne.\n\n“Well what?”"
DOCUMENT = Document(
    text=TEXT,
    name="tea.txt",
    format="plain",
    paragraphs=(Paragraph(0, 18), Paragraph(20, 32)),
    anchors=(Anchor(0, 1, 1), Anchor(19, 2, 1), Anchor(20, 3, 1)),
)


def test_a_span_gives_its_words() -> None:
    assert DOCUMENT[Span(1, 5)] == "Well"


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4)])
def test_a_span_without_characters_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(StoryError, match="0 <= start < end"):
        Span(start, end)


def test_a_span_is_a_pair_in_json() -> None:
    assert msgspec.json.encode(Span(1, 5)) == b"[1,5]"
    assert msgspec.json.decode(b"[1,5]", type=Span) == Span(1, 5)


def test_a_place_is_counted_from_the_last_anchor() -> None:
    assert DOCUMENT.place(0) == Place(1, 1)
    assert DOCUMENT.place(8) == Place(1, 9)
    assert str(DOCUMENT.place(21)) == "3:2"


def test_a_place_in_a_container_names_its_member() -> None:
    document = Document(
        text="Tea.",
        name="tea.epub",
        format="epub",
        paragraphs=(Paragraph(0, 4),),
        anchors=(Anchor(0, 7, 4, 0),),
        members=("text/one.xhtml",),
    )
    assert str(document.place(2)) == "text/one.xhtml:7:6"


def test_marks_are_given_by_kind_and_may_be_empty() -> None:
    rule = Mark("rule", 19, 19)
    document = msgspec.structs.replace(DOCUMENT, marks=(Mark("emphasis", 1, 5), rule))
    assert document.marks_of("rule") == (rule,)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Paragraph]:
    lengths = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 9)), max_size=12))
    found, position = [], 0
    for gap, length in lengths:
        found.append(Paragraph(position + gap, position + gap + length))
        position += gap + length
    return found


@given(paragraphs(), st.integers(0, 99), st.integers(1, 40))
def test_looking_up_by_place_agrees_with_looking_at_all(
    items: list[Paragraph], start: int, length: int
) -> None:
    end = start + length
    inside = [each for each in items if start <= each.start and each.end <= end]
    touching = [each for each in items if each.start < end and start < each.end]
    around = [each for each in items if each.start <= start < each.end]
    assert list(within(items, start, end)) == inside
    assert list(overlapping(items, start, end)) == touching
    assert covering(items, start) == (around[0] if around else None)
