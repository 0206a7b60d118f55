"""Views of a story are worked out once in a reading."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from fabula.sources import plain
from fabula.stages.kept import kept, one_reading
from fabula.story import Mention, MentionId, Story
from fabula.text import Document, Span

TEXT = "Ines baked. Tom ate."


class Counting:
    """A view of the mentions that counts how often it is worked out."""

    def __init__(self) -> None:
        self.times = 0

        @kept("document", "mentions")
        def shouted(story: Story, mark: object) -> list[str]:
            self.times += 1
            return [f"{story.document[mention].upper()}{mark}" for mention in story.mentions]

        self.view = shouted


@pytest.fixture
def story() -> Story:
    document: Document = plain.read(TEXT.encode(), "kitchen.txt")
    return Story(document=document).with_layer("mentions", [mention(0, 4)])


def mention(start: int, end: int) -> Mention:
    return Mention(
        id=MentionId("m1"),
        start=start,
        end=end,
        type="PER",
        form="proper",
        head=Span(start, end),
    )


def test_a_view_is_worked_out_once_in_a_reading(story: Story) -> None:
    counting, mark = Counting(), "!"
    with one_reading():
        first = counting.view(story, mark)
        assert counting.view(story.with_layer("events", []), mark) is first
    assert first == ["INES!"]
    assert counting.times == 1


def test_another_layer_in_the_place_of_one_that_is_read_makes_another_view(story: Story) -> None:
    counting = Counting()
    other = Story(document=story.document).with_layer("mentions", [mention(12, 15)])
    with one_reading():
        assert counting.view(story, "") == ["INES"]
        assert counting.view(other, "") == ["TOM"]


def test_another_argument_makes_another_view(story: Story) -> None:
    counting = Counting()
    with one_reading():
        assert counting.view(story, "!") == ["INES!"]
        assert counting.view(story, "?") == ["INES?"]


def test_nothing_is_kept_beyond_a_reading(story: Story) -> None:
    counting = Counting()
    with one_reading():
        counting.view(story, "")
    with one_reading():
        counting.view(story, "")
    counting.view(story, "")
    assert counting.times == 3


def test_a_reading_keeps_nothing_for_another_thread(story: Story) -> None:
    counting = Counting()
    with one_reading(), ThreadPoolExecutor(1) as pool:
        counting.view(story, "")
        pool.submit(counting.view, story, "").result()
    assert counting.times == 2
