from stage_by_stage import read_to

from fabula.stages.linking.linker import decide
from fabula.stages.linking.namings import find_calls, find_namings

TALK = "A boy sat there. Ines came in.\n\n“Who is it?” said Ines.\n\n"


def pairs(found, text):
    story = read_to("cast", text)
    decisions = decide(story, story.cast)
    shown = [story.document[each.place.mention] for each in decisions]
    namings = find_namings(story, decisions) if found == "namings" else find_calls(decisions)
    return [(shown[each.name], shown[each.described]) for each in namings]


def test_the_cue_tells_who_says_their_name():
    text = TALK + "“I'm Wilkin,” said the boy. Wilkin sang."
    assert pairs("namings", text) == [("Wilkin", "the boy")]


def test_a_name_in_answer_to_a_question_is_no_naming():
    assert pairs("namings", TALK + "“Are you looking for Wilkin?” said the boy.") == []


def test_the_narrator_names_by_a_verb_of_calling():
    text = TALK + "The boy was called Wilkin. Wilkin sang."
    assert pairs("namings", text) == [("Wilkin", "The boy")]


def test_who_is_only_compared_gets_no_name():
    assert pairs("namings", TALK + "The boy was taller than Wilkin. Wilkin sang.") == []


def test_who_answers_is_the_one_called():
    text = TALK + "“Only Tom,” said the boy.\n\n“Come out, Wilkin,” said Ines. Wilkin sang."
    assert pairs("calls", text) == [("Wilkin", "the boy")]


def test_without_a_known_caller_nobody_is_called():
    assert pairs("calls", "Ines sat. Tom sat.\n\n“Come out, Wilkin.”\n\nWilkin sang.") == []
