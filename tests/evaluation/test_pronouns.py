import tomllib
from pathlib import Path

import pytest
from evaluation.pronouns import SHEET, figures, judge_story, meant_in, pronouns_of
from evaluation.testbed import GoldStory
from evaluation.testbed.records import Gold, Member

from evaluation import testbed
from fabula import pipeline
from fabula.sources import plain

TEXT = "Ines put her bag down. She sat.\n\nTom scratched his chin. He sat."


@pytest.fixture
def gold():
    cast = (Member(name="Ines"), Member(name="Tom"))
    told = Gold(about="", cast=cast, scenes=())
    return GoldStory(name="bag", half="seen", path=Path("bag.txt"), text=TEXT, gold=told)


def test_every_pronoun_of_the_third_person_is_asked_about():
    text = "He’s hers, and she hid it himself."
    assert [text[start:].split(maxsplit=1)[0] for start in pronouns_of(text)] == [
        "He’s",
        "hers,",
        "she",
        "himself.",
    ]


def test_the_letters_of_a_sheet_are_whom_the_pronouns_mean(gold):
    meant = meant_in(gold, {"bag": {"I": "Ines", "T": "Tom", "order": "II T."}})
    assert list(meant.values()) == ["Ines", "Ines", "Tom"]
    with pytest.raises(ValueError, match="4 pronouns, but 1 letters"):
        meant_in(gold, {"bag": {"I": "Ines", "order": "I"}})


def test_the_sheet_has_a_letter_for_each_pronoun_of_its_stories():
    sheet = tomllib.loads(SHEET.read_text(encoding="utf-8"))
    stories = [each for each in testbed.load("seen") if each.name in sheet]
    assert len(stories) == len(sheet)
    for each in stories:
        names = {member.name for member in each.gold.cast}
        assert set(meant_in(each, sheet).values()) <= names


def test_a_pronoun_is_right_if_its_person_is_the_one_meant(gold):
    story = pipeline.analyse(plain.from_text(TEXT), encoder=None)
    sheet = {"bag": {"I": "Ines", "T": "Tom", "order": "IITI"}}
    judged = list(judge_story(gold, story, meant_in(gold, sheet)))
    assert [each.answer for each in judged] == ["right", "right", "right", "wrong"]
    assert figures(judged)["all_right"] == 75.0
    assert {"possessive or object", "one", "same sentence", "narrated"} <= set(judged[0].sorts)
