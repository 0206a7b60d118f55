import pytest
from structured import DAY, FOG, SEA, mark, scenes_of, structured

from fabula.text import Mark

ROWS = """
* * *
***
#
~*~
oOo
xXx
-x-
~~~
LINE BREAK
◆
⁂
-----
- - -
\\* \\* \\*
---Scene Break---
~o~O~o~
•
=====
oOoOoOo
o0o
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_rows_of_glyphs_divide_scenes_and_belong_to_none(row):
    story = structured(f"{DAY}\n\n{row}\n\n{FOG}")
    first, second = story.scenes
    assert (story.document[first], story.document[second]) == (DAY, FOG)
    assert (second.opened_by, story.document[second.mark]) == ("glyphs", row)


@pytest.mark.parametrize("line", ["...", "…", "?", "!!!", "“…”", "—", "--", "No", "hahaha", "x"])
def test_what_somebody_may_say_divides_nothing(line):
    assert len(scenes_of(f"{DAY}\n\n{line}\n\n{FOG}")) == 1


@pytest.mark.parametrize("line", ["x", "-", "—", "XOXO", "SPNSPNSPN"])
def test_a_row_that_recurs_divides(line):
    text = f"{DAY}\n\n{line}\n\n{FOG}\n\n{line}\n\n{SEA}"
    assert [opening for opening, _ in scenes_of(text)] == ["start", "glyphs", "glyphs"]


def test_laughter_that_recurs_divides_nothing():
    text = f"{DAY}\n\nHAHAHAHA\n\n{FOG}\n\nHAHAHAHA\n\n{SEA}"
    assert len(scenes_of(text)) == 1


def test_a_rule_without_characters_divides():
    text = f"{DAY}\n\n{FOG}"
    place = len(DAY) + 1
    story = structured(text, Mark("rule", place, place))
    assert [(scene.opened_by, scene.mark) for scene in story.scenes] == [
        ("start", None),
        ("rule", None),
    ]


def test_wide_space_divides_where_it_is_rare():
    text = "\n\n\n".join([f"{DAY}\n\n{SEA}", f"{FOG}\n\n{SEA}", f"{DAY}\n\n{FOG}"])
    assert [opening for opening, _ in scenes_of(text)] == ["start", "blank", "blank"]


def test_one_empty_line_divides_where_paragraphs_have_none():
    dense = [part.replace("\n\n", "\n") for part in (DAY, FOG, SEA)]
    assert scenes_of("\n\n".join(dense)) == [
        ("start", "The lamps"),
        ("blank", "In the"),
        ("blank", "I rowed"),
    ]


def test_space_after_most_paragraphs_divides_nothing():
    text = "\n\n\n".join(f"{DAY}\n\n{FOG}".split("\n\n"))
    assert len(scenes_of(text)) == 1


def test_space_as_common_as_none_divides_nothing():
    paragraphs = f"{DAY}\n\n{FOG}\n\n{SEA}".split("\n\n")
    text = "".join(
        paragraph + ("\n\n" if number % 2 else "\n\n\n")
        for number, paragraph in enumerate(paragraphs)
    )
    assert len(scenes_of(text)) == 1


def test_paragraphs_that_only_hold_a_no_break_space_divide():
    text = f"{DAY}\n\n{FOG}\n\n\u00a0\n\n{SEA}\n\n{DAY}"
    assert [words for _, words in scenes_of(text)] == ["The lamps", "I rowed"]


def test_a_sign_between_wide_spaces_divides_nothing():
    text = f"{DAY}\n\n{FOG} It said:\n\n\n    KEEP OUT\n\n\n{SEA}\n\n{DAY}\n\n{FOG}"
    assert len(scenes_of(text)) == 1


def test_a_verse_between_wide_spaces_divides_nothing():
    verse = "\n".join(
        ["    And the tide came in, came in,", "    and the tide went out so slow"] * 4
    )
    text = f"{DAY}\n\n{FOG}\n\n\n{verse}\n\n\n{SEA}\n\n{DAY}\n\n{FOG}"
    assert len(scenes_of(text)) == 1


def test_a_letter_between_wide_spaces_divides_nothing():
    letter = "My dear Tomas,\n\n" + SEA
    text = f"{DAY}\n\n{FOG}\n\n\n{letter}\n\n\n{FOG}\n\n{DAY}\n\n{FOG}"
    assert len(scenes_of(text)) == 1


def test_a_sentence_that_goes_on_after_wide_space_is_the_same_scene():
    rest = "and then it was noon, and nothing had changed at all."
    text = f"{DAY}\n\n{FOG}\n\n\n{rest}\n\n{SEA}\n\n{DAY}"
    assert len(scenes_of(text)) == 1


@pytest.mark.parametrize(
    "header", ["**Tomas**", "Tomas’s POV", "POV: Tomas", "(Flashback)", "~ Tomas ~"]
)
def test_a_line_that_names_eyes_or_a_flashback_heads_a_scene(header):
    story = structured(f"{DAY}\n\n***\n\n{header}\n\n{FOG}")
    assert [story.document[scene] for scene in story.scenes] == [DAY, FOG]
    assert story.document[story.scenes[1].mark] == f"***\n\n{header}"


def test_a_point_of_view_line_divides_by_itself():
    story = structured(f"{DAY}\n\nTomas’s POV\n\n{FOG}")
    assert [scene.opened_by for scene in story.scenes] == ["start", "heading"]


def test_a_leap_in_time_begins_a_scene_and_is_in_it():
    assert scenes_of(f"{DAY}\n\nThree days later…\n\n{FOG}")[1] == ("heading", "Three days")


def test_a_time_inside_a_sentence_divides_nothing():
    assert len(scenes_of(f"{DAY}\n\nThree days later he came back with the boat.\n\n{FOG}")) == 1


def test_bold_words_that_are_shouted_divide_nothing():
    text = f"{DAY}\n\n**Stop!**\n\n{FOG}"
    assert len(scenes_of(text, mark("strong", text, "**Stop!**"))) == 1


def test_numbers_inside_a_chapter_head_scenes():
    text = f"Chapter 1\n\n1\n\n{DAY}\n\n{SEA}\n\n2\n\n{FOG}\n\nChapter 2\n\n{SEA}"
    story = structured(text)
    assert [(scene.chapter_id, scene.opened_by) for scene in story.scenes] == [
        ("c1", "start"),
        ("c1", "heading"),
        ("c2", "chapter"),
    ]
    assert story.document[story.scenes[1].mark] == "2"


def test_a_row_of_glyphs_before_the_first_words_is_the_mark_of_the_first_scene():
    story = structured(f"A/N: Enjoy!\n\n***\n\n{DAY}")
    (scene,) = story.scenes
    assert (scene.opened_by, story.document[scene.mark]) == ("start", "***")


def test_a_note_between_two_rows_is_in_no_scene():
    story = structured(f"{DAY}\n\n***\n\nA/N: Sorry!\n\n***\n\n{FOG}")
    assert [story.document[scene] for scene in story.scenes] == [DAY, FOG]


def test_a_note_in_brackets_stays_inside_its_scene():
    assert len(scenes_of(f"{DAY}\n\nShe bowed (A/N: as one did) and left.\n\n{FOG}")) == 1


def test_scenes_are_numbered_through_the_text():
    story = structured(f"Chapter 1\n\n{DAY}\n\n#\n\n{FOG}\n\nChapter 2\n\n{SEA}")
    assert [(scene.id, scene.chapter_id) for scene in story.scenes] == [
        ("s1", "c1"),
        ("s2", "c1"),
        ("s3", "c2"),
    ]


def test_a_chat_between_wide_spaces_is_a_scene():
    lines = ["Ada: late", "Tom: always", "Ada: sorry", "Tom: the kettle is on", "Ada: coming now"]
    chat = "\n\n".join(f"{line}, and there was fog on the quay" for line in lines)
    told = "\n\n".join([DAY, SEA, FOG, DAY])
    found = scenes_of("\n\n\n".join([told, chat, told]))
    assert [opening for opening, _ in found] == ["start", "blank", "blank"]


def test_a_few_messages_with_their_hours_are_a_scene_at_the_end():
    told = "\n\n".join([DAY, SEA, FOG] * 2)
    chat = "Ines 9:15\nwhere are you\n\nTom 9:16\ntaxi\n\nInes 9:16\nhurry"
    assert len(scenes_of(f"{told}\n\n\n{chat}")) == 2


def test_a_sentence_may_be_the_last_scene_behind_wide_space():
    told = "\n\n".join([DAY, SEA, FOG] * 2)
    last = "The boat came through the storm, and a man from Osker bought it for flowers."
    assert len(scenes_of(f"{told}\n\n\n{last}")) == 2
    assert len(scenes_of(f"{told}\n\n\n{last}\n\n\n{told}")) == 1


def test_a_short_message_in_bold_heads_nothing():
    lines = ["**Ines:** No", "**Tom:** INES", "**Ines:** Yes"] * 2
    told = "\n\n".join([DAY, SEA, FOG])
    assert len(scenes_of("\n\n".join([told, *lines, told]))) == 1


def test_the_hour_of_the_first_message_is_the_time_of_a_chat():
    chat = "Ines 9:15\nwhere are you\n\nTom 9:16\ntaxi\n\nInes 9:16\nhurry"
    story = structured("\n\n".join([DAY, SEA, FOG] * 2) + f"\n\n\n{chat}")
    last = story.scenes[-1].time
    assert last is not None
    assert story.document[last] == "9:15"
