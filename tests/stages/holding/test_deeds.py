"""What is done with a thing, and by whom."""

import pytest


def test_a_name_beside_the_subject_says_who_acts(custodies):
    prose = "The keeper, {ysolt|Ysolt}, wore {#keys|three keys}."
    grammar = "keeper nsubj wore, Ysolt appos keeper, keys dobj wore"
    assert custodies(prose, grammar) == ["ysolt wore keys"]


def test_an_aside_of_the_narrator_is_not_who_acts(custodies):
    prose = "{ada|Ada} wound {#watch|a watch}, {ines|I} suppose, and held {#watch|it}."
    grammar = "Ada nsubj wound, watch dobj wound, I nsubj suppose, held conj suppose, it dobj held"
    told = f"{grammar}, suppose parataxis wound"
    assert custodies(prose, told, tags="held=VERB it=PRON") == ["ada had watch"]


def test_what_is_leaned_on_is_not_laid_down(custodies):
    grammar = "Tom nsubj leaned, on prep leaned, stick pobj on"
    assert custodies("{tom|Tom} leaned on {#stick|his stick}.", grammar) == []


def test_of_a_piece_of_paper_the_paper_is_taken(custodies):
    grammar = "Tom nsubj took, piece dobj took, of prep piece, paper pobj of"
    prose = "{tom|Tom} took a piece of {#paper|paper}."
    assert custodies(prose, grammar) == ["tom took paper"]


@pytest.mark.parametrize("noun", ["scar", "moustache"])
def test_what_grows_on_somebody_is_not_held(custodies, noun):
    prose = f"{{tom|Tom}} had {{#it|a {noun}}}."
    assert custodies(prose, f"Tom nsubj had, {noun} dobj had") == []


def test_down_his_throat_is_not_down(custodies):
    grammar = "Tom nsubj put, gin dobj put, down prep put, throat pobj down, his poss throat"
    prose = "{tom|Tom} put {#gin|the gin} down {tom|his} throat."
    assert custodies(prose, grammar) == []


def test_who_lets_a_thing_fall_had_it(custodies):
    grammar = "Ines nsubj let, fan nsubj fall, fall ccomp let"
    found = custodies("{ines|Ines} let {#fan|a fan} fall.", grammar)
    assert found == ["ines had fan", "nobody dropped fan"]


def test_who_stands_right_before_holding_holds(custodies):
    prose = "{tom|Tom} came with {ines|Ines} holding {#lamp|a lamp}."
    grammar = (
        "Tom nsubj came, with prep came, Ines pobj with, holding advcl came, lamp dobj holding"
    )
    assert custodies(prose, grammar, tags="holding=VERB came=VERB") == ["ines had lamp"]


def test_it_was_ines_who_took_it(custodies):
    prose = "It was {ines|Ines} who opened the bag and slid {#map|the map} out."
    grammar = (
        "It nsubj was, Ines attr was, who nsubj opened, opened relcl was, bag dobj opened, "
        "slid conj opened, map dobj slid, out prt slid"
    )
    assert custodies(prose, grammar, tags="was=AUX opened=VERB slid=VERB") == ["ines had map"]


def test_a_paw_that_holds_a_cup_is_not_who_pats_it(custodies):
    prose = "{ines|Ines} patted the paw holding {#cup|the cup}."
    grammar = "Ines nsubj patted, paw dobj patted, holding acl paw, cup dobj holding"
    assert custodies(prose, grammar, tags="patted=VERB holding=VERB paw=NOUN") == []


def test_who_puts_a_key_in_a_lock_has_it(custodies):
    prose = "{ines|Ines} put {#key|the key} in the lock."
    grammar = "Ines nsubj put, key dobj put, in prep put, lock pobj in"
    assert custodies(prose, grammar) == ["ines had key"]


def test_nobody_drinks_a_satchel(custodies):
    prose = "{#satchel|The satchel} was new. {tom|Tom} drank {#satchel|it}."
    grammar = "satchel nsubj was, Tom nsubj drank, it dobj drank"
    assert custodies(prose, grammar, tags="it=PRON") == []
    apple = prose.replace("satchel", "apple"), grammar.replace("satchel", "apple")
    assert custodies(*apple, tags="it=PRON") == ["tom had apple", "nobody broke apple"]


def test_what_somebody_had_may_be_read_like_what_somebody_was(custodies):
    prose = "{tom|Tom} had {#lighter|a lighter}."
    assert custodies(prose, "Tom nsubj had, lighter attr had") == ["tom had lighter"]


def test_who_watches_another_go_with_a_hat_has_no_hat(custodies):
    prose = "{ines|Ines} watched {?|him} go, holding {#hat|a hat}."
    grammar = (
        "Ines nsubj watched, him nsubj go, go ccomp watched, holding advcl go, hat dobj holding"
    )
    assert custodies(prose, grammar, tags="go=VERB holding=VERB") == []


def test_who_goes_to_get_a_thing_need_not_get_it(custodies):
    prose = "{ines|Ines} went to fetch {#lamp|a lamp}."
    assert (
        custodies(prose, "Ines nsubj went, to aux fetch, fetch advcl went, lamp dobj fetch") == []
    )


def test_a_verb_is_no_thing(custodies):
    grammar = "Ines nsubj had, her nsubj watch, watch dobj had"
    assert custodies("{ines|Ines} had her {#watch|watch}.", grammar, tags="watch=VERB") == []
