"""States told by verbs."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        ("{tom|Tom} slept.", "Tom nsubj slept", ["sleep asleep"]),
        (
            "{tom|Tom} slept for years.",
            "Tom nsubj slept, for prep slept, years pobj for",
            [],
        ),
        (
            "{ada|She} had {tom|him} tied.",
            "She nsubj had, tied ccomp had, him nsubj tied",
            ["liberty tied"],
        ),
        (
            "{tom|Tom} slept with his hat on.",
            "Tom nsubj slept, with prep slept, hat pobj with",
            ["sleep asleep"],
        ),
        (
            "{tom|Tom} had dropped it and cried.",
            "Tom nsubj dropped, had aux dropped, it dobj dropped, cried conj dropped",
            [],
        ),
        ("{tom|Tom} slept little.", "Tom nsubj slept, little advmod slept", []),
        ("At night {tom|Tom} slept.", "At prep slept, night pobj At, Tom nsubj slept", []),
        ("{ada|Ada} bit {tom|Tom}.", "Ada nsubj bit, Tom dobj bit", []),
        (
            "{ada|Ada} bit {tom|Tom} in the ear.",
            "Ada nsubj bit, Tom dobj bit, in prep bit, ear pobj in",
            ["injury bitten"],
        ),
        (
            "{ada|Ada} bound {tom|Tom} up with a scarf.",
            "Ada nsubj bound, Tom dobj bound, up prt bound, with prep bound, scarf pobj with",
            ["injury bandaged"],
        ),
        (
            "{ada|Ada} bound {tom|Tom} up with a rope.",
            "Ada nsubj bound, Tom dobj bound, up prt bound, with prep bound, rope pobj with",
            ["liberty bound"],
        ),
        ("{tom|Tom} vomited.", "Tom nsubj vomited", ["illness sick"]),
        (
            "{ada|Ada} gagged {tom|Tom}.",
            "Ada nsubj gagged, Tom dobj gagged",
            ["voice gagged"],
        ),
        (
            "{ada|Ada} put {tom|Tom} in the cell.",
            "Ada nsubj put, Tom dobj put, in prep put, cell pobj in",
            ["liberty put in the cell"],
        ),
        (
            "{ada|Ada} put {tom|Tom} in the cellar.",
            "Ada nsubj put, Tom dobj put, in prep put, cellar pobj in",
            [],
        ),
        ("{tom|Tom} stopped crying.", "Tom nsubj stopped, crying xcomp stopped", []),
    ],
)
def test_deeds_put_people_into_states(prose, grammar, found):
    assert (
        states(
            prose,
            grammar,
            tags="".join(f" {each}=VERB" for each in ("crying", "cried") if each in prose),
        )
        == found
    )


def test_who_sleeps_now_and_then_is_not_asleep():
    grammar = "Tom nsubj slept"
    assert states("{tom|Tom} slept in the attic.", grammar, events="Tom") == []


def test_who_dreams_is_asleep():
    grammar = "Tom nsubj dreamed, flew ccomp dreamed, he nsubj flew"
    assert states("{tom|Tom} dreamed that {tom|he} flew.", grammar) == ["sleep asleep"]
    of_it = "Tom nsubj dreamed, of prep dreamed, sea pobj of"
    assert states("{tom|Tom} dreamed of the sea.", of_it) == []


@pytest.mark.parametrize(
    ("freed", "grammar"),
    [
        ("{ada|Ada} let {tom|him} go.", "Ada nsubj let, go ccomp let, him nsubj go"),
        ("{ada|Ada} set {tom|him} free.", "Ada nsubj set, him dobj set"),
        ("{ada|Ada} cut {tom|him} loose.", "Ada nsubj cut, him dobj cut"),
        ("{tom|He} got away.", "He nsubj got"),
    ],
)
def test_who_is_let_go_is_free(freed, grammar):
    bound = "They nsubj tied, Tom dobj tied"
    story, scores = narrated(
        f"{{?|They}} tied {{tom|Tom}}. {freed}", f"{bound}, {grammar}", tom="he", ada="she"
    )
    (state,) = FindStates(scores)(story)
    assert state.attribute == "liberty"
    assert state.ended_by is not None


def test_who_calms_down_is_upset_no_longer():
    grammar = "Tom nsubj was, upset acomp was, He nsubj calmed"
    story, scores = narrated("{tom|Tom} was upset. {tom|He} calmed down.", grammar)
    (upset,) = FindStates(scores)(story)
    assert story.document[upset.ended_by] == "He calmed"


def test_a_faint_before_the_next_paragraphs_speech_is_no_cry():
    prose = "{ada|Ada} snored.\n\n“Up!” said {tom|Tom}."
    assert states(prose, "Ada nsubj snored, Tom nsubj said", tom="he", ada="she") == [
        "sleep asleep"
    ]


def test_who_cries_a_bit_says_nothing():
    story, scores = narrated("{ada|Ada} cried a bit.", "Ada nsubj cried, a det bit, bit dobj cried")
    assert [state.value for state in FindStates(scores)(story)] == ["crying"]


def test_who_is_strapped_up_by_a_nurse_goes_free():
    grammar = "Ada nsubj strapped, Tom dobj strapped"
    story, scores = narrated("{ada|Ada} strapped {tom|Tom} down.", grammar)
    assert [state.value for state in FindStates(scores)(story)] == ["strapped"]
    story, scores = narrated("{ada|Ada} strapped {tom|Tom} up.", grammar)
    assert not FindStates(scores)(story)


@pytest.mark.parametrize(
    ("prose", "grammar"),
    [
        ("{tom|Tom} fell into a deep sleep.", "Tom nsubj fell, into prep fell, sleep pobj into"),
        ("Sleep took {tom|Tom}.", "Sleep nsubj took, Tom dobj took"),
        (
            "{tom|Tom} cried {tom|himself} to sleep.",
            "Tom nsubj cried, himself dobj cried, to prep cried, sleep pobj to",
        ),
        ("{tom|Tom} took a nap.", "Tom nsubj took, nap dobj took"),
    ],
)
def test_there_are_many_ways_to_sleep(prose, grammar):
    assert "sleep asleep" in states(prose, grammar)


def test_who_turns_round_is_unhurt():
    grammar = "Tom nsubj turned, himself dobj turned"
    assert states("{tom|Tom} turned {tom|himself}.", grammar) == []


def test_who_throws_up_is_sick_and_hands_are_thrown_up_by_anybody():
    assert states("{tom|Tom} threw up.", "Tom nsubj threw, up prt threw") == ["illness sick"]
    grammar = "Tom nsubj threw, up prt threw, hands dobj threw"
    assert states("{tom|Tom} threw up both hands.", grammar) == []


def test_who_did_something_before_dying_is_dead():
    grammar = "Ada nsubj sang, before mark died, she nsubj died, died advcl sang"
    assert states("{ada|Ada} sang before {ada|she} died.", grammar) == ["life dead"]
    will = "Ada nsubj sings, before mark dies, she nsubj dies, dies advcl sings"
    assert states("{ada|Ada} sings before {ada|she} dies.", will) == []
