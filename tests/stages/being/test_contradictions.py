"""What cannot be true of one person is not claimed of them."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def found(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    states = FindStates(scores)(story)
    return [f"{each.who_id} {each.attribute} {each.value}" for each in states]


@pytest.mark.parametrize(
    ("second", "grammar", "tags", "more"),
    [
        ("was seventy-six", "seventy-six attr was#2, She nsubj was#2", "", []),
        ("was eight", "eight attr was#2, She nsubj was#2", "", ["ada age eight"]),
        ("was a vet", "a det vet, vet attr was#2, She nsubj was#2", "vet=NOUN", []),
    ],
)
def test_a_child_of_seven_is_not_the_next_she_who_is_a_vet(second, grammar, tags, more):
    prose = f"{{ada|Ada}} was seven. {{ada|She}} {second}."
    grammar = f"Ada nsubj was, seven attr was, {grammar}"
    assert found(prose, grammar, ada="she", tags=tags) == ["ada age seven", *more]


def test_her_ankle_is_not_surely_that_of_another_than_she_who_falls():
    prose = "{?|She} fell and {ada|her} ankle was swollen."
    grammar = "She nsubj fell, her poss ankle, ankle nsubj was, swollen acomp was"
    assert found(prose, grammar, ada="she") == []
    assert found(prose.replace("{?|She}", "{ada|She}"), grammar, ada="she") == [
        "ada injury swollen ankle"
    ]
