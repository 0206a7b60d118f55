"""Where things are seen to be."""

import pytest


def test_what_is_on_the_shelf_is_held_by_nobody(custodies):
    grammar = "The det cup, cup nsubj was, on prep was, shelf pobj on, the det shelf"
    prose = "{#cup|The cup} was on the shelf."
    assert custodies(prose, grammar, tags="was=AUX") == ["nobody left cup"]


def test_what_is_brought_in_with_there_is_not_laid_down(custodies):
    grammar = "There expl was, cup attr was, on prep was, shelf pobj on, the det shelf"
    assert custodies("There was {#cup|a cup} on the shelf.", grammar, tags="was=AUX") == []


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("{ines|Ines} came back with {#cup|a cup}.", ["ines had cup"]),
        ("{ines|Ines} wrote back with {#cup|a cup}.", []),
    ],
)
def test_who_comes_with_a_thing_has_it(custodies, prose, found):
    verb = prose.split()[1]
    grammar = f"Ines nsubj {verb}, back advmod {verb}, with prep back, cup pobj with"
    assert custodies(prose, grammar, tags="back=ADV") == found


def test_the_neck_of_somebody_is_theirs(custodies):
    grammar = "whistle nsubj hung, round prep hung, neck pobj round, of prep neck, Ines pobj of"
    prose = "{#whistle|The whistle} hung round the neck of {ines|Ines}."
    assert custodies(prose, grammar) == ["ines had whistle"]


def test_a_bag_at_somebodys_feet_is_not_worn(custodies):
    grammar = "Ines nsubj sat, bag dobj sat, at prep bag, her poss feet, feet pobj at"
    prose = "{ines|Ines} sat, {#bag|a bag} at {ines|her} feet."
    assert custodies(prose, grammar) == []


def test_in_the_crook_of_her_arm_is_in_her_arm(custodies):
    grammar = (
        "Ines nsubj stood, net dobj stood, in prep net, crook pobj in, of prep crook, "
        "her poss arm, arm pobj of"
    )
    prose = "{ines|Ines} stood, {#net|a net} in the crook of {ines|her} arm."
    assert custodies(prose, grammar) == ["ines had net"]


def test_what_lies_in_a_hand_that_is_told_of_first_is_held(custodies):
    grammar = "In prep lay, her poss palm, palm pobj In, coin dobj lay"
    assert custodies("In {ines|her} palm lay {#coin|a coin}.", grammar) == ["ines had coin"]


def test_a_knife_stuck_through_a_belt_is_carried(custodies):
    grammar = (
        "knife nsubjpass stuck, was auxpass stuck, through prep stuck, her poss belt, "
        "belt pobj through"
    )
    prose = "{#knife|A knife} was stuck through {ines|her} belt."
    assert custodies(prose, grammar) == ["ines had knife"]


def test_a_whistle_round_her_neck_may_be_told_of_the_other_way_round(custodies):
    grammar = "Round prep was, her poss neck, neck pobj Round, whistle attr was"
    prose = "Round {ines|her} neck was {#whistle|a whistle}."
    assert custodies(prose, grammar, tags="was=AUX") == ["ines had whistle"]


def test_a_paper_may_be_folded_small_in_a_hand(custodies):
    grammar = (
        "Ines nsubj came, paper dobj came, folded acl paper, small advmod folded, "
        "in prep folded, her poss hand, hand pobj in"
    )
    prose = "{ines|Ines} came, {#paper|a paper} folded small in {ines|her} hand."
    assert custodies(prose, grammar, tags="folded=VERB small=ADV") == ["ines had paper"]


def test_what_goes_into_a_pocket_is_carried(custodies):
    grammar = "coin nsubj went, into prep went, her poss pocket, pocket pobj into"
    assert custodies("{#coin|The coin} went into {ines|her} pocket.", grammar) == ["ines had coin"]


def test_keys_on_a_ring_are_where_the_ring_is(custodies):
    grammar = "The det keys, keys nsubj lay, on prep lay, ring pobj on, a det ring"
    assert custodies("{#keys|The keys} lay on a ring.", grammar) == []


@pytest.mark.parametrize(
    ("behind", "found"), [("on", ["ines wore hat"]), ("off", []), ("under", ["ines had hat"])]
)
def test_with_a_hat_on_is_not_with_a_hat_off(custodies, behind, found):
    grammar = f"Ines nsubj came, with prep came, hat pobj with, {behind} advmod hat"
    assert custodies(f"{{ines|Ines}} came with {{#hat|her hat}} {behind}.", grammar) == found


def test_what_lies_at_her_feet_she_does_not_bring(custodies):
    grammar = (
        "Ines nsubj stood, with prep stood, bag pobj with, at prep bag, her poss feet, feet pobj at"
    )
    prose = "{ines|Ines} stood with {#bag|a bag} at {ines|her} feet."
    assert custodies(prose, grammar) == []


def test_who_cuts_with_a_knife_has_it(custodies):
    grammar = "Ines nsubj cut, rope dobj cut, with prep cut, knife pobj with"
    prose = "{ines|Ines} cut the rope with {#knife|a knife}."
    assert custodies(prose, grammar) == ["ines had knife"]
    wool = (prose.replace("knife", "rug"), grammar.replace("knife", "rug"))
    assert custodies(*wool) == []


def test_a_key_in_one_pocket_and_a_note_in_the_other(custodies):
    grammar = (
        "Ines nsubj had, key dobj had, in prep key, one nummod pocket, pocket pobj in, "
        "note conj pocket, in#2 prep note, other pobj in#2, the det other"
    )
    prose = "{ines|Ines} had {#key|a key} in one pocket and {#note|a note} in the other."
    assert custodies(prose, grammar) == ["ines had key", "ines had note"]


def test_what_hangs_round_somebodys_neck_is_theirs_however_it_is_read(custodies):
    prose = "{#key|The key} hung round {tom|Tom}’s neck on a nail."
    grammar = (
        "key nsubj hung, round prep hung, Tom’s poss neck, neck dobj hung, on prep hung, "
        "nail pobj on"
    )
    assert custodies(prose, grammar) == ["tom had key"]


def test_where_a_thing_had_stood_it_need_not_stand_now(custodies):
    prose = "{ines|Ines} took {#card|the card}. {#card|The card} had stood on the shelf."
    grammar = (
        "Ines nsubj took, card dobj took, card#2 nsubj stood, on prep stood, shelf pobj on, "
        "had aux stood"
    )
    assert custodies(prose, grammar) == ["ines took card"]
    now = prose.replace("had stood", "stood")
    stood = grammar.replace(", had aux stood", ", the det shelf")
    assert custodies(now, stood) == ["ines took card", "nobody left card"]


def test_a_knife_that_there_is_in_her_hand_is_hers(custodies):
    grammar = "There expl was, knife attr was, in prep was, her poss hand, hand pobj in"
    prose = "There was {#knife|a knife} in {ines|her} hand."
    assert custodies(prose, grammar, tags="was=AUX") == ["ines had knife"]


def test_an_animal_that_lies_down_on_feet_is_not_worn(custodies):
    grammar = "rug nsubj lay, on prep lay, her poss feet, feet pobj on"
    prose = "{#rug|The rug} lay on {ines|her} feet."
    assert custodies(prose, grammar) == ["ines had rug"]
    down = f"{grammar}, down prt lay"
    assert custodies(prose.replace("lay", "lay down"), down) == []


def test_your_stick_in_the_hands_of_another_is_not_with_you(custodies):
    grammar = (
        "boy nsubj came, carrying advcl came, your poss stick, stick dobj carrying, "
        "in prep carrying, both det hands, hands pobj in"
    )
    prose = "{?|A boy} came carrying {ines|your} {#stick|stick} in both hands."
    assert custodies(prose, grammar) == []


def test_what_is_inside_her_dress_is_with_her(custodies):
    grammar = "letter nsubj was, inside prep was, her poss dress, dress pobj inside"
    prose = "{#letter|The letter} was inside {ines|her} dress."
    assert custodies(prose, grammar, tags="was=AUX") == ["ines had letter"]


def test_who_leaves_cups_with_a_card_has_not_the_card(custodies):
    grammar = "Tom nsubj left, with prep left, card pobj with"
    assert custodies("{tom|Tom} left with {#card|a card}.", grammar) == ["tom had card"]
    cups = "{tom|Tom} left {#cups|two cups} with {#card|a card}."
    assert "tom had card" not in custodies(cups, f"{grammar}, cups dobj left")


def test_with_the_dagger_through_his_neck_he_has_no_dagger(custodies):
    grammar = (
        "Tom nsubj slept, dagger dobj slept, through prep dagger, his poss neck, neck pobj through"
    )
    prose = "{tom|Tom} slept there, {#dagger|a dagger} through {tom|his} neck."
    assert custodies(prose, grammar) == []
    belt = custodies(prose.replace("neck", "belt"), grammar.replace("neck", "belt"))
    assert belt == ["tom wore dagger"]


def test_what_a_face_is_in_some_light_lies_nowhere(custodies):
    grammar = "In prep was, light pobj In, the det light, was ROOT was, mask attr was, a det mask"
    prose = "In the light was {#mask|a mask}."
    assert custodies(prose, grammar, tags="was=AUX") == ["nobody left mask"]
    face = prose.replace("was", "her face was")
    assert custodies(face, f"{grammar}, face nsubj was", tags="was=AUX") == []


def test_who_stands_in_it_does_not_wear_it(custodies):
    grammar = "sock nsubj fell, Ines nsubj stood, in prep stood, it pobj in"
    prose = "{#sock|The sock} fell. {ines|Ines} stood in it."
    assert custodies(prose, grammar, tags="it=PRON") == []


def test_who_comes_with_a_bag_of_plums_has_the_plums(custodies):
    grammar = "Ines nsubj came, with prep came, bag pobj with, of prep bag, plums pobj of"
    assert custodies("{ines|Ines} came with a bag of {#plums|plums}.", grammar) == [
        "ines had plums"
    ]


def test_what_lies_between_them_on_the_wall_lies_there(custodies):
    grammar = (
        "cup nsubj lay, between prep lay, him pobj between, on prep lay, the det wall, wall pobj on"
    )
    prose = "{#cup|A cup} lay between {tom|him} and her on the wall."
    assert custodies(prose, grammar) == ["nobody left cup"]


@pytest.mark.parametrize(("small", "found"), [("into", ["ines had knife"]), ("across", [])])
def test_what_goes_across_a_palm_is_not_in_it(custodies, small, found):
    prose = f"{{#knife|The knife}} went {small} {{ines|her}} palm."
    grammar = f"knife nsubj went, {small} prep went, her poss palm, palm pobj {small}"
    assert custodies(prose, grammar, ines="she") == found


def test_what_hangs_at_a_throat_is_worn_there_and_not_by_who_is_pictured_in_it(custodies):
    prose = "{tom|Tom} came, with {?|a boy} in {#locket|a locket} at {tom|his} throat."
    grammar = (
        "Tom nsubj came, boy pobj with, in prep boy, locket pobj in, at prep locket, "
        "his poss throat, throat pobj at"
    )
    assert custodies(prose, grammar, tom="he") == ["tom wore locket"]


def test_what_another_carries_is_not_with_its_owner(custodies):
    prose = "There stood {?|a boy}, carrying {ines|her} {#stick|stick} in both hands."
    grammar = (
        "boy nsubj stood, carrying advcl stood, her poss stick, stick dobj carrying, "
        "in prep stick, both det hands, hands pobj in"
    )
    assert custodies(prose, grammar, ines="she", tags="stick=NOUN") == []
