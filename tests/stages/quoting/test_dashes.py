"""Speech behind dashes."""

from quoted import quotations, quoted


def test_a_cue_gives_the_word_to_the_narrator() -> None:
    text = (
        "—Come in, said Ada. It’s open.\n\n—Thanks, he said, shutting the door. I am wet.\n\n"
        "—You always are, said the old man, in every season.\n\n—Where shall I sit?"
    )
    assert quoted(text) == [
        "—Come in,",
        "It’s open.",
        "—Thanks,",
        "I am wet.",
        "—You always are,",
        "—Where shall I sit?",
    ]
    assert {item.style for item in quotations(text)} == {"dash"}


def test_another_dash_gives_the_word_to_the_narrator_and_back() -> None:
    text = "— No — said Ada — not there.\n\n— Where, then?\n\n— Here, said Ada.\n\nTom sat."
    assert quoted(text) == ["— No|— not there.", "— Where, then?", "— Here,"]


def test_speech_may_open_behind_narration() -> None:
    text = (
        "—Who is it? said Ada. She held up the lamp. —Is it you?\n\n—It is, said Tom.\n\n"
        "He wiped his boots. —Where shall I sit? he said. There?\n\n—Where you like."
    )
    assert quoted(text) == [
        "—Who is it?",
        "—Is it you?",
        "—It is,",
        "—Where shall I sit?",
        "There?",
        "—Where you like.",
    ]


def test_a_pause_behind_a_sentence_opens_no_speech() -> None:
    text = "—Row, said Ada.\n\n—Why?\n\n—Because.\n\nTom rowed. — The boat, an old one, leaked."
    assert quoted(text) == ["—Row,", "—Why?", "—Because."]


def test_a_list_is_no_conversation() -> None:
    assert quoted("She needed:\n\n- eggs\n\n- milk\n\n- a boat\n\nShe had none.") == []


def test_a_book_that_speaks_in_marks_has_no_dash_speech() -> None:
    marked = "\n\n".join(["“Row,” said Ada."] * 6)
    text = f"{marked}\n\n—And so it went.\n\n—Day after day, said nobody.\n\n—Until noon."
    assert set(quoted(text)) == {"“Row,”"}
