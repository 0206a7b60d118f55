from related import people_and_arcs

from fabula.stages.relating.being_there import only_one_there
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import unresolved_nouns

PROSE = "{tom|Tom} sat. {tom|He} VERB {tom|his} aunt. {ada|Ada} sang."


def found(verb, relation="dobj", settled=()):
    arcs = [("his", "poss", "aunt"), ("aunt", relation, verb)]
    people, made = people_and_arcs(
        PROSE.replace("VERB", verb),
        arcs,
        {verb: "VERB"},
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
