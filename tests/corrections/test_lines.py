import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula.corrections import requests
from fabula.corrections.writing import with_correction
from fabula.formats.saved import to_json

PEOPLE = ("Ines Duarte", "Tom Reed", "Captain Marsh")
PARAGRAPH = "Gulls sat on the wall all morning. “Shoo!” said nobody in particular.\n\n"


def line_for(story, quote, **asked):
    text, _ = with_correction("", requests.line(story, quote, **asked), "x")
    return text.split("format = 1\n", 1)[1]


def test_no_corrections_change_nothing(read, untouched):
    assert to_json(read("# Nothing.\n")) == to_json(untouched)
    assert untouched.document.diagnostics == ()


@settings(max_examples=25)
@given(st.integers(1, 14), st.sampled_from(PEOPLE))
def test_a_corrected_line_is_always_that_speakers(read, untouched, number, name):
    story = read(line_for(untouched, f"q{number}", speaker=name))
    attribution = story.attributions[number - 1]
    assert story.entity(attribution.speaker_id).name == name
    assert (attribution.evidence, attribution.confidence) == ("correction", 1.0)
    assert attribution.speaker_id not in attribution.addressee_ids
    assert [note.message for note in story.document.diagnostics] == [
        "1 of 1 corrections in quay.fabula.toml hold"
    ]


def test_one_corrected_line_settles_those_around_it(read, untouched, speakers):
    before = dict(speakers(untouched))
    assert (before["“Gone where?”"], before["“Yes.”"]) == ("Ines Duarte", "Ines Duarte")
    story = read(line_for(untouched, "q4", speaker="Ines"))
    after = dict(speakers(story))
    assert after["“Into the harbour, I suppose.”"] == "Ines Duarte"
    assert after["“Gone where?”"] == "Tom Reed" or after["“Yes.”"] == "Tom Reed"
    neighbours = [a for a in story.attributions if a.evidence == "turn"]
    assert neighbours
    assert all(a.confidence < 1 for a in neighbours)


def test_the_rest_of_the_paragraph_follows_without_claiming_the_readers_word(read, untouched):
    story = read(line_for(untouched, "Heavens", speaker="Marsh"))
    heavens, supper = story.attributions[8:10]
    assert heavens.speaker_id == supper.speaker_id
    assert (heavens.evidence, supper.evidence) == ("correction", "turn")


def test_addressees_are_those_the_reader_names(read, untouched):
    story = read(line_for(untouched, "Then swim", to=["Captain Marsh"]))
    attribution = story.attributions[5]
    assert [story.entity(who).name for who in attribution.addressee_ids] == ["Captain Marsh"]
    assert attribution.evidence == "explicit"
    nobody = read('[[line]]\nquote = "Then swim"\naddressees = []\n')
    assert nobody.attributions[5].addressee_ids == ()


def test_whoever_is_spoken_to_does_not_speak(read, untouched):
    story = read(line_for(untouched, "Gone where", to=["Ines"]))
    assert story.attributions[2].speaker_id != story.attributions[2].addressee_ids[0]


def test_a_cue_may_name_the_one_the_reader_says_is_spoken_to(read, untouched):
    story = read(line_for(untouched, "Then swim", to=["Ines"]))
    assert [story.entity(who).name for who in story.attributions[5].addressee_ids] == [
        "Ines Duarte"
    ]


def test_a_line_may_be_a_thought(read, untouched):
    story = read(line_for(untouched, "Not before supper", kind="thought", speaker="Tom"))
    assert story.quotations[9].kind == "thought"
    assert story.attributions[9].evidence == "correction"


def test_the_later_of_two_corrections_of_a_line_counts(read, speakers):
    first = '[[line]]\nquote = "Gone where"\nspeaker = "Tom"\n'
    second = '[[line]]\nquote = "Gone where"\nspeaker = "Marsh"\n'
    assert dict(speakers(read(first + second)))["“Gone where?”"] == "Captain Marsh"


CORRECTED = [
    ("q3", "Tom Reed"),
    ("q5", "Captain Marsh"),
    ("q7", "Tom Reed"),
    ("q14", "Ines Duarte"),
]


@pytest.mark.parametrize(("quote", "name"), CORRECTED)
@pytest.mark.parametrize("after", [0, 2, 6, 9, 13])
def test_a_correction_survives_a_paragraph_put_in(
    read, untouched, prose, speakers, quote, name, after
):
    correction = line_for(untouched, quote, speaker=name)
    paragraphs = prose.split("\n\n")
    longer = "\n\n".join([*paragraphs[:after], PARAGRAPH.strip(), *paragraphs[after:]])
    story = read(correction, longer)
    words, was = speakers(read(correction))[int(quote[1:]) - 1]
    assert was == name
    assert [a.evidence for a in story.attributions].count("correction") == 1
    assert (words, name) in speakers(story)


@pytest.mark.parametrize(("quote", "name"), CORRECTED)
@pytest.mark.parametrize("marks", ['""', "‘’", "«»"])
def test_a_correction_survives_other_quotation_marks(read, untouched, prose, quote, name, marks):
    revised = prose.replace("“", marks[0]).replace("”", marks[1]).replace("\nwas", " was")
    story = read(line_for(untouched, quote, speaker=name), revised)
    attribution = story.attributions[int(quote[1:]) - 1]
    assert attribution.evidence == "correction"
    assert story.entity(attribution.speaker_id).name == name


def test_a_correction_of_a_line_that_is_gone_is_said_and_put_nowhere(
    read, untouched, prose, speakers, codes
):
    correction = line_for(untouched, "q5", speaker="Marsh")
    revised = prose.replace("“Yes.”\n\nInes looked at the water.", "The bells rang.")
    story = read(correction, revised)
    assert codes(story) == ["corrections", "stale-correction"]
    assert speakers(story) == speakers(read("", revised))
    assert "no line has these words in these surroundings" in story.document.diagnostics[1].message
