"""Letters, chat logs and signs."""

import pytest
from quoted import of_kind, quotations, quoted


@pytest.mark.parametrize(
    "letter",
    [
        "Dear Ada,\n\nThe ferry sank again.\n\nYours ever,\n\nTom",
        "My dear Mr. Bell,\n\nThe ferry sank again.\n\nYours sincerely,\nAda Hart",
        "Dear Ada,\n\nThe ferry sank again.\n\nLove,\n\nTom\n\nP.S. I can swim.",
        "Dear Ada,—The ferry sank again. Believe me, your affectionate friend,\nTom",
        "Dear Ada,\n\nThe ferry sank again.\n\nCome soon.\n\n—Tom",
    ],
)
def test_a_letter_goes_from_greeting_to_farewell(letter: str) -> None:
    text = f"She opened it.\n\n{letter}\n\nShe laughed until it hurt."
    (found,) = quotations(text)
    assert (found.kind, found.style) == ("writing", "block")
    assert text[found.start : found.end] == letter


@pytest.mark.parametrize(
    "text",
    [
        "Dear old Tom, he never came on time.\n\nShe waited.\n\nIt rained.",
        "“Dear Ada,” said Tom, “sit down.”\n\nShe sat.\n\nYours was the red chair.",
        "Dear Ada,\n\n“Stop!” cried Tom, and tore it up.\n\nShe cried.\n\nYours truly was out.",
    ],
)
def test_a_fond_word_is_no_letter(text: str) -> None:
    assert of_kind(text, "writing") == []


def test_a_novel_in_letters_keeps_its_speech() -> None:
    middle = "\n\n".join(["We rowed on and on and on, past the mill and the lock."] * 30)
    text = f"Dear Ada,\n\n{middle}\n\nYours ever,\n\nTom"
    assert of_kind(text, "writing") == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The sign on the gate read KEEP OUT.", "KEEP OUT"),
        ("A card in the window said: CLOSED FOR LUNCH.", "CLOSED FOR LUNCH"),
        ("There was a banner that read WELCOME HOME ADA over the lock.", "WELCOME HOME ADA"),
    ],
)
def test_capitals_on_a_sign_are_writing(text: str, sign: str) -> None:
    assert quoted(text) == [sign]


def test_capitals_elsewhere_are_not() -> None:
    assert quoted("The BBC said it would rain. The sign was red.") == []
