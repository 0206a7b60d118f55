import pytest

from fabula.lexicon.roles import is_group_noun, person_noun, plural_of, plural_person_noun


@pytest.mark.parametrize(
    ("noun", "asks"),
    [
        ("ferryman", "he"),
        ("lady", "she"),
        ("carpenter", "any"),
        ("birdwoman", "she"),
        ("fishmonger", "any"),
        ("botanist", "any"),
        ("aunt", "she"),
    ],
)
def test_a_noun_for_a_person_asks_for_a_pronoun(noun, asks):
    assert person_noun(noun) == asks


@pytest.mark.parametrize("noun", ["oar", "table", "consist", "mist", "german", "man-of-war"])
def test_other_words_ask_for_none(noun):
    assert person_noun(noun) is None


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("lady", "ladies"), ("footman", "footmen"), ("witch", "witches"), ("child", "children")],
)
def test_plurals_follow_the_spelling_rules(noun, plural):
    assert plural_of(noun) == plural
    assert plural_person_noun(plural) is not None
    assert person_noun(plural) is None


def test_things_that_end_in_men_are_no_people():
    assert plural_person_noun("specimen") is None
    assert plural_person_noun("oarsmen") == "he"


def test_a_crew_is_a_group():
    assert is_group_noun("crew")
    assert not is_group_noun("sailor")
