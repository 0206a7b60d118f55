"""What “it” is, by who has what at that moment."""


def test_what_somebody_hands_over_is_what_he_has(custodies):
    prose = (
        "{tom|Tom} had {#lamp|a lamp}. {ines|Ines} oiled {#gate|the gate}. "
        "{tom|Tom} gave it to {ines|Ines}."
    )
    grammar = (
        "Tom nsubj had, lamp dobj had, Ines nsubj oiled, gate dobj oiled, Tom#2 nsubj gave, "
        "it dobj gave, to prep gave, Ines#2 pobj to"
    )
    found = custodies(prose, grammar, tags="lamp=NOUN gate=NOUN it=PRON")
    assert found == ["tom had lamp", "ines given lamp"]


def test_what_is_taken_from_somebody_is_what_he_has(custodies):
    prose = "{tom|Tom} had {#lamp|a lamp}. The gate creaked. {ines|Ines} took it from {tom|Tom}."
    grammar = (
        "Tom nsubj had, lamp dobj had, gate nsubj creaked, Ines nsubj took, it dobj took, "
        "from prep took, Tom#2 pobj from"
    )
    found = custodies(prose, grammar, tags="lamp=NOUN gate=NOUN it=PRON")
    assert found == ["tom had lamp", "ines took lamp"]


def test_it_is_not_what_somebody_has_where_he_deals_with_something_else(custodies):
    prose = "{tom|Tom} had {#lamp|a lamp}. {tom|Tom} picked a rose and gave it to {ines|Ines}."
    grammar = (
        "Tom nsubj had, lamp dobj had, Tom#2 nsubj picked, rose dobj picked, gave conj picked, "
        "it dobj gave, to prep gave, Ines pobj to"
    )
    assert custodies(prose, grammar, tags="lamp=NOUN rose=NOUN gave=VERB it=PRON") == [
        "tom had lamp"
    ]


def test_what_was_just_taken_is_given_before_what_was_only_named(custodies):
    prose = "{tom|Tom} took {#key|a key}, oiled {#cage|the cage} and gave it to {ines|Ines}."
    grammar = (
        "Tom nsubj took, key dobj took, oiled conj took, cage dobj oiled, gave conj took, "
        "it dobj gave, to prep gave, Ines pobj to"
    )
    tags = "key=NOUN cage=NOUN oiled=VERB gave=VERB it=PRON"
    assert custodies(prose, grammar, tags=tags) == ["tom took key", "ines given key"]


def test_what_was_handled_last_is_put_away_before_what_was_taken_first(custodies):
    prose = (
        "{ines|Ines} took {#coin|a coin}, wrapped {#clock|the clock} "
        "and put it into {tom|his} arms."
    )
    grammar = (
        "Ines nsubj took, coin dobj took, wrapped conj took, clock dobj wrapped, put conj took, "
        "it dobj put, into prep put, his poss arms, arms pobj into"
    )
    tags = "coin=NOUN clock=NOUN wrapped=VERB put=VERB it=PRON"
    found = custodies(prose, grammar, tags=tags, ines="she", tom="he")
    assert set(found) == {"ines took coin", "ines had clock", "tom given clock"}


def test_what_has_been_eaten_is_not_handed_over(custodies):
    prose = "{tom|Tom} ate {#pear|a pear}. {#hat|The hat} fell. {ines|Ines} gave it to {tom|Tom}."
    grammar = (
        "hat nsubj fell, Tom nsubj ate, pear dobj ate, Ines nsubj gave, it dobj gave, "
        "to prep gave, Tom#2 pobj to"
    )
    found = custodies(prose, grammar, tags="hat=NOUN pear=NOUN ate=VERB it=PRON")
    assert found[:2] == ["tom had pear", "nobody broke pear"]
    assert "tom given pear" not in found


def test_what_somebody_has_on_is_not_what_it_means(custodies):
    prose = (
        "{tom|Tom} lost {#hat|a hat}. One bright and windy and very early morning "
        "in {#coat|a coat} {ines|Ines} brought it to {tom|Tom}."
    )
    grammar = (
        "Tom nsubj lost, hat dobj lost, morning npadvmod brought, in prep morning, coat pobj in, "
        "Ines nsubj brought, it dobj brought, to prep brought, Tom#2 pobj to"
    )
    found = custodies(prose, grammar, tags="hat=NOUN coat=NOUN it=PRON brought=VERB")
    assert found[-1] == "tom given hat"
