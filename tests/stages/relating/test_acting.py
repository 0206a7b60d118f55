from related import read

ARCS = [("His", "poss", "aunt"), ("aunt", "nsubj", "shut")]
TAGS = {"shut": "VERB"}
PROSE = "{tom|Tom} sat with {ada|Ada}. {tom|His} aunt shut the gate."


def test_a_relative_who_acts_is_the_only_one_there_who_can_be_meant():
    found = read(PROSE, ARCS, TAGS, present=("tom", "ada"), tom="he", ada="she")
    assert found == [("ada", "aunt_or_uncle", "tom", "His aunt")]


def test_where_two_can_be_meant_nobody_is():
    prose = f"{{ines|Ines}} sang. {PROSE}"
    there = ("tom", "ada", "ines")
    assert read(prose, ARCS, TAGS, present=there, tom="he", ada="she", ines="she") == []


def test_one_who_is_remembered_need_not_be_there():
    arcs = [("His", "poss", "aunt"), ("aunt", "nsubj", "taught"), ("had", "aux", "taught")]
    prose = PROSE.replace("shut the gate", "had taught him")
    there = {"present": ("tom", "ada"), "tom": "he", "ada": "she"}
    assert read(prose, arcs, {"taught": "VERB"}, **there) == []


def test_one_who_used_to_do_something_need_not_be_there():
    arcs = [("His", "poss", "aunt"), ("aunt", "nsubj", "used")]
    prose = PROSE.replace("shut the gate", "used to sing")
    there = {"present": ("tom", "ada"), "tom": "he", "ada": "she"}
    assert read(prose, arcs, {"used": "VERB"}, **there) == []


def test_one_who_is_told_something_is_the_one_spoken_to():
    prose = "“Row,” {me|I} told {me|my} cousin. {odo|Odo} rowed. {odo|Odo} sang."
    arcs = [("my", "poss", "cousin"), ("cousin", "dobj", "told")]
    said = {"spoken": {"q1": ("me", "odo")}, "cued": {"q1": "I told"}, "narrator": "me"}
    found = read(prose, arcs, {"told": "VERB"}, **said)
    assert found == [("odo", "cousin", "me", "my cousin")]
