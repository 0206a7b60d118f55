from related import people_and_arcs

from fabula.stages.relating.namesakes import Namesakes

PROSE = "{ada|Ada Dray} and {tom|Mr. Dray} met {eve|Eve Fell}."
SEX = {"ada": "she", "tom": "he", "eve": "she"}


def test_the_only_other_dray_is_her_father_and_not_her_husband():
    namesakes = Namesakes(people_and_arcs(PROSE, **SEX)[0])
    assert namesakes.of("ada", "parent", "father") == "tom"
    assert namesakes.of("ada", "spouse", "husband") is None
    assert namesakes.of("ada", "sibling", "sister") is None
    assert namesakes.of("eve", "parent", "father") is None


def test_an_uncle_need_not_have_the_name():
    assert Namesakes(people_and_arcs(PROSE, **SEX)[0]).of("ada", "aunt_or_uncle", "uncle") is None
