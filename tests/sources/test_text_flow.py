"""From runs of text to paragraphs, marks and places."""

import pytest

from fabula.errors import LimitError
from fabula.sources.text_flow import Flow, Look, TextFlow, first_visible, line_starts
from fabula.text import Mark

ITALIC = Look(italic=True)


def kinds(flow: Flow) -> list[tuple[str, str]]:
    return [(mark.kind, flow.text[mark.start : mark.end]) for mark in flow.marks]


def paragraphs(flow: Flow) -> list[str]:
    return [flow.text[span.start : span.end] for span in flow.paragraphs]


def test_white_space_shows_as_one_space() -> None:
    flow = TextFlow("a")
    flow.write("  The  kite\n\t rose ", 0)
    flow.write(" and fell.  ", 20)
    assert flow.finish().text == "The kite rose and fell."


def test_no_break_spaces_stay() -> None:
    flow = TextFlow("a")
    flow.write("10\xa0 feet", 0)
    assert flow.finish().text == "10\xa0 feet"


def test_blocks_are_two_line_breaks_apart_however_often_they_end() -> None:
    flow = TextFlow("a")
    flow.write("One.", 0)
    flow.end_block()
    flow.end_block()
    flow.write("Two.", 10)
    assert flow.finish().text == "One.\n\nTwo."


def test_one_line_break_stays_in_the_paragraph_and_two_end_it() -> None:
    flow = TextFlow("a")
    flow.write("a", 0)
    flow.line_break()
    flow.write("b", 5)
    flow.line_break()
    flow.line_break()
    flow.write("c", 10)
    finished = flow.finish()
    assert finished.text == "a\nb\n\nc"
    assert paragraphs(finished) == ["a\nb", "c"]


PROSE_LINES = [
    "Mara ran down to the harbour with the kite under her arm.",
    "“Wait!” called Ned, who had stopped to tie his shoe again.",
    "She did not wait; the wind, she thought, would not wait either.",
] * 4
VERSE_LINES = ["O gull upon the harbour wall,", "What seest thou today?", "A kite,", "A ball."] * 4


@pytest.mark.parametrize(("lines", "count"), [(PROSE_LINES, 12), (VERSE_LINES, 1)])
def test_lines_of_prose_are_paragraphs_and_lines_of_verse_are_not(
    lines: list[str], count: int
) -> None:
    flow = TextFlow("a")
    for line in lines:
        flow.write(line, 0)
        flow.line_break()
    finished = flow.finish()
    assert len(finished.paragraphs) == count
    assert finished.text == "\n".join(lines)


def test_each_empty_line_widens_the_gap() -> None:
    flow = TextFlow("a")
    flow.write("a", 0)
    flow.end_block()
    flow.empty_line()
    flow.line_break()
    flow.write("b", 5)
    assert flow.finish().text == "a\n\n\n\nb"


def test_the_last_line_break_of_a_block_does_not_show() -> None:
    flow = TextFlow("a")
    flow.write("a", 0)
    flow.line_break()
    flow.end_block()
    flow.write("b", 5)
    assert flow.finish().text == "a\n\nb"


def test_a_million_line_breaks_are_a_gap_of_ten() -> None:
    flow = TextFlow("a")
    flow.write("a", 0)
    flow.end_block()
    for _ in range(1000):
        flow.line_break()
    flow.write("b", 5)
    assert flow.finish().text == "a" + "\n" * 10 + "b"


def test_a_block_of_no_break_spaces_is_kept_and_is_no_paragraph() -> None:
    flow = TextFlow("a")
    for number, text in enumerate(["a", "\xa0", "b"]):
        flow.write(text, number * 10)
        flow.end_block()
    finished = flow.finish()
    assert finished.text == "a\n\n\xa0\n\nb"
    assert paragraphs(finished) == ["a", "b"]


def test_a_rule_stands_in_the_gap_between_two_blocks() -> None:
    flow = TextFlow("a")
    flow.rule()
    flow.write("a", 0)
    flow.rule()
    flow.rule()
    flow.write("b", 5)
    flow.rule()
    finished = flow.finish()
    assert finished.text == "a\n\nb"
    assert finished.marks == (Mark("rule", 0, 0), Mark("rule", 2, 2), Mark("rule", 4, 4))


def test_emphasis_leaves_out_the_space_at_its_ends() -> None:
    flow = TextFlow("a")
    flow.write("She said", 0)
    flow.write(" never ", 10, ITALIC)
    flow.write("again.", 20)
    finished = flow.finish()
    assert finished.text == "She said never again."
    assert kinds(finished) == [("emphasis", "never")]


def test_emphasis_ends_with_its_paragraph() -> None:
    flow = TextFlow("a")
    flow.write("One", 0, ITALIC)
    flow.line_break()
    flow.write("two", 10, ITALIC)
    flow.line_break()
    flow.line_break()
    flow.write("three", 20, ITALIC)
    flow.end_block()
    flow.write("four", 30, ITALIC)
    assert kinds(flow.finish()) == [
        ("emphasis", "One\ntwo"),
        ("emphasis", "three"),
        ("emphasis", "four"),
    ]


def test_emphasis_on_nothing_visible_is_no_mark() -> None:
    flow = TextFlow("a")
    flow.write("a", 0)
    flow.write("\xa0", 5, ITALIC)
    flow.write("b", 10)
    assert flow.finish().marks == ()


def test_a_mark_around_several_blocks_starts_at_their_first_letter() -> None:
    flow = TextFlow("a")
    flow.write("a", 0)
    flow.end_block()
    since = flow.length
    flow.enclose("blockquote", since)
    flow.write("b", 5)
    flow.end_block()
    flow.write("c", 9)
    flow.enclose("blockquote", since)
    assert kinds(flow.finish()) == [("blockquote", "b\n\nc")]


def test_preformatted_text_keeps_its_spaces_and_lines() -> None:
    flow = TextFlow("a")
    flow.write("Ann:  hello\n  Ben: hi\n\nAnn: bye", 0, Look(preformatted=True))
    finished = flow.finish()
    assert finished.text == "Ann:  hello\n  Ben: hi\n\nAnn: bye"
    assert paragraphs(finished) == ["Ann:  hello\n  Ben: hi", "Ann: bye"]


def test_a_place_is_where_the_text_came_from() -> None:
    source = "<p>The\n  kite</p>\n<p>rose</p>"
    flow = TextFlow("a")
    flow.write("The\n  kite", 3)
    flow.end_block()
    flow.write("rose", source.index("rose"))
    flow.end_member(line_starts(source), 4)
    finished = flow.finish()
    assert finished.text == "The kite\n\nrose"
    assert [tuple(_fields(anchor)) for anchor in finished.anchors] == [
        (0, 1, 4, 4),
        (4, 2, 3, 4),
        (10, 3, 4, 4),
    ]


def _fields(anchor: object) -> list[object]:
    return [getattr(anchor, name) for name in ("offset", "line", "column", "member")]


def test_more_text_than_a_story_has_is_refused() -> None:
    flow = TextFlow("long.html", limit=10)
    with pytest.raises(LimitError, match=r"long\.html: expected at most 10 characters"):
        flow.write("eleven chars", 0)


def test_the_first_visible_character_is_looked_for_in_a_gap_only() -> None:
    assert first_visible("a\n\nb", 1) == 3
    assert first_visible("a" + " " * 100, 1) == 12
