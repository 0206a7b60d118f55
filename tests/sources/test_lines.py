"""Lines, and the way back from an offset."""

import pytest

from fabula.errors import LimitError
from fabula.sources import lines
from fabula.sources.lines import all_lines, anchors_of, blocks_of, lines_of, without_quote_marks


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_line_end_counts_once(end: str) -> None:
    text = f"One.{end}{end}Three."
    assert [(anchor.offset, anchor.line, anchor.column) for anchor in anchors_of(text)] == [
        (0, 1, 1),
        (4 + len(end), 2, 1),
        (4 + 2 * len(end), 3, 1),
    ]


def test_line_ends_may_be_mixed() -> None:
    offsets = [anchor.offset for anchor in anchors_of("a\rb\r\nc\n\rd")]
    assert offsets == [0, 2, 5, 7, 8]


def test_white_space_at_the_ends_of_a_line_is_left_out() -> None:
    text = "\ufeff  \xa0Ann.\u200b\t\n\xa0\n\x1a"
    found = list(lines_of(text))
    assert [text[line.start : line.end] for line in found] == ["Ann.", "", ""]
    assert found[0].indent == 4
    assert [line.blank for line in found] == [False, True, True]


def test_pages_and_unicode_separators_end_a_line_of_prose() -> None:
    text = "One.\fTwo.\u2029Three."
    assert [text[line.start : line.end] for line in lines_of(text)] == ["One.", "Two.", "Three."]


def test_a_doubled_carriage_return_is_one_line_end() -> None:
    assert len(list(blocks_of(lines_of("One\r\r\ntwo\r\r\n\r\r\nthree")))) == 2


def test_blocks_are_runs_between_blank_lines() -> None:
    text = "\nOne\ntwo\n\n \nthree\n"
    blocks = list(blocks_of(lines_of(text)))
    assert [[text[line.start : line.end] for line in block] for block in blocks] == [
        ["One", "two"],
        ["three"],
    ]


def test_quoted_lines_lose_their_marks_and_are_remembered() -> None:
    text = "> Dear Ann,\n>\n> > come\nNo."
    found, quoted = without_quote_marks(text, lines_of(text))
    assert [text[line.start : line.end] for line in found] == ["Dear Ann,", "", "come", "No."]
    assert quoted == {2, 13, 18}


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINES", 3)
    assert len(all_lines("a\r\nb\r\nc", "a.txt")) == 3
    with pytest.raises(LimitError, match=r"a\.txt: expected at most 3 lines, found 4"):
        all_lines("a\nb\rc\r\nd\n", "a.txt")


def test_a_line_that_is_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE_CHARACTERS", 5)
    assert len(all_lines("12345\n12345\n", "a.txt")) == 2
    for text in ("One.\r\n123456\r\nTwo.", "One.\n123456"):
        with pytest.raises(LimitError, match="found 6 on line 2"):
            all_lines(text, "a.txt")
