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
        "{tom|Tom} came.",
        "{tom|Tom} came and sat by the fire.",
        "{tom|Tom} came out of the dark.",
        "{tom|Tom} came along the passage with a lamp.",
        "{tom|Tom} limped into the mill.",
        "{tom|Tom} was back with the cake.",
        "{tom|Tom} returned from the well.",
        "{tom|Tom} got there by noon.",
        "{tom|Tom} was standing in the doorway.",
        "{tom|Tom} put his head round the door.",
        "{tom|Tom} was shown in.",
        "{ines|She} heard {tom|Tom} come in.",
        "“Tea!” said {tom|Tom}, coming in with the tray.",
        "{tom|Tom} came by the garden door.",
        "{tom|Tom} came in his socks.",
        "{tom|Tom} had come in without his hat.",
        "{tom|Tom} opened the door.",
        "It was {tom|Tom} with the soup.",
        "The door was opened by {tom|Tom}.",
        "{tom|Tom} looked in.",
        "{tom|Tom} carried in the soup.",
        "{tom|Tom} stepped aboard.",
        "{tom|Tom} found {ines|her} there.",
    ],
)
def test_arrivals_have_many_words(arrival):
    found = comings("{ines|Ines} lit the stove. " + arrival + " {tom|Tom} sang. {ines|Ines} waved.")
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
        "{tom|Tom} went off his food.",
        "{tom|Tom} ran out of flour.",
        "{tom|Tom} came to a decision.",
        "{tom|Tom} took off his hat.",
        "{tom|Tom} returned the smile.",
        "{tom|Tom} came down one step.",
        "When {tom|Tom} came in he had been wet.",
        "{tom|Tom} came from Ancona.",
        "{tom|Tom} opened the door.",
        "{tom|Tom} went red.",
        "{tom|Tom} shrank away from {ines|her}.",
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


@pytest.mark.parametrize(
    "departure",
    [
        "{tom|Tom} left.",
        "{tom|Tom} left the kitchen.",
        "{tom|Tom} left {ines|her} to it.",
        "{tom|Tom} was gone.",
        "{tom|Tom} went back to bed.",
        "{tom|Tom} went down the stairs.",
        "{tom|Tom} ran out of the room.",
        "{tom|Tom} went in.",
        "{tom|Tom} stamped off.",
        "{tom|Tom} slammed the door behind him.",
        "{tom|Tom} was led out.",
        "{tom|Tom} went down to breakfast.",
        "{tom|Tom} went for a swim.",
        "{tom|Tom} ran for the tram.",
        "{tom|Tom} headed for the stairs.",
        "{tom|Tom} got on the bus.",
        "The door slammed behind {tom|him}.",
        "When {tom|Tom} had gone {ines|she} sighed.",
    ],
)
def test_departures_have_many_words(departure):
    told = "{tom|Tom} sang to the cat. {ines|Ines} lit the stove, and it went out, and she lit it"
    told += " again with the letter from her aunt in Fano. " + departure
    found = comings(told + " {ines|Ines} sat down by herself.")
    assert [each[:2] for each in found] == [("tom", "leaves")]


def test_who_stands_in_the_doorway_when_the_scene_begins_was_there():
    assert comings("{tom|Tom} stood in the doorway. {ines|Ines} lit the stove.") == []


def test_who_has_left_may_come_back():
    prose = (
        "{tom|Tom} sang while {ines|Ines} lit the stove. {tom|Tom} went out. {ines|Ines} sat down"
        " and peeled nine potatoes, one after another, and put them in the pot with the"
        " carrots. {tom|Tom} came back. {ines|She} laughed."
    )
    assert [each[:2] for each in comings(prose)] == [("tom", "leaves"), ("tom", "arrives")]


def test_whose_mother_comes_does_not_come():
    prose = "{ines|Ines} lit the stove. Behind {tom|him} came {tom|his} mother. {ines|Ines} sat."
    assert comings(prose) == []


def test_nobody_leaves_who_was_never_there():
    prose = "{ines|Ines} lit the stove. {tom|Tom} went home by the mill. {ines|Ines} sat down."
    assert comings(prose) == []


def test_whom_the_story_follows_out_and_elsewhere_leaves_nobody():
    prose = (
        "{tom|Tom} sang. {ines|Ines} laughed. {tom|Tom} went out. {tom|He} was there, and "
        "{tom|Tom} came in. {ines|Ines} waved."
    )
    assert ("tom", "leaves", "Tom went out.") not in comings(prose)


def test_who_has_done_nothing_for_long_may_come_in():
    rest = "{ines|She} swept the floor and sang of boats. " * 30
    prose = f"{{tom|Tom}} sang. {{ines|Ines}} laughed. {rest}{{tom|Tom}} came in. {{ines|She}} sat."
    assert ("tom", "arrives", "Tom came in.") in comings(prose)


def test_who_is_back_after_a_long_while_has_left_meanwhile():
    rest = "{ines|She} swept the floor and sang of boats. " * 15
    prose = f"{{tom|Tom}} sang. {{ines|Ines}} laughed. {{tom|Tom}} went out. {rest}{{tom|Tom}} sat."
    assert ("tom", "leaves", "Tom went out.") in comings(prose)


def test_who_comes_upon_those_of_whom_the_scene_goes_on_to_tell_arrives():
    prose = "It was noon when {tom|Tom} came into the kitchen. {tom|Tom} sang. {ines|Ines} waved."
    assert [each[:2] for each in comings(prose)] == [("tom", "arrives")]


def test_who_works_away_stays():
    prose = "{tom|Tom} sang. {ines|Ines} lit the stove. “Yes,” said {tom|Tom}, digging away."
    assert comings(prose + " {ines|Ines} sat down.") == []
