import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.corrections.reading import parse
from fabula.corrections.records import Anchor, LineCorrection, Merge, Omit, Rename, Split
from fabula.corrections.writing import with_correction
from fabula.errors import CorrectionsError

MINE = '# My own words.\nformat = 1 # the first\n\n[[omit]]  # not him\nname = "Heavens"'


def test_a_new_file_says_what_it_is():
    text, corrections = with_correction("", Merge(names=("Tom", "Reed")), "x")
    assert text.startswith("# ")
    assert "\nformat = 1\n" in text
    assert corrections.cast.merge == (Merge(names=("Tom", "Reed")),)
    assert parse(text, "x") == corrections


def test_what_a_person_wrote_stays_as_it_is():
    text, corrections = with_correction(MINE, Rename(name="Tom", to="Thomas"), "x")
    assert text == f'{MINE}\n\n[[rename]]\nname = "Tom"\nto = "Thomas"\n'
    assert corrections.cast.omit == (Omit(name="Heavens"),)


def test_comments_alone_are_kept_above():
    text, _ = with_correction("# Notes on the quay.\n", Omit(name="Heavens"), "x")
    assert text.startswith("# Notes on the quay.\n\n#")
    assert text.count("format = 1") == 1


def test_the_file_keeps_its_line_ends():
    text, _ = with_correction(MINE.replace("\n", "\r\n") + "\r\n", Omit(name="Alas"), "x")
    assert text.count("\n") == text.count("\r\n")


def test_tables_written_otherwise_are_refused_and_not_broken():
    with pytest.raises(CorrectionsError, match="a table of its own"):
        with_correction('format = 1\nomit = [{ name = "Alas" }]', Omit(name="Oh"), "x")


def test_a_wrong_file_is_refused():
    with pytest.raises(CorrectionsError, match="found 'weather'"):
        with_correction('format = 1\nweather = "wet"', Omit(name="Oh"), "x")


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip)
WORDS = TEXTS.filter(lambda text: any(letter.isalnum() for letter in text))
ANCHORS = st.builds(
    Anchor, quote=WORDS, before=st.none() | TEXTS, nth=st.none() | st.integers(1, 9)
)
CORRECTIONS = st.one_of(
    st.builds(Merge, names=st.lists(TEXTS, min_size=2, max_size=4).map(tuple)),
    st.builds(Rename, name=TEXTS, to=TEXTS, note=st.none() | TEXTS),
    st.builds(Split, name=TEXTS, parts=st.lists(TEXTS, min_size=1, max_size=3).map(tuple)),
    st.builds(
        Split, name=TEXTS, mentions=st.lists(ANCHORS, min_size=1, max_size=2).map(tuple), into=TEXTS
    ),
    st.builds(
        LineCorrection,
        quote=WORDS,
        speaker=TEXTS,
        addressees=st.none() | st.lists(TEXTS, max_size=2).map(tuple),
    ),
)


@given(st.lists(CORRECTIONS, max_size=4))
def test_what_is_written_is_read_again(corrections):
    text = ""
    for count, correction in enumerate(corrections, start=1):
        text, found = with_correction(text, correction, "x")
        assert len(found) == count
        cast = found.cast
        assert correction in (*cast.merge, *cast.rename, *cast.split, *found.lines)
