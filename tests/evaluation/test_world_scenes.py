"""The measure of scenes counts starts, places and times as it says."""

import pytest
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory
from evaluation.world_scenes import Tallies, Tally, figures, score
from msgspec import structs

from evaluation import testbed
from fabula.story import Coming, Story
from fabula.text import Span


@pytest.fixture(scope="module")
def gold() -> GoldStory:
    return next(story for story in testbed.load("seen") if story.name == "the_winter_ferry")


@pytest.fixture(scope="module")
def story(gold: GoldStory) -> Story:
    return read_story(gold, None)


def counted(gold: GoldStory, story: Story) -> Tallies:
    tallies = Tallies()
    score(gold, story, tallies)
    return tallies


def test_marked_scenes_are_all_found_and_the_first_does_not_count(
    gold: GoldStory, story: Story
) -> None:
    others = len(gold.gold.scenes) - 1
    assert counted(gold, story).starts == Tally(right=others, claimed=others, gold=others)


def test_a_scene_too_many_costs_precision_and_one_too_few_recall(
    gold: GoldStory, story: Story
) -> None:
    first, second, *rest = story.scenes
    fewer = counted(gold, structs.replace(story, scenes=(first, *rest))).starts
    assert fewer.right == fewer.claimed == fewer.gold - 1
    later = next(each.start for each in story.document.paragraphs if each.start > second.start)
    extra = structs.replace(second, start=later, opened_by="unmarked")
    more = counted(gold, structs.replace(story, scenes=(first, second, extra, *rest)))
    assert more.starts.right == more.starts.claimed - 1
    assert more.unmarked == Tally(right=0, claimed=1, gold=0)


def test_a_time_is_right_if_it_shares_a_word_with_the_gold(gold: GoldStory, story: Story) -> None:
    timed = [scene for scene in gold.gold.scenes if scene.time]
    times = counted(gold, story).times
    assert 0 < times.right <= times.claimed <= times.gold == len(timed)
    wrong = tuple(structs.replace(each, time=Span(0, 3)) for each in story.scenes)
    assert counted(gold, structs.replace(story, scenes=wrong)).times.right == 0


def test_places_are_counted_where_the_gold_has_one(gold: GoldStory, story: Story) -> None:
    placed = [scene for scene in gold.gold.scenes if scene.place]
    assert counted(gold, story).places == Tally(right=0, claimed=0, gold=len(placed))


def test_figures_are_in_per_cent_and_leave_unmarked_scenes_out() -> None:
    starts, none = Tally(right=1, claimed=2, gold=4), Tally()
    found = figures(Tallies(starts=starts, unmarked=starts, places=none, times=none))
    assert found["starts_precision"] == 50
    assert found["starts_recall"] == 25
    assert found["starts_f1"] == pytest.approx(100 / 3)
    assert {value for name, value in found.items() if not name.startswith("starts")} == {0}


def test_a_mode_left_open_is_not_claimed(gold: GoldStory, story: Story) -> None:
    scenes = len(gold.gold.scenes)
    for mode, claimed, right in (("internal", scenes, scenes), (None, 0, 0)):
        eyes = tuple(structs.replace(each, mode=mode) for each in story.viewpoints)
        modes = counted(gold, structs.replace(story, viewpoints=eyes)).modes
        assert modes == Tally(right=right, claimed=claimed, gold=scenes)


def test_a_coming_is_right_for_the_same_person_move_and_sentence(
    gold: GoldStory, story: Story
) -> None:
    coming = gold.gold.comings[0]
    names = people(gold, story)
    who = next(entity_id for entity_id, name in names.items() if name == coming.who[0])
    others = (
        (who, coming.move, coming.quote, 1),
        (who, "leaves" if coming.move == "arrives" else "arrives", coming.quote, 0),
        (who, coming.move, Span(0, 3), 0),
    )
    for entity_id, move, evidence, right in others:
        claim = Coming(who_id=entity_id, move=move, evidence=evidence)
        first, *rest = (structs.replace(each, comings=()) for each in story.presence)
        there = (structs.replace(first, comings=(claim,)), *rest)
        found = counted(gold, structs.replace(story, presence=there)).comings
        assert (found.right, found.claimed) == (right, 1)


def test_a_coming_is_not_judged_of_whom_the_gold_has_there_without_one(
    gold: GoldStory, story: Story
) -> None:
    scene = gold.gold.scenes[0]
    names = people(gold, story)
    who = next(entity_id for entity_id, name in names.items() if name in scene.present)
    claim = Coming(who_id=who, move="leaves", evidence=scene.begins)
    first, *rest = (structs.replace(each, comings=()) for each in story.presence)
    told = structs.replace(story, presence=(structs.replace(first, comings=(claim,)), *rest))
    for present, judged in ((scene.present, 0), ((), 1)):
        scenes = (structs.replace(scene, present=present, unsure=()), *gold.gold.scenes[1:])
        silent = structs.replace(gold.gold, comings=(), scenes=scenes)
        found = counted(structs.replace(gold, gold=silent), told).comings
        assert (found.right, found.claimed) == (0, judged)
