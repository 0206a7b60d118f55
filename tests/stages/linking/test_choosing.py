from math import exp

from stage_by_stage import read_to

from fabula.stages.linking.choosing import NOBODY, shares_of
from fabula.stages.linking.focus import Focus, Person
from fabula.stages.linking.scoring import Context
from fabula.stages.linking.surroundings import surroundings_of, talking_paragraphs

INES = Person("e1", "she", in_cast=True)
ADA = Person("e2", "she", in_cast=True)


def shares(text, expected, *people):
    """How likely each person is the last mention, the others being those before it."""
    story = read_to("mentions", text)
    places = surroundings_of(story)
    focus = Focus()
    for person, place in zip(people, places, strict=False):
        focus.note(person, place)
    context = Context(focus, talking_paragraphs(story))
    return shares_of(places[-1], list(focus.candidates()), context, expected)


def test_whom_the_encoder_expects_is_likelier():
    text = "Ines sat down. Ada sat. She sang."
    ada = shares(text, {"e1": 0.02, "e2": 0.9}, INES, ADA)
    ines = shares(text, {"e1": 0.9, "e2": 0.02}, INES, ADA)
    assert ada["e2"] > 0.9 > ines["e2"]
    assert ines["e1"] > ada["e1"]


def test_somebody_not_in_focus_has_a_share():
    found = shares("Ines sat. She sang.", {}, INES)
    assert 1 - 10 * exp(NOBODY) < found["e1"] < 1


def test_an_unknown_pronoun_is_held_less_against_the_one_who_just_came_in():
    stranger = Person("e2", None, in_cast=True)
    text = "Ines sat by the fire. The door opened, and Ada came in. She sang."
    even = {"e1": 0.4, "e2": 0.4}
    assert shares(text, even, INES, stranger)["e2"] > 0.3


def test_who_opened_the_paragraph_before_goes_on_acting():
    text = "Ines sat. Ada sat.\n\nShe sang."
    before = shares(text, {"e1": 0.4, "e2": 0.4}, INES, ADA)
    same = shares(text.replace("\n\n", " "), {"e1": 0.4, "e2": 0.4}, INES, ADA)
    assert before["e1"] > same["e1"]


def test_who_goes_on_after_and_is_the_subject_before():
    text = "Ines had never seen Ada so wet, {} she laughed."
    even = {"e1": 0.2, "e2": 0.7}
    joined = shares(text.format("and"), even, INES, ADA)
    apart = shares(text.format("while"), even, INES, ADA)
    assert joined["e1"] > apart["e1"]
