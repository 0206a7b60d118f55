"""Deaths told by what the dead leave."""

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
            "{ada|Ada} sang at {tom|Tom's} funeral.",
            "Ada nsubj sang, at prep sang, funeral pobj at, Tom's poss funeral",
            ["tom life dead"],
        ),
        (
            "{tom|Tom} planned {tom|his} own funeral.",
            "Tom nsubj planned, funeral dobj planned, his poss funeral, own amod funeral",
            [],
        ),
        (
            "{ada|Ada} wore grey after {tom|Tom's} death.",
            "Ada nsubj wore, after prep wore, death pobj after, Tom's poss death",
            ["tom life dead"],
        ),
        (
            "{ada|Ada} feared {tom|Tom's} death.",
            "Ada nsubj feared, death dobj feared, Tom's poss death",
            [],
        ),
        (
            "{ada|Ada} sold the late {tom|Tom} a hat.",
            "Ada nsubj sold, Tom dative sold, late amod Tom, hat dobj sold",
            ["tom life dead"],
        ),
    ],
)
def test_who_leaves_a_funeral_is_dead(prose, grammar, found):
    tags = "Tom=PROPN" if "late" in prose else ""
    assert states(prose, grammar, tags=tags) == found


def test_a_nurses_first_corpse_is_not_hers():
    grammar = "It nsubj was, her poss corpse, first amod corpse, corpse attr was"
    assert states("It was {ada|her} first corpse.", grammar) == []
    assert states("It was {ada|her} corpse.", grammar.replace("first amod corpse, ", "")) != []
