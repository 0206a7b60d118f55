"""Ills and wounds that pass."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


@pytest.mark.parametrize(
    ("ill", "well", "grammar"),
    [
        (
            "{tom|Tom} had a fever.",
            "That night the fever broke.",
            "Tom nsubj had, fever dobj had, fever#2 nsubj broke",
        ),
        (
            "{tom|Tom} had a fever.",
            "{tom|His} fever was gone.",
            "Tom nsubj had, fever dobj had, His poss fever#2, fever#2 nsubj gone",
        ),
        (
            "{tom|Tom} had a plaster.",
            "The plaster came off.",
            "Tom nsubj had, plaster dobj had, plaster#2 nsubj came, off prt came",
        ),
    ],
)
def test_an_ill_is_over_when_the_story_says_so(ill, well, grammar):
    story, scores = narrated(f"{ill} {well}", grammar)
    (state,) = FindStates(scores)(story)
    assert state.ended_by is not None


def test_a_fever_that_breaks_heals_no_wound():
    grammar = "Tom nsubj had, blisters dobj had, fever nsubj broke"
    story, scores = narrated("{tom|Tom} had blisters. That night the fever broke.", grammar)
    (state,) = FindStates(scores)(story)
    assert state.ended_by is None


def test_a_fever_that_has_not_broken_goes_on():
    grammar = "Tom nsubj had, fever dobj had, fever#2 nsubj broke, not neg broke"
    story, scores = narrated("{tom|Tom} had a fever. The fever not broke.", grammar)
    (state,) = FindStates(scores)(story)
    assert state.ended_by is None
