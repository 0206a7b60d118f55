"""“He” may be a stranger who came up since the person was last named."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.who_id} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("between", "grammar", "found"),
    [
        ("{?|A man} sat there.", "man nsubj sat", []),
        ("{?|A woman} sat there.", "woman nsubj sat", ["tom asleep"]),
        ("{?|Somebody} sat there.", "Somebody nsubj sat", []),
        ("Rain fell.", "Rain nsubj fell", ["tom asleep"]),
        ("A boat lay by {?|a man}.", "boat nsubj lay, by prep lay, man pobj by", ["tom asleep"]),
        ("It is {?|a man}.", "It nsubj is, man attr is", []),
        ("It is {?|the captain}.", "It nsubj is, captain attr is", ["tom asleep"]),
    ],
)
def test_he_may_be_the_stranger_just_told_of(between, grammar, found):
    prose = f"{{tom|Captain Tom}} rowed. {between} {{tom|He}} was asleep."
    grammar = f"Tom nsubj rowed, {grammar}, He nsubj was, asleep acomp was"
    assert states(prose, grammar, tom="he", tags="Tom=PROPN") == found


def test_his_foot_is_that_of_whom_the_phrase_describes():
    prose = "{tom|Tom} sat. By {?|a keeper} with {tom|his} swollen foot stood a goat."
    grammar = (
        "Tom nsubj sat, goat nsubj stood, By prep stood, keeper pobj By, with prep keeper, "
        "foot pobj with, swollen amod foot, his poss foot"
    )
    tags = "Tom=PROPN keeper=NOUN foot=NOUN with=ADP"
    assert states(prose, grammar, tom="he", tags=tags) == []
    alone = grammar.replace("with prep keeper", "with prep stood")
    assert states(prose, alone, tom="he", tags=tags) == ["tom swollen foot"]


def test_who_is_like_a_boy_when_he_is_ill_is_well():
    prose = "{tom|Tom} sat. He looks like {?|a boy} when {tom|he} is ill."
    grammar = (
        "Tom nsubj sat, He nsubj looks, like prep looks, boy pobj like, when advmod is, "
        "he nsubj is, ill acomp is, is advcl looks"
    )
    tags = "Tom=PROPN boy=NOUN"
    assert states(prose, grammar, tom="he", tags=tags) == []
    assert states(
        prose.replace("{?|a boy}", "a pig"),
        grammar.replace("boy", "pig"),
        tom="he",
        tags="Tom=PROPN pig=NOUN",
    ) == ["tom ill"]


def test_he_may_be_whoever_was_named_since():
    told = "{{tom|Tom}} rowed. {} It was dark. Rain fell. {{tom|He}} was asleep."
    grammar = "Tom nsubj rowed, {} nsubj sang, Rain nsubj fell, He nsubj was#2, asleep acomp was#2"
    max_ = {"tom": "he", "max": "he", "tags": "Tom=PROPN Max=PROPN"}
    assert states(told.format("{max|Max} sang."), grammar.format("Max"), **max_) == []
    ada = {"tom": "he", "ada": "she", "tags": "Tom=PROPN Ada=PROPN"}
    assert states(told.format("{ada|Ada} sang."), grammar.format("Ada"), **ada) == ["tom asleep"]
