import pytest

from training.augmentation import quotation_marks

TEXT = """“Don't sing ‘Row, row,’ Tom,” said Ada. “'Tis bad luck.”

Tom laughed. “The sailors' songs are mine, too.”"""


@pytest.fixture
def talk(document_with):
    return document_with(
        TEXT,
        ["tom name Tom", "ada name Ada", "tom name Tom"],
        speech=["“Don't sing ‘Row, row,’ Tom,”", "“'Tis bad luck.”"],
    )


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("straight", "\"Don't sing 'Row, row,' Tom,\" said Ada. \"'Tis bad luck.\""),
        ("curly", "“Don’t sing ‘Row, row,’ Tom,” said Ada. “’Tis bad luck.”"),
        ("single", "‘Don’t sing “Row, row,” Tom,’ said Ada. ‘’Tis bad luck.’"),
        ("straight_single", "'Don't sing \"Row, row,\" Tom,' said Ada. ''Tis bad luck.'"),
        ("dash", "—Don’t sing ‘Row, row,’ Tom, said Ada. ’Tis bad luck."),
    ],
)
def test_speech_takes_the_marks_of_a_style(talk, style, printed):
    assert quotation_marks.with_marks(talk, style).text.split("\n")[0] == printed


def test_a_plural_owner_keeps_an_apostrophe(talk):
    assert "The sailors’ songs are mine, too.’" in quotation_marks.with_marks(talk, "single").text


def test_mentions_stay_on_their_words(talk, words_of):
    for style in ("straight", "curly", "single", "straight_single", "dash"):
        assert words_of(quotation_marks.with_marks(talk, style))[:3] == ["Tom", "Ada", "Tom"]


def test_a_quotation_after_a_dash_ends_with_its_last_word(talk, words_of):
    assert words_of(quotation_marks.with_marks(talk, "dash"))[-2:] == [
        "—Don’t sing ‘Row, row,’ Tom,",
        "’Tis bad luck.",
    ]


def test_speech_inside_narration_keeps_its_marks_where_others_have_dashes(talk):
    assert "Tom laughed. “The" in quotation_marks.with_marks(talk, "dash").text


def test_straight_marks_open_and_close_in_turn(document_with):
    document = document_with('"No," said Ada. "Row!"\n\n"Why', speech=['"No,"'])
    changed = quotation_marks.with_marks(document, "curly")
    assert changed.text == "“No,” said Ada. “Row!”\n\n“Why"


@pytest.mark.parametrize("speech", ["‘No,’", "—No,", "'No,'"])
def test_a_document_without_double_marks_stays_as_it_is(document_with, speech):
    document = document_with(f"{speech} said Ada, “the owner” of the boat.", speech=[speech])
    assert quotation_marks.with_marks(document, "straight") == document
