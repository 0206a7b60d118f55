import pytest
from msgspec import structs
from stage_by_stage import read_to

from fabula.stages.linking.phrases import read_phrase
from fabula.stages.linking.surroundings import surroundings_of


def phrase(text):
    story = read_to("mentions", text)
    nominal = [p for p in surroundings_of(story) if p.mention.form == "nominal"]
    return read_phrase(nominal[0])


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("They saw the ferryman.", "definite"),
        ("They saw a ferryman.", "new"),
        ("They saw her brother.", "possessed"),
        ("They saw Anna’s brother.", "possessed"),
        ("They saw no ferryman.", "nobody"),
        ("They saw sailors.", "nobody"),
        ("They saw the two sailors.", "definite"),
        ("They saw someone.", "nobody"),
        ("She ran like a sailor.", "nobody"),
    ],
)
def test_a_determiner_says_how_a_phrase_points(text, reference):
    assert phrase(text).reference == reference


def test_a_noun_that_fits_anybody_needs_words_that_tell():
    assert phrase("They saw the man.").is_generic
    assert phrase("They saw the old man.").is_generic
    assert phrase("They saw the invisible man.").role == "invisible man"
    assert phrase("They saw the man with the red beard.").role == "man with the red beard"


def test_ordinals_tell_two_of_a_kind_apart():
    assert phrase("They saw the first sailor.").role == "first sailor"
    assert phrase("They saw the tired sailor.").role == "sailor"


def test_noun_and_modifiers_ask_for_a_pronoun():
    assert phrase("They saw the ferryman.").pronoun == "he"
    assert phrase("They saw the female pilot.").pronoun == "she"
    assert phrase("They saw the pilot.").pronoun is None
    assert phrase("They saw the two pilots.").pronoun == "they"


def test_relatives_and_waiters_make_no_epithets():
    assert phrase("They saw the pilot.").may_be_epithet
    assert not phrase("They saw the waiter.").may_be_epithet
    assert not phrase("They saw the brother.").may_be_epithet


def bare(text):
    """The first description of a text without its article, and with a capital."""
    (place,) = (p for p in surroundings_of(read_to("mentions", text)) if not p.pronoun)
    noun = structs.replace(place.mention, start=place.mention.head.start)
    shown = place.text.split()[-1].title()
    return read_phrase(structs.replace(place, mention=noun, text=shown))


def test_a_subject_without_an_article_is_called_by_its_noun():
    assert bare("The sailor looked up.").role == "Sailor"
    assert bare("“The sailor looked up.”").reference == "nobody"


def test_the_sex_is_a_part_of_the_role():
    assert phrase("She saw the female goblin.").role == "female goblin"
