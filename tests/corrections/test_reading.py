import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.corrections import reading
from fabula.corrections.reading import beside, parse, read_corrections
from fabula.corrections.records import NONE, Corrections, LineCorrection, Merge
from fabula.errors import CorrectionsError

WHOLE = """
# Mine.
format = 1

[[merge]]
names = ["Tom", "Mr. Reed"]
note = "Chapter 9."

[[line]]
quote = "Gone"
speaker = "Tom"
addressees = []

[[line]]
quote = "Then swim"
kind = "thought"

[narrator]
name = "Ines"
"""


def refusal(text):
    with pytest.raises(CorrectionsError) as caught:
        parse(text, "quay.fabula.toml")
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("quay.fabula.toml")
    return message


def test_a_file_is_read_table_by_table():
    found = parse(WHOLE, "quay.fabula.toml")
    assert found.cast.merge == (Merge(names=("Tom", "Mr. Reed"), note="Chapter 9."),)
    assert found.cast.narrator is not None
    assert found.lines == (
        LineCorrection(quote="Gone", speaker="Tom", addressees=()),
        LineCorrection(quote="Then swim", kind="thought"),
    )
    assert found.source == "quay.fabula.toml"
    assert len(found) == 4


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n", "format = 1", "\ufeff"])
def test_a_file_without_corrections_has_none(text):
    assert len(parse(text, "x")) == len(NONE) == 0


def test_line_ends_and_a_byte_order_mark_do_not_matter():
    windows = "\ufeff" + WHOLE.replace("\n", "\r\n")
    assert parse(windows, "x") == parse(WHOLE, "x")


def test_an_unknown_key_is_refused_with_its_line_and_the_nearest():
    text = WHOLE + '\n[[line]]\nquote = "Yes"\nspeeker = "Tom"\n'
    message = refusal(text)
    number = text.splitlines().index('speeker = "Tom"') + 1
    assert message.startswith(f"quay.fabula.toml:{number}: ")
    assert "found 'speeker'; did you mean 'speaker'?" in message
    assert "addressees" in message


def test_an_unknown_table_is_refused():
    assert "found 'merges'; did you mean 'merge'?" in refusal('format = 1\n[[merges]]\nname = "x"')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[merge]]\nnames = ["a", "b"]', "found no format"),
        ("format = 2", "found format = 2"),
        ("format = 1\n[[merge]]\nnames = 3", "'names' in [[merge]]: expected `array`, got `int`"),
        ('format = 1\n[[merge]]\nnames = ["a", 3]', "expected `str`, got `int`"),
        ('format = 1\n[[merge]]\nnames = ["a"]', "two to 20 names in [[merge]], found 1"),
        ("format = 1\n[[rename]]\nname = 'a'", "missing required field `to`"),
        ("format = 1\n[[line]]\nquote = 'a'", "a speaker, addressees or a kind"),
        ("format = 1\n[[line]]\nquote = ' '\nspeaker = 'a'", "words in quote"),
        ("format = 1\n[[line]]\nquote = '“”'\nspeaker = 'a'", "words in quote"),
        ("format = 1\n[[line]]\nquote = 'a'\nkind = 'song'", "invalid enum value 'song'"),
        ("format = 1\n[[line]]\nquote = 'a'\nspeaker = 'b'\nnth = 0", "nth and of from 1 on"),
        ("format = 1\n[[split]]\nname = 'a'", "parts (names to take out) or mentions"),
        ("format = 1\n[[split]]\nname = 'a'\nparts = ['b']\ninto = 'c'", "together"),
        ("format = 1\n[merge]\nnames = ['a', 'b']", "[[merge]] with two brackets"),
        ("format = 1\nmerge = [3]", "[merge] as a table"),
        ("format = 1\nnarrator = 'Tom'", "[narrator] as a table"),
        ("format = 1\n[[omit]]\nname = '" + "x" * 2000 + "'", "at most 1,000 characters"),
        ("format = 1\n[[omit]\nname = 'a'", "found what is not"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(text, expected):
    assert expected in refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "a." * 400_000 + "a = 1",
        "format = 1\nx = { " + "a . " * 5_000 + "a = 1 }",
        'format = 1\nx = { y = """a"""", ' + "a." * 5_000 + 'a = 1, z = "b" }',
        "format = 1\na = " + "[" * 300_000,
        "format = 1\na = " + "{a = " * 50_000,
        "format = 1\na = " + "9" * 500_000,
        "format = 1\n" + "[[omit]]\nname = 'a'\n" * 2_000,
        'format = 1\na = """' + '\\"""' * 100_000,
        "format = 1\n" + "\x00" * 1000,
    ],
    ids=["dots", "inline dots", "hidden dots", "arrays", "tables", "digits", "many", "open", "nul"],
)
def test_hostile_files_are_refused_at_once(text):
    begun = time.process_time()
    refusal(text)
    assert time.process_time() - begun < 5


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        found = parse(f"format = 1\n{text}", "x")
    except CorrectionsError:
        return
    assert isinstance(found, Corrections)


def test_files_that_cannot_be_read_are_refused(tmp_path: Path):
    for place in (tmp_path / "none.toml", tmp_path, Path("a\0b"), Path("x" * 500)):
        with pytest.raises(CorrectionsError):
            read_corrections(place)
    latin = tmp_path / "latin.fabula.toml"
    latin.write_bytes("note = 'Café'".encode("latin-1"))
    with pytest.raises(CorrectionsError, match="expected UTF-8"):
        read_corrections(latin)
    large = tmp_path / "large.fabula.toml"
    large.write_bytes(b"#" * (reading.MAX_BYTES + 1))
    with pytest.raises(CorrectionsError, match="at most 1,000,000 bytes"):
        read_corrections(large)


def test_the_file_stands_beside_the_story():
    assert beside(Path("a/my.story.epub")) == Path("a/my.story.fabula.toml")
