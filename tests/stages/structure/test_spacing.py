import pytest

from fabula.stages.structure.spacing import break_gap, is_greeting


@pytest.mark.parametrize(
    ("gaps", "least"),
    [
        ([1] * 20 + [3, 2], 2),
        ([0] * 20 + [1], 1),
        ([2] * 20 + [4], 4),
        ([1] * 20, None),
        ([1] * 20 + [0], None),
        ([1] * 12 + [2] * 8, None),
        ([1] * 12 + [2] * 8 + [5], 5),
        ([], None),
    ],
)
def test_space_means_a_break_where_it_is_wider_and_rarer_than_usual(gaps, least):
    assert break_gap(gaps) == least


@pytest.mark.parametrize(
    "line", ["My dear Emily,", "“Dear Sir,—I have the boat.", "Dearest Tomas:"]
)
def test_letters_open_with_a_greeting(line):
    assert is_greeting(line)


@pytest.mark.parametrize("line", ["“My dear fellow!” he said.", "“My dear Emily,” he said, “no.”"])
def test_an_address_in_speech_is_no_greeting(line):
    assert not is_greeting(line)


def test_a_short_story_may_have_scenes_of_six_paragraphs():
    assert break_gap([1, 1, 1, 1, 1, 2] * 5) == 2


def test_space_after_every_third_paragraph_is_a_habit():
    assert break_gap([1, 1, 2] * 10) is None
