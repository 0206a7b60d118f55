from itertools import pairwise
from xml.etree import ElementTree

from msgspec import structs
from tests.page.charts.invented import invented, of_class

from fabula.page.charts.axis import even_axis, heads, text_axis
from fabula.page.charts.columns import columns_of
from fabula.page.charts.svg import element, write


def drawn(story, width=54.0):
    axis = even_axis(columns_of(story), 50.0, width)
    return ElementTree.fromstring(write(element("g", *heads(story, axis, 200.0))))


def titled(story, *titles):
    chapters = [
        structs.replace(chapter, title=title)
        for chapter, title in zip(story.chapters, titles, strict=True)
    ]
    return structs.replace(story, chapters=tuple(chapters))


def test_long_scenes_are_broad_but_none_is_too_narrow() -> None:
    columns = columns_of(invented("A", "ABCDEFGH", "B"))
    edges = text_axis(columns, 10.0, 310.0).edges
    widths = [right - left for left, right in pairwise(edges)]
    assert widths[1] > widths[0] >= 24
    assert edges[0] == 10
    assert abs(edges[-1] - 310) <= 1


def test_an_offset_has_its_place_in_its_column() -> None:
    story = invented("A", "B")
    axis = even_axis(columns_of(story), 0.0, 100.0)
    second = story.scenes[1]
    assert axis.x(second.start) == 100.0
    assert axis.x((second.start + second.end) // 2) == 150.0
    assert axis.x(10**6) == 200.0
    assert axis.x(story.scenes[0].end + 1) == 100.0


def test_chapters_are_named_where_there_are_several() -> None:
    root = drawn(titled(invented("A", "B", chapters=2), "The Inn", "The Sea"))
    assert [each.text for each in of_class(root, "chapter-name")] == ["The Inn", "The Sea"]
    assert not list(of_class(drawn(invented("A", "B")), "chapter-name"))


def test_chapters_without_room_for_their_titles_are_numbered() -> None:
    story = titled(invented("A", "B", chapters=2), "In which it rains", "In which it snows")
    assert [each.text for each in of_class(drawn(story), "chapter-name")] == ["Ch. 1", "Ch. 2"]
    assert [each.text for each in of_class(drawn(story, 24.0), "chapter-name")] == ["1", "2"]


def test_heads_are_large_enough_to_hit() -> None:
    heads = list(of_class(drawn(invented("A", "B")), "target"))
    assert heads
    for each in heads:
        assert float(each.get("height")) >= 24
        assert float(each.get("width")) >= 24
