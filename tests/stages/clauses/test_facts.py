import pytest
from hand_scored import row_of
from told import narrated

from fabula.stages.clauses.facts import doubt_of, is_fact
from fabula.stages.clauses.narration import Narration


def fact(prose, word, grammar, **given):
    """Whether the word is told as a fact."""
    story, scores = narrated(prose, grammar, **given)
    return is_fact(Narration(story, scores), row_of(story.document, word))


def test_a_plain_clause_is_a_fact():
    assert fact("{ada|Ada} sang.", "sang", "Ada nsubj sang")


@pytest.mark.parametrize(
    ("prose", "more"),
    [
        ("{ada|Ada} hardly sang.", "hardly advmod sang"),
        ("{ada|Ada} often sang.", "often advmod sang"),
        ("Unless {ada|Ada} sang.", "Unless mark sang"),
        ("{ada|Ada} could sang.", "could aux sang"),
    ],
)
def test_what_is_denied_usual_or_possible_is_none(prose, more):
    assert not fact(prose, "sang", f"Ada nsubj sang, {more}")


def test_what_is_said_does_not_deny_that_it_is_said():
    grammar = "Ada nsubj sang, Never neg sang"
    assert fact("“Never!” {ada|Ada} sang.", "sang", grammar)


def test_a_clause_shares_the_doubt_of_the_one_it_is_joined_to():
    grammar = "Ada nsubj sing, would aux sing, dance conj sing"
    assert not fact("{ada|Ada} would sing and dance.", "dance", grammar, tags="dance=VERB")


def test_the_doubt_of_the_main_clause_is_not_that_of_a_relative_one():
    grammar = "Ada nsubj go, might aux go, boat dobj go, mended relcl boat"
    prose = "{ada|Ada} might go for the boat {tom|Tom} mended."
    assert fact(prose, "mended", grammar, tags="boat=NOUN")


def test_what_is_seen_is_so_and_what_is_thought_may_not_be():
    grammar = "Ada nsubj saw, slept ccomp saw, Tom nsubj slept"
    assert fact("{ada|Ada} saw that {tom|Tom} slept.", "slept", grammar)
    thought = grammar.replace("saw", "thought")
    assert not fact("{ada|Ada} thought that {tom|Tom} slept.", "slept", thought)


def test_a_clause_before_a_semicolon_stands_alone():
    grammar = "Tom nsubj slept, slept ccomp sang, Ada nsubj sang"
    assert fact("{tom|Tom} slept; {ada|Ada} sang.", "slept", grammar)
    assert not fact("{tom|Tom} slept, {ada|Ada} sang.", "slept", grammar)


def test_setting_about_a_thing_is_doing_it():
    grammar = "Ada nsubj set, about prep set, mending pcomp about"
    assert fact("{ada|Ada} set about mending it.", "mending", grammar, tags="mending=VERB")
    spoke = grammar.replace("set", "spoke")
    assert not fact("{ada|Ada} spoke about mending it.", "mending", spoke, tags="mending=VERB")


def test_he_only_hums_when_says_nothing_of_now():
    grammar = "Tom nsubj hums, glad acomp is, is advcl hums, when advmod is"
    assert fact("{tom|Tom} hums when {tom|he} is glad.", "is", grammar)
    only = f"{grammar}, only advmod hums"
    assert not fact("{tom|Tom} only hums when {tom|he} is glad.", "is", only)


def test_a_question_without_its_mark_is_still_one():
    assert not fact("is {tom|he} hurt at all.", "is", "he nsubj is, hurt acomp is", tags="is=AUX")
    assert fact("there is {tom|he} at last.", "is", "he nsubj is", tags="is=AUX")


@pytest.mark.parametrize(
    ("prose", "more", "kind", "by"),
    [
        ("{ada|Ada} never sang.", "never neg sang", "denied", "never"),
        ("If {ada|Ada} sang.", "If mark sang", "supposed", "if"),
        ("{ada|Ada} could n't sang.", "could aux sang, n't neg sang", "supposed", "could"),
        ("{ada|Ada} often sang.", "often advmod sang", "open", "often"),
        ("Before {ada|Ada} sang.", "Before mark sang", "open", "before"),
        ("{tom|Tom} said {ada|Ada} sang.", "Tom nsubj said, sang ccomp said", "said", "said"),
        (
            "{tom|Tom} thought {ada|Ada} sang.",
            "Tom nsubj thought, sang ccomp thought",
            "supposed",
            "thought",
        ),
        ("{tom|Tom} refused to sang.", "sang xcomp refused, to aux sang", "denied", "refused"),
        ("“{ada|Ada} sang.”", "", "untold", "sang"),
        ("{ada|Ada} sang?", "", "asked", "sang"),
    ],
)
def test_a_doubt_says_why_and_which_word_casts_it(prose, more, kind, by):
    story, scores = narrated(prose, f"Ada nsubj sang, {more}" if "Ada" in prose else more)
    told = Narration(story, scores)
    doubt = doubt_of(told, row_of(story.document, "sang"))
    assert doubt is not None
    assert (doubt.kind, told.words[doubt.row]) == (kind, by)


def test_a_clause_with_a_subject_of_its_own_does_not_share_the_doubt():
    grammar = "Ada nsubj see, could aux see, stood conj see, she nsubj stood"
    assert fact("{ada|Ada} could see, and {ada|she} stood up.", "stood", grammar)
    supposed = grammar.replace("could aux", "if mark")
    assert not fact("if {ada|Ada} see, and {ada|she} stood up.", "stood", supposed)


def test_a_past_form_shares_no_helping_word():
    grammar = "Ada nsubj smell, could aux smell, sat conj smell"
    assert fact("{ada|Ada} could smell salt and sat up.", "sat", grammar)


def test_what_is_likened_is_not_so():
    grammar = "Ada nsubj jumped, like mark sang, she nsubj sang, sang advcl jumped"
    assert not fact("{ada|Ada} jumped like {ada|she} sang.", "sang", grammar)


def test_it_was_she_who_asks_nothing():
    grammar = "It nsubj was, Ada nsubj was, who nsubj sang, sang relcl was"
    assert fact("It was {ada|Ada} who sang.", "sang", grammar, tags="was=AUX")


def test_a_clause_run_into_the_next_is_told():
    grammar = "Tom nsubj rowed, rowed ccomp steered, Ada nsubj steered"
    assert fact("{tom|Tom} rowed, {ada|Ada} steered.", "rowed", grammar)


def test_what_something_was_so_much_that_it_came_about_came_about():
    grammar = "Ada nsubj was, tired acomp was, so advmod tired, slept ccomp was, she nsubj slept"
    prose = "{ada|Ada} was so tired that {ada|she} slept."
    assert fact(prose, "slept", grammar + ", that mark slept")


def test_what_somebody_is_going_to_do_is_not_done():
    grammar = "Ada nsubj going, was aux going, sing xcomp going, to aux sing"
    assert not fact("{ada|Ada} was going to sing.", "sing", grammar, tags="sing=VERB")
    goes = "Ada nsubj went, sing xcomp went, to aux sing"
    assert fact("{ada|Ada} went to sing.", "sing", goes, tags="sing=VERB")


def test_who_came_running_ran():
    grammar = "Ada nsubj came, running ccomp came"
    assert fact("{ada|Ada} came running.", "running", grammar, tags="running=VERB")
