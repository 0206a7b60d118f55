"""Scenes that are played out, summed up, or thought."""

import pytest

from fabula.stages.telling.scene_kinds import Told, kind_of


def told(text: str, *, spoken: int = 0, tense: str = "past") -> Told:
    """A scene of this narration, with so many spoken words beside it."""
    words = tuple(text.lower().replace(".", " .").replace(",", " ,").split())
    return Told(narration=words, words=len(words) + spoken, opens_spoken=False, tense=tense)


YEARS = (
    "For eleven years he slept across the foot of my bed. Every spring he got out, and each "
    "morning I used to find him at the mill."
)
EVENING = (
    "Ines put the lamp on the table and sat down. Tom cut the bread. The rain had stopped, and "
    "they could hear the river under the floor. She pushed the plate across to him. "
)


def test_years_and_habits_in_a_few_lines_are_a_summary():
    assert kind_of(told(YEARS), "past") == "summary"


def test_one_evening_is_a_scene():
    assert kind_of(told(EVENING * 3), "past") == "scene"


def test_habits_told_in_a_long_talk_are_part_of_a_scene():
    assert kind_of(told(f"{YEARS} {EVENING * 2}", spoken=150), "past") == "scene"


def test_what_would_have_happened_is_a_reflection():
    wish = "I would have asked for a ship. She would have wept. If I had it, I should have sailed."
    assert kind_of(told(wish), "past") == "reflection"


@pytest.mark.parametrize(("usual", "kind"), [("past", "reflection"), ("present", "scene")])
def test_the_present_in_a_story_of_the_past_is_a_reflection(usual, kind):
    now = "It stands on the sill in my kitchen. The cat looks at it. I wind it, and it sings. " * 3
    assert kind_of(told(now, tense="present"), usual) == kind


def test_a_present_with_talk_in_it_is_a_scene():
    now = "It stands on the sill in my kitchen. The cat looks at it. I wind it, and it sings. " * 3
    assert kind_of(told(now, tense="present", spoken=30), "past") == "scene"
