import numpy as np
import pytest
from hand_scored import document_of, scores
from msgspec import structs

from fabula import pipeline
from fabula.encoder.scores import PARTS_OF_SPEECH
from fabula.sources import plain
from fabula.stages.scenes import FindScenes

LONG = "Ines and Tom sat in the mill and talked about the river and the price of oats. " * 12
AFTER = "The rain had gone and the boards of the landing were dry, so she sat down and ate. " * 5
"""What follows the first words that are looked at."""

UNSURE, EXPECTANT, CONFIDENT = 0.1, 0.4, 0.6
"""What the encoder says of most passages, and of those where it half or fully expects a scene."""

VERBS = frozenset("rowed slept sat talked was were are is had gone".split())


def starts(*paragraphs, likely=UNSURE, **given):
    """The first words of each scene and what it is opened by, for paragraphs of prose."""
    text = "\n\n".join(paragraphs)
    document = document_of(text)
    chances = np.full(len(document.paragraphs), UNSURE, dtype=np.float32)
    chances[-1] = likely
    by_hand = structs.replace(
        scores(document, **given), scene_starts=chances, tags=tags_of(document)
    )
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="chapters")
    return [
        (text[scene.start : scene.start + 8], scene.opened_by)
        for scene in FindScenes(by_hand)(story)
    ]


def tags_of(document):
    """Verbs as such, and all else as what nobody asks about."""
    kinds = ["AUX" if document[token].lower() in VERBS else "X" for token in document.tokens]
    return np.array([PARTS_OF_SPEECH.index(kind) for kind in kinds], dtype=np.uint8)


def test_a_leap_in_time_begins_a_scene():
    assert starts(LONG, f"Three days later Ines rowed home. {AFTER}") == [
        ("Ines and", "start"),
        ("Three da", "unmarked"),
    ]


def test_without_scores_only_breaks_count():
    text = f"{LONG}\n\nThree days later Ines rowed home. {AFTER}"
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="scenes")
    assert len(story.scenes) == 1


@pytest.mark.parametrize(
    "first",
    ["Ten minutes later they rowed home.", "They rowed home on Friday.", "They rowed home."],
)
def test_less_than_a_leap_is_not_enough_alone(first):
    assert len(starts(LONG, f"{first} {AFTER}")) == 1


def test_a_day_in_the_first_sentence_needs_the_encoders_word():
    assert len(starts(LONG, f"They rowed home on Friday. {AFTER}", likely=EXPECTANT)) == 2
    assert len(starts(LONG, f"They rowed home at once. {AFTER}", likely=EXPECTANT)) == 1


def test_a_place_in_the_first_sentence_needs_the_encoders_word():
    text = f"In the great hall the king was waiting. {AFTER}"
    place = [("great", "hall", "FAC", 0.8)]
    assert len(starts(LONG, text, spans=place)) == 1
    assert len(starts(LONG, text, likely=CONFIDENT, spans=place)) == 2
    assert len(starts(LONG, text.replace("hall", "cold"), likely=CONFIDENT)) == 1


def test_a_place_named_later_says_nothing():
    text = f"They rowed home. The great hall was dark. {AFTER}"
    place = [("great", "hall", "FAC", 0.8)]
    assert len(starts(LONG, text, likely=CONFIDENT, spans=place)) == 1


def test_the_encoder_alone_has_to_be_sure():
    assert len(starts(LONG, f"They rowed home. {AFTER}", likely=0.9)) == 2


def test_what_happened_before_begins_less_often():
    assert len(starts(LONG, f"They rowed home on Friday. {AFTER}", likely=0.25)) == 2
    assert len(starts(LONG, f"They had rowed home on Friday. {AFTER}", likely=0.25)) == 1


def test_hours_of_messages_begin_nothing():
    hours = ("9:02", "9:05", "9:40", "13:10")
    names = ("Ada", "Tom", "Ada", "Tom")
    chat = [f"[{hour}] {name}: {AFTER}" for hour, name in zip(hours, names, strict=True)]
    assert len(starts(*chat)) == 1


def test_what_someone_says_begins_nothing():
    assert len(starts(LONG, "“Three days later I rowed home,” said Ines.")) == 1


def test_a_leap_amid_a_talk_needs_the_encoders_word():
    talk = "“The oats are dear,” said Tom, and rubbed his hands above the stove to warm them."
    leap = "That night they talked on."
    assert len(starts(LONG, talk, leap, talk)) == 1
    assert len(starts(LONG, LONG, f"{leap} {AFTER}", LONG)) == 2


def test_a_scene_is_longer_than_a_remark():
    paragraphs = ["Ines mended the oars.", f"That night she slept. {AFTER}", LONG]
    assert len(starts(*paragraphs)) == 1


def test_a_scene_keeps_the_words_that_say_when_it_happens():
    text = f"{LONG}\n\n* * *\n\nBy eight o’clock the lamps were lit."
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="scenes")
    first, second = story.scenes
    assert first.time is None
    assert story.document[second.time] == "By eight o’clock"


@pytest.mark.parametrize("first", ["Outside it was raining.", "Back at the stove they sat."])
def test_words_for_elsewhere_are_a_place(first):
    assert len(starts(LONG, f"{first} {AFTER}", likely=CONFIDENT)) == 2


def test_a_letter_is_one_scene_of_however_many_days_it_tells():
    leap = f"On Wednesday we rowed home. {AFTER}"
    assert len(starts(LONG, leap)) == 2
    assert len(starts("Dear Tom,", LONG, leap)) == 1


def test_the_greeting_of_the_next_letter_begins_a_scene():
    letters = ["Dear Tom,", LONG, "Your loving sister, Ines", "Dear Ines,", LONG]
    assert starts(*letters) == [("Dear Tom", "start"), ("Dear Ine", "unmarked")]
    assert len(starts(LONG, *letters[:2])) == 1


@pytest.mark.parametrize("date", ["3 May.—", "May 3rd: ", "Friday, 3 May 1911. "])
def test_the_date_of_a_diary_may_stand_before_its_first_sentence(date):
    assert len(starts(LONG, f"{date}The oats are in. {AFTER}")) == 2


TALK = (
    "“The oats are dear this year,” said Tom. “We shall have to row to the island for them.” " * 6
)
"""A talk of some length in one passage."""


def test_telling_after_a_talk_begins_sooner_than_telling_after_telling():
    day = f"They rowed home on Friday. {AFTER}"
    assert len(starts(LONG, TALK, day)) == 2
    assert len(starts(LONG, LONG, day)) == 1


def test_a_place_that_has_just_been_named_is_not_a_new_one():
    text = f"The mill was cold. {AFTER}"
    grammar = [("The", "det", "was"), ("mill#{}", "nsubj", "was")]
    told = [(word.format(13), *rest) for word, *rest in grammar]
    assert len(starts(LONG, text, likely=EXPECTANT, relations=told)) == 1
    told = [(word.format(1), *rest) for word, *rest in grammar]
    elsewhere = LONG.replace("mill", "boat")
    assert len(starts(elsewhere, text, likely=EXPECTANT, relations=told)) == 2


def test_of_two_starts_that_are_too_near_the_likelier_is_one():
    day, night = "It was Friday, and they rowed home and ate.", "Two days later it was all gone."
    assert starts(LONG, day, f"{night} {AFTER}", likely=0.9)[1:] == [("Two days", "unmarked")]
    assert starts(LONG, f"{day} {AFTER}", f"{night} {AFTER}", likely=0.9)[1:] == [
        ("It was F", "unmarked"),
        ("Two days", "unmarked"),
    ]
