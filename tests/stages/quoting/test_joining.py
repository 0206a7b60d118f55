"""When the narrator interrupts, and when a new speech begins."""

import pytest
from quoted import quoted


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said Ada, “not the red one.”",
        "“What!” cried Ada, “not the red one?”",
        "“Our”—she leaned in—“secret.”",
        "“I think,” he said, turning to the window, “that it rains.”",
        "“I think” he said “that it rains.”",
        "“Well,” said Mr. Bell, “that is that.”",
        "“Listen,” said the old man: “wheels.”",
        "“It is late,” she said; “we must go.”",
        "“It is late—” (he yawned) “—and dark.”",
    ],
)
def test_a_sentence_that_goes_on_is_one_quotation(text: str) -> None:
    (found,) = quoted(text)
    assert found.count("|") == 1


@pytest.mark.parametrize(
    "text",
    [
        "“Right,” he nodded. “I’ll go.”",
        "“Go!” He turned and said, “Run!”",
        "“Stop.” Ada looked up, and then, slowly, “Listen.”",
        "“Yes,” said Ada, and Tom said, “No.”",
        "“Poor thing,” he said; and then he added: “Give it some milk.”",
        "“Tea?” he asked the captain, who replied with a bow: “Gladly.”",
        "“Yes.” “No.”",
        "“Late,” said Ada. She sat down. “Very late.”",
    ],
)
def test_a_new_sentence_is_a_new_quotation(text: str) -> None:
    assert len(quoted(text)) == 2


def test_three_parts_around_two_cues_are_one() -> None:
    assert quoted("“If,” said Ada, “the rain,” and she sighed, “stops.”") == [
        "“If,”|“the rain,”|“stops.”"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go home, he said and left.", "“Go home,"),
        ("“Go home! cried Ada from the boat.", "“Go home!"),
        ("“Go home, Mr. Bell said it would rain.", "“Go home,"),
        ("“Go home! The tide is coming in!", "“Go home! The tide is coming in!"),
        ("“The doctor says it is nothing. Mr. Bell asked him twice.", None),
    ],
)
def test_without_a_mark_speech_ends_at_its_cue_or_with_the_paragraph(
    text: str, expected: str | None
) -> None:
    assert quoted(text)[0] == (expected or text)
