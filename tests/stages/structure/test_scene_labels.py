import pytest

from fabula import pipeline
from fabula.sources import markdown, plain
from fabula.stages.structure.scene_labels import is_clock_line, is_date_line

PAGE = "Ines mended the boat, and Tom held the lamp for her until the rain had stopped. " * 3


def scenes(text):
    """The first words of each scene, what it is opened by, and when it happens."""
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="scenes")
    return [
        (
            " ".join(story.document[scene].split()[:2]),
            scene.opened_by,
            scene.time and story.document[scene.time],
        )
        for scene in story.scenes
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Monday, 4 p.m.",
        "6 June",
        "Friday, 3rd of June 1911",
        "Monday, later",
        "Easter",
        "Tuesday 4 May, after lunch",
    ],
)
def test_a_day_is_a_date_line(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["11:40", "*4 p.m.*", "Noon", "1600 hours", "Half past four", "Two o’clock."]
)
def test_an_hour_is_a_clock_line(line):
    assert is_clock_line(line)


@pytest.mark.parametrize("line", ["Four", "12", "Noon came", "“11:40”", "Room 11"])
def test_numbers_and_sentences_are_none(line):
    assert not is_clock_line(line)


@pytest.mark.parametrize("line", ["June laughed", "Later", "Friday?", "Twelve", "“Monday”"])
def test_other_words_are_none(line):
    assert not is_date_line(line)


def test_each_day_of_a_diary_is_a_scene():
    text = f"3 June\n\n{PAGE}\n\n4 June\n\n{PAGE}\n\n6 June\n\n{PAGE}"
    assert scenes(text) == [
        ("Ines mended", "start", "3 June"),
        ("Ines mended", "heading", "4 June"),
        ("Ines mended", "heading", "6 June"),
    ]


def test_the_place_above_the_date_belongs_to_the_heading():
    page = "Ines mended the boat."
    text = "\n\n".join(f"The Old Mill\n{day} June\n\n{page}" for day in (3, 4, 6))
    assert [first for first, *_ in scenes(text)] == ["Ines mended"] * 3


def test_one_date_alone_heads_nothing():
    assert len(scenes(f"{PAGE}\n\n6 June\n\n{PAGE}")) == 1


def test_short_lines_below_wide_space_name_places():
    pages = [f"{PAGE}\n\n{PAGE}\n\n{PAGE}" for _ in range(4)]
    places = ["The mill", "Quay Two", "The mill again"]
    text = pages[0] + "".join(
        f"\n\n\n{place}\n\n{page}" for place, page in zip(places, pages[1:], strict=True)
    )
    assert scenes(text) == [("Ines mended", "start", None)] + [("Ines mended", "heading", None)] * 3


def test_two_full_dates_head_scenes():
    text = f"Friday 15 May\n\n{PAGE}\n\nSunday 17 May\n\n{PAGE}"
    assert [time for *_, time in scenes(text)] == ["Friday 15 May", "Sunday 17 May"]


def test_dates_above_letters_head_none():
    letter = f"Dear Tom,\n\n{PAGE}"
    text = f"{PAGE}\n\nFriday 15 May\n\n{letter}\n\nSunday 17 May\n\n{letter}"
    assert len(scenes(text)) == 1


def test_names_that_come_back_head_what_each_tells():
    text = "\n\n".join(f"{name}\n\n{PAGE}" for name in ("Ines", "Tom", "Ines"))
    assert len(scenes(f"{PAGE}\n\n{text}")) == 4


def test_two_names_in_capitals_are_enough_above_it_all():
    assert len(scenes(f"The Old Mill\n\nINES\n\n{PAGE}\n\nTOM\n\n{PAGE}")) == 2
    assert len(scenes(f"{PAGE}\n\nINES\n\n{PAGE}\n\nTOM\n\n{PAGE}")) == 1


def test_a_name_with_little_below_it_heads_nothing():
    signs = "Ines\n\nShe waved.\n\nTom\n\nHe waved.\n\nInes\n\nShe waved."
    assert len(scenes(f"{PAGE}\n\n{signs}")) == 1


def test_the_words_above_the_first_heading_are_no_scene():
    text = f"KEEP OUT, this means you!\n\n3 June\n\n{PAGE}\n\n4 June\n\n{PAGE}\n\n6 June\n\n{PAGE}"
    assert [time for *_, time in scenes(text)] == ["3 June", "4 June", "6 June"]


def test_where_and_when_above_each_greeting_head_the_letters_of_a_story():
    heads = ["The Mill, Sunday the 15th of October", "*The Quay, Brenn, 30th November*"]
    letters = "\n\n".join(f"{head}\n\nDear Tom,\n\n{PAGE}" for head in heads)
    assert [opening for _, opening, _ in scenes(letters)] == ["start", "heading"]
    assert len(scenes(f"{PAGE}\n\n{letters}")) == 1


def test_a_date_behind_a_place_is_the_time_of_its_letter():
    heads = ["The Mill, Sunday the 15th of October", "*The Quay, Brenn, 30th November*"]
    letters = "\n\n".join(f"{head}\n\nDear Tom,\n\n{PAGE}" for head in heads)
    assert [time for *_, time in scenes(letters)] == ["Sunday the 15th of October", "30th November"]


def test_a_chapter_under_a_date_happens_then():
    text = f"Chapter 1\n\n{PAGE}\n\nChapter 2: 6 June\n\n{PAGE}"
    assert [time for *_, time in scenes(text)] == [None, None]
    text = f"# 5 June\n\n{PAGE}\n\n# 6 June\n\n{PAGE}"
    story = pipeline.analyse(markdown.read(text.encode(), "story.md"), encoder=None, until="scenes")
    assert [story.document[scene.time] for scene in story.scenes] == ["5 June", "6 June"]


def test_hours_alone_on_their_lines_head_scenes_and_say_when():
    text = f"09:05\n\n{PAGE}\n\n11:40\n\n{PAGE}\n\n15:55\n\n{PAGE}"
    assert [time for *_, time in scenes(text)] == ["09:05", "11:40", "15:55"]


def test_an_hour_above_a_line_or_two_heads_nothing():
    text = f"{PAGE}\n\n09:05\n\nShe waved.\n\n09:06\n\nHe waved.\n\n{PAGE}"
    assert len(scenes(text)) == 1


def test_a_letter_among_letters_may_open_with_a_bare_name():
    letters = f"The Mill, 3rd May\n\nDear Tom,\n\n{PAGE}\n\nThe Mill, 9th May\n\nTom,\n\n{PAGE}"
    assert [opening for _, opening, _ in scenes(letters)] == ["start", "heading"]


@pytest.mark.parametrize(
    "titles",
    [
        ("The Harbour", "The Ladder", "The Bandstand"),
        ("THE HARBOUR WALL", "THE LADDER", "THE BANDSTAND"),
        ("Ostend, 1923", "Bruges, 1931", "Ghent, 1938"),
        ("Before", "After", "Long After"),
        ("INT. KITCHEN - NIGHT", "EXT. ORCHARD - DAY", "INT. KITCHEN - DAY"),
        ("The quay, early morning", "The orchard, noon", "The bandstand, evening"),
        ("Day 1", "Day Three", "Day 9"),
        ("Day 12, 0600 hours", "Day 12, 1800 hours", "Day 13, noon"),
        ("The quay, 5:07 pm", "The orchard, 6:30 pm", "The bandstand, 8 pm"),
        ("The quay — Monday", "The orchard — Tuesday", "The bandstand — Friday"),
        ("What the gulls saw", "What the kitten saw", "What the mayor saw"),
    ],
)
@pytest.mark.parametrize("whole", ["", "A Week of Wind\n\n"])
def test_titles_in_a_series_head_scenes(titles, whole):
    text = whole + "\n\n".join(f"{title}\n\n{PAGE}" for title in titles)
    assert [first for first, *_ in scenes(text)] == ["Ines mended"] * 3


def test_signs_and_signatures_further_down_head_nothing():
    signed = f"{PAGE}\n\nInes Roe\n\n{PAGE}\n\nTom Bell\n\n{PAGE}\n\nAda Lund\n\n{PAGE}"
    assert len(scenes(signed)) == 1
    announced = f"{PAGE}\n\nThe board said:\n\n"
    assert len(scenes("The Old Mill\n\n" + f"{announced}Hotel Aurora\n\n" * 2 + PAGE)) == 1


def test_titles_with_little_below_them_head_nothing():
    poem = "\n\n".join(f"{title}\n\nShe waved." for title in ("The Quay", "The Boat", "The Sea"))
    assert len(scenes(poem)) == 1


def test_the_name_of_another_group_heads_a_part_of_a_chat():
    words = "the regatta is on Saturday and nobody has found the long oars yet"
    log = [("9:02", "Ada"), ("9:03", "Tom"), ("9:05", "Ada"), ("9:40", "Tom"), ("9:41", "Ada")]
    messages = [f"[{hour}] {name}: {words}" for hour, name in log]
    messages.insert(3, "GROUP: NOT FOR PIET\nMembers: Ada, Tom")
    assert [kind for _, kind, _ in scenes("\n\n".join(messages))] == ["start", "heading"]


def test_meanwhile_in_capitals_heads_a_scene():
    assert len(scenes(f"{PAGE}\n\nMEANWHILE\n\n{PAGE}")) == 2


@pytest.mark.parametrize("row", ["◊", ". . .", "…"])
def test_rows_that_come_back_divide(row):
    assert len(scenes(f"{PAGE}\n\n{row}\n\n{PAGE}\n\n{row}\n\n{PAGE}")) == 3


def test_years_head_scenes():
    text = f"The Boat\n\n1919\n\n{PAGE}\n\n1938\n\nLater {PAGE}\n\nSummer 1984\n\nNow {PAGE}"
    assert scenes(text) == [
        ("Ines mended", "start", "1919"),
        ("Later Ines", "heading", "1938"),
        ("Now Ines", "heading", "Summer 1984"),
    ]


def test_one_year_on_a_line_is_what_somebody_reads_there():
    text = f"Ines held the lamp up to the stone.\n\n1938\n\n{PAGE}\n\n{PAGE}"
    assert len(scenes(text)) == 1


@pytest.mark.parametrize("line", ["Later", "After lunch", "Bedtime."])
def test_among_days_words_on_time_head_an_entry(line):
    days = "\n\n".join(f"{day}\n\n{PAGE}" for day in ("Monday", "Tuesday", "Friday"))
    assert scenes(f"{days}\n\n{line}\n\nAnd then {PAGE}")[-1][0] == "And then"


def test_without_days_they_are_sentences():
    assert len(scenes(f"{PAGE}\n\nLater\n\n{PAGE}")) == 1
