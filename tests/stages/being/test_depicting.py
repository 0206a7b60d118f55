"""Words for a state that stand apart from their clause."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.who_id} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "tags", "found"),
    [
        (
            "{tom|Tom} leaned in the door, rather drunk.",
            "Tom nsubj leaned, in prep leaned, door pobj in, drunk conj door, rather advmod drunk",
            "in=ADP drunk=ADJ rather=ADV",
            ["tom rather drunk"],
        ),
        (
            "Asleep on the sofa, {tom|Tom} sighed.",
            "Tom nsubj sighed, Asleep advcl sighed, on prep Asleep, sofa pobj on",
            "Asleep=ADJ on=ADP",
            ["tom asleep"],
        ),
        (
            "{tom|Tom} sat roped to the mast.",
            "Tom nsubj sat, roped ccomp sat, to prep roped, mast pobj to",
            "roped=VERB to=ADP",
            ["tom roped"],
        ),
    ],
)
def test_a_word_set_apart_is_said_of_whom_the_clause_is_about(prose, grammar, tags, found):
    assert states(prose, grammar, tags=f"{tags} .=PUNCT") == found


def test_what_may_be_said_of_somebody_else_is_said_of_nobody():
    grammar = "Tom nsubj pulled, Ada dobj pulled, out prt pulled, drunk advcl pulled"
    prose = "{tom|Tom} pulled {ada|Ada} out, drunk."
    assert states(prose, grammar, tags="drunk=ADJ .=PUNCT") == []


def test_a_likeness_is_no_state():
    grammar = "Tom nsubj ran, as advmod drunk, drunk advcl ran, as#2 prep drunk, lord pobj as#2"
    prose = "{tom|Tom} ran, as drunk as a lord."
    tags = "as=ADV as#2=ADP drunk=ADJ .=PUNCT ,=PUNCT"
    assert states(prose, grammar, tags=tags) == []


def test_what_others_are_is_not_said_of_whoever_supposes_it():
    grammar = "Tom nsubj saw, they nsubj lay, lay ccomp saw, drunk acomp lay"
    prose = "{tom|Tom} saw that they lay drunk."
    assert states(prose, grammar, tags="drunk=ADJ .=PUNCT") == []


def test_a_thing_before_the_comma_is_described_and_not_its_owner():
    grammar = "Tom nsubj had, room dobj had, plastered advcl had"
    assert states("{tom|Tom} had a room, plastered.", grammar, tags="plastered=VERB") == []


def test_an_aside_is_not_about_whoever_makes_it():
    grammar = "Max nsubj sat, as mark saw, Ada nsubj saw, saw advcl sat, drunk advcl saw"
    assert states("{max|Max} sat there and, as {ada|Ada} saw, drunk.", grammar) == []
