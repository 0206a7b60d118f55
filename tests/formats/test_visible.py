"""Text from strangers on a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from fabula.formats.visible import on_one_line, visible


def test_an_escape_sequence_is_shown_and_not_sent() -> None:
    assert visible("\x1b[2JGone") == "<U+001B>[2JGone"


def test_a_direction_override_is_shown() -> None:
    assert visible("abc\u202etxt.exe") == "abc<U+202E>txt.exe"


def test_words_in_any_script_are_left_alone() -> None:
    assert visible("Zoë 山田 — “oui”") == "Zoë 山田 — “oui”"


def test_line_breaks_are_folded_and_long_text_is_cut() -> None:
    assert on_one_line("one\r\n  two\tthree") == "one two three"
    assert on_one_line("a long road home", 9) == "a long r…"


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    assert not any(ord(character) < 32 or ord(character) == 127 for character in on_one_line(text))


@given(st.text(), st.integers(2, 40))
def test_the_limit_holds(text: str, limit: int) -> None:
    assert len(on_one_line(text, limit)) <= limit
