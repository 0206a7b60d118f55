"""The words of a paragraph say how much it looks like the start of a scene."""

import pytest
from evaluation.scene_signs import start_scores

from fabula.segmentation import segment
from fabula.sources import plain

BEFORE = [
    "Far below them the boat lay still, and Ines said nothing to Tom about the oars.",
    "The two of them watched the water, while Tom and Ines counted all the gulls.",
]


def score(paragraph: str) -> float:
    text = "\n\n".join([*BEFORE, paragraph])
    return start_scores(segment(plain.from_text(text, "boat.txt")))[-1]


PLAIN = "She lay quite still for some time, and she heard nothing whatever but the gulls."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Three days later she lay still for some time, and she heard nothing but the gulls.",
        "In the kitchen she lay quite still for a while, and she heard nothing but gulls.",
        "The kitchen was quite still for some time, and there was nothing but the gulls.",
    ],
)
def test_times_and_places_that_open_a_paragraph_make_it_likelier(paragraph: str) -> None:
    assert score(paragraph) > score(PLAIN)


@pytest.mark.parametrize(
    "paragraph",
    ["“She lay quite still for some time, and she heard nothing but the gulls.”", "She slept."],
)
def test_talk_and_short_paragraphs_are_less_likely(paragraph: str) -> None:
    assert score(paragraph) < score(PLAIN)


def test_a_score_lies_between_nothing_and_one() -> None:
    (only,) = start_scores(segment(plain.from_text("Rain.", "r.txt")))
    assert 0 < only < 1
