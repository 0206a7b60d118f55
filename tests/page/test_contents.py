from fabula.page.contents import contents
from fabula.page.people import people_on_page
from fabula.page.scenes import scenes_on_page


def nav(story):
    return contents(story, scenes_on_page(story, people_on_page(story)))


def test_one_untitled_chapter_is_its_scenes(story):
    assert '<a href="#s1">Scene 1</a>' in nav(story)
    assert 'href="#c1"' not in nav(story)


def test_chapters_are_named_and_a_scene_alone_in_one_is_not(read):
    story = read("CHAPTER ONE\n\nInes rowed.\n\n***\n\nTom slept.\n\nCHAPTER TWO\n\nIt rained.\n")
    assert '<a href="#c1">CHAPTER ONE</a><ol><li><a href="#s1">' in nav(story)
    assert '<a href="#c2">CHAPTER TWO</a></li>' in nav(story)
