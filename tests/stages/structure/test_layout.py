from msgspec import structs

from fabula.sources import plain
from fabula.stages.structure.layout import Block, blocks_of, fold, lines_of, ordinary_gap
from fabula.text import Mark


def blocks(text, *marks):
    return blocks_of(structs.replace(plain.from_text(text), marks=marks))


def test_a_block_counts_the_empty_lines_before_it():
    assert [block.gap for block in blocks("One.\n\nTwo.\n\n\n\nThree.\r\n\r\nFour.")] == [
        0,
        1,
        3,
        1,
    ]


def test_a_block_knows_how_far_it_is_moved_in():
    assert [block.indent for block in blocks("One.\n\n    Two.")] == [0, 4]


def test_the_ordinary_gap_is_the_most_common_one():
    assert ordinary_gap(blocks("One.\n\nTwo.\n\nThree.\n\n\nFour.")) == 1


def test_marks_that_cover_a_block_are_its_looks():
    text = "The Ferry\n\nIt was late."
    first, second = blocks(
        text,
        Mark("centred", 0, 9),
        Mark("emphasis", 4, 9),
        Mark("heading", 0, 9, level=2),
        Mark("paratext", 0, 9, value="title"),
    )
    assert (first.looks, first.level, first.role) == ({"centred"}, 2, "title")
    assert (second.looks, second.level, second.role) == (frozenset(), None, None)


def test_a_mark_over_several_blocks_looks_on_each():
    text = "One.\n\nTwo.\n\nThree."
    note = Mark("paratext", 0, 10, value="author_note")
    assert [block.role for block in blocks(text, note)] == ["author_note", "author_note", None]


def test_a_rule_stands_before_the_block_that_follows():
    text = "One.\n\nTwo."
    first, second = blocks(text, Mark("rule", 5, 5))
    assert (len(first.rules), len(second.rules)) == (0, 1)


def test_a_chapter_mark_begins_the_next_block():
    text = "One.\n\nTwo."
    first, second = blocks(text, Mark("chapter", 4, 4, value="Second"))
    assert first.begins is None
    assert second.begins.value == "Second"


def test_lines_keep_their_places():
    text = "The lamps were lit.\r\n  Nadia counted them."
    block = Block(index=0, start=7, end=7 + len(text), text=text, words=7)
    assert [(line.start, line.text) for line in lines_of(block)] == [
        (7, "The lamps were lit."),
        (30, "Nadia counted them."),
    ]


def test_folding_leaves_letters_and_digits():
    assert fold("CHAPTER I. — The Ferry") == fold("Chapter I: the ferry")
