from related import people_and_arcs


def test_a_name_outside_every_chain_is_looked_up_in_the_cast():
    people, _ = people_and_arcs("{tom|Tom} sang. Then Tom slept.")
    last = max(row for row in range(len(people.rows.starts)) if people.word(row) == "tom")
    assert people.mentions_at(last) == []
    assert people.named_at(last).entity_id == "tom"


def test_a_mother_is_no_he():
    people, _ = people_and_arcs("{mum|Mum} sang to {tom|Tom}.", tom="he")
    assert not people.may_be("mum", "he")
    assert people.may_be("mum", "she")
