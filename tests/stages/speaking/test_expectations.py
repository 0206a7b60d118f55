import numpy as np
import pytest
from hand_scored import scores
from stage_by_stage import read_to

from fabula.stages.speaking.expectations import REACH, expectations
from fabula.stages.speaking.people import People


def read(text, score):
    """What is expected of the last quotation, by name."""
    story = read_to("links", text)
    names = {entity.id: entity.name for entity in story.cast}
    found = expectations(story, People(story), scores(story.document), score)
    last = found[story.quotations[-1]]
    return (
        {names[person]: share for person, share in last.speakers.items()},
        {names[person]: share for person, share in last.listeners.items()},
    )


def by_word(**logits):
    """A reading of pairs that gives these mentions (speaker, addressee) and others little."""

    def score(scores, story, left, right):
        words = [story.document[story.mentions[row]].lower() for row in right.tolist()]
        return np.array([logits.get(word, (-9.0, -9.0)) for word in words], dtype=np.float32)

    return score


def test_one_is_expected_to_speak_and_another_to_listen():
    score = by_word(ines=(2.0, -2.0), tom=(-2.0, 2.0))
    speakers, listeners = read("Ines met Tom. Ines waved at Tom. “Well, at last!”", score)
    assert speakers["Ines"] > 0.8 > 0.2 > speakers["Tom"]
    assert listeners["Tom"] > 0.8 > 0.2 > listeners["Ines"]


def test_a_person_counts_as_much_as_the_best_mention():
    score = by_word(ines=(0.0, 0.0))
    once, _ = read("Ines met Tom. “Well, at last!”", score)
    twice, _ = read("Ines met Tom. Ines waved. “Well, at last!”", score)
    assert once["Ines"] == pytest.approx(twice["Ines"], abs=0.01)


def test_shares_leave_room_for_someone_who_is_not_mentioned():
    speakers, _ = read("Ines met Tom. “Well, at last!”", by_word())
    assert 0 < sum(speakers.values()) < 0.01


def test_i_in_speech_tells_nothing_of_the_narrator():
    text = "I met Tom. “Well,” I said. “I saw you, Tom.”"
    story = read_to("links", text)
    narrator = next(entity.id for entity in story.cast if entity.narrator)
    found = expectations(story, People(story), scores(story.document), only_in_speech)
    assert len(found) == len(story.quotations)
    assert all(each.speakers[narrator] < 0.01 for each in found.values())


def only_in_speech(scores, story, left, right):
    inside = [story.mentions[row].quotation_id is not None for row in right.tolist()]
    return np.array([(9.0, 9.0) if each else (-9.0, -9.0) for each in inside], dtype=np.float32)


def test_a_story_without_speech_expects_nothing():
    story = read_to("links", "Ines met Tom.")
    assert expectations(story, People(story), scores(story.document), by_word()) == {}


def test_a_quotation_meets_a_bounded_number_of_mentions():
    asked = []

    def score(scores, story, left, right):
        asked.append(np.bincount(left).max())
        return np.zeros((len(left), 2), dtype=np.float32)

    read("Ines met Tom. " * 60 + "“Well!” said Ines. " + "Tom waved. " * 60, score)
    assert asked == [2 * REACH]
