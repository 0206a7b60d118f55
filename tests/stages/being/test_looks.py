"""What people look like: what a word of age may be."""

import pytest

import fabula


@pytest.mark.parametrize("number", ["²", "➌", "9" * 5000])
def test_a_figure_that_is_no_age_is_passed_over(number: str) -> None:
    story = fabula.read_bytes(f"Tamsin Brook laughed. Tamsin was {number}.".encode(), "a.txt")
    assert not [state for state in story.states if state.attribute == "age"]


def test_an_age_in_figures_is_a_trait() -> None:
    story = fabula.read_bytes(
        b"Tamsin Brook laughed and climbed down. Tamsin was 34 years old.", "a.txt"
    )
    assert [state.value for state in story.states if state.attribute == "age"] == ["34"]
