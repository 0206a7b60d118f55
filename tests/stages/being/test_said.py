"""What people say of each other's states."""

import pytest
from msgspec import structs
from told import narrated

from fabula.stages.states import FindStates
from fabula.story import Attribution


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.who_id} {each.value}" for each in FindStates(scores)(story)]


def test_what_people_are_said_to_do_now_and_then_is_no_state():
    grammar = "Tom nsubj snores, Ada nsubj said"
    assert states("“{tom|Tom} snores,” said {ada|Ada}.", grammar) == []
    now = "Tom nsubj snoring, is aux snoring, Ada nsubj said"
    assert states("“{tom|Tom} is snoring,” said {ada|Ada}.", now) == ["tom asleep"]


def test_nobody_who_says_so_is_asleep():
    grammar = "I nsubj am, asleep acomp am, Tom nsubj said"
    assert states("“{tom|I} am asleep,” said {tom|Tom}.", grammar) == []
    assert states("“{tom|I} am ill,” said {tom|Tom}.", grammar.replace("asleep", "ill")) == [
        "tom ill"
    ]


def test_an_order_is_not_yet_carried_out():
    grammar = "Lock ROOT Lock, Tom dobj Lock, in prt Lock, Ada nsubj said"
    prose = "“Lock {tom|Tom} in,” said {ada|Ada}."
    assert states(prose, grammar, tags="Lock=VERB") == []


def test_who_was_locked_in_and_tells_of_it_is_out_again():
    grammar = "They nsubj locked, me dobj locked, in prt locked, Tom nsubj said"
    assert states("“They locked {tom|me} in,” said {tom|Tom}.", grammar) == []
    still = f"{grammar}, have aux locked"
    assert states("“They have locked {tom|me} in,” said {tom|Tom}.", still) == ["tom locked in"]


@pytest.mark.parametrize(("speaker", "found"), [("ada", ["tom dead"]), ("tom", [])])
def test_nobody_says_of_himself_that_the_lieutenant_is_dead(speaker, found):
    story, scores = narrated(
        "“{tom|Lieutenant Tom} is dead.”", "Tom nsubj is, dead acomp is", tags="Tom=PROPN"
    )
    line = Attribution(
        quotation_id=story.quotations[0].id,
        speaker_id=speaker,
        addressee_ids=(),
        evidence="explicit",
        confidence=0.95,
    )
    told = FindStates(scores)(structs.replace(story, attributions=(line,)))
    assert [f"{each.who_id} {each.value}" for each in told] == found


def test_who_calls_himself_a_pig_is_none():
    grammar = "I nsubj am, a det pig, pig attr am, Tom nsubj said"
    assert states("“{tom|I} am a pig,” said {tom|Tom}.", grammar) == []


@pytest.mark.parametrize(
    ("speaker", "to", "found"),
    [("ada", "max", ["tom drunk"]), ("tom", "max", []), ("ada", "tom", [])],
)
def test_he_is_neither_who_speaks_nor_who_is_spoken_to(speaker, to, found):
    prose = "“{tom|He} is drunk,” said {ada|Ada}."
    story, scores = narrated(prose, "He nsubj is, drunk acomp is, Ada nsubj said")
    line = Attribution(
        quotation_id=story.quotations[0].id,
        speaker_id=speaker,
        addressee_ids=(to,),
        evidence="explicit",
        confidence=0.95,
    )
    told = FindStates(scores)(structs.replace(story, attributions=(line,)))
    assert [f"{each.who_id} {each.value}" for each in told] == found


def test_an_insult_is_no_trade():
    grammar = "He nsubj is, a det thief, thief attr is, Ada nsubj said"
    prose = "“{tom|He} is a thief,” said {ada|Ada}."
    assert states(prose, grammar, tags="thief=NOUN") == []
    baker = states(prose.replace("thief", "baker"), grammar.replace("thief", "baker"))
    assert baker == ["tom baker"]


def test_a_number_of_a_list_is_nobodys_age():
    assert states("{tom|Tom} said “2”.", "2 nummod Tom, Tom nsubj said", tags="2=NUM") == []


def test_he_in_talk_is_not_whom_the_narrator_names_beside_it():
    grammar = "He nsubj is, ill acomp is, Ada nsubj said, Tom nsubj rowed"
    named = {"tags": "Tom=PROPN Ada=PROPN"}
    beside = "{tom|Tom} rowed. “{tom|He} is ill,” said {ada|Ada}."
    assert states(beside, grammar, **named) == []
    long_before = beside.replace("rowed.", "rowed." + 4 * " Rain fell.")
    assert states(long_before, grammar, **named) == ["tom ill"]


def test_what_ailed_somebody_once_is_over_by_the_time_of_the_talk():
    grammar = "I nsubj {0}, ill acomp {0}, Tom nsubj said"
    assert states("“{tom|I} was ill,” said {tom|Tom}.", grammar.format("was")) == []
    assert states("“{tom|I} am ill,” said {tom|Tom}.", grammar.format("am")) == ["tom ill"]


def test_others_are_still_bound_who_are_said_to_have_been_tied():
    grammar = "Ada nsubj said, We nsubj tied, him dobj tied"
    assert states("“We tied {tom|him},” said {ada|Ada}.", grammar) == ["tom tied"]
    me = "Ada nsubj said, Max nsubj tied, me dobj tied"
    assert states("“{max|Max} tied {ada|me},” said {ada|Ada}.", me) == []


def test_who_reads_a_letter_out_speaks_for_another():
    grammar = "I nsubj am, ill acomp am, Ada nsubj {}"
    assert states("“{ada|I} am ill,” {ada|Ada} read.", grammar.format("read")) == []
    assert states("{ada|Ada} reads. “{ada|I} am ill.”", grammar.format("reads")) == []
