import pytest
from hand_scored import any_scores
from msgspec import structs
from told import narrated

from fabula.formats.soundness import check
from fabula.stages.states import FindStates


def states(prose, grammar="", **given):
    """The states and traits as “person attribute value”."""
    story, scores = narrated(prose, grammar, **given)
    found = FindStates(scores)(story)
    check(story.with_layer("states", found))
    return [f"{each.who_id} {each.attribute} {each.value}" for each in found]


def test_a_word_for_a_state_is_said_of_the_subject():
    assert states("{tom|Tom} was asleep.", "Tom nsubj was, asleep acomp was") == [
        "tom sleep asleep"
    ]


def test_a_state_lasts_until_the_words_that_end_it():
    story, scores = narrated(
        "{tom|Tom} fell asleep. {tom|He} woke.",
        "Tom nsubj fell, asleep acomp fell, He nsubj woke",
    )
    state, awake = FindStates(scores)(story)
    assert story.document[state.evidence] == "Tom fell asleep"
    assert story.document[state.ended_by] == "He woke"
    assert state.until == state.ended_by.start == awake.since


def test_who_wakes_is_awake_until_they_sleep_again():
    story, scores = narrated(
        "{tom|Tom} woke. {tom|He} fell asleep.",
        "Tom nsubj woke, He nsubj fell, asleep acomp fell",
    )
    awake, asleep = FindStates(scores)(story)
    assert (awake.attribute, awake.value, awake.until) == ("consciousness", "awake", asleep.since)


@pytest.mark.parametrize(
    ("prose", "more"),
    [
        ("{tom|Tom} was not asleep.", "not neg was"),
        ("{tom|Tom} was nearly asleep.", "nearly advmod asleep"),
        ("{tom|Tom} might was asleep.", "might aux was"),
        ("If {tom|Tom} was asleep.", "If mark was"),
        ("“{tom|Tom} was not asleep.”", "not neg was"),
        ("{tom|Tom} was asleep?", ""),
    ],
)
def test_what_is_denied_supposed_or_asked_is_no_state(prose, more):
    assert states(prose, f"Tom nsubj was, asleep acomp was, {more}") == []


def test_what_somebody_says_is_less_sure_than_what_is_told():
    grammar = "Tom nsubj was, asleep acomp was"
    (told,) = FindStates(narrated("{tom|Tom} was asleep.", grammar)[1])(
        narrated("{tom|Tom} was asleep.", grammar)[0]
    )
    story, scores = narrated("“{tom|Tom} was asleep.”", grammar)
    (said,) = FindStates(scores)(story)
    assert said.value == told.value
    assert said.confidence < told.confidence


def test_states_of_a_he_behind_another_he_are_passed_over():
    prose = "{tom|Tom} came. {max|Max} sat down by the fire. {tom|He} was asleep."
    grammar = "Tom nsubj came, Max nsubj sat, He nsubj was, asleep acomp was"
    assert states(prose, grammar, tom="he", max="he") == []
    assert states(prose, grammar, tom="he", max="she") == ["tom sleep asleep"]
    near = "{max|Max} came. {tom|Tom} sat down by the fire. {tom|He} was asleep."
    nearer = "Max nsubj came, Tom nsubj sat, He nsubj was, asleep acomp was"
    assert states(near, nearer, tom="he", max="he") == ["tom sleep asleep"]


def test_never_so_glad_is_glad():
    grammar = "Tom nsubj was, glad acomp was, so advmod glad, never neg was"
    assert states("{tom|Tom} was never so glad.", grammar) == ["tom mood so glad"]


def test_what_is_done_to_somebody_is_their_state():
    grammar = "They nsubj tied, Tom dobj tied"
    assert states("{?|They} tied {tom|Tom}.", grammar) == ["tom liberty tied"]
    passive = "Tom nsubjpass wounded, was auxpass wounded"
    assert states("{tom|Tom} was wounded.", passive) == ["tom injury wounded"]


def test_the_dead_are_those_who_died():
    assert states("{tom|Tom} died.", "Tom nsubj died") == ["tom life dead"]
    killed = "Ada nsubj killed, Tom dobj killed"
    assert states("{ada|Ada} killed {tom|Tom}.", killed) == ["tom life dead"]


def test_who_acts_on_after_a_death_did_not_die():
    prose = "{tom|Tom} died. {tom|Tom} laughed. {tom|Tom} rose."
    died = "Tom nsubj died, Tom#2 nsubj laughed"
    tags = "Tom=PROPN Tom#2=PROPN Tom#3=PROPN"
    assert states(prose, f"{died}, Tom#3 nsubj rose", tags=tags) == []
    assert states(prose, died, tags=tags) == ["tom life dead"]


def test_what_he_who_died_used_to_do_does_not_wake_him():
    prose = "{tom|Tom} died. {tom|He} sang well. {tom|He} gave me this."
    grammar = "Tom nsubj died, He nsubj sang, He#2 nsubj gave, this dobj gave"
    assert states(prose, grammar, tags="Tom=PROPN") == ["tom life dead"]


def test_who_died_as_a_child_is_dead():
    grammar = "Tom nsubj died, When advmod was, Tom#2 nsubj was, small acomp was, was advcl died"
    prose = "{tom|Tom} died, When {tom|Tom} was small."
    assert "tom life dead" in states(prose, grammar, tags="Tom=PROPN")


def test_an_anxious_boy_is_not_told_to_be_anxious_now():
    grammar = "He nsubj was, boy attr was, anxious amod boy"
    assert states("{tom|He} was an anxious boy.", grammar, tags="boy=NOUN") == []


def test_she_cried_beside_a_line_is_speech():
    assert states("“Stop!” {ada|Ada} cried.", "Ada nsubj cried") == []
    assert states("All that night {ada|Ada} cried.", "Ada nsubj cried") == ["ada mood crying"]


def test_a_mood_ends_with_the_next_or_with_the_scene():
    prose = "{ada|Ada} was sad. {ada|She} grew angry.\n\n***\n\n{tom|Tom} left."
    story, scores = narrated(
        prose, "Ada nsubj was, sad acomp was, She nsubj grew, angry acomp grew"
    )
    sad, angry = FindStates(scores)(story)
    assert sad.until == angry.since
    assert (angry.until, angry.ended_by) == (story.scenes[0].end, None)


def test_a_hurt_part_is_its_owners_injury():
    grammar = "She nsubj broke, her poss wrist, wrist dobj broke, left amod wrist"
    assert states("{ada|She} broke {ada|her} left wrist.", grammar) == [
        "ada injury broken left wrist"
    ]
    split = "lip nsubj was, his poss lip, split acomp was"
    assert states("{tom|his} lip was split.", split) == ["tom injury split lip"]


def test_shackles_go_on_and_come_off():
    story, scores = narrated(
        "{?|They} put the irons on {tom|his} wrists. {ada|Ada} removed the shackles "
        "binding {tom|his} ankles.",
        "They nsubj put, irons dobj put, on prep put, wrists pobj on, his poss wrists, "
        "Ada nsubj removed, shackles dobj removed, binding acl shackles, ankles dobj binding, "
        "his#2 poss ankles",
        tags="binding=VERB",
        ada="she",
        tom="he",
    )
    (bound,) = FindStates(scores)(story)
    assert (bound.attribute, bound.value) == ("liberty", "irons on wrists")
    assert story.document[bound.ended_by].startswith("removed the shackles")


def test_bonds_are_taken_off_however_the_clause_is_read():
    grammar = (
        "They nsubj bound, wrists dobj bound, his poss wrists, Ada nsubj cut, rope dobj cut, "
        "his#2 poss wrists#2"
    )
    story, scores = narrated(
        "{?|They} bound {tom|his} wrists. {ada|Ada} cut the rope binding {tom|his} wrists.",
        grammar,
        ada="she",
        tom="he",
    )
    (bound,) = FindStates(scores)(story)
    assert bound.ended_by is not None


@pytest.mark.parametrize(
    ("prose", "grammar", "state"),
    [
        ("{ada|Ada} burst into tears.", "Ada nsubj burst", "ada mood crying"),
        ("{tom|Tom} had a cold.", "Tom nsubj had, cold dobj had", "tom illness cold"),
        ("{tom|Tom} had blisters.", "Tom nsubj had, blisters dobj had", "tom injury blisters"),
        (
            "{tom|Tom} cracked a rib.",
            "Tom nsubj cracked, rib dobj cracked, a det rib",
            "tom injury cracked rib",
        ),
        ("{ada|Her} ankle twisted.", "Her poss ankle", "ada injury twisted ankle"),
        ("{tom|His} wounds ached.", "His poss wounds", "tom injury wounded"),
        ("{tom|Tom} passed out.", "Tom nsubj passed", "tom consciousness unconscious"),
        ("{tom|Tom} knew nothing more.", "Tom nsubj knew", "tom consciousness unconscious"),
        ("{ada|Ada} went to sleep.", "Ada nsubj went", "ada sleep asleep"),
        ("{ada|Ada} nodded off.", "Ada nsubj nodded", "ada sleep asleep"),
        ("{ada|Ada} said it angrily.", "Ada nsubj said, angrily advmod said", "ada mood angry"),
        (
            "{ada|Ada} buried {tom|Tom}.",
            "Ada nsubj buried, Tom dobj buried",
            "tom life dead",
        ),
        (
            "An iron cuff on {tom|his} wrist.",
            "on prep cuff, wrist pobj on, his poss wrist",
            "tom liberty cuff on wrist",
        ),
        ("{tom|Tom} went red.", "Tom nsubj went, red acomp went", "tom mood embarrassed"),
    ],
)
def test_ills_are_told_in_many_ways(prose, grammar, state):
    assert states(prose, grammar) == [state]


def test_a_leg_of_the_chair_is_nobodys():
    grammar = "Tom nsubj cracked, leg dobj cracked, a det leg, of prep leg"
    assert states("{tom|Tom} cracked a leg of the chair.", grammar) == []


def test_who_is_locked_in_a_prison_is_not_free():
    grammar = "She nsubj locked, Tom dobj locked, in prep locked, tower pobj in"
    assert states("{ada|She} locked {tom|Tom} in the tower.", grammar) == [
        "tom liberty locked in the tower"
    ]


def test_who_grips_the_bars_of_a_cage_that_fell_shut_is_inside():
    bars = "Tom nsubj gripped, bars dobj gripped"
    shut = "The cage slammed shut. {tom|Tom} gripped the bars."
    assert states(shut, bars) == ["tom liberty shut in the cage"]
    assert states("The cage stood there. {tom|Tom} gripped the bars.", bars) == []


def test_a_scream_without_a_sound_has_no_voice():
    grammar = "Tom nsubj opened, mouth dobj opened, in prep opened, roar pobj in, was relcl roar"
    prose = "{tom|Tom} opened the mouth in a roar that was silent."
    assert states(prose, grammar + ", silent acomp was") == ["tom voice voiceless"]


def test_opened_eyes_end_a_sleep():
    story, scores = narrated(
        "{tom|Tom} was unconscious. {tom|His} eyes opened.",
        "Tom nsubj was, unconscious acomp was, eyes nsubj opened, His poss eyes",
    )
    state, awake = FindStates(scores)(story)
    assert story.document[state.ended_by] == "His eyes opened"
    assert awake.value == "awake"


def test_each_passage_that_states_a_trait_is_a_record():
    prose = "{ada|Her} grey eyes shone. {ada|Ada} had grey eyes."
    grammar = (
        "Her poss eyes, grey amod eyes, eyes nsubj shone, Ada nsubj had, grey#2 amod eyes#2, "
        "eyes#2 dobj had"
    )
    assert states(prose, grammar) == ["ada eyes grey", "ada eyes grey"]


def test_wide_eyes_are_no_trait():
    assert states("{ada|Her} wide eyes shone.", "Her poss eyes, wide amod eyes") == []


@pytest.mark.parametrize(
    ("prose", "grammar", "trait"),
    [
        ("{ada|Ada} was nine.", "Ada nsubj was, nine attr was", "ada age nine"),
        (
            "{ada|Ada} was nine years old.",
            "Ada nsubj was, old acomp was, years npadvmod old, nine nummod years",
            "ada age nine",
        ),
        (
            "{tom|He} was a boy of nineteen.",
            "He nsubj was, boy attr was, of prep boy, nineteen pobj of",
            "tom age nineteen",
        ),
        ("{ada|Ada} was tall.", "Ada nsubj was, tall acomp was", "ada height tall"),
        (
            "{tom|He} was a thin man.",
            "He nsubj was, man attr was, thin amod man",
            "tom build thin",
        ),
        ("{tom|Tom} had a beard.", "Tom nsubj had, beard dobj had", "tom hair beard"),
        (
            "{tom|Tom}, a baker, sang on.",
            "baker appos Tom, Tom nsubj sang",
            "tom trade baker",
        ),
        ("{ada|Ada} was a baker.", "Ada nsubj was, baker attr was", "ada trade baker"),
        ("{ada|Captain} rose.", "Captain nsubj rose", "ada rank captain"),
        (
            "{ada|Ada} was six feet tall.",
            "Ada nsubj was, tall acomp was, feet npadvmod tall",
            "ada height six feet tall",
        ),
        ("{ada|Ada}, a deputy head, sat.", "head appos Ada, Ada nsubj sat", "ada rank deputy head"),
        (
            "{tom|Tom} was made captain.",
            "Tom nsubjpass made, captain oprd made",
            "tom rank captain",
        ),
        (
            "{tom|Tom} was built like a gate.",
            "Tom nsubj was, built acomp was, like prep built, gate pobj like",
            "tom build built like a gate",
        ),
        (
            "{tom|Tom} was left-handed.",
            "Tom nsubj was, left-handed acomp was",
            "tom handedness left-handed",
        ),
        (
            "{tom|Tom} had a wooden leg.",
            "Tom nsubj had, leg dobj had, wooden amod leg",
            "tom mark wooden leg",
        ),
    ],
)
def test_traits_are_read_off_what_is_said_of_people(prose, grammar, trait):
    tags = " ".join(f"{noun}=NOUN" for noun in ("boy", "man") if f" {noun}" in prose)
    assert states(prose, grammar, tags=tags) == [trait]


def test_had_been_four_is_no_age_of_now():
    grammar = "Ada nsubj been, had aux been, four attr been"
    assert states("{ada|Ada} had been four.", grammar) == []


def test_who_is_only_called_the_miller_is_one():
    story, scores = narrated("{miller|The miller} nodded.", "miller nsubj nodded")
    (state,) = FindStates(scores)(story)
    assert (state.attribute, state.value) == ("trade", "miller")
    unnamed = structs.replace(story, cast=(structs.replace(story.cast[0], named=False),))
    assert [each.value for each in FindStates(scores)(unnamed)] == ["miller"]


@pytest.mark.parametrize("seed", range(3))
def test_any_scores_give_states_that_check(seed):
    story, _ = narrated(
        "{tom|Tom}, a tall baker of forty, was asleep. {ada|She} tied {tom|his} wrists, and "
        "{tom|his} eyes opened. {ada|Her} grey hair was cropped.\n\n***\n\n{tom|He} had died."
    )
    check(story.with_layer("states", FindStates(any_scores(story.document, seed))(story)))


@pytest.mark.parametrize(
    ("prose", "grammar"),
    [
        ("{tom|Tom} felt bound to ask.", "Tom nsubj felt, bound acomp felt"),
        ("{tom|He} shot {tom|himself} aloft.", "He nsubj shot, himself dobj shot"),
        ("“Well, {tom|Tom}, old man.”", "man appos Tom, old amod man"),
    ],
)
def test_turns_of_phrase_are_no_states(prose, grammar):
    assert states(prose, grammar, tags="man=NOUN" if " man" in prose else "") == []


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        (
            "{tom|Tom} saw a bruise on {tom|his} thigh.",
            "Tom nsubj saw, bruise dobj saw, on prep bruise, his poss thigh, thigh pobj on",
            ["tom injury bruise on thigh"],
        ),
        ("{tom|His} lip split.", "His poss lip, lip nsubj split", ["tom injury split lip"]),
        (
            "{tom|Tom} had a lump in {tom|his} throat.",
            "Tom nsubj had, lump dobj had, in prep lump, his poss throat, throat pobj in",
            ["tom injury lump"],
        ),
        (
            "{tom|Tom} had a broken nose.",
            "Tom nsubj had, nose dobj had, broken amod nose",
            ["tom mark broken nose"],
        ),
        ("{tom|Tom} was tired of it.", "Tom nsubj was, tired acomp was, of prep tired", []),
        ("{tom|Tom} was tired.", "Tom nsubj was, tired acomp was", ["tom mood tired"]),
        ("{tom|Tom} came round.", "Tom nsubj came, round prt came", []),
        (
            "{tom|Tom} came in a red coat.",
            "Tom nsubj came, in prep came, a det coat, red amod coat, coat pobj in",
            ["tom dress in a red coat"],
        ),
        (
            "{tom|Tom} hid it in a red coat.",
            "Tom nsubj hid, it dobj hid, in prep hid, a det coat, red amod coat, coat pobj in",
            [],
        ),
        (
            "{tom|Tom} was two-and-thirty.",
            "Tom nsubj was, two-and-thirty attr was",
            ["tom age two-and-thirty"],
        ),
        (
            "{tom|His} voice was hoarse.",
            "His poss voice, voice nsubj was, hoarse acomp was",
            ["tom voice hoarse"],
        ),
        (
            "{ada|Ada} bound {tom|Tom} to secrecy.",
            "Ada nsubj bound, Tom dobj bound, to prep bound, secrecy pobj to",
            [],
        ),
        (
            "The word stabbed {tom|Tom}.",
            "word nsubj stabbed, Tom dobj stabbed",
            [],
        ),
        (
            "{tom|Tom} saw no more of it.",
            "Tom nsubj saw, more dobj saw, no det more, of prep more, it pobj of",
            [],
        ),
        (
            "{tom|Tom} saw no more.",
            "Tom nsubj saw, more dobj saw",
            ["tom consciousness unconscious"],
        ),
        ("{tom|Tom} was no. 28.", "Tom nsubj was, 28 attr was", []),
        ("{tom|Tom} cried out.", "Tom nsubj cried, out prt cried", []),
        (
            "{ada|Ada} twisted {tom|his} arm.",
            "Ada nsubj twisted, his poss arm, arm dobj twisted",
            [],
        ),
        ("{tom|Tom} was wide-eyed.", "Tom nsubj was, wide-eyed acomp was", []),
        (
            "{ada|Ada} locked {tom|Tom} in.",
            "Ada nsubj locked, Tom dobj locked, in prt locked",
            ["tom liberty locked in"],
        ),
        ("{tom|Tom} was three at a time.", "Tom nsubj was, three attr was", []),
        (
            "{tom|Tom} sat there, a tall man.",
            "Tom nsubj sat, tall amod man, man appos sat",
            ["tom height tall"],
        ),
    ],
)
def test_words_told_beside_what_they_are_taken_for(prose, grammar, found):
    assert states(prose, grammar) == found


def test_who_was_crying_before_is_not_crying():
    grammar = "Tom nsubj crying, had aux crying, been aux crying"
    assert states("{tom|Tom} had been crying.", grammar) == []


def test_what_is_joined_to_an_age_describes_whose_it_is():
    grammar = "Tom nsubj was, nineteen attr was, sandy-haired amod nineteen"
    prose = "{tom|Tom} was nineteen, sandy-haired."
    found = ["tom age nineteen", "tom hair sandy-haired"]
    assert states(prose, grammar, tags="nineteen=NUM") == found


def test_what_befell_somebody_as_a_child_is_over():
    grammar = (
        "When advmod was, Tom nsubj was, eight attr was, was advcl locked, Ada nsubj locked, "
        "him dobj locked, in prt locked"
    )
    prose = "When {tom|Tom} was eight, {ada|Ada} locked {tom|him} in."
    assert "tom liberty locked in" not in states(
        prose, grammar, tom="he", ada="she", tags="eight=NUM"
    )
    now, later = prose.replace("eight", "late"), grammar.replace("eight", "late")
    assert "tom liberty locked in" in states(now, later, tom="he", ada="she")


def test_a_he_behind_another_name_is_not_the_dead():
    prose = "{tom|Tom} died. {max|Max} rose. {tom|He} laughed. {tom|He} sat."
    grammar = "Tom nsubj died, Max nsubj rose, He nsubj laughed, He#2 nsubj sat"
    story, scores = narrated(prose, grammar, tags="Tom=PROPN Max=PROPN")
    assert [state.value for state in FindStates(scores)(story)] == ["dead"]


def test_what_is_done_until_somebody_is_hoarse_makes_them_hoarse():
    grammar = "Tom nsubj shouted, until mark was, he nsubj was, hoarse acomp was, was advcl shouted"
    prose = "{tom|Tom} shouted until {tom|he} was hoarse."
    assert states(prose, grammar, tags="was=AUX") == ["tom voice hoarse"]


def test_of_two_who_are_drunk_each_is():
    grammar = "Tom nsubj were, Ada conj Tom, drunk acomp were"
    prose = "{tom|Tom} and {ada|Ada} were drunk."
    assert states(prose, grammar) == ["tom drink drunk", "ada drink drunk"]


def test_who_must_have_slept_did():
    grammar = "Tom nsubj slept, must aux slept, have aux slept"
    assert states("{tom|Tom} must have slept.", grammar) == ["tom sleep asleep"]
    assert states("{tom|Tom} must have slept?", grammar) == []


def test_who_is_beside_somebody_asleep_is_awake():
    grammar = "Ada nsubj sat, with prep sat, Tom nsubj with, asleep acomp with"
    assert states("{ada|Ada} sat with {tom|Tom} asleep.", grammar) == ["tom sleep asleep"]


def test_the_part_that_somebody_is_with_is_their_own():
    grammar = "Ada nsubj sat, with prep sat, ankle pobj with, her poss ankle, twisted amod ankle"
    prose = "{eve|Eve} left. {ada|Ada} sat with {eve|her} twisted ankle."
    found = states(prose, grammar, eve="she", ada="she")
    assert found == ["ada injury twisted ankle"]


def test_a_dead_man_who_walks_is_not_dead():
    grammar = "man nsubj walked, dead amod man"
    assert states("The dead {tom|man} walked home.", grammar) == []
    lay = "Ada nsubj saw, man dobj saw, dead amod man"
    assert states("{ada|Ada} saw the dead {tom|man}.", lay) == ["tom life dead"]


def test_what_befell_a_child_is_long_over():
    grammar = (
        "When advmod was, Tom nsubj was, boy attr was, was ccomp locked, he nsubjpass locked, "
        "had aux locked, been auxpass locked"
    )
    assert states("When {tom|Tom} was a boy {tom|he} had been locked in.", grammar) == []
    adult = grammar.replace("boy", "here").replace("attr", "advmod")
    prose = "When {tom|Tom} was here {tom|he} had been locked in."
    assert states(prose, adult) == ["tom liberty locked"]
