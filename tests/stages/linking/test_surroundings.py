from stage_by_stage import read_to

from fabula.stages.linking.surroundings import surroundings_of, talking_paragraphs


def places(text):
    story = read_to("mentions", text)
    return {place.text: place for place in surroundings_of(story)}


def test_a_name_before_a_verb_is_a_subject_and_after_a_preposition_it_is_none():
    found = places("Ines waved to Tom.")
    assert (found["Ines"].subject, found["Tom"].subject) == (True, False)


def test_who_stands_after_a_verb_of_speech_speaks():
    found = places("“Wait,” said Ines, looking at Tom.")
    assert (found["Ines"].speaks, found["Tom"].speaks) == (True, False)


def test_her_before_a_noun_possesses():
    assert places("Ines lost her hat.")["her"].possessive
    assert not places("Tom saw her there.")["her"].possessive


def test_a_name_with_an_ending_possesses():
    assert places("Ines’s hat blew away.")["Ines"].possessive


def test_only_narration_moves_the_story_on():
    text = "Ines sat. “It rains, it rains, it rains,” she said."
    found = places(text)
    assert found["she"].told == len("Ines sat.  ")


def test_a_comma_cuts_a_clause():
    found = places("Ines waved, but Tom slept.")
    assert found["Ines"].clause != found["Tom"].clause


def test_paragraphs_with_speech_talk():
    story = read_to("mentions", "Ines sat.\n\n“Hm,” she said.\n\nTom sat.")
    assert talking_paragraphs(story) == (2,)
