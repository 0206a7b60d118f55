import re

import pytest
from evaluation.made_up_book import EXAMPLE, SCENE_BREAK, count_words, made_up_book

import fabula

LONG = made_up_book(7_000)


@pytest.mark.parametrize("words", [1, 500, 3_000])
def test_a_book_has_about_the_words_asked_for(words):
    assert words <= count_words(made_up_book(words)) <= words + 150


@pytest.mark.parametrize("words", [0, -5])
def test_a_book_without_words_is_refused(words):
    with pytest.raises(ValueError, match="at least one word"):
        made_up_book(words)


def test_the_same_size_gives_the_same_book():
    assert made_up_book(2_000) == made_up_book(2_000)


def test_another_seed_gives_another_book():
    assert made_up_book(2_000, seed=1) != made_up_book(2_000, seed=2)


def test_a_longer_book_begins_with_the_shorter():
    assert LONG.startswith(made_up_book(3_000).rstrip("\n"))


def test_a_book_ends_with_a_paragraph():
    for words in range(100, 1_000, 37):
        last = made_up_book(words).rstrip("\n").rsplit("\n\n", maxsplit=1)[-1]
        assert last != SCENE_BREAK
        assert not last.startswith("Chapter")


def test_the_title_and_the_notes_of_the_example_are_left_out():
    notes = EXAMPLE.read_text(encoding="utf-8").split("\n\n\n", maxsplit=1)[0]
    for paragraph in notes.split("\n\n"):
        assert paragraph not in LONG


def test_each_telling_has_its_own_numbers():
    pieces = re.findall(r"the (\d+) small", LONG)
    assert len(pieces) > 5
    assert len(set(pieces)) == len(pieces)


def test_each_chapter_has_its_own_people_and_keeps_them():
    chapters = re.split(r"Chapter \d+\n", LONG)[1:]
    captains = [set(re.findall(r"Captain (\w+) called", chapter)) for chapter in chapters]
    assert [len(found) for found in captains] == [1, 1, 1]
    assert len(set.union(*captains)) > 1


def test_fabula_finds_dialogue_chapters_and_scenes():
    story = fabula.read_bytes(LONG.encode(), "book.txt", encoder=None)
    assert len(story.chapters) == LONG.count("Chapter ")
    assert len(story.scenes) == LONG.count(SCENE_BREAK) + LONG.count("Chapter ")
    assert len(story.quotations) > 250
