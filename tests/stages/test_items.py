import pytest
from hand_scored import any_scores
from told import narrated

from fabula.stages.items import FindItems
from fabula.story import check


def custodies(prose, grammar, **given):
    """Who has what and how, in order: “ines found”, “nobody left”."""
    story, scores = narrated(prose, grammar, **given)
    found = FindItems(scores)(story)
    check(story.with_layer("items", found))
    return [f"{each.holder_id or 'nobody'} {each.how}" for each in found]


def test_a_thing_is_followed_from_hand_to_hand():
    found = custodies(
        "{ines|Ines} found {#key|a key}. {ines|She} handed {tom|Tom} {#key|the key}. "
        "{tom|Tom} laid {#key|the key} down.",
        "Ines nsubj found, a det key, key dobj found, She nsubj handed, Tom dative handed, "
        "key#2 dobj handed, Tom#2 nsubj laid, key#3 dobj laid, down prt laid",
    )
    assert found == ["ines found", "tom given", "nobody left"]


def test_one_custody_ends_where_the_next_begins():
    story, scores = narrated(
        "{ines|Ines} found {#key|a key}. {ines|Ines} lost {#key|the key}.",
        "Ines nsubj found, key dobj found, Ines#2 nsubj lost, key#2 dobj lost",
    )
    first, second = FindItems(scores)(story)
    assert first.until == second.since
    assert second.until is None
    assert story.document[first.evidence] == "Ines found a key"


@pytest.mark.parametrize(
    ("prose", "more"),
    [
        ("{ines|Ines} never took {#key|the key}.", "never neg took"),
        ("{ines|Ines} would have took {#key|the key}.", "would aux took"),
        ("If {ines|Ines} took {#key|the key}.", "If mark took"),
        ("“{ines|Ines} took {#key|the key}.”", ""),
        ("{ines|Ines} took {#key|the key}?", ""),
        ("{ines|Ines} took no {#key|key}.", "no det key"),
    ],
)
def test_what_is_denied_supposed_asked_or_said_changes_nothing(prose, more):
    plainly = "Ines nsubj took, key dobj took"
    assert custodies("{ines|Ines} took {#key|the key}.", plainly) == ["ines took"]
    assert custodies(prose, f"{plainly}, {more}") == []


def test_what_is_planned_is_not_done_and_what_is_begun_is():
    prose = "{ines|Ines} wanted to take {#key|the key}."
    grammar = "Ines nsubj wanted, to aux take, take xcomp wanted, key dobj take"
    assert custodies(prose, grammar) == []
    assert custodies(prose.replace("wanted", "stooped"), grammar.replace("wanted", "stooped")) == [
        "ines took"
    ]


def test_it_is_the_thing_that_was_dealt_with_last():
    found = custodies(
        "{ines|Ines} drew {#key|a key} out of {#bag|a bag}. {ines|She} gave it to {tom|Tom}.",
        "Ines nsubj drew, key dobj drew, out prep drew, of prep out, bag pobj of, a det key, "
        "She nsubj gave, it dobj gave, to dative gave, Tom pobj to",
        tags="key=NOUN bag=NOUN it=PRON",
    )
    assert found == ["ines had", "tom given"]


def test_another_noun_in_between_may_be_what_it_means():
    found = custodies(
        "{ines|Ines} had {#key|a key}. The storm rose. {tom|Tom} took it.",
        "Ines nsubj had, key dobj had, storm nsubj rose, Tom nsubj took, it dobj took",
        tags="key=NOUN storm=NOUN it=PRON",
    )
    assert found == ["ines had"]


def test_whose_hand_or_neck_it_is_put_in_has_it():
    into = "Ines nsubj put, ring dobj put, in prep put, his poss hand, hand pobj in"
    assert custodies("{ines|Ines} put {#ring|a ring} in {tom|his} hand.", into) == ["tom given"]
    own = into.replace("hand", "pocket").replace("his", "her")
    prose = "{ines|Ines} put {#ring|a ring} in {ines|her} pocket."
    assert custodies(prose, own) == ["ines had"]


def test_a_thing_put_down_in_a_place_is_with_nobody():
    grammar = "Ines nsubj laid, ring dobj laid, on prep laid, table pobj on"
    prose = "{ines|Ines} laid {#ring|a ring} on the table."
    assert custodies(prose, grammar) == ["nobody left"]
    assert custodies(prose.replace("laid", "put"), grammar.replace("laid", "put")) == []


def test_a_thing_seen_in_somebodys_hand_is_held():
    grammar = (
        "Ines nsubj came, with prep came, lamp pobj with, in prep lamp, her poss hand, hand pobj in"
    )
    prose = "{ines|Ines} came with {#lamp|a lamp} in {ines|her} hand."
    assert custodies(prose, grammar) == ["ines had"]


def test_what_is_only_called_somebodys_is_held_until_more_is_known():
    found = custodies(
        "{ines|Her} hat fell. {tom|Tom} took {#hat|the hat}.".replace(
            "hat fell", "{#hat|hat} fell"
        ),
        "Her poss hat, hat nsubj fell, Tom nsubj took, hat#2 dobj took",
    )
    assert found == ["ines had", "tom took"]
    alone = "Her poss hat, hat nsubj fell"
    assert custodies("{ines|Her} {#hat|hat} fell.", alone) == []


def test_a_thing_that_is_gone_is_with_nobody():
    grammar = "compass nsubj was, gone acomp was"
    assert custodies("{#compass|The compass} was gone.", grammar) == ["nobody lost"]


def test_things_of_one_name_are_told_apart_by_what_is_said_of_them():
    story, scores = narrated(
        "{ines|Ines} took {#big|the big key}. {tom|Tom} took {#small|the small key}. "
        "{ines|Ines} lost {#later|the big key}.",
        "Ines nsubj took, big amod key, key dobj took, Tom nsubj took#2, small amod key#2, "
        "key#2 dobj took#2, Ines#2 nsubj lost, big#2 amod key#3, key#3 dobj lost",
    )
    found = FindItems(scores)(story)
    assert [each.item_id for each in found] == ["#big", "#small", "#big"]


def test_who_is_hardly_known_has_nothing():
    grammar = "He nsubj took, key dobj took"
    assert custodies("{?|He} took {#key|the key}.", grammar) == []


def test_she_is_nobody_who_is_called_he():
    prose = "{tom|Tom} sat. {tom|She} took {#key|the key}."
    assert custodies(prose, "She nsubj took, key dobj took", tom="he") == []


@pytest.mark.parametrize("seed", range(3))
def test_any_scores_give_custodies_that_check(seed):
    story, _ = narrated(
        "{ines|Ines} took {#key|the key} and {#lamp|a lamp} from {tom|Tom}. It was {tom|his}.\n\n"
        "“Give it back,” said {tom|Tom}. {ines|She} threw {#key|it} at {tom|him} and laughed."
    )
    found = FindItems(any_scores(story.document, seed))(story)
    check(story.with_layer("items", found))
