from related import read


def test_a_name_behind_the_verb_is_the_relative():
    arcs = [("My", "poss", "friend"), ("friend", "nsubj", "was"), ("Odo", "attr", "was")]
    found = read("{me|My} best friend was {odo|Odo}.", arcs, {"Odo": "PROPN"}, narrator="me")
    assert found == [("odo", "friend", "me", "My best friend")]


def test_whose_lamp_a_friend_lifts_is_the_friend():
    arcs = [
        ("his", "poss", "friend"),
        ("friend", "nsubj", "lifted"),
        ("lamp", "dobj", "lifted"),
        ("her", "poss", "lamp"),
    ]
    prose = (
        "{tom|Tom} sat. {tom|his} best friend lifted {ines|her} lamp. {ines|She} and {ines|Ines}."
    )
    tags = {"lifted": "VERB"}
    twice = f"{prose} {{tom|Tom}} was {{ines|Ines}}’s friend."
    arcs += [("Tom#2", "nsubj", "was"), ("friend#2", "attr", "was"), ("Ines’s", "poss", "friend#2")]
    found = read(twice, arcs, tags, tom="he", ines="she")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ines", "friend", "tom")]
    his = twice.replace("{ines|her} lamp", "{tom|his} lamp")
    arcs = [arc for arc in arcs if arc[0] != "her"]
    (kept,) = read(his, arcs, tags, tom="he", ines="she")
    assert kept[3] == "Ines’s friend"


def test_the_name_below_a_letter_is_the_relative_of_the_one_it_is_to():
    prose = "{tom|Tom} read.\n\n{tom|Your} loving brother,\n\n{odo|Odo}"
    assert read(prose, [("Your", "poss", "brother")]) == [
        ("odo", "sibling", "tom", "Your loving brother")
    ]
