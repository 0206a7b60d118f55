"""Wounds dealt by weapons, and their dressing."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.who_id} {each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        (
            "The arrow took {tom|Tom} in the thigh.",
            "arrow nsubj took, Tom dobj took, in prep took, thigh pobj in",
            ["tom injury arrow in thigh"],
        ),
        (
            "The bus took {tom|Tom} in the morning.",
            "bus nsubj took, Tom dobj took, in prep took, morning pobj in",
            [],
        ),
        (
            "The arrow stuck out of {ada|her} shoulder.",
            "arrow nsubj stuck, out prep stuck, of prep out, shoulder pobj of, her poss shoulder",
            ["ada injury arrow in shoulder"],
        ),
        (
            "{max|Max} ran {tom|Tom} through.",
            "Max nsubj ran, Tom dobj ran, through prt ran",
            ["tom injury run through"],
        ),
        (
            "{max|Max} opened {ada|her} cheek.",
            "Max nsubj opened, cheek dobj opened, her poss cheek",
            ["ada injury cut cheek"],
        ),
        (
            "{max|Max} bandaged {ada|her} hand.",
            "Max nsubj bandaged, hand dobj bandaged, her poss hand",
            ["ada injury bandaged hand"],
        ),
    ],
)
def test_whom_a_weapon_hits_is_hurt(prose, grammar, found):
    assert states(prose, grammar, max="he", tom="he", ada="she") == found
