"""How old people are, however it is put."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def ages(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [state.value for state in FindStates(scores)(story) if state.attribute == "age"]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        ("{ada|Ada} turned forty.", "Ada nsubj turned", ["forty"]),
        ("{ada|Ada}, aged nine, sat.", "aged acl Ada, nine npadvmod aged", ["nine"]),
        ("{ada|Ada} was fifteen and five foot nothing.", "Ada nsubj was", ["fifteen"]),
        (
            "{ada|Ada} knelt, at eighty, by the bed.",
            "Ada nsubj knelt, at prep knelt, eighty pobj at",
            ["eighty"],
        ),
        (
            "{ada|Ada} knelt, at nine, by the bed.",
            "Ada nsubj knelt, at prep knelt, nine pobj at",
            [],
        ),
        (
            "{ada|Ada} might have been twenty.",
            "Ada nsubj been, might aux been, have aux been, twenty acomp been",
            ["twenty"],
        ),
        (
            "{ada|Ada} was not much more than twenty.",
            "Ada nsubj was, not neg was, more acomp was, much advmod more,"
            " than prep more, twenty pobj than",
            ["twenty"],
        ),
        ("{ada|Ada} was eleven or twelve.", "Ada nsubj was, eleven attr was", ["eleven"]),
        ("{ada|Ada} looked sixty.", "Ada nsubj looked, sixty acomp looked", []),
        ("{ada|Ada} was six and a half.", "Ada nsubj was, six attr was", ["six"]),
        ("{ada|Ada} was six and a half feet tall.", "Ada nsubj was, six attr was", []),
        ("{ada|Ada} was nine feet away.", "Ada nsubj was, nine nummod feet", []),
        ("{ada|Ada} was six foot four.", "Ada nsubj was, four attr was", []),
    ],
)
def test_a_number_that_counts_nothing_is_an_age(prose, grammar, found):
    assert ages(prose, grammar) == found


def test_what_somebody_was_when_nine_is_no_age_of_now():
    prose = "“{ada|I} was nine.”"
    assert ages(prose, "I nsubj was, nine attr was") == []
    assert ages(prose.replace("was", "am"), "I nsubj am, nine attr am") == ["nine"]
