import pytest
from stage_by_stage import cast_of

from fabula.stages.naming.learnt_pronouns import learnt_pronoun

DURROW = "Durrow put her bag down. She sighed. "
MELISAR = "Melisar scratched his chin. He yawned. "


def test_names_learn_their_pronouns_from_the_text():
    cast = cast_of((DURROW + MELISAR) * 2)
    assert (cast["Durrow"].pronouns, cast["Melisar"].pronouns) == ("she", "he")


def test_the_text_outweighs_a_usual_name():
    cast = cast_of("George tied her scarf. She smiled. George shook her head. She left. " * 2)
    assert cast["George"].pronouns == "she"


def test_a_person_may_be_they():
    text = "Quillon tied their scarf. They smiled. Quillon shook their head. They left. " * 3
    assert cast_of(text)["Quillon"].pronouns == "they"


def test_silence_teaches_nothing():
    assert cast_of("Durrow rowed. Durrow sang. “Hello, Durrow.”")["Durrow"].pronouns is None


@pytest.mark.parametrize(
    ("votes", "learnt"),
    [
        ({"he": 5.0, "she": 1.0}, "he"),
        ({"he": 2.0, "she": 2.0}, None),
        ({"she": 1.0}, None),
        ({"they": 9.0, "he": 1.0}, "they"),
        ({"they": 3.0, "he": 2.0}, "he"),
        ({}, None),
    ],
)
def test_a_clear_majority_decides(votes, learnt):
    assert learnt_pronoun(votes) == learnt


def test_a_few_doubtful_pronouns_do_not_outweigh_a_usual_name():
    text = "Tom lit the lamp. “Slow down,” Mary called from behind his elbow. Mary laughed."
    assert cast_of(text)["Mary"].pronouns == "she"


def test_the_ending_of_an_unknown_name_is_a_hint():
    assert cast_of("Josefina tied her scarf.")["Josefina"].pronouns == "she"
    assert cast_of("Melisar tied her scarf.")["Melisar"].pronouns is None
