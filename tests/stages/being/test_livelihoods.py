"""Trades told by what people do day by day."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def trades(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [each.value for each in FindStates(scores)(story) if each.attribute == "trade"]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        ("{ada|Ada} tuned pianos.", "Ada nsubj tuned, pianos dobj tuned", ["tuner"]),
        ("{ada|Ada} kept the inn.", "Ada nsubj kept, inn dobj kept", ["innkeeper"]),
        (
            "{ada|Ada} taught at the school.",
            "Ada nsubj taught, at prep taught, school pobj at",
            ["teacher"],
        ),
        ("{ada|Ada} taught Tom.", "Ada nsubj taught, Tom dobj taught", []),
        ("{ada|Ada} kept the key.", "Ada nsubj kept, key dobj kept", []),
        (
            "{ada|Ada} worked as a nurse.",
            "Ada nsubj worked, as prep worked, nurse pobj as, a det nurse",
            ["nurse"],
        ),
        (
            "{ada|Ada} drove that bus.",
            "Ada nsubj drove, bus dobj drove, that det bus",
            [],
        ),
    ],
)
def test_what_people_do_day_by_day_is_their_trade(prose, grammar, found):
    assert trades(prose, grammar, events="Ada") == found


def test_what_is_done_once_is_no_trade():
    grammar = "Ada nsubj drove, bus dobj drove"
    assert trades("{ada|Ada} drove the bus.", grammar, events="drove") == []
