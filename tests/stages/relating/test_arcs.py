from related import people_and_arcs


def test_a_clause_below_a_supposition_is_no_fact():
    _, arcs = people_and_arcs(
        "Tom said that he would sing.",
        [("sing", "ccomp", "said"), ("would", "aux", "sing"), ("Tom", "nsubj", "said")],
    )
    assert arcs.is_told_as_fact(1)
    assert not arcs.is_told_as_fact(5)


def test_relations_in_a_circle_come_to_an_end():
    _, arcs = people_and_arcs("Tom and Ned sang.", [("Tom", "conj", "Ned"), ("Ned", "conj", "Tom")])
    assert arcs.joined(0) == [0, 2]
    assert arcs.is_told_as_fact(0)
