"""Messages with the name of their writer before them."""

import pytest
from quoted import of_kind, quotations

from fabula.stages.quoting.chats import find_chats
from fabula.text import Span


def test_lines_of_a_chat_are_writing_without_their_names() -> None:
    text = "Ada: on the ferry\n\nTom: which one?\n\nAda: the slow one\n\nShe put it away."
    assert of_kind(text, "writing") == ["on the ferry", "which one?", "the slow one"]
    assert {quotation.style for quotation in quotations(text)} == {"block"}


@pytest.mark.parametrize(
    "text",
    [
        "<ada> late again\n\n<tom> always\n\n<ada> sorry",
        "[10:02] ada: late again\n\n[10:03] tom: always\n\n[10:04] ada: sorry",
        "12/05/2031, 10:02 - Ada: late again\n\n12/05/2031, 10:03 - Tom: always\n\n"
        "12/05/2031, 10:04 - Ada: sorry",
        "Ada (smiling): late again\n\nTom: always\n\nAda: sorry",
        "ADA (10:02): late again\n\nTOM (10:03): always\n\nADA (10:04): sorry",
        "**Ada:** late again\n\n**Tom:** always\n\n**Ada:** sorry",
        "**Ada**: late again\n\n**Tom**: always\n\n**Ada**: sorry",
        "**Ada** 10:02\nlate again\n\n**Tom** 10:03\nalways\n\n**Ada** 10:04\nsorry",
        "Élodie Hart: late again\n\ntom_of_the_mill: always\n\nÉlodie Hart: sorry",
        "It buzzed.\n\nAda: late again\nTom: always\nAda: sorry\n\nShe laughed.",
    ],
)
def test_chats_come_in_many_dresses(text: str) -> None:
    assert of_kind(text, "writing") == ["late again", "always", "sorry"]


def test_a_line_without_a_name_goes_on_with_the_message_in_its_paragraph() -> None:
    text = "Ada: late again\nand wet\nTom: always\nAda: sorry"
    found = find_chats(text, [Span(0, len(text))])
    assert [text[span.start : span.end] for span in found] == [
        "late again\nand wet",
        "always",
        "sorry",
    ]


def test_a_name_of_the_chat_is_known_after_narration() -> None:
    text = "Ada: late\n\nTom: always\n\nAda: sorry\n\nTom sat down and laughed.\n\nTom: never mind"
    assert of_kind(text, "writing")[-1] == "never mind"


@pytest.mark.parametrize(
    "text",
    [
        "Eggs: six\n\nMilk: two pints\n\nBread: one loaf",
        "Ada: on the ferry\n\nTom: which one?\n\nIt was late.",
        "Ada said: “Row.”\n\nTom said: “No.”\n\nAda said: “Row.”",
        "He said: row\n\nShe said: no\n\nHe said: row",
        "Monday: rain\n\nTuesday: sun\n\nMonday: rain again",
        "She stopped.\n\nNote: the ferry sinks.\n\nShe rowed on.",
    ],
)
def test_lists_and_cues_are_no_chat(text: str) -> None:
    assert of_kind(text, "writing") == []


def test_a_name_and_an_hour_above_a_message_are_its_head() -> None:
    text = "ADA [10:02]\nlate again\n\nTOM [10:03]\nalways\n\nADA [10:04]\nsorry"
    assert of_kind(text, "writing") == ["late again", "always", "sorry"]


def test_a_name_and_an_hour_with_nothing_below_are_no_message() -> None:
    text = "Ada [10:02]\nlate\n\nTom [10:03]\nalways\n\nAda [10:04]\nsorry\n\nTom [10:05]"
    assert of_kind(text, "writing") == ["late", "always", "sorry"]
