"""States told by set phrases."""

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
            "{tom|Tom} was in prison.",
            "Tom nsubj was, in prep was, prison pobj in",
            ["tom liberty in prison"],
        ),
        ("{tom|Tom} was in the prison.", "Tom nsubj was, in prep was, prison pobj in", []),
        (
            "{tom|Tom} worked in a hospital kitchen.",
            "Tom nsubj worked, in prep worked, hospital compound kitchen, kitchen pobj in",
            [],
        ),
        (
            "{ada|Ada} sent {tom|Tom} to jail.",
            "Ada nsubj sent, Tom dobj sent, to prep sent, jail pobj to",
            ["tom liberty in jail"],
        ),
        (
            "{tom|Tom} flew into a rage.",
            "Tom nsubj flew, into prep flew, a det rage, rage pobj into",
            ["tom mood in rage"],
        ),
        (
            "{ada|Ada} knocked {tom|Tom} out.",
            "Ada nsubj knocked, Tom dobj knocked, out prt knocked",
            ["tom consciousness knocked out"],
        ),
        (
            "{tom|Tom} was out cold.",
            "Tom nsubj was, cold acomp was",
            ["tom consciousness out cold"],
        ),
        (
            "{ada|Ada} wiped {ada|her} eyes.",
            "Ada nsubj wiped, her poss eyes, eyes dobj wiped",
            ["ada mood crying"],
        ),
        (
            "{ada|Ada} wiped {tom|Tom} eyes.",
            "Ada nsubj wiped, Tom poss eyes, eyes dobj wiped",
            [],
        ),
        (
            "{ada|Ada} talked in {ada|her} sleep.",
            "Ada nsubj talked, in prep talked, her poss sleep, sleep pobj in",
            ["ada sleep asleep"],
        ),
        (
            "{tom|Tom} had too much to drink.",
            "Tom nsubj had, much dobj had, drink relcl much",
            ["tom drink drunk"],
        ),
    ],
)
def test_a_phrase_is_said_of_whom_its_clause_is_about(prose, grammar, found):
    assert states(prose, grammar) == found


def test_who_burns_himself_is_hurt():
    grammar = "Tom nsubj burned, himself dobj burned"
    assert states("{tom|Tom} burned {tom|himself}.", grammar) == ["tom injury burned"]


def test_who_had_gone_to_prison_once_may_be_out():
    grammar = "Tom nsubj gone, had aux gone, to prep gone, prison pobj to"
    story, scores = narrated("{tom|Tom} had gone to prison.", grammar)
    assert not FindStates(scores)(story)
