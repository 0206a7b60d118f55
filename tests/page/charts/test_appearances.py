from msgspec import structs
from tests.page.charts.invented import invented, people

from fabula.page.charts.appearances import appearances
from fabula.page.charts.columns import columns_of
from fabula.story import EntityId, SceneId, Viewpoint
from fabula.text import Span


def found(story):
    return appearances(story, columns_of(story), people(story))


def test_somebody_is_there_from_their_first_mention_in_the_scene() -> None:
    story = invented("AB", "BA")
    ends = [mention.end for mention in story.mentions]
    assert [(each.who, each.column, each.at) for each in found(story)] == [
        ("A", 0, ends[0]),
        ("B", 0, ends[1]),
        ("B", 1, ends[2]),
        ("A", 1, ends[3]),
    ]


def test_those_of_a_column_who_never_meet_are_apart() -> None:
    story = invented(*["AB", "CD"] * 35)
    first = {each.who: each.company for each in found(story) if each.column == 0}
    assert first["A"] == first["B"] != first["C"] == first["D"]


def test_two_who_meet_a_third_are_together() -> None:
    story = invented(*["AB", "CD", "BC"] * 25)
    companies = [
        {each.company for each in found(story) if each.column == column} for column in (0, 1)
    ]
    assert [len(company) for company in companies] == [2, 1]


def test_through_whose_eyes_is_known_from_the_passage_that_shows_it() -> None:
    story = invented("AB")
    seeing = Viewpoint(
        scene_id=SceneId("s1"), focalizer_id=EntityId("B"), evidence=(Span(20, 40), Span(5, 30))
    )
    ada, bruno = found(structs.replace(story, viewpoints=(seeing,)))
    assert ada.seeing_at is None
    assert bruno.seeing_at == max(30, bruno.at)
