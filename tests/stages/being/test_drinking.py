"""Who is drunk by what they have drunk."""

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
            "{tom|Tom} had drunk five pints.",
            "Tom nsubj drunk, had aux drunk, five nummod pints, pints dobj drunk",
            ["drink has been drinking"],
        ),
        (
            "{tom|Tom} had four bottles of wine.",
            "Tom nsubj had, four nummod bottles, bottles dobj had, of prep bottles, wine pobj of",
            [],
        ),
        (
            "{tom|Tom} drank three glasses of milk.",
            "Tom nsubj drank, three nummod glasses, glasses dobj drank, of prep glasses, "
            "milk pobj of",
            [],
        ),
        (
            "{tom|Tom} had been drinking.",
            "Tom nsubj drinking, had aux drinking, been aux drinking",
            ["drink has been drinking"],
        ),
        (
            "{tom|Tom} had been drinking since noon.",
            "Tom nsubj drinking, had aux drinking, been aux drinking, since prep drinking",
            ["drink has been drinking"],
        ),
        (
            "{tom|Tom} had been drinking tea.",
            "Tom nsubj drinking, had aux drinking, been aux drinking, tea dobj drinking",
            [],
        ),
        (
            "{tom|Tom} slurred the words.",
            "Tom nsubj slurred, words dobj slurred",
            ["drink slurring"],
        ),
    ],
)
def test_who_has_had_many_glasses_has_been_drinking(prose, grammar, found):
    assert states(prose, grammar) == found
