from fabula.stages.speaking.candidates import LONGEST_TURN, MOST, Appearance, candidates
from fabula.stages.speaking.turns import Claim, Turn


def turn(start, end, *, scene=0, **what):
    return Turn(
        places=(0,), start=start, end=end, paragraph=0, last_paragraph=0, scene=scene, **what
    )


def nearness(found):
    return {candidate.person: candidate.nearness for candidate in found}


def test_whoever_was_mentioned_last_is_nearest():
    [found] = candidates(
        [turn(500, 510)], [Appearance(0, "ines", 1.0), Appearance(400, "tom", 1.0)]
    )
    assert [candidate.person for candidate in found] == ["tom", "ines"]


def test_a_new_scene_pushes_people_back():
    turns = [turn(10, 20), turn(30, 40, scene=1)]
    first, second = candidates(turns, [Appearance(0, "ines", 1.0)])
    assert nearness(second)["ines"] < nearness(first)["ines"] / 2


def test_a_long_speech_takes_nobody_out_of_the_room():
    short = candidates([turn(10, 10 + LONGEST_TURN), turn(200, 210)], [Appearance(0, "tom", 1.0)])
    long = candidates([turn(10, 90_000), turn(90_040, 90_050)], [Appearance(0, "tom", 1.0)])
    assert abs(nearness(short[1])["tom"] - nearness(long[1])["tom"]) < 0.01


def test_people_named_inside_a_turn_do_not_count_for_it():
    [found] = candidates([turn(10, 90)], [Appearance(20, "tom", 0.1, in_speech=True)])
    assert found == []


def test_whoever_has_a_part_in_the_turns_around_is_engaged():
    named = Claim(person="rosa", settled=True)
    before, after = candidates([turn(10, 20), turn(30, 40, claim=named)], [])
    assert [candidate.person for candidate in before] == ["rosa"]
    assert before[0].engaged > 0
    assert after == []


def test_whoever_is_talked_about_is_less_likely_there():
    talked = turn(30, 40, spoken_of=("tom",))
    [first, _] = candidates([turn(10, 20), talked], [Appearance(0, "tom", 1.0)])
    assert first[0].engaged < 0


def test_the_list_is_short():
    crowd = [Appearance(number, f"e{number}", 1.0) for number in range(50)]
    [found] = candidates([turn(100, 110)], crowd)
    assert len(found) == MOST
