"""From what is done with a thing to who has it from when until when."""

import pytest
from msgspec import structs
from told import narrated

from fabula.stages.items import FindItems

HANDED = "Tom nsubj handed, Ines dative handed, key dobj handed"


def test_who_hands_a_thing_over_had_it_until_then():
    story, scores = narrated("{tom|Tom} handed {ines|Ines} {#key|the key}.", HANDED)
    had, given = FindItems(scores)(story)
    assert (had.holder_id, had.how, had.since) == ("tom", "had", 0)
    assert had.until == given.since == len("Tom ")
    assert story.document[given.evidence] == "Tom handed Ines the key"
    assert had.confidence < given.confidence


def test_who_is_known_to_have_it_is_not_told_of_again(custodies):
    prose = "{tom|Tom} had {#key|a key}. {tom|Tom} handed {ines|Ines} {#key|the key}."
    grammar = (
        "Tom nsubj had, key dobj had, Tom#2 nsubj handed, Ines dative handed, key#2 dobj handed"
    )
    assert custodies(prose, grammar) == ["tom had key", "ines given key"]


def test_what_was_given_before_the_story_says_nothing_of_the_giver_now(custodies):
    prose = "{tom|Tom} had handed {ines|Ines} {#key|the key}."
    assert custodies(prose, f"{HANDED}, had aux handed") == ["ines given key"]


def test_a_thing_that_goes_to_somebody_unnamed_is_held_no_longer():
    story, scores = narrated(
        "{tom|Tom} had {#key|a key}. {tom|Tom} handed {#key|the key} to {?|the porter}. "
        "{tom|Tom} laughed.",
        "Tom nsubj had, key dobj had, Tom#2 nsubj handed, key#2 dobj handed, to prep handed, "
        "porter pobj to",
    )
    (had,) = FindItems(scores)(story)
    assert story.document.text[: had.until].endswith("Tom ")


def test_what_is_given_back_goes_to_who_had_it_before(custodies):
    prose = (
        "{tom|Tom} had {#key|a key}. {ines|Ines} took {#key|the key}. "
        "{ines|Ines} gave {#key|the key} back."
    )
    grammar = (
        "Tom nsubj had, key dobj had, Ines nsubj took, key#2 dobj took, Ines#2 nsubj gave, "
        "key#3 dobj gave, back advmod gave"
    )
    assert custodies(prose, grammar) == ["tom had key", "ines took key", "tom given key"]


def test_a_thing_that_was_only_there_does_not_matter(custodies):
    there = "There expl was, cup attr was, on prep was, shelf pobj on, the det shelf"
    prose = "There was {#cup|a cup} on the shelf."
    assert custodies(prose, there, tags="was=AUX") == []
    taken = f"{there}, Ines nsubj took, cup#2 dobj took"
    prose += " {ines|Ines} took {#cup|the cup}."
    assert custodies(prose, taken, tags="was=AUX") == ["ines took cup"]


def test_a_gift_that_is_told_of_again_is_one_gift(custodies):
    prose = (
        "{tom|Tom} gave {ines|Ines} {#pen|a pen}. {tom|Tom} gave {#pen|the pen} to {?|the girl}."
    )
    grammar = (
        "Tom nsubj gave, Ines dative gave, a det pen, pen dobj gave, Tom#2 nsubj gave#2, "
        "pen#2 dobj gave#2, to prep gave#2, girl pobj to"
    )
    assert custodies(prose, grammar) == ["tom had pen", "ines given pen"]


def test_who_has_just_given_a_thing_to_somebody_unnamed_does_not_put_it_on(custodies):
    prose = (
        "{tom|Tom} had {#watch|a watch}. {tom|Tom} gave {?|him} {#watch|the watch}. "
        "{tom|He} wore {#watch|the watch}."
    )
    grammar = (
        "Tom nsubj had, watch dobj had, Tom#2 nsubj gave, him dative gave, watch#2 dobj gave, "
        "He nsubj wore, watch#3 dobj wore"
    )
    assert custodies(prose, grammar) == ["tom had watch"]


def test_what_somebody_had_carried_before_is_not_in_hand_now(custodies):
    prose = "{ines|Ines} had carried {#horse|the horse} home."
    grammar = "Ines nsubj carried, had aux carried, horse dobj carried"
    assert custodies(prose, grammar) == []


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        ("{ines|She} took {#key|a key}.", "She nsubj took, key dobj took", ["took"]),
        (
            "There was {#key|a key} in {ines|her} hand.",
            "There expl was, key attr was, in prep key, her poss hand, hand pobj in",
            [],
        ),
    ],
)
def test_what_is_only_seen_has_to_be_surer_than_what_is_done(prose, grammar, found):
    story, scores = narrated(prose, grammar, ines="she")
    unsure = tuple(structs.replace(link, confidence=0.85) for link in story.links)
    custodies = FindItems(scores)(structs.replace(story, links=unsure))
    assert [each.how for each in custodies] == found
