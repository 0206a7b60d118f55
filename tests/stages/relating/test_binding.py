import pytest
from related import read

TAGS = {"tied": "VERB"}
TIED = [("Ada", "nsubj", "tied"), ("wrists", "dobj", "tied"), ("Tom's", "poss", "wrists")]
PEOPLE = {"ada": "she", "tom": "he"}


def test_whoever_ties_somebody_s_wrists_has_them():
    found = read("{ada|Ada} tied {tom|Tom}'s wrists.", TIED, TAGS, **PEOPLE)
    assert [each[:3] for each in found] == [("ada", "captor", "tom")]


def test_whoever_is_tied_to_a_chair_may_be_a_dog():
    arcs = [TIED[0], ("Tom", "dobj", "tied"), ("to", "prep", "tied"), ("chair", "pobj", "to")]
    assert read("{ada|Ada} tied {tom|Tom} to a chair.", arcs, TAGS, **PEOPLE) == []


def test_two_verbs_share_the_one_who_does_them():
    prose = "{ada|Ada} knelt and tied {tom|Tom}'s wrists."
    arcs = [("Ada", "nsubj", "knelt"), ("tied", "conj", "knelt"), *TIED[1:]]
    found = read(prose, arcs, {**TAGS, "knelt": "VERB"}, **PEOPLE)
    assert [each[:3] for each in found] == [("ada", "captor", "tom")]


@pytest.mark.parametrize("thing", ["tie", "wrist"])
def test_a_tie_and_a_bandage_make_no_captive(thing):
    prose = f"{{ada|Ada}} tied {{tom|Tom}}'s {thing}."
    arcs = [TIED[0], (thing, "dobj", "tied"), ("Tom's", "poss", thing)]
    assert read(prose, arcs, TAGS, **PEOPLE) == []


def test_who_never_ties_anybody_has_nobody():
    arcs = [*TIED, ("never", "neg", "tied")]
    assert read("{ada|Ada} never tied {tom|Tom}'s wrists.", arcs, TAGS, **PEOPLE) == []
