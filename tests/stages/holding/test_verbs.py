"""What becomes of a thing by each kind of verb."""

import pytest


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        (
            "{ines|Ines} slid {#knife|the knife} into {ines|her} belt.",
            "Ines nsubj slid, knife dobj slid, into prep slid, her poss belt, belt pobj into",
            ["ines wore knife"],
        ),
        (
            "{ines|Ines} slid {#cup|the cup} towards {tom|Tom}.",
            "Ines nsubj slid, cup dobj slid, towards prep slid, Tom pobj towards",
            [],
        ),
        (
            "{ines|Ines} threw {#rope|the rope} on {ines|her} second try.",
            "Ines nsubj threw, rope dobj threw, on prep threw, her poss try, try pobj on",
            [],
        ),
        (
            "{ines|Ines} tossed {#cup|the cup} to {tom|Tom}.",
            "Ines nsubj tossed, cup dobj tossed, to prep tossed, Tom pobj to",
            ["ines had cup", "tom given cup"],
        ),
        (
            "{ines|Ines} bought {tom|Tom} {#cup|a cup}.",
            "Ines nsubj bought, Tom dative bought, cup dobj bought",
            ["ines had cup", "tom given cup"],
        ),
        (
            "{ines|Ines} had bought {#cup|the cup}.",
            "Ines nsubj bought, had aux bought, cup dobj bought",
            [],
        ),
        (
            "{ines|Ines} had dropped {#cup|the cup}.",
            "Ines nsubj dropped, had aux dropped, cup dobj dropped",
            [],
        ),
        (
            "{ines|Ines} broke {#loaf|the loaf}.",
            "Ines nsubj broke, loaf dobj broke",
            ["ines had loaf"],
        ),
        (
            "{ines|Ines} handed over {#cup|the cup}.",
            "Ines nsubj handed, over prt handed, cup dobj handed",
            ["ines had cup"],
        ),
        (
            "{ines|Ines} offered {tom|Tom} {#cup|the cup}.",
            "Ines nsubj offered, Tom dative offered, cup dobj offered",
            ["ines had cup"],
        ),
        (
            "{ines|Ines} gave {tom|Tom} {#hug|a hug}.",
            "Ines nsubj gave, Tom dative gave, hug dobj gave",
            [],
        ),
        (
            "{ines|Ines} put {#cup|the cup} back.",
            "Ines nsubj put, cup dobj put, back advmod put",
            ["ines had cup", "nobody left cup"],
        ),
        (
            "{ines|Ines} had {#habit|a habit} of sighing.",
            "Ines nsubj had, habit dobj had, of prep habit, sighing pcomp of",
            [],
        ),
        (
            "{ines|Ines} ate {#apple|an apple}.",
            "Ines nsubj ate, apple dobj ate",
            ["ines had apple", "nobody broke apple"],
        ),
        (
            "{ines|Ines} drank {#cup|a cup} of tea.",
            "Ines nsubj drank, cup dobj drank",
            ["ines had cup"],
        ),
        (
            "{ines|Ines} sat eating {#apple|an apple}.",
            "Ines nsubj sat, eating advcl sat, apple dobj eating",
            ["ines had apple"],
        ),
        (
            "{ines|Ines} kept {#cup|the cup} level.",
            "Ines nsubj kept, cup dobj kept, level oprd kept",
            [],
        ),
        (
            "{ines|Ines} kept {#key|the key} on a nail.",
            "Ines nsubj kept, key dobj kept, on prep kept, nail pobj on, a det nail",
            [],
        ),
        (
            "{ines|Ines} left {#key|the key} there.",
            "Ines nsubj left, key dobj left, there advmod left",
            [],
        ),
        (
            "{ines|Ines} left {#key|the key} with {tom|Tom}.",
            "Ines nsubj left, key dobj left, with prep left, Tom pobj with",
            ["ines had key", "tom given key"],
        ),
        (
            "{ines|Ines} put {#cup|the cup} back in place.",
            "Ines nsubj put, cup dobj put, in prep put, place pobj in",
            [],
        ),
        (
            "{ines|Ines} grabbed {#key|the key}.",
            "Ines nsubj grabbed, key dobj grabbed",
            ["ines took key"],
        ),
        ("{ines|Ines} grabbed {#rail|the rail}.", "Ines nsubj grabbed, rail dobj grabbed", []),
        ("{ines|Ines} took {#chair|a chair}.", "Ines nsubj took, chair dobj took", []),
        (
            "{ines|Ines} waved {#flag|a flag}.",
            "Ines nsubj waved, flag dobj waved",
            ["ines had flag"],
        ),
        (
            "{ines|Ines} opened {#book|a book}.",
            "Ines nsubj opened, book dobj opened",
            ["ines had book"],
        ),
        ("{ines|Ines} opened {#case|a suitcase}.", "Ines nsubj opened, suitcase dobj opened", []),
        (
            "{ines|Ines} got {#lock|the padlock} off.",
            "Ines nsubj got, padlock dobj got, off prt got",
            [],
        ),
        (
            "{ines|Ines} dropped {#cup|the cup} on {tom|Tom} head.",
            "Ines nsubj dropped, cup dobj dropped, on prep dropped, Tom poss head, head pobj on",
            ["ines had cup", "nobody dropped cup"],
        ),
        (
            "{ines|Ines} tore {#page|a page} from a pad.",
            "Ines nsubj tore, page dobj tore, from prep tore, pad pobj from",
            ["ines took page"],
        ),
        (
            "{ines|Ines} left to find {#key|a key}.",
            "Ines nsubj left, find advcl left, to aux find, key dobj find",
            [],
        ),
    ],
)
def test_what_a_verb_makes_of_a_thing(custodies, prose, grammar, found):
    assert custodies(prose, grammar) == found


def test_only_people_give(custodies):
    prose = "The paper gave {#page|a page} to {tom|Tom}."
    grammar = "paper nsubj gave, page dobj gave, to prep gave, Tom pobj to"
    assert custodies(prose, grammar) == []


def test_what_somebody_unnamed_leaves_lies_there(custodies):
    prose = "{?|Somebody} left {#tomato|a tomato}."
    assert custodies(prose, "Somebody nsubj left, tomato dobj left") == ["nobody left tomato"]


def test_a_gun_that_is_broken_open_is_whole(custodies):
    prose = "{ines|Ines} broke {#gun|the gun} open."
    grammar = "Ines nsubj broke, gun dobj broke, open acomp broke"
    assert custodies(prose, grammar) == []


def test_who_takes_a_photograph_makes_it_unless_it_is_taken_from_somewhere(custodies):
    grammar = "Ines nsubj took, photograph dobj took"
    assert custodies("{ines|Ines} took {#photo|the photograph}.", grammar) == []
    grammar += ", from prep took, her poss lap, lap pobj from"
    prose = "{ines|Ines} took {#photo|the photograph} from {mara|her} lap."
    assert custodies(prose, grammar)[-1] == "ines took photo"


def test_what_somebody_had_given_away_says_nothing_of_before(custodies):
    grammar = "He'd nsubj given, key dobj given, to dative given, Ines pobj to"
    prose = "{tom|He'd} given {#key|the key} to {ines|Ines}."
    assert custodies(prose, grammar) == ["ines given key"]


def test_a_pan_that_is_eaten_from_is_there_still(custodies):
    grammar = "Ines nsubj ate, pan dobj ate"
    assert custodies("{ines|Ines} ate {#pan|a whole pan}.", grammar) == ["ines had pan"]


def test_a_ring_that_is_put_back_may_be_on_a_finger_and_a_book_is_not(custodies):
    grammar = "Ines nsubj put, {} dobj put, back advmod put"
    prose = "{{ines|Ines}} put {{#it|the {}}} back."
    assert custodies(prose.format("book"), grammar.format("book"))[-1] == "nobody left it"
    assert custodies(prose.format("ring"), grammar.format("ring")) == []


def test_what_is_tossed_behind_one_is_dropped_and_what_is_pushed_there_hidden(custodies):
    grammar = "Ines nsubj tossed, box dobj tossed, behind prep tossed, shed pobj behind"
    prose = "{ines|Ines} tossed {#box|a box} behind the shed."
    assert custodies(prose, grammar)[-1] == "nobody dropped box"
    pushed = custodies(prose.replace("tossed", "pushed"), grammar.replace("tossed", "pushed"))
    assert pushed[-1] == "nobody hid box"


def test_who_draws_a_sword_has_it_and_who_draws_a_curtain_has_nothing(custodies):
    grammar = "Ines nsubj drew, {} dobj drew"
    prose = "{{ines|Ines}} drew {{#it|the {}}}."
    assert custodies(prose.format("sword"), grammar.format("sword")) == ["ines had it"]
    assert custodies(prose.format("napkin"), grammar.format("napkin")) == []


def test_what_is_set_among_the_beans_lies_there(custodies):
    grammar = "Ines nsubj set, ring dobj set, among prep set, beans pobj among"
    prose = "{ines|Ines} set {#ring|the ring} among the beans."
    assert custodies(prose, grammar)[-1] == "nobody left ring"


@pytest.mark.parametrize("verb", ["took", "held"])
def test_who_takes_the_wheel_steers(custodies, verb):
    grammar = f"Ines nsubj {verb}, {{}} dobj {verb}"
    prose = f"{{{{ines|Ines}}}} {verb} {{{{#it|the {{}}}}}}."
    assert custodies(prose.format("map"), grammar.format("map")) != []
    assert custodies(prose.format("wheel"), grammar.format("wheel")) == []
