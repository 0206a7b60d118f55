from msgspec import structs
from tests.page.charts.invented import invented

from fabula.page.charts.columns import columns_of
from fabula.page.charts.scene_places import placed_runs
from fabula.story import ChainId, EntityId, Stay
from fabula.text import Span

STORY = invented("ABX", "AB", "BY", names={"X": "the inn", "Y": "the pier"})
CHAIN = {chain.entity_id: chain.id for chain in STORY.chains}


def stay(who: str, place: str, scene: int) -> Stay:
    start = STORY.scenes[scene].start
    return Stay(
        who_id=EntityId(who),
        place_id=ChainId(CHAIN[place]),
        since=start,
        evidence=Span(start, start + 9),
        confidence=0.8,
    )


def runs(*stays: Stay):
    return placed_runs(structs.replace(STORY, places=stays), columns_of(STORY))


def test_scenes_in_one_place_are_joined() -> None:
    (run,) = runs(stay("A", "X", 0), stay("A", "X", 1))
    assert (run.first, run.last, run.name) == (0, 1, "the inn")
    assert run.told == tuple(scene.start + 9 for scene in STORY.scenes[:2])


def test_the_place_of_most_counts() -> None:
    (run,) = runs(stay("A", "X", 1), stay("A", "Y", 1), stay("B", "Y", 1))
    assert run.name == "the pier"


def test_a_place_apart_begins_anew_and_absent_people_do_not_count() -> None:
    assert [each.first for each in runs(stay("A", "X", 0), stay("B", "X", 2))] == [0, 2]
    assert runs(stay("A", "X", 2)) == ()
