import pytest

from fabula.stages.telling.tense import tense_of_scene, tense_of_story, tense_votes


@pytest.mark.parametrize(
    ("prose", "votes"),
    [
        ("The door was open. She had gone. He did wave.", (3, 0)),
        ("The door is open. She has gone. They’re late.", (0, 3)),
        ("She walked. He ran. It slowly opened.", (3, 0)),
        ("She walks. He runs. It slowly opens.", (0, 3)),
        ("{ada|Ada} rowed. {tom|Tom} steers.", (1, 1)),
        ("I know it, and you go.", (0, 2)),
        ("They would row. The oars are to be put away.", (0, 1)),
        ("“It is late,” he said.", (1, 0)),
    ],
)
def test_finite_verbs_of_the_narration_vote(passages_of, prose, votes):
    assert tense_votes(passages_of(prose)) == votes


def test_the_majority_of_verbs_decides_for_a_story():
    assert tense_of_story([(5, 0), (0, 2)]) == "past"
    assert tense_of_story([(0, 5), (2, 0)]) == "present"


def test_a_story_without_finite_verbs_has_no_tense():
    assert tense_of_story([(0, 0)]) is None


def test_a_scene_may_clearly_differ_from_its_story():
    assert tense_of_scene((1, 9), "past") == "present"
    assert tense_of_scene((9, 1), "present") == "past"


def test_a_scene_with_few_or_divided_verbs_follows_its_story():
    assert tense_of_scene((0, 2), "past") == "past"
    assert tense_of_scene((5, 5), "present") == "present"
