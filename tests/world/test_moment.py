from msgspec import structs

from fabula.world import at


def test_a_moment_has_people_places_things_and_states(story, end_of):
    moment = at(story, end_of("and Tom slept."))
    ines, tom = moment.people
    assert [person.name for person in moment.present] == ["Ines", "Tom"]
    assert ines.where.value == "the boathouse"
    assert tom.where is None
    assert [(fact.kind, fact.value) for fact in tom.holds] == [("given", "the small key")]
    assert [(fact.kind, fact.value) for fact in tom.states] == [("sleep", "asleep")]
    assert tom.holds[0].passage.quote == "She handed Tom the small key, and Tom slept."


def test_what_is_over_is_not_so_any_more(story):
    moment = at(story, len(story.document.text))
    tom = moment.person("Tom")
    assert tom.holds == tom.states == ()
    assert [fact.value for fact in moment.person("Odo Reed").holds] == ["the small key"]


def test_a_relation_is_told_from_either_side(story):
    moment = at(story, len(story.document.text))
    (from_odo,) = moment.person("Odo Reed").relations
    (from_tom,) = moment.person("Tom").relations
    assert (from_odo.kind, from_odo.value) == ("aunt_or_uncle", "Tom")
    assert (from_tom.kind, from_tom.value) == ("niece_or_nephew", "Odo Reed")


def test_layers_that_were_not_read_are_said_to_be_unknown(story):
    fewer = structs.replace(
        story,
        layers=tuple(layer for layer in story.layers if layer not in {"places", "items"}),
        places=(),
        items=(),
    )
    assert at(fewer, 100).unknown == ("places", "items")


def test_before_the_first_word_there_is_nobody(story):
    moment = at(story, 0)
    assert moment.people == ()
    assert moment.scene_id is None
