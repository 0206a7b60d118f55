from related import read

BROTHER = [("Her", "poss", "brother"), ("Fell#2", "appos", "brother")]
TAGS = {"Fell": "PROPN", "Fell#2": "PROPN"}


def test_two_who_were_born_with_two_names_are_no_siblings():
    prose = "{ada|Miss Dray} sat. {odo|Mr Fell} ate. {ada|Her} brother {odo|Mr Fell} sang."
    assert read(prose, BROTHER, TAGS, odo="he", ada="she") == []
    married = prose.replace("Miss", "Mrs")
    (found,) = read(married, BROTHER, TAGS, odo="he", ada="she")
    assert found[:3] == ("odo", "sibling", "ada")


def test_a_father_has_the_name_of_his_unmarried_daughter():
    arcs = [("Her", "poss", "father"), ("Fell#2", "appos", "father")]
    prose = "{ada|Miss Dray} sat. {odo|Mr Fell} ate. {ada|Her} father {odo|Mr Fell} sang."
    assert read(prose, arcs, TAGS, odo="he", ada="she") == []
    (found,) = read(prose.replace("Dray", "Fell"), arcs, TAGS, odo="he", ada="she")
    assert found[:3] == ("odo", "parent", "ada")
