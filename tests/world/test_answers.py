import pytest
from msgspec import structs

from fabula.errors import QuestionError
from fabula.world import answers
from fabula.world.so_far import so_far


def test_who_is_somebody(story):
    odo = answers.who(story, "odo reed")
    assert (odo.name, odo.aliases, odo.pronouns, odo.lines) == ("Odo Reed", ("Odo",), "he", 1)
    assert [(fact.kind, fact.value) for fact in odo.states] == [("eyes", "grey")]
    assert odo.where.value == "the pier"
    assert odo.last_scene == "s2"
    assert [(each.name, each.lines) for each in odo.acquaintances][:1] == [("Tom", 1)]
    assert odo.first.quote == "A stranger came to the pier."
    assert odo.last.quote == "Odo took the key."


def test_a_part_of_a_name_is_enough_where_it_is_one_person_s(story):
    assert answers.who(story, "Reed").name == "Odo Reed"


def test_a_name_that_is_told_later_is_nobody_s(story, end_of):
    told = so_far(story, end_of("He had grey eyes."))
    assert answers.who(told, "a stranger").name == "a stranger"
    with pytest.raises(QuestionError, match="nobody in the cast is called 'Odo'"):
        answers.who(told, "Odo")


def test_an_unknown_name_brings_the_nearest(story):
    with pytest.raises(QuestionError, match="did you mean 'Ines'"):
        answers.who(story, "Inez")


def test_where_somebody_is(story):
    ines = answers.where(story, "Ines")
    assert [(stay.value, stay.until) for stay in ines.stays] == [("the boathouse", None)]
    assert answers.where(story, "Tom").stays == ()


def test_who_has_had_a_thing_and_what_a_person_has_had(story):
    chain = answers.holds(story, "the key")
    assert [(each.holder, each.how) for each in chain] == [("Tom", "given"), ("Odo Reed", "took")]
    assert chain[0].until == chain[1].since
    assert [each.item for each in answers.holds(story, "Tom")] == ["the small key"]
    assert answers.holds(story, "key") == answers.holds(story, "small key") == chain


def test_a_thing_that_nobody_has_had_brings_those_that_somebody_had(story):
    with pytest.raises(QuestionError, match="ask for 'the small key'"):
        answers.holds(story, "the lantern")


def test_what_somebody_knows(story):
    (known,) = answers.knows(story, "Tom")
    assert (known.who, known.of, known.how) == ("Tom", "Odo Reed", "told")
    assert answers.knows(story, "Odo") == (known,)
    assert answers.knows(story, "Ines") == ()


def test_who_was_last_somewhere_is_told_even_if_they_left(story, end_of):
    left = structs.replace(
        story, places=(structs.replace(story.places[0], until=end_of("Tom woke.")),)
    )
    assert answers.who(left, "Ines").where.value == "the boathouse"
    assert answers.who(left, "Ines").where.until is not None
