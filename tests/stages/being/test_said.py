"""What people say of each other's states."""

from told import narrated

from fabula.stages.states import FindStates


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


def test_who_calls_himself_a_pig_is_none():
    grammar = "I nsubj am, a det pig, pig attr am, Tom nsubj said"
    assert states("“{tom|I} am a pig,” said {tom|Tom}.", grammar) == []
