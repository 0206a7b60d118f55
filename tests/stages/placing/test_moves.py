import pytest
from viewpoint_passages import attributed_story

from fabula.stages.placing.acts import Acts
from fabula.stages.placing.moves import moves_in
from fabula.stages.telling.scene_narration import scene_narrations


def moves(prose):
    (narration,) = scene_narrations(attributed_story(prose))
    return [
        (each.person.entity_id, each.here, each.away)
        for passage in narration.passages
        for each in moves_in(passage, Acts().predicates(passage))
    ]


def test_going_in_may_be_said_of_who_comes_and_of_who_goes():
    assert moves("{tom|Tom} went in.") == [("tom", True, True)]


def test_who_leads_another_out_goes_too():
    assert moves("{tom|Tom} led {ines|Ines} out.") == [("ines", False, True), ("tom", False, True)]


def test_who_helps_another_out_stays():
    assert moves("{tom|Tom} helped {ines|Ines} out.") == [("ines", False, True)]


def test_who_shuts_the_door_behind_themselves_goes_if_they_went_out():
    told = "{tom|Tom} slipped out and shut the door behind {tom|him}."
    assert set(moves(told)) == {("tom", False, True)}


def test_who_lets_themselves_in_comes():
    assert moves("{ines|Ines} let herself in.") == [("ines", True, False)]
    assert moves("{ines|Ines} let herself out.") == [("ines", False, True)]


def test_who_is_led_out_by_somebody_unknown_goes():
    assert moves("Two guards led {ines|Ines} out.") == [("ines", False, True)]


def test_the_story_goes_with_its_teller():
    assert moves("{narrator|I} went out.") == []
    assert moves("{narrator|I} went in.") == [("narrator", True, False)]


@pytest.mark.parametrize(
    "told",
    [
        "{tom|They} went out.",
        "{tom|Tom} turned round.",
        "{tom|Tom} swims in it.",
        "{tom|Tom} came nineteenth.",
        "It was the only hat {tom|he} had left.",
        "{tom|Tom} came in every morning.",
        "{tom|Tom} might come in.",
        "{tom|Tom} never came in.",
        "{tom|Tom} had gone out at noon.",
        "{tom|Tom} had gone as red as a beet.",
        "{tom|Tom} ran in the middle of the night.",
        "By the time {tom|Tom} came in it was dark.",
        "{tom|Tom} walked in front of {ines|her} in his socks.",
        "{tom|Tom} came in June.",
        "{tom|Tom} came in first.",
        "{tom|Tom} stood away from the mast.",
        "{ines|She} had seen {tom|Tom} come out.",
        "{tom|Tom} went out, and {ines|Ines} followed {tom|him}.",
    ],
)
def test_what_is_no_move_or_of_another_time_is_left_out(told):
    assert moves(told) == []


def test_what_somebody_was_doing_when_another_came_is_no_setting():
    told = "{ines|Ines} was at the stove when {tom|Tom} came in."
    assert moves(told) == [("tom", True, False)]


def test_off_somebody_goes():
    assert moves("Off {tom|he} went, and the ducklings too.") == [("tom", False, True)]
