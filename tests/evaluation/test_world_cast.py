"""The measure of who is who counts what it says it counts."""

import msgspec
import pytest
from evaluation.short_stories import read_story
from evaluation.testbed import GoldStory
from evaluation.world_cast import asked_for, casting, figures, score

from evaluation import testbed
from fabula.story import Entity, EntityId, Story


@pytest.fixture(scope="module")
def gold() -> GoldStory:
    return next(story for story in testbed.load("seen") if story.name == "the_admirals_glove")


@pytest.fixture(scope="module")
def story(gold: GoldStory) -> Story:
    return read_story(gold, None)


def test_every_entity_is_a_main_entry_or_split_or_spurious(gold: GoldStory, story: Story) -> None:
    scores = score(gold, story)
    assert scores.main + scores.split + scores.spurious == scores.entities == len(story.cast)
    assert 0 < scores.met <= scores.asked == len(asked_for(gold))


def test_somebody_made_up_is_spurious(gold: GoldStory, story: Story) -> None:
    stranger = Entity(id=EntityId("e99"), name="Zacharias Quill")
    scores = score(gold, msgspec.structs.replace(story, cast=(*story.cast, stranger)))
    assert scores.spurious == score(gold, story).spurious + 1


def test_a_second_entry_of_somebody_is_split_and_not_together(
    gold: GoldStory, story: Story
) -> None:
    cast = casting(gold, story)
    name, entity_id = max(cast.main.items(), key=lambda item: cast.words[item[0]][item[1]])
    theirs = [link for link in story.links if link.entity_id == entity_id]
    other = Entity(id=EntityId("e99"), name=name)
    moved = {link.mention_id for link in theirs[: len(theirs) // 3]}
    links = tuple(
        msgspec.structs.replace(link, entity_id=other.id) if link.mention_id in moved else link
        for link in story.links
    )
    before = score(gold, story)
    after = score(gold, msgspec.structs.replace(story, cast=(*story.cast, other), links=links))
    assert (after.split, after.main) == (before.split + 1, before.main)
    assert after.together < before.together


def test_without_a_cast_nobody_is_met(gold: GoldStory, story: Story) -> None:
    empty = msgspec.structs.replace(story, cast=(), links=())
    assert figures(score(gold, empty)) == {
        "people_precision": 0.0,
        "people_recall": 0.0,
        "people_together": 0.0,
    }
