import pytest
from viewpoint_passages import attributed_story

from fabula.stages.presence import FindPresence


def comings(prose, scene=0):
    story = attributed_story(prose)
    return [
        (each.who_id, each.move, story.document[each.evidence])
        for each in FindPresence()(story)[scene].comings
    ]


def test_who_comes_in_arrives_and_who_goes_out_leaves():
    prose = (
        "{ines|Ines} lit the stove. {tom|Tom} came in. {ines|She} laughed. "
        "{tom|Tom} went out. {ines|Ines} sat down."
    )
    assert comings(prose) == [
        ("tom", "arrives", "Tom came in."),
        ("tom", "leaves", "Tom went out."),
    ]


@pytest.mark.parametrize(
    "arrival",
    [
        "{tom|Tom} arrived with the cake.",
        "{tom|Tom} stepped inside.",
        "{tom|Tom} entered the mill.",
        "{tom|Tom} came stumbling through the reeds.",
        "In came {tom|Tom} with the cake.",
    ],
)
def test_arrivals_have_many_words(arrival):
    found = comings("{ines|Ines} lit the stove. " + arrival + " {ines|Ines} waved.")
    assert [each[:2] for each in found] == [("tom", "arrives")]


@pytest.mark.parametrize(
    "told",
    [
        "{tom|Tom} would come in later.",
        "{tom|Tom} had come in at noon.",
        "{tom|Tom} did not come in.",
        "{tom|Tom} came to himself.",
        "{tom|Tom} came over every morning.",
        "{tom|Tom} left the key on the table.",
    ],
)
def test_what_is_no_coming_is_not_told_as_one(told):
    assert comings("{ines|Ines} lit the stove. {tom|Tom} sang. " + told + " {ines|She} sat.") == []


def test_who_acts_already_does_not_arrive():
    prose = (
        "{ines|Ines} lit the stove. {tom|Tom} swept the floor and sang a song of the sea, all nine"
        " verses of it. {ines|Ines} hummed. {tom|Tom} came in for the chorus."
    )
    assert comings(prose) == []


def test_whom_the_scene_follows_outside_has_not_left():
    prose = "{tom|Tom} sang. {ines|Ines} went out. {ines|She} fed the goat. {tom|Tom} slept."
    assert comings(prose) == []
