from related import read


def test_names_beside_sons_are_the_sons():
    arcs = [
        ("her", "poss", "sons"),
        ("Tom", "appos", "sons"),
        ("Ned", "conj", "Tom"),
        ("sons", "nsubj", "sang"),
    ]
    found = read("{ines|Ines} and {ines|her} sons {tom|Tom} and {ned|Ned} sang.", arcs)
    assert sorted((a, kind, b) for a, kind, b, _ in found) == [
        ("ned", "child", "ines"),
        ("ned", "sibling", "tom"),
        ("tom", "child", "ines"),
    ]


def test_who_deals_with_the_other_two_is_the_father():
    arcs = [
        ("He", "nsubj", "waited"),
        ("his", "poss", "sons"),
        ("two#2", "nummod", "sons"),
        ("sons", "conj", "He"),
        ("Odo", "nsubj", "nodded"),
        ("to", "prep", "nodded"),
        ("men#2", "pobj", "to"),
        ("other", "amod", "men#2"),
        ("two#3", "nummod", "men#2"),
    ]
    prose = (
        "{two|the two men} sat by {ned|Ned}. "
        "{ned|He} and {ned|his} two sons waited, till {odo|Odo} nodded to the other two men."
    )
    found = read(prose, arcs, two="group")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("two", "child", "odo")]


def test_a_group_in_the_chain_need_not_be_somebody_s_nieces():
    prose = "{drays|The Drays} sat by {ned|Ned}. {ned|His} {drays|nieces} sang."
    arcs = [("His", "poss", "nieces"), ("nieces", "nsubj", "sang")]
    assert read(prose, arcs, drays="group") == []


def test_two_sons_are_the_one_group_of_two():
    arcs = [("His", "poss", "sons"), ("two#2", "nummod", "sons"), ("sons", "nsubj", "sang")]
    prose = "{two|The two carters} sat by {ned|Ned}. {ned|His} two sons sang."
    arcs[1] = ("two#2", "nummod", "sons")
    found = read(prose, arcs, two="group")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("two", "child", "ned")]
