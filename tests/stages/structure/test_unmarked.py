import numpy as np
from hand_scored import document_of, scores
from msgspec import structs

from fabula import pipeline
from fabula.sources import plain
from fabula.stages.scenes import FindScenes

LONG = "Ines and Tom sat in the mill and talked about the river and the price of oats. " * 4


def starts(*paragraphs, likely=None, **given):
    """The first words of each scene and what it is opened by, for paragraphs of prose."""
    text = "\n\n".join(paragraphs)
    document = document_of(text)
    by_hand = scores(document, **given)
    if likely is not None:
        chances = np.zeros(len(document.paragraphs), dtype=np.float32)
        chances[-1] = likely
        by_hand = structs.replace(by_hand, scene_starts=chances)
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="chapters")
    return [
        (text[scene.start : scene.start + 8], scene.opened_by)
        for scene in FindScenes(by_hand)(story)
    ]


def test_a_leap_in_time_begins_a_scene():
    assert starts(LONG, "Three days later Ines rowed home.") == [
        ("Ines and", "start"),
        ("Three da", "unmarked"),
    ]


def test_without_scores_only_breaks_count():
    text = f"{LONG}\n\nThree days later Ines rowed home."
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="scenes")
    assert len(story.scenes) == 1


def test_a_few_minutes_are_not_enough():
    assert len(starts(LONG, "Ten minutes later Ines rowed home.")) == 1
    assert len(starts(LONG, "Ten minutes later Ines rowed home.", likely=0.5)) == 2


def test_a_day_in_the_first_sentence_needs_the_encoders_word():
    assert len(starts(LONG, "Ines rowed home on Friday.")) == 1
    assert len(starts(LONG, "Ines rowed home on Friday.", likely=0.4)) == 2


def test_a_place_in_the_first_words_needs_the_encoders_word():
    text = "In the great hall the king was waiting."
    given = {
        "spans": [("great", "hall", "FAC", 0.8)],
        "relations": [("In", "prep", "waiting"), ("hall", "pobj", "In")],
    }
    assert len(starts(LONG, text, **given)) == 1
    assert len(starts(LONG, text, likely=0.4, **given)) == 2
    assert len(starts(LONG, text, likely=0.4)) == 1


def test_a_way_to_a_place_needs_the_encoders_word():
    text = "Ines and Tom walked down to the quay."
    given = {
        "spans": [("the", "quay", "FAC", 0.8)],
        "relations": [("to", "prep", "walked"), ("quay", "pobj", "to")],
    }
    assert len(starts(LONG, text, **given)) == 1
    assert len(starts(LONG, text, likely=0.4, **given)) == 2


def test_the_encoder_alone_has_to_be_very_sure():
    assert len(starts(LONG, "Ines rowed home.", likely=0.5)) == 1
    assert len(starts(LONG, "Ines rowed home.", likely=0.9)) == 2


def test_what_someone_says_begins_nothing():
    assert len(starts(LONG, "“Three days later I rowed home,” said Ines.")) == 1


def test_a_scene_is_longer_than_a_remark():
    paragraphs = ["Ines mended the oars.", "That night she slept.", LONG]
    assert len(starts(*paragraphs)) == 1


def test_a_scene_keeps_the_words_that_say_when_it_happens():
    text = f"{LONG}\n\n* * *\n\nBy eight o’clock the lamps were lit."
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="scenes")
    first, second = story.scenes
    assert first.time is None
    assert story.document[second.time] == "By eight o’clock"
