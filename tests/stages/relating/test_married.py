from related import read


def test_mrs_and_captain_of_one_name_are_married():
    found = read("{ada|Mrs Dray} poured. {odo|Captain Dray} drank.", odo="he", ada="she")
    assert found == [("odo", "spouse", "ada", "Mrs Dray")]


def test_a_son_who_is_called_by_his_first_name_is_no_husband():
    assert read("{ada|Mrs Dray} poured. {odo|Odo Dray} drank.", odo="he", ada="she") == []


def test_of_two_misters_neither_is_the_husband():
    prose = "{ada|Mrs Dray} poured. {odo|Captain Dray} drank. {ned|Mr Dray} ate."
    assert read(prose, odo="he", ned="he", ada="she") == []


def test_the_brother_of_a_wife_has_another_name():
    arcs = [("Her", "poss", "brother"), ("Odo#2", "appos", "brother")]
    prose = "{ada|Mrs Dray} sat. {odo|Odo Dray} ate. {ada|Her} brother {odo|Odo} sang."
    given = {"odo": "he", "ada": "she"}
    assert read(prose, arcs, {"Odo": "PROPN"}, **given) == []
    (found,) = read(prose.replace("Odo Dray", "Odo Fell"), arcs, {"Odo": "PROPN"}, **given)
    assert found[:3] == ("odo", "sibling", "ada")


def test_a_mister_with_a_first_name_is_as_likely_a_son():
    assert read("{ada|Mrs Dray} poured. {odo|Mr Odo Dray} drank.", odo="he", ada="she") == []


def test_lady_dray_is_the_wife_of_sir_odo_and_lady_susan_is_not():
    found = read("{ada|Lady Dray} poured. {odo|Sir Odo Dray} drank.", odo="he", ada="she")
    assert [each[:3] for each in found] == [("odo", "spouse", "ada")]
    prose = "{ada|Lady Susan Dray} poured. {odo|Sir Odo Dray} drank."
    assert read(prose, odo="he", ada="she") == []
