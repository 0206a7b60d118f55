from related import people_and_arcs, read

from fabula.stages.relating.owners import owner_at

CUE = [("her", "poss", "aunt"), ("aunt", "compound", "Ines")]
PROSE = "{eve|Eve} sat with {ada|Ada}. “Eat,” said {eve|her} aunt {ines|Ines}."
SEX = {"eve": "she", "ada": "she", "ines": "she"}


def test_the_aunt_who_says_it_is_the_aunt_of_the_one_she_says_it_to():
    said = {"spoken": {"q1": ("ines", "ada")}, "cued": {"q1": "said her aunt"}}
    found = read(PROSE, CUE, {"Ines": "PROPN"}, present=("eve", "ada", "ines"), **said, **SEX)
    assert [each[:3] for each in found] == [("ines", "aunt_or_uncle", "ada")]


def test_where_he_is_spoken_to_she_is_somebody_else():
    said = {"spoken": {"q1": ("ines", "ada")}, "cued": {"q1": "said her aunt"}}
    sex = {**SEX, "ada": "he"}
    found = read(PROSE, CUE, {"Ines": "PROPN"}, present=("eve", "ada", "ines"), **said, **sex)
    assert [each[:3] for each in found] == [("ines", "aunt_or_uncle", "eve")]


def test_the_dad_of_a_girl_who_says_so_is_not_the_dad_of_anybody_else():
    arcs = [
        ("said", "relcl", "girl"),
        ("who", "nsubj", "said"),
        ("was", "ccomp", "said"),
        ("dad", "nsubj", "was"),
        ("her", "poss", "dad"),
    ]
    prose = "{ada|Ada} met a girl who said that {ada|her} dad was out."
    people, made = people_and_arcs(prose, arcs, ada="she")
    row = made.words.index("her")
    assert owner_at(people, made, row) is None
    other = [("met", "nsubj", "Ada"), ("her", "poss", "dad")]
    people, made = people_and_arcs(prose, other, ada="she")
    assert owner_at(people, made, row).entity_id == "ada"
