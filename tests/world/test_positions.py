import pytest

from fabula.errors import QuestionError
from fabula.world.positions import position_in


def test_a_chapter_or_scene_is_up_to_its_end(story, end_of):
    assert position_in(story, "scene:1") == end_of("Tom woke.")
    assert position_in(story, "Scene:s2") == len(story.document.text)
    assert position_in(story, "chapter:1") == len(story.document.text)


def test_a_percentage_is_a_part_of_the_text(story):
    assert position_in(story, "0%") == 0
    assert position_in(story, "50 %") == round(len(story.document.text) / 2)
    assert position_in(story, "100%") == len(story.document.text)


def test_a_number_is_an_offset(story):
    assert position_in(story, "12") == 12


@pytest.mark.parametrize("words", ["chapter:2", "scene:0", "101%", "99999", "soon", "", "-3"])
def test_a_place_that_is_not_there_is_refused_with_what_was_expected(story, words):
    with pytest.raises(QuestionError, match=r"^expected .* found"):
        position_in(story, words)
