import pytest

from fabula.stages.structure.headings import caption, join_titles, read_heading
from fabula.stages.structure.layout import Block


def heading(text):
    return read_heading(Block(index=0, start=0, end=len(text), text=text, words=len(text.split())))


@pytest.mark.parametrize(
    ("text", "depth", "number", "titled"),
    [
        ("VOLUME II", 0, 2, False),
        ("Book the Third", 1, 3, False),
        ("Part One: The Ferry", 2, 1, True),
        ("FIRST PERIOD", 2, 1, False),
        ("Chapter 12 - Low Water", 3, 12, True),
        ("Chapter Two, in which a goose is lost", 3, 2, True),
        ("CHAPTER\n  7", 3, 7, False),
        ("Prologue", 3, None, False),
        ("CHAPTER THE LAST", 3, None, False),
        ("LETTER III [Written some months later]", 3, 3, True),
        ("-- 4 --", 4, 4, False),
        ("II  The Old Mill", 4, 2, True),
        ("3) Low Water", 4, 3, True),
    ],
)
def test_a_heading_has_depth_number_and_title(text, depth, number, titled):
    read = heading(text)
    assert (read.depth, read.number, read.titled) == (depth, number, titled)


@pytest.mark.parametrize(
    "text",
    [
        "Chapter and verse, she knew them all.",
        "Chapter Two, in which she was lost, was dull. She shut it.",
        "Part I played badly, part II I forgot.",
        "I went home.",
        "[1] An old word for a boat.",
        "Prologue to the war was a quarrel over fish.",
        "2. Goes to the mill and is, in his own way, happy.",
        "“Chapter One,” she read.",
    ],
)
def test_sentences_and_lists_are_no_headings(text):
    assert heading(text) is None


def test_lines_below_in_title_case_belong_to_the_heading():
    read = heading("CHAPTER IV.\nAt the Mill")
    assert (read.title, read.body) == ("CHAPTER IV. At the Mill", None)


def test_a_sentence_below_is_where_the_story_begins():
    text = "Chapter 4\nIt was late, and the miller was asleep."
    read = heading(text)
    assert (read.title, text[read.body :][:6]) == ("Chapter 4", "It was")


def test_a_long_title_may_be_wrapped():
    read = heading("Chapter VI: Mr. Ash, Miss Birch,\nand the Reverend Alder Go to the Mill")
    assert read.title.endswith("Alder Go to the Mill")


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("THE FERRY.", "capitals"),
        ("A Walk to the Mill", "title"),
        ("Down by the mill", "phrase"),
        ("She ran.", None),
        ("“Come along,”", None),
        ("Bread, lamp oil,", None),
        ("* * *", None),
    ],
)
def test_captions_are_known_by_their_letters(text, looks):
    assert caption(text) == looks


def test_titles_are_joined_by_a_colon_where_no_stop_stands():
    assert join_titles("Chapter I", "The Ferry") == "Chapter I: The Ferry"
    assert join_titles("CHAPTER I.", "THE FERRY") == "CHAPTER I. THE FERRY"


def test_a_line_of_dashes_after_a_number_is_read_at_once():
    line = "1" + "-" * 150 + "x"
    assert heading(line) is None
