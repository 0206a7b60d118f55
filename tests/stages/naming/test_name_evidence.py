from stage_by_stage import read_to

from fabula.stages.naming.name_evidence import gather
from fabula.stages.naming.person_names import parse_name


def pairs(text):
    return gather(read_to("mentions", text)).apart


def key(name):
    return parse_name(name).key


def test_names_joined_by_and_are_two_people():
    assert frozenset((key("Ines"), key("Tom"))) in pairs("Ines and Tom rowed. Ines sang.")


def test_who_says_a_name_does_not_bear_it():
    text = "“Ines, come here,” said Durrow.\n\n“Ines, wait,” said Durrow."
    assert frozenset((key("Ines"), key("Durrow"))) in pairs(text)


def test_names_that_often_meet_in_a_sentence_are_two_people():
    text = "Ines waved to Durrow. Ines helped Durrow up. Durrow nodded."
    assert frozenset((key("Ines"), key("Durrow"))) in pairs(text)


def test_names_with_a_word_in_common_may_meet_now_and_then():
    text = "Ada Brook sat where Miss Brook always sat. " + "Ada Brook sang. Miss Brook slept. " * 6
    assert not pairs(text)


def test_uses_are_counted_by_who_says_them():
    text = "Ines rowed. “Ines, wait!” he cried. “I like Ines,” he said."
    (use,) = gather(read_to("mentions", text)).uses
    assert (use.count, use.narrated, use.called) == (3, 1, 1)
