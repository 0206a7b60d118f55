from fabula.page.people import people_on_page
from fabula.page.scenes import scene_of, scenes_on_page


def test_a_scene_tells_each_thing_when_its_words_are_read(story, end_of):
    first, second = scenes_on_page(story, people_on_page(story))
    assert first.place == ((end_of("the boathouse"), "the boathouse"),)
    assert first.present == ((end_of("Ines"), "ines"), (end_of("Tom"), "tom"))
    assert first.viewpoint == (end_of("Ines"), "ines")
    assert second.viewpoint is None
    assert second.present[0] == (end_of("A stranger"), "odo")


def test_words_and_the_share_of_talk_are_those_of_the_scene(story):
    first, second = scenes_on_page(story, people_on_page(story))
    assert first.words == 21
    assert first.talk == 0.14
    assert second.talk > first.talk


def test_between_two_scenes_there_is_none(story, end_of):
    assert scene_of(story, end_of("Tom woke.")) is None
    assert scene_of(story, 0) == story.scenes[0]
