import pytest
from stage_by_stage import read_to

from fabula.stages.linking.equations import find_equations


def equations(text):
    story = read_to("mentions", text)
    shown = {mention.id: story.document[mention] for mention in story.mentions}
    return {
        (shown[equation.described], shown[equation.same_as], equation.reason)
        for equation in find_equations(story).values()
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tom, the carpenter, sat down.", ("the carpenter", "Tom", "apposition")),
        ("“No,” said Tom the carpenter, sitting down.", ("the carpenter", "Tom", "apposition")),
        ("Her brother Tom sat down.", ("Her brother", "Tom", "apposition")),
        ("Her brother, Tom, sat down.", ("Her brother", "Tom", "apposition")),
        ("Tom was still a carpenter.", ("a carpenter", "Tom", "copula")),
        ("He had been the ferryman.", ("the ferryman", "He", "copula")),
        ("“I’m the pilot,” he said.", ("the pilot", "I", "copula")),
    ],
)
def test_apposition_and_copula_equate(text, found):
    assert found in equations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom was not a carpenter.",
        "Tom, the carpenter and a sailor sat down.",
        "Tom saw the carpenter.",
        "Ada showed Tom the carpenter.",
        "The man Tom saw was gone.",
    ],
)
def test_other_neighbours_do_not(text):
    assert not {item for item in equations(text) if item[1] == "Tom"}
