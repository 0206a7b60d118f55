"""The measure on our own short stories counts what it says it counts."""

import msgspec
import pytest
from evaluation.short_stories import Scores, people, read_story, score
from evaluation.testbed import GoldStory

from evaluation import testbed
from fabula.story import Story


@pytest.fixture(scope="module")
def gold() -> GoldStory:
    return next(story for story in testbed.load("seen") if story.name == "the_admirals_glove")


@pytest.fixture(scope="module")
def story(gold: GoldStory) -> Story:
    return read_story(gold, None)


def test_every_line_and_scene_of_the_gold_is_counted(gold: GoldStory, story: Story) -> None:
    scores = score(gold, story)
    assert (scores.lines, scores.scenes) == (len(gold.gold.quotations), len(gold.gold.scenes))
    assert 0 < scores.speakers <= scores.found <= scores.lines


def test_without_attributed_speakers_no_line_is_right(gold: GoldStory, story: Story) -> None:
    silent = tuple(msgspec.structs.replace(each, speaker_id=None) for each in story.attributions)
    known = [line for line in gold.gold.quotations if line.speaker is not None]
    scores = score(gold, msgspec.structs.replace(story, attributions=silent))
    assert scores.speakers == scores.lines - len(known)


def test_without_quotations_no_line_is_found(gold: GoldStory, story: Story) -> None:
    bare = msgspec.structs.replace(story, quotations=(), attributions=())
    assert score(gold, bare).found == 0


def test_nobody_else_present_is_no_hit(gold: GoldStory, story: Story) -> None:
    empty = tuple(
        msgspec.structs.replace(each, entity_ids=(), stretches=()) for each in story.presence
    )
    scores = score(gold, msgspec.structs.replace(story, presence=empty))
    assert (scores.present.right, scores.present.found) == (0, 0)
    assert scores.present.gold > 0


def test_nobody_named_is_no_wrong_focalizer(gold: GoldStory, story: Story) -> None:
    unnamed = tuple(
        msgspec.structs.replace(each, focalizer_id=None, also=()) for each in story.viewpoints
    )
    scores = score(gold, msgspec.structs.replace(story, viewpoints=unnamed))
    seen = sum(scene.viewpoint is not None for scene in gold.gold.scenes)
    assert (scores.named.found, scores.named.gold, scores.minds.found) == (0, seen, 0)


def test_an_entity_stands_for_the_person_whose_names_it_bears(
    gold: GoldStory, story: Story
) -> None:
    names = people(gold, story)
    cast = {member.name for member in gold.gold.cast}
    assert set(names) == {entity.id for entity in story.cast}
    assert len(cast & set(names.values())) > len(cast) / 2


def test_scores_add_up() -> None:
    total = Scores(lines=1, speakers=1)
    total.add(Scores(lines=2, found=2))
    assert (total.lines, total.found, total.speakers) == (3, 2, 1)


def test_a_line_whose_speaker_no_reader_can_tell_is_not_counted() -> None:
    gold = next(story for story in testbed.load("seen") if story.name == "the_bench")
    known = [line for line in gold.gold.quotations if line.speaker is not None]
    assert len(known) < len(gold.gold.quotations)
    assert score(gold, read_story(gold, None)).lines == len(known)


def test_words_that_nobody_says_are_right_where_nobody_is_said_to_say_them() -> None:
    gold = next(story for story in testbed.load("seen") if story.name == "the_goose_of_upper_penny")
    first = gold.gold.quotations[0]
    scare = msgspec.structs.replace(first, kind="scare", speaker=None, to=())
    mended = msgspec.structs.replace(
        gold, gold=msgspec.structs.replace(gold.gold, quotations=(scare,))
    )
    story = read_story(gold, None)
    silent = tuple(msgspec.structs.replace(each, speaker_id=None) for each in story.attributions)
    assert score(mended, story).speakers == 0
    assert score(mended, msgspec.structs.replace(story, attributions=silent)).speakers == 1


def test_those_spoken_to_are_counted_where_the_gold_names_them(
    gold: GoldStory, story: Story
) -> None:
    deaf = tuple(msgspec.structs.replace(each, addressee_ids=()) for each in story.attributions)
    heard = score(gold, msgspec.structs.replace(story, attributions=deaf)).heard
    assert (heard.right, heard.found) == (0, 0)
    assert heard.gold == sum(len(line.to) for line in gold.gold.quotations)


def test_a_line_in_a_letter_is_answered_by_the_quotation_in_it() -> None:
    gold = next(story for story in testbed.load("seen") if story.name == "green_ink")
    story = read_story(gold, None)
    inner = next(each for each in story.quotations if each.within is not None)
    silent = tuple(
        msgspec.structs.replace(each, speaker_id=None)
        for each in story.attributions
        if each.quotation_id != inner.id
    )
    owner = next(each for each in story.attributions if each.quotation_id == inner.id)
    known = msgspec.structs.replace(owner, speaker_id=story.cast[0].id)
    line = msgspec.structs.replace(
        gold.gold.quotations[0],
        begins=inner.span,
        speaker=people(gold, story)[story.cast[0].id],
    )
    only = msgspec.structs.replace(gold.gold, quotations=(line,))
    mended = msgspec.structs.replace(gold, gold=only)
    story = msgspec.structs.replace(story, attributions=(known, *silent))
    assert score(mended, story).speakers == 1
