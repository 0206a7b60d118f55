from related import read

TWO = [("Tom", "nsubj", "were"), ("and", "cc", "Tom"), ("Ned", "conj", "Tom")]


def test_two_are_said_to_be_something_to_each_other():
    found = read("{tom|Tom} and {ned|Ned} were cousins.", [*TWO, ("cousins", "attr", "were")])
    assert found == [("tom", "cousin", "ned", "Tom and Ned")]


def test_those_who_used_to_be_lovers_are_former_lovers():
    found = read(
        "{tom|Tom} and {ned|Ned} used to be lovers.",
        [
            ("Tom", "nsubj", "be"),
            ("Ned", "conj", "Tom"),
            ("be", "xcomp", "used"),
            ("lovers", "attr", "be"),
        ],
    )
    assert found == [("tom", "former_lover", "ned", "Tom and Ned")]


def test_somebody_else_s_brothers_are_not_each_other_s():
    given = [*TWO, ("brothers", "attr", "were"), ("Ada’s", "poss", "brothers")]
    assert read("{tom|Tom} and {ned|Ned} were {ada|Ada}’s brothers.", given) == []


def test_a_wedding_makes_spouses():
    married = [("Ada", "nsubj", "married"), ("Tom", "dobj", "married")]
    found = read("{ada|Ada} married {tom|Tom}.", married, {"married": "VERB"})
    assert found == [("ada", "spouse", "tom", "Ada married Tom")]


def test_a_wedding_that_might_have_been_makes_none():
    married = [
        ("Ada", "nsubj", "married"),
        ("Tom", "dobj", "married"),
        ("would", "aux", "married"),
    ]
    found = read("{ada|Ada} would have married {tom|Tom}.", married, {"married": "VERB"})
    assert found == []


def test_one_who_works_for_another_is_employed():
    worked = [("Ada", "nsubj", "worked"), ("for", "prep", "worked"), ("Tom", "pobj", "for")]
    found = read("{ada|Ada} worked for {tom|Tom}.", worked, {"worked": "VERB"})
    assert found == [("ada", "employee", "tom", "Ada worked for Tom")]
