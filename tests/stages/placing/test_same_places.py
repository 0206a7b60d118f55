from placed import marked

from fabula.stages.placing.same_places import same_places


def same(prose):
    return dict(same_places(marked(prose)))


def test_one_name_is_one_place():
    found = same("{@a|The kitchen} was cold. {ines|Ines} swept {@b|the kitchen}.")
    assert found["rb"] == "ra"


def test_a_kitchen_may_be_any():
    found = same("{@a|A kitchen} is cold. {ines|Ines} swept {@b|a kitchen}.")
    assert found["rb"] == "rb"


def test_owners_tell_places_apart():
    found = same("{@a|My kitchen} is cold. {ines|Ines} swept {@b|the kitchen}.")
    assert found["rb"] == "rb"


def test_the_room_may_be_another_a_chapter_on():
    found = same("{@a|The room} was cold. {ines|Ines} swept {@b|the room}.")
    assert found["rb"] == "rb"
