import pytest

from fabula import pipeline
from fabula.corrections.outcomes import MOST_REPORTED
from fabula.corrections.reading import parse
from fabula.formats.saved import from_json, to_json
from fabula.sources import plain


@pytest.mark.parametrize(
    ("corrections", "code", "said"),
    [
        ('[[line]]\nquote = "Ahoy"\nspeaker = "Tom"', "stale-correction", "any more"),
        ('[[line]]\nquote = "Yes"\nspeaker = "Tom"', "ambiguous-correction", "2 places fit"),
        ('[[line]]\nquote = "Bread"\nspeaker = "Tim"', "unknown-name", "did you mean 'Tom'"),
        ('[[line]]\nquote = "Bread"\naddressees = ["Bo"]', "unknown-name", "(of 'Bread')"),
        ('[[merge]]\nnames = ["Tom", "Tomas"]', "unknown-name", "did you mean"),
        ('[[rename]]\nname = "Rosa"\nto = "Rose"', "unknown-name", "'Rosa'"),
        ('[[rename]]\nname = "Tom"\nto = "Ines"', "conflicting-correction", "somebody else"),
        ('[[omit]]\nname = "Balthasar"', "stale-correction", "'Balthasar'"),
        ('[[never_merge]]\nnames = ["Tom", "Rosa"]', "unknown-name", "'Rosa'"),
        ('[[split]]\nname = "Tom"\nparts = ["Rosa"]', "unknown-name", "'Rosa'"),
        ('[narrator]\nname = "Rosa"', "unknown-name", "'the narrator'"),
    ],
)
def test_what_does_not_hold_is_said_and_changes_nothing(read, untouched, corrections, code, said):
    story = read(corrections)
    count, failure = story.document.diagnostics
    assert count.message == "0 of 1 corrections in quay.fabula.toml hold"
    assert failure.code == code
    assert said in failure.message
    assert story.cast == untouched.cast
    assert story.attributions == untouched.attributions


def test_corrections_that_contradict_each_other_are_said(read, codes):
    story = read(
        '[[merge]]\nnames = ["Tom", "Ines"]\n[[never_merge]]\nnames = ["Tom Reed", "Ines Duarte"]'
    )
    assert codes(story) == ["corrections", "conflicting-correction"]
    assert len(story.cast) == 3


def test_a_saved_story_keeps_what_was_said(read):
    story = read('[[omit]]\nname = "Balthasar"')
    assert from_json(to_json(story)).document.diagnostics == story.document.diagnostics


def test_a_file_of_another_story_is_not_told_line_by_line(read):
    story = read("".join(f'[[line]]\nquote = "Ahoy {n}"\nspeaker = "Tom"\n' for n in range(200)))
    notes = story.document.diagnostics
    assert len(notes) == MOST_REPORTED + 2
    assert notes[-1].message == "150 more corrections do not hold"


def test_a_reading_that_stops_early_says_nothing_of_the_cast():
    corrections = parse('format = 1\n[[omit]]\nname = "Tom"', "x")
    document = plain.from_text("Tom slept.")
    story = pipeline.analyse(document, encoder=None, corrections=corrections, until="mentions")
    assert story.document.diagnostics == ()
