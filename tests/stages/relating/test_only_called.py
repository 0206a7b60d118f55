from related import people_and_arcs, read

from fabula.stages.relating.only_called import only_called

ARCS = [("his", "poss", "mother"), ("mother", "appos", "Ada"), ("Ada", "nsubj", "wept")]
PROSE = "“I know, {mum|Mummy},” said {tom|Tom}. {ada|Ada}, {tom|his} mother, wept."
SAID = {"q1": ("tom", "mum")}


def test_the_mother_is_whom_he_calls_mummy():
    (found,) = read(PROSE, ARCS, spoken=SAID, tom="he", ada="she")
    assert found[:3] == ("ada", "parent", "tom")


def test_a_mummy_of_whom_the_story_tells_is_herself():
    assert only_called(people_and_arcs(PROSE)[0]) == {"mum"}
    assert only_called(people_and_arcs(f"{PROSE} {{mum|Mummy}} went out.")[0]) == set()


def test_a_mummy_without_another_mother_is_the_mother():
    prose = "“I know, {mum|Mummy},” said {tom|Tom}."
    found = read(prose, spoken=SAID, tom="he")
    assert [each[:3] for each in found] == [("mum", "parent", "tom")]
