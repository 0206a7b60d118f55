import pytest
from training.unlabelled import Block, Book

from training import speech

NAMES = ("Ada Hart", "Tom Pell")
TALK = """“The boat is ready at last,” said Ada Hart. “We leave at six.”

“I thought so when I heard the hammer stop,” said Tom Pell. He sat on the wall and counted oars.

Ada Hart looked at the river for a while. Tom Pell looked at her hands, which were black with tar.

“You have forgotten the bread,” said Ada Hart.

“And you have forgotten the rope, the lamp and the cat,” said Tom Pell softly.

Ada Hart laughed. The wind had gone round to the south, and Tom Pell pulled his cap down."""
STORY = "\n\n".join([TALK] * 16)


@pytest.fixture(scope="module")
def found():
    return list(speech.from_text("ferry", STORY))


def test_lines_point_at_the_mentions_of_their_speaker(found):
    assert found
    for passage in found:
        for line in passage.speeches or ():
            words = passage.text[line.start : line.end]
            speaker = {passage.text[span.start : span.end] for span in line.speaker}
            if "boat is ready" in words or "the bread" in words:
                assert "Ada Hart" in speaker
                assert "Tom Pell" not in speaker
            elif "hammer" in words or "the rope" in words:
                assert "Tom Pell" in speaker
                assert "Ada Hart" not in speaker


def test_many_cues_are_hidden_and_some_stay(found):
    texts = " ".join(passage.text for passage in found)
    lines = texts.count("hammer stop")
    assert 0 < texts.count("said Tom Pell. He") < lines
    assert "hammer stop.” He sat" in texts


def test_people_stand_on_their_words(found):
    for passage in found:
        named = [one for one in passage.people or () if one.form == "proper"]
        assert {passage.text[one.start : one.end] for one in named} == set(NAMES)


def test_lines_are_quotations_with_their_marks(found):
    for passage in found:
        assert len(passage.speeches or ()) >= speech.FEWEST
        for line in passage.speeches or ():
            words = passage.text[line.start : line.end]
            assert words[0] == "“"
            assert words[-1] == "”"


def test_the_same_story_gives_the_same_passages(found):
    assert list(speech.from_text("ferry", STORY)) == found


def test_no_book_gives_more_than_its_share(found):
    book = Book("ferry", tuple(Block("story", text) for text in STORY.split("\n\n")), False)
    assert len(list(speech.passages([book], 1))) == 1
    assert len(found) > 1
