from fabula.stages.telling.candidates import Candidate
from fabula.stages.telling.focalizer import likeliest
from fabula.stages.telling.minds import Mind
from fabula.story import EntityId

ADA = Candidate(Mind(EntityId("ada")), "internal", {})
ALL = Candidate(None, "omniscient", {})
NONE = Candidate(None, "external", {})


def test_all_minds_and_none_together_outweigh_a_person():
    assert likeliest([ADA, ALL, NONE], [0.4, 0.25, 0.35]) == 2


def test_a_person_likelier_than_both_sees():
    assert likeliest([ADA, ALL, NONE], [0.55, 0.25, 0.2]) == 0


def test_in_a_scene_without_people_nobody_sees():
    assert likeliest([ALL, NONE], [0.7, 0.3]) == 0
