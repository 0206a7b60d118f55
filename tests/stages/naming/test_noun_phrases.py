import pytest
from stage_by_stage import mentions_of


def phrases(text):
    return mentions_of(text, "nominal")


@pytest.mark.parametrize(
    "phrase",
    [
        "the old ferryman",
        "her two brothers",
        "a tall, dark stranger",
        "the irritating but powerful pilot",
        "all the sailors",
        "Anna’s brother",
        "my dear old aunt",
        "the injured sailor",
        "the man with the red beard",
        "the woman in the doorway",
    ],
)
def test_a_phrase_reaches_from_its_determiner_to_its_noun(phrase):
    assert phrases(f"They saw {phrase} again.") == [phrase]


def test_a_noun_that_describes_another_is_no_person():
    assert phrases("The servant girl sang.") == ["The servant girl"]
    assert phrases("They feared the general chaos.") == []


def test_an_owner_is_inside_the_phrase():
    text = "They met the ferryman’s wife."
    assert phrases(text) == ["the ferryman’s wife", "the ferryman"]


def test_plurals_and_calls_need_no_determiner():
    assert phrases("Young men and sailors waited.") == ["Young men", "sailors"]
    assert phrases("“Come here, boy,” he said.") == ["boy"]


def test_a_pair_of_boots_is_nobody():
    assert phrases("He wore a pair of boots on his slim figure.") == []


def test_a_noun_that_speaks_twice_is_a_person_of_this_story():
    text = "“Go,” said the mirror. “Now,” the mirror said. They left the mirror alone."
    assert phrases(text) == ["the mirror"] * 3
    assert phrases("They left the mirror alone.") == []


def test_nobody_and_the_other_are_mentions_too():
    assert phrases("Nobody spoke. The other nodded.") == ["Nobody", "The other"]


def test_a_tail_that_says_where_is_no_part_of_the_phrase():
    assert phrases("The man in the middle of the room slept.") == ["The man"]
