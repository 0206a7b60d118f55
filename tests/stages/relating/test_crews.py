from related import read

PROSE = "{odo|Captain Drum} shouted. {tom|The mate} ran up."
THERE = {"present": ("odo", "tom")}


def test_the_mate_serves_under_the_one_captain():
    assert read(PROSE, **THERE) == [("odo", "superior", "tom", "The mate")]


def test_of_two_captains_nobody_knows_whose_mate_he_is():
    assert read(f"{PROSE} {{ada|Captain Fell}} sang.", **THERE) == []


def test_a_mate_who_is_never_there_may_be_another_ship_s():
    assert read(PROSE, present=("odo",)) == []


ORDER = [("feet", "dobj", "take"), ("his", "poss", "feet")]


def ordered(prose, speaker, listener, arcs=ORDER, **given):
    tags = {word: "VERB" for word in ("take", "takes") if f" {word} " in prose}
    return read(prose, arcs, tags, spoken={"q1": (speaker, listener)})


def test_whoever_takes_a_captain_s_orders_serves_under_the_captain():
    prose = "“Ned, take his feet,” said {odo|Captain Drum}. {ned|Ned} ran."
    found = ordered(prose, "odo", None)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("odo", "superior", "ned")]


def test_what_a_captain_says_of_somebody_is_no_order():
    prose = "“Ned, he takes his feet,” said {odo|Captain Drum}. {ned|Ned} ran."
    arcs = [("his", "poss", "feet"), ("feet", "dobj", "takes"), ("he", "nsubj", "takes")]
    assert ordered(prose, "odo", None, arcs) == []


def test_orders_of_one_without_a_rank_make_nobody_serve():
    prose = "“Ned, take his feet,” said {odo|Mr. Drum}. {ned|Ned} ran."
    assert ordered(prose, "odo", None) == []


def test_one_captain_once_is_not_enough_to_be_of_the_crew():
    prose = "“It rains, Captain,” said {ned|Ned} to {odo|Captain Drum}."
    assert ordered(prose, "ned", "odo", []) == []
    twice = f"{prose} “It pours, Captain,” said {{ned|Ned}}."
    spoken = {"q1": ("ned", "odo"), "q2": ("ned", "odo")}
    found = read(twice, spoken=spoken)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("odo", "superior", "ned")]


def test_one_aye_aye_captain_is_enough():
    prose = "“Aye, Captain,” said {ned|Ned} to {odo|Captain Drum}."
    found = ordered(prose, "ned", "odo", [])
    assert [(a, kind, b) for a, kind, b, _ in found] == [("odo", "superior", "ned")]


def test_the_surgeon_s_mate_is_no_mate_of_the_ship():
    prose = "{odo|Captain Drum} shouted. {tom|The surgeon's mate} ran up."
    assert read(prose, [("surgeon's", "poss", "mate")], **THERE) == []
