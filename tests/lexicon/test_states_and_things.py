import pytest

from fabula.lexicon.appearance import CARRIED_ALONE, FIGURE, HAIR, HAIR_ALONE
from fabula.lexicon.conditions import BEFALLS, CONDITIONS, ENDINGS, INFLICTS, RECOVERIES
from fabula.lexicon.injury import HARMS, PARTS
from fabula.lexicon.restraint import BOUND_PARTS
from fabula.lexicon.trades import RANKS, SPECIES, TRADES, trade_of
from fabula.lexicon.transfer import HANDLING


@pytest.mark.parametrize(
    ("form", "kind"),
    [("gave", "give"), ("stole", "steal"), ("hidden", "hide"), ("worn", "wear"), ("puts", "lay")],
)
def test_every_form_of_a_verb_says_what_it_does_with_a_thing(form, kind):
    assert kind in HANDLING[form]


def test_a_verb_may_do_several_things():
    assert HANDLING["slipped"] >= {"send", "lay"}


def test_a_word_does_not_begin_and_end_the_same_state():
    for word, attribute in CONDITIONS.items():
        assert attribute not in RECOVERIES.get(word, ()), word
    for form, (attribute, _) in (*BEFALLS.items(), *INFLICTS.items()):
        assert attribute not in ENDINGS.get(form, ()), form


def test_waking_ends_sleep_and_a_faint():
    assert ENDINGS["woke"] == ("sleep", "consciousness")


def test_harm_has_its_result():
    assert (HARMS["broke"], HARMS["sprained"]) == ("broken", "sprained")
    assert "wrist" in PARTS & BOUND_PARTS


def test_a_trade_may_need_the_word_before_it():
    assert trade_of("manager", "stage") == "stage manager"
    assert trade_of("keeper", "the") is None
    assert trade_of("baker", "young") == "baker"


def test_no_calling_is_of_two_kinds():
    assert not TRADES & RANKS
    assert not (TRADES | RANKS) & SPECIES


def test_lists_within_lists_belong_to_them():
    assert HAIR_ALONE <= HAIR
    assert set(FIGURE) >= CARRIED_ALONE
