import pytest

from fabula.stages.naming.person_names import genders_conflict, parse_name, shortens


def test_a_full_name_has_its_parts():
    name = parse_name("Mrs. Ada van der Meer")
    assert (name.given, name.family, name.pronoun) == (("ada",), "van der meer", "she")
    assert name.is_full


def test_one_word_may_be_either():
    name = parse_name("Captain Brook")
    assert (name.single, name.given, name.family) == ("brook", (), None)


def test_spellings_of_one_name_have_one_key():
    assert parse_name("Mr Brook").key == parse_name("Mr. Brook").key
    assert parse_name("Mr. Brook").key != parse_name("Mrs. Brook").key


def test_a_family_is_not_a_person():
    assert parse_name("the Brooks").family_only
    assert not parse_name("Brooks").family_only


def test_a_suffix_is_no_family_name():
    assert parse_name("Tom Brook Jr.").family == "brook"


def test_a_title_alone_may_serve_as_a_name():
    assert parse_name("Mother").single == "mother"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("mel", "melisar"),
        ("tim", "tymor"),
        ("robbie", "robert"),
        ("gracie", "grace"),
        ("brooksy", "brooks"),
        ("mo", "moira"),
        ("jo", "josefina"),
    ],
)
def test_a_clipped_form_begins_like_its_name(short, full):
    assert shortens(short, full)


@pytest.mark.parametrize(
    ("short", "full"), [("tom", "tymor"), ("dr", "drina"), ("anna", "anna"), ("isar", "melisar")]
)
def test_other_forms_do_not(short, full):
    assert not shortens(short, full)


def test_only_he_and_she_disagree():
    assert genders_conflict("he", "she")
    assert not genders_conflict("they", "she")
    assert not genders_conflict(None, "she")


def test_the_stop_of_a_sentence_is_no_part_of_a_name():
    assert parse_name("Bart.").key == parse_name("Bart").key
    assert parse_name("J. Brook").given == ("j",)


def test_an_article_before_a_title_is_no_part_of_the_name():
    assert parse_name("a Miss Ada Brook").key == parse_name("Miss Ada Brook").key
    assert parse_name("a Miss Ada Brook").text == "Miss Ada Brook"
