import pytest

from fabula.lexicon.pronouns import PRONOUNS, Pronoun, pronoun


def test_a_contraction_begins_with_its_pronoun():
    assert pronoun("He’ll") == (Pronoun("he", "subject"), 2)
    assert pronoun("they'd") == (Pronoun("they", "subject"), 4)


@pytest.mark.parametrize("word", ["heron", "ishmael", "it’d've", "him’d'"])
def test_other_words_are_no_pronouns(word):
    assert pronoun(word) is None


def test_hers_is_not_her_with_an_s():
    found = pronoun("hers")
    assert found is not None
    assert found[1] == 4


def test_forms_agree_with_their_person():
    assert PRONOUNS["himself"] == Pronoun("he", "reflexive")
    assert PRONOUNS["their"] == Pronoun("they", "possessive")
    assert PRONOUNS["xir"].agreement == "neo"
