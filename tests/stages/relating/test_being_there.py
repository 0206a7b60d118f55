from related import people_and_arcs

from fabula.stages.relating.being_there import (
    fitting_there,
    is_spoken_of,
    is_there,
    only_one_there,
)
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import unresolved_nouns

PROSE = "{tom|Tom} sat. {tom|He} VERB {tom|his} aunt. {ada|Ada} sang."


def found(verb, relation="dobj", settled=(), tense=None):
    arcs = [("his", "poss", "aunt"), ("aunt", relation, verb)]
    people, made = people_and_arcs(
        PROSE.replace("VERB", verb),
        arcs,
        {verb: "VERB"},
        tense=tense,
        present=("tom", "ada"),
        tom="he",
        ada="she",
    )
    (noun,) = unresolved_nouns(people, made, Settled([]))
    return only_one_there(people, made, noun, Settled(settled))


def test_one_who_is_kissed_is_there_and_one_who_is_missed_is_not():
    assert found("kissed") == "ada"
    assert found("missed") is None


def test_one_who_is_kin_already_is_not_thought_of():
    assert found("kissed", settled=[("ada", "cousin", "tom")]) is None


def relative_in(prose, relations, present, **given):
    people, arcs = people_and_arcs(prose, relations, {"rocked": "VERB"}, present=present, **given)
    (noun,) = unresolved_nouns(people, arcs, Settled([]))
    return people, arcs, noun


def test_who_has_another_part_in_the_clause_is_not_the_relative():
    prose = "{tom|Tom} sat. {tom|His} cousin rocked {odo|odo}. {ada|Ada} sang."
    arcs = [("His", "poss", "cousin"), ("cousin", "nsubj", "rocked"), ("odo", "dobj", "rocked")]
    people, made, noun = relative_in(prose, arcs, ("tom", "odo", "ada"), tom="he", ada="she")
    assert fitting_there(people, made, noun, Settled([])) == ["ada"]


def test_whose_hand_is_held_is_there_and_whose_voice_is_heard_need_not_be():
    prose = "{tom|Tom} sat. {ada|Ada} rocked {tom|his} aunt's hand."
    arcs = [("his", "poss", "aunt's"), ("aunt's", "poss", "hand"), ("hand", "dobj", "rocked")]
    people, made, noun = relative_in(prose, arcs, ("tom", "ada"), tom="he", ada="she")
    assert is_there(people, made, noun)
    arcs = [*arcs[:1], ("aunt's", "poss", "voice"), ("voice", "dobj", "rocked")]
    heard = prose.replace("hand", "voice")
    people, made, noun = relative_in(heard, arcs, ("tom", "ada"), tom="he", ada="she")
    assert not is_there(people, made, noun)


def test_one_who_has_died_is_only_spoken_of():
    prose = "{tom|Tom} sat. {tom|His} aunt rocked. {ada|Ada} sang."
    acts = [("His", "poss", "aunt"), ("aunt", "nsubj", "rocked")]
    people, arcs, noun = relative_in(prose, acts, ("tom", "ada"), tom="he", ada="she")
    assert not is_spoken_of(arcs, noun)
    people, arcs = people_and_arcs(
        prose.replace("rocked", "died"),
        [("His", "poss", "aunt"), ("aunt", "nsubj", "died")],
        {"died": "VERB"},
        present=("tom", "ada"),
        tom="he",
        ada="she",
    )
    (noun,) = unresolved_nouns(people, arcs, Settled([]))
    assert is_spoken_of(arcs, noun)


def test_what_is_told_in_the_past_of_a_story_in_the_present_is_not_there():
    assert found("kissed", tense="past") == "ada"
    assert found("kissed", tense="present") is None


def test_one_since_whose_leaving_something_happens_is_only_spoken_of():
    prose = "{tom|Tom} sang. {tom|He} slept since {tom|his} aunt left."
    arcs = [("his", "poss", "aunt"), ("aunt", "nsubj", "left")]
    for relation, spoken_of in (("advcl", True), ("conj", False)):
        people, made = people_and_arcs(
            prose, [*arcs, ("left", relation, "slept")], {"left": "VERB"}, tom="he"
        )
        (noun,) = unresolved_nouns(people, made, Settled([]))
        assert is_spoken_of(made, noun) == spoken_of
