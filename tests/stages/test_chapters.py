import pytest
from msgspec import structs
from structured import DAY, FOG, SEA, document, mark, structure_of, structured, titles_of

from fabula.text import Mark


def test_a_story_without_headings_is_one_chapter_from_its_first_to_its_last_word():
    text = f"The Blue Sail by lampgirl77\n\nA/N: Enjoy!\n\n\n{DAY}\n\n***\n\n{FOG}\n\nTHE END\n"
    story = structured(text)
    (chapter,) = story.chapters
    assert (chapter.title, chapter.heading) == (None, None)
    assert story.document[chapter] == f"{DAY}\n\n***\n\n{FOG}"


def test_a_chapter_runs_from_its_heading_to_its_last_word():
    text = f"CHAPTER I\n\n{DAY}\n\n* * *\n\nCHAPTER II\n\n{FOG}"
    story = structured(text)
    assert [story.document[chapter] for chapter in story.chapters] == [
        f"CHAPTER I\n\n{DAY}",
        f"CHAPTER II\n\n{FOG}",
    ]
    assert [story.document[chapter.heading] for chapter in story.chapters] == [
        "CHAPTER I",
        "CHAPTER II",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chapter 1", "Chapter 2"),
        ("CHAPTER I.", "CHAPTER II."),
        ("Chapter One: The Storm", "Chapter Two: The Calm"),
        ("Chapter 1 - The Storm", "Chapter 2 - The Calm"),
        ("Ch. 1", "Ch. 2"),
        ("1.", "2."),
        ("I", "II"),
        ("I.", "II."),
        ("-- 1 --", "-- 2 --"),
        ("[1]", "[2]"),
        ("ONE", "TWO"),
        ("I. The Storm", "II. The Calm"),
        ("PART ONE", "PART TWO"),
        ("Prologue", "Epilogue"),
        ("Letter I", "Letter II"),
        ("FIRST PERIOD", "SECOND PERIOD"),
        ("Phase the First: The Storm", "Phase the Second: The Calm"),
        ("Chapter 1 of 2", "Chapter 2 of 2"),
        ("The Blue Sail, Chapter 1", "The Blue Sail, Chapter 2"),
    ],
)
def test_headings_are_known_in_their_usual_shapes(first, second):
    assert titles_of(f"{first}\n\n{DAY}\n\n{SEA}\n\n{second}\n\n{FOG}") == [first, second]


def test_a_title_below_a_number_is_joined_to_it():
    text = f"CHAPTER I.\n\nTHE STORM\n\n{DAY}\n\nCHAPTER II.\nThe Calm\n\n{FOG}"
    story = structured(text)
    assert [chapter.title for chapter in story.chapters] == [
        "CHAPTER I. THE STORM",
        "CHAPTER II. The Calm",
    ]
    assert story.document[story.chapters[0].heading] == "CHAPTER I.\n\nTHE STORM"


def test_a_colon_joins_a_number_without_a_stop_and_its_title():
    assert titles_of(f"Chapter One\n\nThe Storm\n\n{DAY}") == ["Chapter One: The Storm"]


def test_a_short_first_sentence_is_no_title():
    assert titles_of(f"Chapter 1\n\nIt rained.\n\n{DAY}\n\nChapter 2\n\n{FOG}") == [
        "Chapter 1",
        "Chapter 2",
    ]


def test_titles_in_sentence_case_count_where_every_chapter_has_one():
    text = f"Chapter 1\n\nDown by the old mill\n\n{DAY}\n\nChapter 2\n\nA walk in the fog\n\n{FOG}"
    assert titles_of(text) == ["Chapter 1: Down by the old mill", "Chapter 2: A walk in the fog"]


def test_a_part_above_a_chapter_belongs_to_the_heading_and_not_to_the_title():
    text = (
        f"PART ONE\n\nTHE HARBOUR\n\n\nCHAPTER I\n\n{DAY}\n\nCHAPTER II\n\n{FOG}\n\n\n"
        f"PART TWO\n\nTHE SEA\n\n\nCHAPTER I\n\n{SEA}"
    )
    story = structured(text)
    assert [chapter.title for chapter in story.chapters] == ["CHAPTER I", "CHAPTER II", "CHAPTER I"]
    assert story.document[story.chapters[2].heading] == "PART TWO\n\nTHE SEA\n\n\nCHAPTER I"


def test_numbers_inside_chapters_are_no_chapters():
    text = f"Chapter 1\n\n1\n\n{DAY}\n\n{SEA}\n\n2\n\n{FOG}\n\nChapter 2\n\n{SEA}"
    assert titles_of(text) == ["Chapter 1", "Chapter 2"]


def test_numbers_under_a_part_are_chapters():
    numbers = f"I\n\n{DAY}\n\n{SEA}\n\nII\n\n{FOG}\n\n{SEA}"
    text = f"BOOK ONE\n\n{numbers}\n\nBOOK TWO\n\n{numbers}"
    assert titles_of(text) == ["I", "II", "I", "II"]


def test_a_lone_i_is_a_word():
    assert titles_of(f"{DAY}\n\nI\n\n{FOG}") == [None]


def test_a_counted_list_is_no_row_of_chapters():
    assert titles_of(f"{DAY}\n\n1. Bread\n\n2. Lamp oil\n\n3. A bell\n\n{FOG}") == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chapter One of her life was over.",
        "Part of him wanted to stay.",
        "Book in hand, he went out.",
        "Act two, she thought, and rose.",
    ],
)
def test_sentences_that_open_like_headings_are_story(sentence):
    assert titles_of(f"{DAY}\n\n{sentence}\n\n{FOG}") == [None]


def test_titles_by_themselves_count_in_a_regular_series():
    titles = ["THE QUAY", "AN ERRAND", "FOG"]
    story = "\n\n".join([DAY, FOG, SEA, DAY, FOG, SEA])
    assert titles_of("\n\n\n\n".join(f"{title}\n\n\n{story}" for title in titles)) == titles


def test_a_sign_in_capitals_is_no_chapter():
    assert titles_of(f"{DAY}\n\nNO ENTRY\n\n{FOG}\n\nBEWARE OF THE DOG\n\n{SEA}") == [None]


def test_story_before_the_first_heading_is_a_chapter_without_a_title():
    assert titles_of(f"{DAY}\n\nChapter One\n\n{FOG}\n\nChapter Two\n\n{SEA}") == [
        None,
        "Chapter One",
        "Chapter Two",
    ]


def test_a_contents_list_is_never_a_row_of_chapters():
    contents = "CONTENTS\n\nI. The Quay\nII. The Bell"
    text = f"{contents}\n\n\nI. The Quay\n\n{DAY}\n\n{SEA}\n\n\nII. The Bell\n\n{FOG}"
    assert titles_of(text) == ["I. The Quay", "II. The Bell"]


def test_a_heading_typed_twice_is_one():
    assert titles_of(f"Chapter 1\n\nChapter 1: The Quay\n\n{DAY}") == ["Chapter 1: The Quay"]


def test_a_chapter_that_is_only_a_note_keeps_its_heading_and_has_no_scene():
    note = "Chapter 2: Author’s Note\n\nSorry, no chapter this week!"
    text = f"Chapter 1\n\n{DAY}\n\n{note}\n\nChapter 3\n\n{FOG}"
    story = structured(text)
    assert [chapter.title for chapter in story.chapters][1] == "Chapter 2: Author’s Note"
    assert [scene.chapter_id for scene in story.scenes] == ["c1", "c3"]


def test_heading_marks_make_chapters_of_the_level_that_repeats():
    text = f"The Blue Sail\n\nThe Quay\n\n{DAY}\n\nThe Bell\n\n{FOG}\n\nNight\n\n{SEA}"
    marks = [
        mark("heading", text, "The Blue Sail", level=1),
        mark("heading", text, "The Quay", level=2),
        mark("heading", text, "The Bell", level=2),
        mark("heading", text, "Night", level=3),
    ]
    assert titles_of(text, *marks) == ["The Quay", "The Bell"]


def test_numbered_heading_marks_under_a_part_are_chapters():
    text = f"Book I\n\nI\n\n{DAY}\n\nII\n\n{FOG}\n\nBook II\n\nI\n\n{SEA}"
    marks = [
        Mark("heading", place, place + len(words), level=level)
        for words, place, level in [
            ("Book I", 0, 2),
            ("I", 8, 3),
            ("II", text.index("\nII\n") + 1, 3),
            ("Book II", text.index("Book II"), 2),
            ("I", text.rindex("\nI\n") + 1, 3),
        ]
    ]
    assert titles_of(text, *marks) == ["I", "II", "I"]


def test_a_chapter_mark_with_a_title_takes_the_block_that_repeats_it_as_heading():
    text = f"First Light\n\n{DAY}\n\nHigh Water\n\n{FOG}"
    place = text.index("High Water")
    marks = [
        Mark("chapter", 0, 0, value="First Light"),
        Mark("chapter", place, place, value="High Water"),
    ]
    story = structured(text, *marks)
    assert [chapter.title for chapter in story.chapters] == ["First Light", "High Water"]
    assert story.document[story.chapters[1].heading] == "High Water"


def test_a_chapter_mark_without_words_begins_a_chapter_without_a_heading():
    text = f"{DAY}\n\n{FOG}"
    place = text.index("In the morning")
    story = structured(text, Mark("chapter", 0, 0), Mark("chapter", place, place, value="Fog"))
    assert [(chapter.title, chapter.heading) for chapter in story.chapters] == [
        (None, None),
        ("Fog", None),
    ]
    assert story.document[story.chapters[1]] == FOG


def test_the_marks_of_a_markdown_heading_are_not_in_the_title():
    text = f"## The Quay\n\n{DAY}\n\n## The Bell\n\n{FOG}"
    marks = [
        mark("heading", text, "## The Quay", level=2),
        mark("heading", text, "## The Bell", level=2),
    ]
    story = structured(text, *marks)
    assert [chapter.title for chapter in story.chapters] == ["The Quay", "The Bell"]
    assert story.document[story.chapters[0].heading] == "## The Quay"


def test_chapter_by_names_an_author_and_is_not_story():
    text = f"Chapter 1\n\nChapter by lampgirl77\n\n{DAY}\n\nChapter 2\n\n{FOG}"
    story = structured(text)
    assert [note.role for note in story.paratext] == ["author"]
    assert story.document[story.scenes[0]] == DAY


def test_story_in_the_block_of_its_heading_is_story():
    source = document(f"Chapter 1\n\n{DAY}")
    joined = structs.replace(
        source,
        text=source.text.replace("Chapter 1\n\n", "Chapter 1\n"),
        paragraphs=(),
        sentences=(),
        tokens=(),
        anchors=(),
    )
    end = joined.text.index("\n\n")
    paragraph = type(source.paragraphs[0])(0, end)
    story = structure_of(structs.replace(joined, paragraphs=(paragraph,)))
    assert story.document[story.chapters[0].heading] == "Chapter 1"
    assert story.document[story.scenes[0]].startswith("The lamps")
