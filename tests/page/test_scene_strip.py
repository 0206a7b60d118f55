from fabula.page.people import people_on_page
from fabula.page.scene_strip import scene_strip
from fabula.page.scenes import scenes_on_page


def strips(story):
    people = people_on_page(story)
    scenes = scenes_on_page(story, people)
    return [scene_strip(number, scene, people) for number, scene in enumerate(scenes, 1)]


def test_place_and_eyes_stand_on_the_line(story, end_of):
    first, _ = strips(story)
    line = first.split("<summary>")[1].split("</summary>")[0]
    assert "<h3>Scene 1</h3>" in line
    assert f'data-at="{end_of("the boathouse")}">the boathouse' in line
    assert "seen through Ines" in line


def test_who_is_there_comes_up_one_by_one(story, end_of):
    first, _ = strips(story)
    assert f'<li data-at="{end_of("Ines")}">' in first
    assert f'<li data-at="{end_of("Tom")}">' in first


def test_how_much_is_spoken_is_told_at_the_end(story):
    first, _ = strips(story)
    assert f'<div data-at="{story.scenes[0].end}"><dt>Spoken</dt>' in first
    assert "14 %" in first


def test_all_elements_are_closed(story, parsed):
    for strip in strips(story):
        assert not parsed(strip).crossed
