"""Where things are seen to be."""

import pytest
from told import narrated

from fabula.stages.items import FindItems


def custodies(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.holder_id or 'nobody'} {each.how}" for each in FindItems(scores)(story)]


def test_what_is_on_the_shelf_is_held_by_nobody():
    grammar = "The det cup, cup nsubj was, on prep was, shelf pobj on, the det shelf"
    prose = "{#cup|The cup} was on the shelf."
    assert custodies(prose, grammar, tags="was=AUX") == ["nobody left"]


def test_what_is_brought_in_with_there_is_not_laid_down():
    grammar = "There expl was, cup attr was, on prep was, shelf pobj on, the det shelf"
    assert custodies("There was {#cup|a cup} on the shelf.", grammar, tags="was=AUX") == []


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("{ines|Ines} came back with {#cup|a cup}.", ["ines had"]),
        ("{ines|Ines} wrote back with {#cup|a cup}.", []),
    ],
)
def test_who_comes_with_a_thing_has_it(prose, found):
    verb = prose.split()[1]
    grammar = f"Ines nsubj {verb}, back advmod {verb}, with prep back, cup pobj with"
    assert custodies(prose, grammar, tags="back=ADV") == found


def test_the_neck_of_somebody_is_theirs():
    grammar = "whistle nsubj hung, round prep hung, neck pobj round, of prep neck, Ines pobj of"
    prose = "{#whistle|The whistle} hung round the neck of {ines|Ines}."
    assert custodies(prose, grammar) == ["ines had"]


def test_a_bag_at_somebodys_feet_is_not_worn():
    grammar = "Ines nsubj sat, bag dobj sat, at prep bag, her poss feet, feet pobj at"
    prose = "{ines|Ines} sat, {#bag|a bag} at {ines|her} feet."
    assert custodies(prose, grammar) == []


def test_in_the_crook_of_her_arm_is_in_her_arm():
    grammar = (
        "Ines nsubj stood, net dobj stood, in prep net, crook pobj in, of prep crook, "
        "her poss arm, arm pobj of"
    )
    prose = "{ines|Ines} stood, {#net|a net} in the crook of {ines|her} arm."
    assert custodies(prose, grammar) == ["ines had"]


def test_what_lies_in_a_hand_that_is_told_of_first_is_held():
    grammar = "In prep lay, her poss palm, palm pobj In, coin dobj lay"
    assert custodies("In {ines|her} palm lay {#coin|a coin}.", grammar) == ["ines had"]


def test_a_knife_stuck_through_a_belt_is_carried():
    grammar = (
        "knife nsubjpass stuck, was auxpass stuck, through prep stuck, her poss belt, "
        "belt pobj through"
    )
    prose = "{#knife|A knife} was stuck through {ines|her} belt."
    assert custodies(prose, grammar) == ["ines had"]
