import pytest
from hand_scored import row_of
from told import narrated

from fabula.stages.clauses.narration import Narration


def narration(prose, grammar="", **given):
    story, scores = narrated(prose, grammar, **given)
    return Narration(story, scores), lambda word: row_of(story.document, word)


def test_the_owner_of_a_thing_is_a_person():
    told, row = narration("{ada|Her} hat fell.", "Her poss hat")
    assert told.owner(row("hat")).entity_id == "ada"
    assert told.owner(row("fell")) is None


def test_speech_is_not_told_and_a_letter_is():
    letter = "«" + "I rowed on. " * 50 + "»"
    told, row = narration(f"“Go!” {{ada|Ada}} wrote. {letter}")
    assert not told.told[row("Go")]
    assert told.told[row("wrote")]
    assert told.told[row("rowed")]


def test_a_message_is_not_told():
    told, row = narration("{ada|Ada} wrote. «I rowed on.»")
    assert not told.told[row("rowed")]


@pytest.mark.parametrize(("pronoun", "known"), [("He", False), ("She", True)])
def test_a_pronoun_that_disagrees_names_nobody(pronoun, known):
    told, row = narration(f"{{ada|Ada}} sat. {{ada|{pronoun}}} rose.", ada="she")
    assert (told.person(row(pronoun)) is not None) is known


def test_nobody_is_their_own_mother():
    told, row = narration("{ada|Her} {ada|mother} sat.", "Her poss mother")
    assert told.person(row("mother")) is None


def test_a_person_and_a_form_of_be_may_be_one_word():
    told, row = narration("{tom|He}’s tall.", "tall acomp He’s")
    assert told.subject(row("He’s")).entity_id == "tom"


def test_the_noun_behind_its_owner_is_found_without_the_grammar():
    told, row = narration("They bound {tom|his} wrists.", "his poss wrists")
    assert told.right_behind(row("bound")) == [row("wrists")]
    assert told.right_behind(row("wrists")) == []


def test_in_speech_only_what_is_said_is_told():
    told, row = narration("“{tom|I} slept,” said {tom|Tom}.")
    said = told.in_speech()
    assert said.told[row("slept")]
    assert not said.told[row("said")]
    assert not told.told[row("slept")]


def test_a_he_behind_another_he_is_doubted():
    told, row = narration("{tom|Tom} sat. {max|Max} rose. {tom|He} sang.", tom="he", max="he")
    assert told.person(row("He")).sure < told.person(row("Tom")).sure
    told, row = narration("{max|Max} rose. {tom|Tom} sat. {tom|He} sang.", tom="he", max="he")
    assert told.person(row("He")).sure == told.person(row("Tom")).sure


def test_two_words_of_one_name_are_one_subject():
    told, row = narration("Great {ada|Leonie} sang.", "Great nsubj sang, Leonie nsubj sang")
    assert told.agent(row("sang")).entity_id == "ada"
