import random
from xml.etree.ElementTree import Element

import pytest
from tests.growth import LINEAR, growth
from tests.page.charts.invented import invented, of_class, people, shown_at, tree, words

from fabula.page.charts.storyline import MOST_PEOPLE, storyline
from fabula.story import Story


def chart(story: Story):
    return storyline(story, people(story))


def stops(root: Element, position: int) -> list[Element]:
    return [each for each in shown_at(root, position) if "stop" in each.get("class", "")]


def crowd(people_count: int, scenes: int) -> Story:
    chance = random.Random(7)
    letters = "".join(chr(ord("A") + index) for index in range(people_count))
    return invented(
        *("".join(chance.sample(letters, chance.randint(2, 6))) for _ in range(scenes)), chapters=6
    )


def test_a_story_with_nobody_in_it_or_with_one_scene_has_no_storyline() -> None:
    assert chart(invented("", "")) is None
    assert chart(invented("AB")) is None


def test_everybody_is_named_where_their_line_begins() -> None:
    names = [each.text for each in of_class(tree(chart(invented("AB", "BC"))), "name")]
    assert sorted(names) == ["Ada", "Bruno", "Cleo"]


def test_a_scene_leads_to_its_place_in_the_text() -> None:
    heads = list(of_class(tree(chart(invented("AB", "BC"))), "head"))
    assert [(each.get("href"), each.get("aria-label")) for each in heads] == [
        ("#s1", "Scene 1"),
        ("#s2", "Scene 2"),
    ]


def test_somebody_away_is_drawn_as_away_and_long_away_not_at_all() -> None:
    assert len(list(of_class(tree(chart(invented("AB", "A", "AB"))), "away"))) == 1
    assert not list(of_class(tree(chart(invented("AB", "AB", "AB"))), "away"))
    long = tree(chart(invented("AB", *["A"] * 12, "AB")))
    assert not list(of_class(long, "away"))
    assert [each.text for each in of_class(long, "name")].count("Bruno") == 2


def test_nothing_is_shown_before_it_is_told() -> None:
    story = invented("AB", "BC")
    root = tree(chart(story))
    second = story.scenes[1].start
    names = [each.text for each in shown_at(root, second) if each.get("class") == "name"]
    assert sorted(names) == ["Ada", "Bruno"]
    assert len(stops(root, second)) == 2
    assert len(stops(root, len(story.document.text))) == 4


def test_a_meeting_grows_as_people_come_up() -> None:
    story = invented("ABC", "A")
    root = tree(chart(story))
    after_two, after_three = (mention.end for mention in story.mentions[1:3])
    heights = [
        [
            float(each.get("height"))
            for each in shown_at(root, at)
            if "meeting" in each.get("class", "")
        ]
        for at in (after_two - 1, after_two, after_three)
    ]
    assert heights[0] == []
    assert len(heights[1]) == len(heights[2]) == 1
    assert heights[1][0] < heights[2][0]


def test_more_people_than_can_be_read_are_left_out_and_it_is_said() -> None:
    letters = "".join(chr(ord("A") + index) for index in range(MOST_PEOPLE + 3))
    names = {letter: f"Guest {number}" for number, letter in enumerate(letters)}
    found = chart(invented(letters, letters[:MOST_PEOPLE], names=names))
    assert "Left out: 3 more" in found.description
    assert len(list(of_class(tree(found), "name"))) == MOST_PEOPLE


@pytest.mark.parametrize(
    "hostile", ["</svg><script>alert(1)</script>", '"><img onerror=x>', "&lt;"]
)
def test_a_name_cannot_bring_in_markup(hostile: str) -> None:
    found = chart(invented("AB", "A", names={"A": hostile}))
    assert "<script" not in found.svg
    assert "<img" not in found.svg
    assert any(hostile in text for text in words(tree(found)))


def test_the_same_story_gives_the_same_bytes() -> None:
    assert chart(crowd(12, 20)).svg == chart(crowd(12, 20)).svg


def test_twenty_people_in_sixty_scenes_are_all_drawn() -> None:
    story = crowd(20, 60)
    found = storyline(story, people(story))
    assert len(list(of_class(tree(found), "head"))) == 60


def test_the_time_to_draw_grows_with_the_number_of_scenes_only() -> None:
    stories = {count: crowd(20, count) for count in (15, 60)}
    drawn = {count: people(story) for count, story in stories.items()}
    assert growth(lambda count: storyline(stories[count], drawn[count]), 15, times=4) < LINEAR


def test_a_long_story_is_drawn_by_chapters_or_groups_of_scenes() -> None:
    scenes = ["AB"] * 150
    by_chapter = list(of_class(tree(chart(invented(*scenes, chapters=30))), "head"))
    assert [each.get("href") for each in by_chapter] == [f"#c{index}" for index in range(1, 31)]
    by_group = list(of_class(tree(chart(invented(*scenes, chapters=3))), "head"))
    assert by_group[0].get("aria-label") == "Scenes 1 to 3"
    assert len(by_group) <= 60


def test_no_attribute_needs_a_style_or_a_script() -> None:
    for each in tree(chart(crowd(8, 9))).iter():
        assert not [name for name in each.attrib if name == "style" or name.startswith("on")]
