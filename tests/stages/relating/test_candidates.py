from related import read

ARCS = [("His", "poss", "aunt"), ("aunt", "nsubj", "shut")]
TAGS = {"shut": "VERB", "Ada": "PROPN"}
NEXT = [*ARCS, ("Ada#2", "nsubj", "sat")]
PROSE = "{ada|Ada} ran. {tom|Tom} sat. {tom|His} aunt shut the gate. {ada|Ada} sat. {ada|Ada} sang."
THERE = {"present": ("tom", "ada"), "tom": "he", "ada": "she"}


def test_the_only_woman_there_who_is_named_next_is_the_aunt():
    assert read(PROSE, NEXT, TAGS, **THERE) == [("ada", "aunt_or_uncle", "tom", "His aunt")]


def test_to_be_the_only_woman_there_is_not_enough():
    assert read(PROSE, ARCS, TAGS, **THERE) == []


def test_where_two_can_be_meant_nobody_is():
    prose = f"{{ines|Ines}} sang. {PROSE}"
    there = {**THERE, "present": ("tom", "ada", "ines"), "ines": "she"}
    assert read(prose, NEXT, TAGS, **there) == []


def test_one_who_is_remembered_need_not_be_there():
    arcs = [ARCS[0], ("aunt", "nsubj", "taught"), ("had", "aux", "taught"), NEXT[-1]]
    prose = PROSE.replace("shut the gate", "had taught him")
    assert read(prose, arcs, {"taught": "VERB", "Ada": "PROPN"}, **THERE) == []


def test_one_who_used_to_do_something_need_not_be_there():
    arcs = [("His", "poss", "aunt"), ("aunt", "nsubj", "used"), ("Ada#2", "nsubj", "sat")]
    prose = PROSE.replace("shut the gate", "used to sing")
    assert read(prose, arcs, {"used": "VERB", "Ada": "PROPN"}, **THERE) == []


def test_one_who_is_told_something_is_the_one_spoken_to_if_he_is_named_next():
    prose = "“Row,” {me|I} told {me|my} cousin. {odo|Odo} rowed. {odo|Odo} sang."
    arcs = [("my", "poss", "cousin"), ("cousin", "dobj", "told"), ("Odo", "nsubj", "rowed")]
    said = {"spoken": {"q1": ("me", "odo")}, "cued": {"q1": "I told"}, "narrator": "me"}
    prose = prose.replace("cousin", "uncle")
    arcs = [tuple(each.replace("cousin", "uncle") for each in arc) for arc in arcs]
    tags = {"told": "VERB", "Odo": "PROPN"}
    found = read(prose, arcs, tags, odo="he", **said)
    assert found == [("odo", "aunt_or_uncle", "me", "my uncle")]


def test_the_only_other_one_of_the_name_is_the_father():
    prose = "{tom|Tom Dray} sat. {tom|His} father slept. {odo|Odo Dray} was a baker."
    arcs = [("His", "poss", "father"), ("father", "nsubj", "slept")]
    found = read(prose, arcs, tom="he", odo="he")
    assert found == [("odo", "parent", "tom", "His father")]
    other = f"{prose} {{ned|Ned Dray}} was a cook."
    assert read(other, arcs, tom="he", odo="he", ned="he") == []


def test_of_friends_and_pupils_nobody_guesses_who_is_meant():
    for noun in ("friend", "pupil"):
        prose = PROSE.replace("aunt", noun)
        arcs = [tuple(word.replace("aunt", noun) for word in each) for each in NEXT]
        assert read(prose, arcs, TAGS, **THERE) == []


def test_a_wife_who_had_died_is_nobody_who_acts():
    # Without a rule or a chain nobody would be meant: here the chain of the words is Ada's.
    prose = "{ada|Ada} ran. {tom|Tom} sat. {tom|His} {ada|aunt} slept. {ada|Ada} sang."
    acts = [("His", "poss", "aunt"), ("aunt", "nsubj", "slept"), ("Ada#2", "nsubj", "sang")]
    given = {"present": ("tom", "ada"), "tom": "he", "ada": "she"}
    tags = {"slept": "VERB", "Ada": "PROPN"}
    assert [each[:3] for each in read(prose, acts, tags, **given)] == [
        ("ada", "aunt_or_uncle", "tom")
    ]
    died = [acts[0], ("aunt", "nsubj", "died"), ("had", "aux", "died"), acts[2]]
    tags = {"died": "VERB", "Ada": "PROPN"}
    assert read(prose.replace("slept", "had died"), died, tags, **given) == []


def test_a_cat_is_nobody_s_aunt():
    given = {"species": {"ada": "cat"}, **THERE}
    assert read(PROSE, NEXT, TAGS, **given) == []


def test_a_sister_of_the_ward_is_not_one_s_own():
    arcs = [("his", "poss", "sister"), ("sister", "dobj", "fetched"), ("Dray", "nsubj", "was")]
    prose = "{tom|Tom} fetched {tom|his} sister. {ada|Ada Dray} was a nurse."
    known = [*arcs, ("Ada", "compound", "Dray")]
    found = read(prose, known, {"Ada": "PROPN", "Dray": "PROPN"}, tom="he", ada="she")
    assert [each[:3] for each in found] == [("ada", "sibling", "tom")]
    titled = [*arcs, ("Sister", "compound", "Dray")]
    tags = {"Sister": "PROPN", "Dray": "PROPN"}
    assert read(prose.replace("Ada", "Sister"), titled, tags, tom="he", ada="she") == []


def test_tom_s_own_aunt_is_not_the_woman_who_is_there():
    own = [*NEXT, ("own", "amod", "aunt")]
    assert read(PROSE.replace("His} aunt", "His} own aunt"), own, TAGS, **THERE) == []
