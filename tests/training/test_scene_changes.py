from random import Random

from training.passages import document
from training.scene_changes import LEAST_SIDE, chapters, passages, window_around
from training.unlabelled import Block, Book

SENTENCE = "Ada rowed the ferry over the river and back again until the lamps were lit. "


def paragraph(first: str) -> Block:
    """A paragraph of some fifty words that begins in its own way."""
    return Block("story", f"{first} {SENTENCE * 3}".strip())


def book(*blocks: Block) -> Book:
    return Book("ferry", blocks, held_out=False)


BREAK = Block("break", "")
HEADING = Block("heading", "II")
LONG = [paragraph(f"Day {number} came.") for number in range(12)]
TWO_SCENES = book(*LONG[:6], BREAK, *LONG[6:])


def test_a_break_is_the_paragraph_that_follows_it():
    (chapter,) = chapters(TWO_SCENES)
    assert chapter.starts == {6}
    assert chapter.paragraphs == tuple(block.text for block in LONG)


def test_a_break_beside_a_heading_is_none():
    first, second = chapters(book(*LONG[:2], BREAK, HEADING, BREAK, *LONG[2:4], BREAK))
    assert first.starts == second.starts == frozenset()


def test_the_break_is_gone_and_its_place_is_kept():
    (passage,) = [found for found in passages([TWO_SCENES]) if found.scene_starts]
    (start,) = passage.scene_starts or ()
    assert passage.text[start:].startswith("Day 6 came.")
    assert start in {found.start for found in document(passage).paragraphs}
    assert "*" not in passage.text


def test_a_passage_has_words_enough_on_both_sides():
    (chapter,) = chapters(TWO_SCENES)
    window = window_around(chapter, 6, Random(1))
    assert window is not None
    sides = (chapter.paragraphs[window.first : 6], chapter.paragraphs[6 : window.end])
    assert all(sum(len(text.split()) for text in side) >= LEAST_SIDE for side in sides)
    assert window_around(chapter, 1, Random(1)) is None


def test_passages_without_a_break_come_from_books_without_one_too():
    found = list(passages([book(*LONG)]))
    assert found
    assert all(passage.scene_starts == () for passage in found)


def test_the_same_books_give_the_same_passages():
    assert list(passages([TWO_SCENES])) == list(passages([TWO_SCENES]))


def test_no_more_passages_with_a_break_than_asked_for():
    many = [Book(f"ferry {number}", TWO_SCENES.blocks, held_out=False) for number in range(40)]
    found = sum(bool(passage.scene_starts) for passage in passages(many, most=4))
    assert found < 15
