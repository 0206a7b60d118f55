"""Thought and writing between quotation marks."""

import pytest
from quoted import of_kind, quotations


@pytest.mark.parametrize(
    "text",
    [
        "“How odd,” she thought.",
        "“How odd,” thought the ferryman.",
        "She thought, “How odd.”",
        "“Why me?” he wondered.",
        "“Run,” he told himself.",
        "“Run,” she said to herself.",
        "“Run,” you tell yourself.",
        "“Not long now,” we told ourselves.",
        "She longed to say, “Stay with us.”",
        "He felt like answering: “Never.”",
    ],
)
def test_it_is_thought(text: str) -> None:
    assert len(of_kind(text, "thought")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“How odd,” she said, and thought of home.",
        "“Is it late?” she wondered aloud.",
        "“The tide.” She thought about it.",
        "“Tea?” asked Tom.",
        "“In a minute.” I thought for a while.",
        "She thought it over and went on: “Then we row.”",
    ],
)
def test_it_is_speech(text: str) -> None:
    (found,) = quotations(text)
    assert found.kind == "speech"


@pytest.mark.parametrize(
    "text",
    [
        "The card read: “Ring twice.”",
        "The note said, “Come at once.”",
        "“Come at once,” it read.",
        "“Come at once,” the letter ran.",
        "“Soon,” she texted.",
        "She wrote, “Dear all, we sank.”",
        "“No Swimming” was painted on the gate.",
        "It was a box marked “Fragile.”",
        "He opened the envelope and read: “We sail at noon.”",
    ],
)
def test_it_is_writing(text: str) -> None:
    assert len(of_kind(text, "writing")) == 1


def test_words_at_a_door_are_still_spoken() -> None:
    (found,) = quotations("He went to the door and said, “Good night.”")
    assert found.kind == "speech"
