from related import read


def test_a_name_behind_the_verb_is_the_relative():
    arcs = [("My", "poss", "friend"), ("friend", "nsubj", "was"), ("Odo", "attr", "was")]
    found = read("{me|My} best friend was {odo|Odo}.", arcs, {"Odo": "PROPN"}, narrator="me")
    assert found == [("odo", "friend", "me", "My best friend")]


def test_the_name_below_a_letter_is_the_relative_of_the_one_it_is_to():
    prose = "{tom|Tom} read.\n\n{tom|Your} loving brother,\n\n{odo|Odo}"
    assert read(prose, [("Your", "poss", "brother")]) == [
        ("odo", "sibling", "tom", "Your loving brother")
    ]


def test_whose_best_pupil_somebody_was_had_them_for_one():
    arcs = [
        ("Odo", "nsubj", "was"),
        ("pupil", "attr", "was"),
        ("had", "relcl", "pupil"),
        ("Ada", "nsubj", "had"),
    ]
    found = read("{odo|Odo} was the best pupil {ada|Ada} ever had.", arcs)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("odo", "pupil", "ada")]


def test_one_who_speaks_as_a_sister_is_the_sister():
    arcs = [
        ("as", "prep", "order"),
        ("sister", "pobj", "as"),
        ("your", "poss", "sister"),
        ("I", "nsubj", "order"),
    ]
    prose = "“And as {tom|your} sister {ada|I} order it,” said {ada|Ada} to {tom|Tom}."
    found = read(prose, arcs, spoken={"q1": ("ada", "tom")})
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ada", "sibling", "tom")]
    assert read(prose.replace("as {tom|your}", "as {tom|his}"), arcs[:2]) == []


def test_a_name_that_explains_a_noun_is_who_the_clause_behind_tells_of():
    arcs = [
        ("Ada", "appos", "cook"),
        ("is", "relcl", "cook"),
        ("who", "nsubj", "is"),
        ("sister", "attr", "is"),
        ("Tom’s", "poss", "sister"),
    ]
    found = read("We had a cook, {ada|Ada}, who is {tom|Tom}’s sister.", arcs, {"Ada": "PROPN"})
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ada", "sibling", "tom")]


def test_the_captain_of_something_named_is_nobody_s_captain():
    arcs = [
        ("Odo", "nsubj", "was"),
        ("captain", "attr", "was"),
        ("of", "prep", "captain"),
        ("Ada", "pobj", "of"),
    ]
    prose = "{odo|Odo} was captain of {ada|Ada}."
    assert read(prose, arcs, {"Ada": "PROPN"}) == []


def test_my_sergeant_is_the_one_sergeant_of_the_story():
    prose = "{me|My} sergeant waved. {bello|Sergeant Bello} sat. {me|I} sang."
    arcs = [("My", "poss", "sergeant"), ("sergeant", "nsubj", "waved")]
    assert read(prose, arcs, narrator="me") == [("bello", "superior", "me", "My sergeant")]
    two = f"{prose} {{okoro|Sergeant Okoro}} sat."
    assert read(two, arcs, narrator="me") == []


def test_nobody_says_he_to_the_one_he_means():
    arcs = [("He", "nsubj", "is"), ("uncle", "attr", "is"), ("my", "poss", "uncle")]
    prose = "“{odo|He} is {tom|my} uncle,” said {tom|Tom} to {odo|Odo}."
    assert read(prose, arcs, spoken={"q1": ("tom", "odo")}, odo="he", tom="he") == []
    said = {"q1": ("tom", "ada")}
    (found,) = read(f"{prose} {{ada|Ada}} ate.", arcs, spoken=said, odo="he", tom="he")
    assert found[:3] == ("odo", "aunt_or_uncle", "tom")


def test_one_had_and_named_is_who_the_noun_says():
    arcs = [
        ("Ada", "nsubj", "had"),
        ("maid", "dobj", "had"),
        ("named", "acl", "maid"),
        ("Ines", "oprd", "named"),
    ]
    found = read("{ada|Ada} had a maid named {ines|Ines}.", arcs, {"Ines": "PROPN"})
    assert [each[:3] for each in found] == [("ines", "employee", "ada")]


def test_a_guide_is_called_by_a_name():
    arcs = [
        ("My", "poss", "guide"),
        ("guide", "nsubjpass", "called"),
        ("Tom", "attr", "called"),
    ]
    found = read("{me|My} guide is called {tom|Tom}.", arcs, {"Tom": "PROPN"}, narrator="me")
    assert [each[:3] for each in found] == [("tom", "employee", "me")]


def test_a_name_set_off_behind_the_noun_explains_it():
    arcs = [
        ("Ada’s", "poss", "brother"),
        ("brother", "attr", "was"),
        ("skipper", "nsubj", "was"),
        ("Tom", "conj", "brother"),
    ]
    prose = "The skipper was {ada|Ada}’s brother, {tom|Tom}, as we learned."
    tags = {"Tom": "PROPN"}
    assert read(prose, arcs, tags) == [("tom", "sibling", "ada", "Ada’s brother")]
    listed = [*arcs, ("and", "cc", "brother")]
    assert read(prose.replace("r, {", "r, and {"), listed, tags) == []


def test_a_noun_set_off_behind_a_name_explains_it():
    arcs = [
        ("That", "nsubj", "was"),
        ("Ada", "attr", "was"),
        ("her", "poss", "twin"),
        ("twin", "attr", "Ada"),
    ]
    prose = "{ines|Ines} listened. That was {ada|Ada}, {ines|her} twin, at the oars."
    found = read(prose, arcs, {"Ada": "PROPN"}, ines="she", ada="she")
    assert found == [("ada", "twin", "ines", "her twin")]


def test_a_name_before_my_carries_its_verb():
    arcs = [("my", "poss", "cousin"), ("Tom’s", "nsubj", "cousin")]
    prose = "{narrator|I} rowed. {tom|Tom}’s {narrator|my} cousin."
    found = read(prose, arcs, narrator="narrator")
    assert found == [("tom", "cousin", "narrator", "my cousin")]
    assert read(prose.replace("cousin.", "cousin?"), arcs, narrator="narrator") == []


def test_a_name_may_be_told_in_a_clause_of_its_own():
    arcs = [
        ("his", "poss", "gardener"),
        ("gardener", "nsubj", "sang"),
        ("whose", "poss", "name"),
        ("name", "nsubj", "was"),
        ("was", "relcl", "gardener"),
        ("Ned", "attr", "was"),
    ]
    prose = "{tom|Tom} laughed. {tom|His} gardener, whose name was {ned|Ned}, sang."
    arcs = [("His", "poss", "gardener"), *arcs[2:]]
    found = read(prose, arcs, {"Ned": "PROPN"}, tom="he", ned="he")
    assert found == [("ned", "employee", "tom", "His gardener")]


def test_what_is_said_of_a_relative_is_said_of_the_name_beside_it():
    arcs = [
        ("Ada’s", "poss", "father"),
        ("father", "nsubj", "was"),
        ("Tom", "appos", "father"),
        ("cook", "attr", "was"),
        ("Odo’s", "poss", "cook"),
    ]
    prose = "{ada|Ada}’s father, {tom|Tom}, was {odo|Odo}’s cook."
    found = read(prose, arcs, {"Tom": "PROPN"}, tom="he")
    assert {each[:3] for each in found} == {("tom", "parent", "ada"), ("tom", "employee", "odo")}


HAD = [
    ("Odo", "nsubj", "had"),
    ("wife", "dobj", "had"),
    ("Her", "poss", "name"),
    ("name", "nsubj", "was"),
    ("Ines", "attr", "was"),
]


def test_the_name_of_one_had_may_be_told_in_the_next_sentence():
    found = read("{odo|Odo} had a wife. Her name was {ines|Ines}.", HAD, {"Ines": "PROPN"})
    assert [each[:3] for each in found] == [("ines", "spouse", "odo")]


def test_a_wife_s_name_is_not_his():
    arcs = [("His", *HAD[2][1:]) if arc[0] == "Her" else arc for arc in HAD]
    prose = "{odo|Odo} had a wife. His name was {ines|Ines}."
    assert read(prose, arcs, {"Ines": "PROPN"}) == []


def test_a_king_without_a_name_may_be_explained_as_a_father():
    arcs = [
        ("The", "det", "king"),
        ("king", "nsubj", "rode"),
        ("father", "appos", "king"),
        ("Tom’s", "poss", "father"),
    ]
    prose = "{tom|Tom} slept. {king|The king}, {tom|Tom}’s father, rode out."
    found = read(prose, arcs, {"king": "NOUN", "father": "NOUN"}, king="he")
    assert [each[:3] for each in found] == [("king", "parent", "tom")]


def test_a_girl_and_not_his_sister_is_none():
    arcs = [
        ("Ada", "nsubj", "is"),
        ("girl", "attr", "is"),
        ("sister", "conj", "girl"),
        ("his", "poss", "sister"),
    ]
    prose = "{tom|Tom} sang. {ada|Ada} is a girl and not {tom|his} sister."
    assert read(prose, arcs, ada="she", tom="he") == []
    found = read(prose.replace("not ", ""), arcs, ada="she", tom="he")
    assert [each[:3] for each in found] == [("ada", "sibling", "tom")]
