import pytest

from fabula.lexicon.given_names import is_given_name, pronoun_by_ending, usual_pronoun


def test_usual_names_have_their_usual_pronoun():
    assert usual_pronoun("Thomas") == "he"
    assert usual_pronoun("EMMA") == "she"
    assert usual_pronoun("Robin") == "any"


def test_invented_names_are_not_on_the_list():
    assert usual_pronoun("Melisar") is None
    assert not is_given_name("Melisar")


@pytest.mark.parametrize("name", ["Josefina", "Melantha", "Arvette"])
def test_an_ending_may_hint_at_a_pronoun(name):
    assert pronoun_by_ending(name) == "she"


@pytest.mark.parametrize("name", ["Kael", "Melisar", "A"])
def test_an_ending_that_goes_with_both_says_nothing(name):
    assert pronoun_by_ending(name) is None
