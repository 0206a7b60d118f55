"""Words for states that are only manners of speaking."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("word", "rest", "more"),
    [
        ("sick", "of it", "of prep sick, it pobj of"),
        ("ill", "at ease", "at prep ill, ease pobj at"),
        ("anxious", "to please", "to aux please, please xcomp anxious"),
        ("blind", "to it", "to prep blind, it pobj to"),
        ("bound", "for home", "for prep bound, home pobj for"),
        ("stuck", "with it", "with prep stuck, it pobj with"),
        ("drunk", "on power", "on prep drunk, power pobj on"),
        ("tied", "up in meetings", "up prt tied, in prep up, meetings pobj in"),
        ("trapped", "in an argument", "in prep trapped, argument pobj in"),
        ("locked", "out", "out prt locked"),
        ("deeply hurt", "", "deeply advmod hurt"),
        ("strapped", "in", "in prt strapped"),
    ],
)
def test_manners_of_speaking_are_no_states(word, rest, more):
    last = word.split()[-1]
    assert (
        states(f"{{tom|Tom}} was {word} {rest}.", f"Tom nsubj was, {last} acomp was, {more}") == []
    )


def test_the_same_words_in_earnest_are_states():
    prose = "{tom|Tom} was drunk on cider."
    assert states(prose, "Tom nsubj was, drunk acomp was, on prep drunk, cider pobj on") == [
        "drink drunk"
    ]
    tied = "{tom|Tom} was bound to the mast."
    assert states(tied, "Tom nsubj was, bound acomp was, to prep bound, mast pobj to") == [
        "liberty bound"
    ]


def test_dead_tired_is_not_dead():
    grammar = "Tom nsubj was, tired acomp was, dead advmod tired"
    assert states("{tom|Tom} was dead tired.", grammar, tags="tired=ADJ") == ["mood dead tired"]


def test_feet_that_are_killing_somebody_kill_nobody():
    grammar = "feet nsubj killing, are aux killing, him dobj killing"
    assert states("The feet are killing {tom|him}.", grammar) == []
    assert states("{tom|Tom} was dying.", "Tom nsubj dying, was aux dying") == []
