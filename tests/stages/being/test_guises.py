"""Masks, nightshirts and toads."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        (
            "{tom|Tom}, in a gilt mask, bowed.",
            "Tom nsubj bowed, in prep Tom, mask pobj in, gilt amod mask",
            ["disguise in mask"],
        ),
        (
            "{tom|Tom} wore a fox mask.",
            "Tom nsubj wore, mask dobj wore, fox compound mask",
            ["disguise in mask"],
        ),
        ("{tom|Tom} wore a mask.", "Tom nsubj wore, mask dobj wore", []),
        (
            "{tom|Tom} wore an oxygen mask.",
            "Tom nsubj wore, mask dobj wore, oxygen compound mask",
            [],
        ),
        ("{tom|Tom} sold a mask.", "Tom nsubj sold, mask dobj sold", []),
        (
            "{tom|Tom} came in a nightshirt.",
            "Tom nsubj came, in prep came, nightshirt pobj in",
            ["dress in nightshirt"],
        ),
        (
            "{tom|Tom} was dressed as a sailor.",
            "Tom nsubjpass dressed, was auxpass dressed, as prep dressed, sailor pobj as",
            ["disguise as a sailor"],
        ),
        (
            "{tom|Tom} turned into a toad.",
            "Tom nsubj turned, into prep turned, toad pobj into",
            ["shape toad"],
        ),
        (
            "{tom|Tom} turned into the lane.",
            "Tom nsubj turned, into prep turned, lane pobj into",
            [],
        ),
    ],
)
def test_what_somebody_passes_for(prose, grammar, found):
    assert states(prose, grammar) == found


def test_who_takes_off_the_mask_is_disguised_no_longer():
    wore = "Tom nsubj wore, mask dobj wore, gilt amod mask"
    grammar = f"{wore}, He nsubj took, off prt took, mask#2 dobj took"
    story, scores = narrated("{tom|Tom} wore a gilt mask. {tom|He} took off the mask.", grammar)
    (disguise,) = FindStates(scores)(story)
    assert story.document[disguise.ended_by] == "He took off the mask"


def test_a_photograph_tells_nothing_of_dress():
    grammar = "There expl was, photograph attr was, of prep photograph, Tom pobj of, in prep Tom, "
    grammar += "his poss pyjamas, pyjamas pobj in"
    prose = "There was a photograph of {tom|Tom} in {tom|his} pyjamas."
    assert states(prose, grammar) == []
