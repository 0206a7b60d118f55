from related import read

PROSE = "{odo|Captain Drum} shouted. {tom|The mate} ran up."
THERE = {"present": ("odo", "tom")}


def test_the_mate_serves_under_the_one_captain():
    assert read(PROSE, **THERE) == [("odo", "superior", "tom", "The mate")]


def test_of_two_captains_nobody_knows_whose_mate_he_is():
    assert read(f"{PROSE} {{ada|Captain Fell}} sang.", **THERE) == []


def test_a_mate_who_is_never_there_may_be_another_ship_s():
    assert read(PROSE, present=("odo",)) == []
