"""Chapter marks out of tables of contents."""

from fabula.sources.page import Entry, Page, Roles
from fabula.sources.pages.chapters import chapter_mark, chapter_marks, fold, repeated_titles
from fabula.text import Mark, Paragraph

LINES = ("Part I", "Chapter 1", "The Ferry", "Mara ran.", "Chapter 2", "Chapter 2", "It fell.")


def page(lines: tuple[str, ...] = LINES, headings: tuple[int, ...] = (0, 1, 4)) -> Page:
    text = "\n\n".join(lines)
    paragraphs = []
    position = 0
    for line in lines:
        paragraphs.append(Paragraph(position, position + len(line)))
        position += len(line) + 2
    marks = [Mark("heading", paragraphs[n].start, paragraphs[n].end) for n in headings]
    return Page(text=text, paragraphs=tuple(paragraphs), headings=tuple(marks))


def at(number: int) -> int:
    return page().paragraphs[number].start


def words(mark: Mark) -> str:
    return page().text[mark.start : mark.end].replace("\n\n", " | ")


def test_a_mark_covers_the_headings_and_the_words_of_the_title() -> None:
    assert words(chapter_mark(page(), at(1), "Chapter 1: The Ferry")) == "Chapter 1 | The Ferry"
    assert words(chapter_mark(page(), at(1), "1")) == "Chapter 1"
    assert words(chapter_mark(page(headings=()), at(1), "Chapter 1 – The Ferry")) == (
        "Chapter 1 | The Ferry"
    )


def test_a_mark_without_a_heading_has_no_length() -> None:
    mark = chapter_mark(page(), at(3), "Somewhere")
    assert (mark.start, mark.end) == (at(3), at(3))


def test_a_part_with_its_heading_alone_is_paratext() -> None:
    entries = [Entry("Part I", at(0)), Entry("Chapter 1", at(1), 1), Entry("Chapter 2", at(4), 1)]
    roles = Roles(page())
    assert [mark.value for mark in chapter_marks(page(), entries, roles)] == [
        "Chapter 1",
        "Chapter 2",
    ]
    assert [words(mark) for mark in roles.marks()] == ["Part I"]


def test_two_entries_for_one_place_are_one_chapter() -> None:
    entries = [Entry("Part I", at(1)), Entry("Chapter 1", at(1), 1)]
    marks = chapter_marks(page(), entries, Roles(page()))
    assert [mark.value for mark in marks] == ["Chapter 1"]


def test_entries_that_lead_to_paratext_are_no_chapters() -> None:
    roles = Roles(page())
    roles.give(at(4), at(6), "contents")
    entries = [Entry("1", at(1)), Entry("Contents", at(4))]
    assert [mark.value for mark in chapter_marks(page(), entries, roles)] == ["1"]


def test_a_title_that_comes_twice_is_paratext_the_second_time() -> None:
    roles = Roles(page())
    repeated_titles(page(), [chapter_mark(page(), at(4), "Chapter 2")], roles)
    (mark,) = roles.marks()
    assert mark.start == at(5)


def test_titles_are_compared_by_letters_and_digits() -> None:
    assert fold("Chapter 1: The Ferry!") == fold("CHAPTER 1 – the ferry") == "chapter1theferry"
