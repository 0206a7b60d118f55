"""Dreams by the words that begin and end them."""

import pytest
from told import narrated

from fabula.stages.clauses.narration import Narration


def dreamt(prose, grammar):
    """The dreams of a text, as written."""
    story, scores = narrated(prose, grammar)
    told = Narration(story, scores)
    spans = [told.rows.span(each.low, each.high - 1) for each in told.dreams]
    return [story.document[span] for span in spans]


def test_a_dream_is_what_hangs_on_the_word():
    found = dreamt(
        "{ines|Ines} dreamt that she was a heron. {tom|Tom} rowed.",
        "Ines nsubj dreamt, she nsubj was, Tom nsubj rowed",
    )
    assert found == ["that she was a heron."]


def test_a_dream_goes_on_to_where_somebody_wakes():
    prose = "{ines|Ines} dreamt she was a heron. The pond sang. Then she woke. It rained."
    found = dreamt(prose, "Ines nsubj dreamt, she nsubj was, pond nsubj sang, she#2 nsubj woke")
    assert found == ["she was a heron. The pond sang."]


def test_a_day_between_ends_the_dream():
    prose = "{ines|Ines} dreamt she was a heron. In the morning it sang. At night she woke."
    grammar = "Ines nsubj dreamt, she nsubj was, it nsubj sang, she#2 nsubj woke"
    assert dreamt(prose, grammar) == ["she was a heron."]


@pytest.mark.parametrize(
    "prose",
    [
        "{ines|Ines} never dreamt that she was a heron.",
        "{ines|Ines} often dreamt that she was a heron.",
        "{ines|Ines} dreamt of herons, and she was happy.",
    ],
)
def test_wishes_habits_and_denials_are_no_dreams(prose):
    assert dreamt(prose, "Ines nsubj dreamt, she nsubj was") == []


def test_what_the_sleeper_does_before_waking_is_dreamt():
    prose = "{ines|She} fell asleep. {ines|She} flew over the sea. {ines|She} woke at last."
    grammar = "She nsubj fell, She#2 nsubj flew, She#3 nsubj woke"
    assert dreamt(prose, grammar) == ["She flew over the sea."]


def test_what_others_do_meanwhile_is_not():
    prose = "{ines|She} fell asleep. {tom|Tom} rowed over the sea. {ines|She} woke at last."
    grammar = "She nsubj fell, Tom nsubj rowed, She#2 nsubj woke"
    assert dreamt(prose, grammar) == []


def test_what_is_dreamt_is_not_told():
    story, scores = narrated(
        "{ines|Ines} dreamt she sang. {tom|Tom} rowed.",
        "Ines nsubj dreamt, she nsubj sang, Tom nsubj rowed",
    )
    told = Narration(story, scores)
    by_word = dict(zip(told.words, told.told, strict=True))
    assert (by_word["dreamt"], by_word["sang"], by_word["rowed"]) == (True, False, True)
