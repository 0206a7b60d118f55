import pytest

from fabula.stages.telling.tense import tense_of, tense_votes


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


def test_the_majority_decides():
    assert tense_of((5, 2)) == "past"
    assert tense_of((2, 5)) == "present"


def test_too_few_votes_or_a_tie_decide_nothing():
    assert tense_of((2, 0)) is None
    assert tense_of((4, 4)) is None
