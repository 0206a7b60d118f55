"""Wrapped lines and the author's own."""

from textwrap import fill

import pytest

from fabula.sources.lines import lines_of
from fabula.sources.wrapping import Layout, lay_out, measure

FIRST = (
    "The ferry came in late that evening, with one lamp lit and nobody at the rail, and Mara "
    "walked down the long stone pier to meet it because nobody else in the town would. She had "
    "her coat on over her nightgown and a boot on one foot."
)
SECOND = (
    "“You should not have come,” said the ferryman, who had known her father, and he threw her "
    "the rope all the same. She tied it as she had been taught to, twice around and once under."
)
THIRD = (
    "“And yet,” said Mara, and she laughed at him until he had to laugh as well, there on the pier."
)
STORY = [FIRST, SECOND, THIRD] * 3


def paragraphs(text: str, layout: Layout | None = None) -> list[str]:
    found = layout or lay_out(text, list(lines_of(text)))
    return [" ".join(text[span.start : span.end].split()) for span in found.paragraphs]


@pytest.mark.parametrize("width", [50, 65, 72, 78, 100])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_wrapped_lines_are_joined(width: int, end: str) -> None:
    text = "\n\n".join(fill(words, width) for words in STORY).replace("\n", end)
    assert paragraphs(text) == STORY


def test_the_text_itself_is_not_touched() -> None:
    text = fill(FIRST, 60)
    (span,) = lay_out(text, list(lines_of(text))).paragraphs
    assert text[span.start : span.end] == text


def test_a_line_for_each_paragraph_stays_one() -> None:
    assert paragraphs("\n".join(STORY)) == STORY


def test_blank_lines_between_paragraphs_change_nothing() -> None:
    assert paragraphs("\n\n".join(STORY)) == STORY


def test_short_lines_of_talk_are_not_joined() -> None:
    talk = ["“Is it the ferry, do you think, that we hear?” she asked.", "“It is.”", "“Oh.”"] * 4
    assert paragraphs("\n".join(talk)) == talk


def test_first_lines_set_in_part_paragraphs_without_blank_lines() -> None:
    text = "\n".join(fill(words, 66, initial_indent="    ") for words in STORY)
    assert paragraphs(text) == STORY


def test_short_last_lines_part_paragraphs_without_blank_lines() -> None:
    text = "\n".join(fill(words, 66) for words in STORY)
    assert paragraphs(text) == STORY


def test_lines_wrapped_by_hand_are_joined() -> None:
    text = (
        "The ferry came in late that evening, with one lamp lit\n"
        "and nobody at the rail, and Mara walked down the long stone pier\n"
        "to meet it because nobody else in the town would.\n"
        "She had her coat on over her nightgown and a boot on\n"
        "one foot.\n"
        "\n"
        "The ferryman threw her the rope, and she tied it twice around\n"
        "and once under, as her father had taught her to do it.\n"
        "He laughed at that.\n"
    )
    assert [words[:12] for words in paragraphs(text)] == ["The ferry ca", "The ferryman"]


def test_title_lines_above_wrapped_prose_stand_alone() -> None:
    text = "The Ferry\nby Mara Lund\nRating: all\n\n" + fill(FIRST, 70)
    assert paragraphs(text)[:3] == ["The Ferry", "by Mara Lund", "Rating: all"]


def test_title_lines_above_a_line_for_each_paragraph_stand_alone() -> None:
    text = "The Ferry by Mara Lund\nDisclaimer: none of the boats are mine\n\n" + "\n\n".join(STORY)
    assert len(paragraphs(text)) == 2 + len(STORY)


def test_verse_inside_wrapped_prose_is_one_paragraph_with_its_lines() -> None:
    verse = "    O ferryman, the night is long,\n    The water wide and deep,\n    Come sing"
    text = f"{fill(FIRST, 70)}\n\n{verse}\n\n{fill(SECOND, 70)}"
    layout = lay_out(text, list(lines_of(text)))
    assert len(layout.paragraphs) == 3
    (mark,) = layout.marks
    assert mark.kind == "preformatted"
    assert text[mark.start : mark.end] == verse.strip()


def test_a_letter_in_a_narrower_column_is_joined() -> None:
    letter = fill(SECOND, 45, initial_indent="      ", subsequent_indent="      ")
    text = f"{fill(FIRST, 70)}\n\n{letter}\n\n{fill(THIRD, 70)}"
    assert paragraphs(text) == [FIRST, SECOND, THIRD]


def test_a_heading_of_two_lines_is_two_paragraphs() -> None:
    text = f"{fill(FIRST, 70)}\n\nCHAPTER II\nThe Rope\n\n{fill(SECOND, 70)}"
    assert paragraphs(text)[1:3] == ["CHAPTER II", "The Rope"]


def test_talk_without_blank_lines_inside_wrapped_prose_is_parted() -> None:
    text = f"{fill(FIRST, 70)}\n\n{fill(FIRST, 70)}\n\n“Well?” asked Mara.\n“Well,” said he.\n"
    assert paragraphs(text)[2:] == ["“Well?” asked Mara.", "“Well,” said he."]


def test_a_poem_is_not_wrapped_prose() -> None:
    poem = ["The gulls go out,", "the gulls come in,", "and nobody", "counts them."]
    assert paragraphs("\n".join(poem)) == poem


def test_a_chat_in_small_letters_is_not_wrapped_prose() -> None:
    chat = [
        "mara: i can see the ferry from my window and it has one lamp lit",
        "ned: one lamp is all it ever has because the other one fell in the sea in march",
        "mara: nobody told me about that, poor lamp",
        "ned: we had a small funeral and the ferryman said a few words about light and oil",
        "mara: i am going down to the pier in my coat",
        "ned: you are going down to the pier in your nightgown, i have seen you do it before now",
    ]
    assert paragraphs("\n".join(chat)) == chat


def test_soft_line_ends_join_a_sentence_that_runs_on() -> None:
    text = "Mara ran\nto the pier.\nThe ferry\nwas late."
    layout = lay_out(text, list(lines_of(text)), soft=True)
    assert paragraphs(text, layout) == ["Mara ran to the pier.", "The ferry was late."]


def test_the_width_is_measured() -> None:
    text = "\n\n".join(fill(words, 64) for words in STORY)
    wrapping = measure(text, list(lines_of(text)))
    assert wrapping is not None
    assert 60 <= wrapping.width <= 64
    assert not wrapping.tight
