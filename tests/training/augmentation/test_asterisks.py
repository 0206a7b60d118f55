import re

import pytest

from training.augmentation import emphasis

TALK = "“It is _your_ boat, Tom, and never was mine,” said Ada. " * 20


@pytest.fixture
def talk(document_with):
    return document_with(TALK, ["tom name Tom", "ada name Ada"] * 20, speech=[TALK[:45]] * 20)


def test_underscores_become_asterisks(talk):
    changed = emphasis.with_asterisks(talk, seed=1)
    assert "_" not in changed.text
    assert changed.text.count("*your*") == 20


def test_some_words_of_speech_are_stressed(talk):
    changed = emphasis.with_asterisks(talk, seed=1)
    stressed = re.findall(r"\*(\w+)\*", changed.text)
    assert len(stressed) > 20
    assert "said" not in stressed


def test_marks_of_emphasis_lie_outside_of_mentions(document_with, words_of, monkeypatch):
    monkeypatch.setattr(emphasis, "STRESSED", 1)
    document = document_with("“Row, Tom!” said Ada.", ["tom name Tom"], speech=["“Row, Tom!”"])
    changed = emphasis.with_asterisks(document, seed=1)
    assert changed.text == "“*Row*, *Tom*!” said Ada."
    assert words_of(changed)[0] == "Tom"
