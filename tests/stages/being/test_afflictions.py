"""Ills, wounds and lost voices."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        ("{tom|Tom} had a plaster.", "Tom nsubj had, plaster dobj had", ["injury plaster"]),
        (
            "{tom|Tom} had a temperature.",
            "Tom nsubj had, temperature dobj had",
            ["illness temperature"],
        ),
        (
            "{tom|Tom} was not well.",
            "Tom nsubj was, not neg was, well acomp was",
            ["illness not well"],
        ),
        (
            "{tom|His} head hurt.",
            "His poss head, head nsubj hurt",
            ["illness aching head"],
        ),
        (
            "{tom|He} turned {tom|his} ankle.",
            "He nsubj turned, his poss ankle, ankle dobj turned",
            ["injury turned ankle"],
        ),
        ("{tom|He} turned {tom|his} head.", "He nsubj turned, his poss head, head dobj turned", []),
        (
            "{tom|His} voice had gone altogether.",
            "His poss voice, voice nsubj gone, had aux gone, altogether advmod gone",
            ["voice lost voice"],
        ),
        (
            "{tom|Tom} was not well known.",
            "Tom nsubj was, not neg was, well advmod known, known acomp was",
            [],
        ),
        (
            "There was an arrow in {ada|her} shoulder.",
            "There expl was, arrow attr was, in prep arrow, shoulder pobj in, her poss shoulder",
            ["injury arrow in shoulder"],
        ),
        (
            "There was a knife in {ada|her} hand.",
            "There expl was, knife attr was, in prep knife, hand pobj in, her poss hand",
            [],
        ),
        (
            "{tom|Tom} had one arm in a sling.",
            "Tom nsubj had, arm dobj had, in prep arm, sling pobj in",
            ["injury sling"],
        ),
        ("{tom|His} voice had gone.", "His poss voice, voice nsubj gone", ["voice lost voice"]),
        (
            "{tom|His} voice was a croak.",
            "His poss voice, voice nsubj was, croak attr was",
            ["voice croak"],
        ),
        ("{tom|Tom} had no cold.", "Tom nsubj had, cold dobj had, no det cold", []),
        (
            "{tom|Tom} had a burn scar.",
            "Tom nsubj had, scar dobj had, burn amod scar",
            ["mark burn scar"],
        ),
        (
            "{ada|Her} arm was in a sling.",
            "Her poss arm, arm nsubj was, in prep was, sling pobj in",
            ["injury sling"],
        ),
        (
            "{ada|Ada} had a sprained wrist.",
            "Ada nsubj had, wrist dobj had, sprained amod wrist",
            ["injury sprained wrist"],
        ),
        (
            "{tom|His} head was bad.",
            "His poss head, head nsubj was, bad acomp was",
            ["illness bad head"],
        ),
        (
            "There was blood in {tom|his} eyes.",
            "There expl was, blood attr was, his poss eyes",
            ["injury bleeding"],
        ),
        (
            "There was blood on {tom|his} hands.",
            "There expl was, blood attr was, his poss hands",
            [],
        ),
        (
            "{ada|Her} cheeks were wet.",
            "Her poss cheeks, cheeks nsubj were, wet acomp were",
            ["mood crying"],
        ),
        (
            "{ada|Ada} lost {ada|her} voice.",
            "Ada nsubj lost, voice dobj lost, her poss voice",
            ["voice lost voice"],
        ),
        (
            "{tom|Tom} was in hospital.",
            "Tom nsubj was, in prep was, hospital pobj in",
            ["illness in hospital"],
        ),
        ("{tom|Tom} can't talk.", "Tom nsubj talk, can't aux talk", []),
        (
            "{ada|Ada} lost hogs from cholera.",
            "Ada nsubj lost, hogs dobj lost, from prep lost, cholera pobj from",
            [],
        ),
        (
            "Blood rushed to {ada|her} cheeks.",
            "Blood nsubj rushed, to prep rushed, cheeks pobj to, her poss cheeks",
            [],
        ),
        (
            "Blood ran down {ada|her} cheek.",
            "Blood nsubj ran, down prep ran, cheek pobj down, her poss cheek",
            ["injury bleeding"],
        ),
        (
            "{ada|Her} face was swollen from crying.",
            "Her poss face, face nsubj was, swollen acomp was, from prep swollen",
            [],
        ),
        ("{tom|His} feet hurt.", "His poss feet, feet nsubj hurt", []),
        ("{tom|His} wrist hurt.", "His poss wrist, wrist nsubj hurt", ["injury hurting wrist"]),
        ("{tom|His} knees cracked.", "His poss knees, knees nsubj cracked", []),
        ("{tom|His} lip cracked.", "His poss lip, lip nsubj cracked", ["injury cracked lip"]),
        (
            "{ada|Her} hands were swollen with arthritis.",
            "Her poss hands, hands nsubj were, swollen acomp were, with prep swollen, "
            "arthritis pobj with",
            ["illness arthritis"],
        ),
        (
            "{tom|Tom} was blue with cold.",
            "Tom nsubj was, blue acomp was, with prep blue, cold pobj with",
            [],
        ),
        (
            "{tom|Tom} had a burn, old and white.",
            "Tom nsubj had, a det burn, burn dobj had, old amod burn",
            [],
        ),
        (
            "{ada|Ada} was on the burn.",  # a stream
            "Ada nsubj was, on prep was, the det burn, burn pobj on",
            [],
        ),
        (
            "{ada|Ada} came home with a sprained ankle.",
            "Ada nsubj came, with prep came, a det ankle, sprained amod ankle, ankle pobj with",
            ["injury sprained ankle"],
        ),
        (
            "{ada|Ada} came home with a gash.",
            "Ada nsubj came, with prep came, a det gash, gash pobj with",
            ["injury gash"],
        ),
    ],
)
def test_who_has_the_ill_is_ill(prose, grammar, found):
    assert states(prose, grammar) == found


def test_anothers_cough_makes_nobody_ill():
    prose = "{tom|Tom} was up with {ada|Ada} cough."
    grammar = "Tom nsubj was, up advmod was, with prep was, cough pobj with, Ada poss cough"
    story, scores = narrated(prose, grammar, tags="Ada=PROPN cough=NOUN with=ADP")
    assert [each.who_id for each in FindStates(scores)(story)] == ["ada"]


def test_a_cold_is_a_noun_whatever_the_grammar_calls_it():
    assert states("{ada|Ada} had a cold.", "Ada nsubj had, a det cold, cold dobj had") == [
        "illness cold"
    ]
    cold = "Ada nsubj had, hands dobj had, cold amod hands"
    assert states("{ada|Ada} had cold hands.", cold) == []


def test_who_comes_with_a_bandage_round_the_head_is_hurt():
    grammar = (
        "Ada nsubj came, in prt came, with prep came, a det bandage, bandage pobj with, "
        "round prep bandage, head pobj round, her poss head"
    )
    prose = "{ada|Ada} came in with a bandage round {ada|her} head."
    assert states(prose, grammar, tags="bandage=NOUN") == ["injury bandage"]


@pytest.mark.parametrize(
    ("prose", "grammar"),
    [
        (
            "{ada|Ada} was there with a bandaged thumb.",
            "Ada nsubj was, with prep was, a det thumb, bandaged amod thumb, thumb pobj with",
        ),
        (
            "{ada|Ada} had a hat, a bandaged thumb.",
            "Ada nsubj had, hat dobj had, a#2 det thumb, bandaged amod thumb, thumb appos had",
        ),
    ],
)
def test_a_bandaged_thumb_is_hers_who_is_with_it(prose, grammar):
    tags = "thumb=NOUN bandaged=VERB a=DET"
    assert states(prose, grammar, tags=tags) == ["injury bandaged thumb"]


def test_a_bullet_in_the_arm_is_no_bullet_in_the_hand():
    prose = "{tom|Tom} came with a bullet in {tom|his} arm."
    grammar = (
        "Tom nsubj came, with prep came, bullet pobj with, in prep bullet, arm pobj in, "
        "his poss arm"
    )
    assert states(prose, grammar, tags="bullet=NOUN") == ["injury bullet in arm"]
    held = states(prose.replace("arm", "hand"), grammar.replace("arm", "hand"))
    assert held == []


def test_a_bad_ear_is_a_matter_of_hearing():
    grammar = "Tom nsubj had, ear dobj had, bad amod ear"
    assert states("{tom|Tom} had a bad ear.", grammar) == ["senses bad ear"]


def test_a_voice_that_comes_back_was_lost_until_then():
    story, scores = narrated(
        "{ada|Ada} lost {ada|her} voice. {ada|Ada} found {ada|her} voice.",
        "Ada nsubj lost, voice dobj lost, her poss voice, Ada#2 nsubj found, voice#2 dobj found, "
        "her#2 poss voice#2",
    )
    (lost,) = FindStates(scores)(story)
    assert story.document[lost.ended_by] == "her voice"


def test_a_man_with_a_burn_has_had_it_for_years():
    grammar = "He nsubj was, man attr was, with prep man, burn pobj with"
    tags = "man=NOUN burn=NOUN a=DET a#2=DET with=ADP"
    prose = "{tom|He} was a man with a burn."
    assert states(prose, grammar, tags=tags) == ["mark burn"]
    now = grammar.replace("man attr was, ", "").replace("with prep man", "with prep was")
    there = "burn=NOUN a=DET with=ADP"
    assert states("{tom|He} was there with a burn.", now, tags=there) == ["injury burn"]


def test_what_is_joined_to_the_verb_is_said_of_its_subject_too():
    grammar = "Tom nsubj was, ill acomp was, deaf conj was"
    found = states("{tom|Tom} was ill, and deaf.", grammar, tags="ill=ADJ deaf=ADJ was=AUX")
    assert found == ["illness ill", "senses deaf"]


def test_who_has_a_hatch_locked_over_him_is_below():
    grammar = "Ada nsubj locked, hatch dobj locked, over prep locked, him pobj over"
    prose = "{ada|Ada} locked the hatch over {tom|him}."
    assert states(prose, grammar, ada="she", tom="he") == ["liberty under the hatch"]


def test_a_sore_throat_is_one_illness_and_no_injury():
    grammar = "His poss throat, throat nsubj was, sore acomp was"
    assert states("{tom|His} throat was sore.", grammar) == ["illness sore throat"]
