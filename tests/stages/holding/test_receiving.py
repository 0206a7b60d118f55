"""Into whose hands a thing goes, and out of whose it comes."""

import pytest


def test_the_hand_that_is_held_out_is_where_it_is_laid(custodies):
    prose = "{ines|Ines} opened {ines|her} hand, and {tom|Tom} laid {#ring|a ring} in it."
    grammar = (
        "Ines nsubj opened, her poss hand, hand dobj opened, Tom nsubj laid, ring dobj laid, "
        "in prep laid, it pobj in"
    )
    found = custodies(prose, grammar, tags="hand=NOUN it=PRON", ines="she")
    assert found == ["tom had ring", "ines given ring"]


def test_a_blanket_put_round_somebody_is_theirs(custodies):
    prose = "{ines|Ines} put {#blanket|the blanket} round {tom|Tom}."
    grammar = "Ines nsubj put, blanket dobj put, round prep put, Tom pobj round"
    assert custodies(prose, grammar) == ["ines had blanket", "tom given blanket"]


def test_a_rope_put_round_somebody_is_not(custodies):
    prose = "{ines|Ines} put {#rope|the rope} round {tom|Tom}."
    grammar = "Ines nsubj put, rope dobj put, round prep put, Tom pobj round"
    assert custodies(prose, grammar) == []


def test_what_is_put_into_the_hands_of_somebody_unnamed_is_not_taken(custodies):
    prose = "{ines|Ines} put {#horn|the horn} into {?|her} hands."
    grammar = "Ines nsubj put, horn dobj put, into prep put, her poss hands, hands pobj into"
    assert custodies(prose, grammar) == ["ines had horn"]


def test_who_has_a_thing_taken_out_of_his_hand_had_it(custodies):
    prose = "{ines|Ines} took {#cup|the cup} out of {tom|his} hand."
    grammar = (
        "Ines nsubj took, cup dobj took, out prep took, of prep out, his poss hand, hand pobj of"
    )
    assert custodies(prose, grammar, tom="he", ines="she") == ["tom had cup", "ines took cup"]


def test_under_her_arm_is_held_and_under_her_head_is_not(custodies):
    grammar = "Ines nsubj tucked, book dobj tucked, under prep tucked, her poss arm, arm pobj under"
    prose = "{ines|Ines} tucked {#book|a book} under {ines|her} arm."
    assert custodies(prose, grammar) == ["ines had book"]
    lying = (prose.replace("arm", "head"), grammar.replace("arm", "head"))
    assert custodies(*lying) == []


def test_the_back_of_a_chair_is_nobodys_back(custodies):
    prose = "{ines|Ines} hung {#jacket|the jacket} on the back of a chair."
    grammar = (
        "Ines nsubj hung, jacket dobj hung, on prep hung, the#2 det back, back pobj on, "
        "of prep back, chair pobj of"
    )
    assert custodies(prose, grammar) == ["ines had jacket", "nobody left jacket"]


def test_what_goes_down_the_neck_of_her_gown_she_has(custodies):
    prose = "{ines|Ines} dropped {#key|the key} down the neck of {ines|her} gown."
    grammar = (
        "Ines nsubj dropped, key dobj dropped, down prep dropped, neck pobj down, of prep neck, "
        "her poss gown, gown pobj of"
    )
    assert custodies(prose, grammar, ines="she") == ["ines had key"]


def test_who_is_given_a_thing_may_be_named_behind(custodies):
    prose = "{ines|Ines} gave {#lamp|the lamp} to the boy, {tom|Tom}."
    grammar = "Ines nsubj gave, lamp dobj gave, to prep gave, boy pobj to, Tom appos boy"
    assert custodies(prose, grammar) == ["ines had lamp", "tom given lamp"]


def test_a_kettle_between_boots_is_put_down_and_a_pin_between_teeth_is_not(custodies):
    grammar = "Ines nsubj put, kettle dobj put, down prt put, between prep put, boots pobj between"
    grammar += ", her poss boots"
    prose = "{ines|Ines} put {#kettle|the kettle} down between {ines|her} boots."
    assert custodies(prose, grammar)[-1] == "nobody left kettle"
    teeth = grammar.replace("boots", "teeth").replace(", down prt put", "")
    prose = prose.replace("boots", "teeth").replace(" down", "")
    assert custodies(prose, teeth) == ["ines had kettle"]


def test_the_pocket_of_her_jeans_is_hers(custodies):
    grammar = (
        "Ines nsubj put, key dobj put, back advmod put, into prep put, pocket pobj into, "
        "of prep pocket, her poss jeans, jeans pobj of"
    )
    prose = "{ines|Ines} put {#key|the key} back into the pocket of {ines|her} jeans."
    assert custodies(prose, grammar) == ["ines had key"]


def test_shoulders_that_are_read_as_the_object_of_round_are_shoulders(custodies):
    grammar = "Ines nsubj put, coat dobj put, round prep put, his poss shoulders, "
    prose = "{ines|Ines} put {#coat|a coat} round {tom|his} shoulders."
    for relation in ("pobj", "dobj"):
        told = f"{grammar} shoulders {relation} round"
        assert custodies(prose, told, ines="she", tom="he")[-1] == "tom given coat"


@pytest.mark.parametrize("read_as", ["Ines dobj plums", "Ines poss gave", "Ines dative gave"])
def test_who_stands_between_gave_and_the_thing_is_given_it(custodies, read_as):
    grammar = f"Tom nsubj gave, plums dobj gave, the det plums, {read_as}"
    prose = "{tom|Tom} gave {ines|Ines} {#plums|the plums}."
    assert custodies(prose, grammar, tags="plums=NOUN")[-1] == "ines given plums"


def test_a_coat_put_round_somebody_is_theirs_however_round_is_read(custodies):
    grammar = "Ines nsubj put, coat dobj put, round advmod put, him dobj round"
    prose = "{ines|Ines} put {#coat|a coat} round {tom|him}."
    assert custodies(prose, grammar, ines="she", tom="he")[-1] == "tom given coat"


def test_what_is_pushed_across_to_somebody_is_theirs(custodies):
    grammar = "Ines nsubj pushed, key dobj pushed, across prep pushed, to prep across, Tom pobj to"
    prose = "{ines|Ines} pushed {#key|the key} across to {tom|Tom}."
    assert custodies(prose, grammar)[-1] == "tom given key"


def test_what_is_put_on_the_end_of_a_finger_is_put_on_the_finger(custodies):
    prose = "{ines|Ines} put {#thimble|a thimble} on the end of {tom|Tom} thumb."
    grammar = (
        "Ines nsubj put, thimble dobj put, on prep put, end pobj on, of prep end, "
        "Tom poss thumb, thumb pobj of"
    )
    assert custodies(prose, grammar) == ["ines had thimble", "tom given thimble"]


def test_what_is_given_to_another_and_not_to_him_is_not_his(custodies):
    prose = "{ines|Ines} gave {#cup|the cup} not to {tom|Tom} but to {ada|Ada}."
    grammar = (
        "Ines nsubj gave, cup dobj gave, not neg to, to prep gave, Tom pobj to, "
        "to#2 prep gave, Ada pobj to#2"
    )
    assert custodies(prose, grammar) == ["ines had cup", "ada given cup"]
