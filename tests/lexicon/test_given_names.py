import pytest

from fabula.lexicon.given_names import is_given_name, pronoun_by_ending, usual_pronoun
from fabula.lexicon.sections import read_words


def test_usual_names_have_their_usual_pronoun():
    assert usual_pronoun("Thomas") == "he"
    assert usual_pronoun("EMMA") == "she"
    assert usual_pronoun("Robin") == "any"


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [("Priyanka", "she"), ("Callum", "he"), ("Yusuf", "he"), ("Siobhán", "she"), ("Kofi", "he")],
)
def test_names_of_many_languages_are_known(name, pronoun):
    assert usual_pronoun(name) == pronoun


def test_a_name_has_one_usual_pronoun():
    sections = read_words("given_names.txt")
    assert not set(sections["he"]) & set(sections["she"])
    assert not set(sections["any"]) & (set(sections["he"]) | set(sections["she"]))


def test_invented_names_are_not_on_the_list():
    assert usual_pronoun("Melisar") is None
    assert not is_given_name("Melisar")


@pytest.mark.parametrize("name", ["Josefina", "Melantha", "Arvette"])
def test_an_ending_may_hint_at_a_pronoun(name):
    assert pronoun_by_ending(name) == "she"


@pytest.mark.parametrize("name", ["Kael", "Melisar", "A"])
def test_an_ending_that_goes_with_both_says_nothing(name):
    assert pronoun_by_ending(name) is None
