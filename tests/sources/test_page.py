"""Questions to a page, and the roles of its paragraphs."""

from fabula.sources.page import MAX_WORDS, Page, Region, Roles, in_text_order, outermost
from fabula.text import Mark, Paragraph, Span

TEXT = "Kite\n\nby Ann\n\nMara ran.\n\nThe end."
PARAGRAPHS = (Paragraph(0, 4), Paragraph(6, 12), Paragraph(14, 23), Paragraph(25, 33))
PAGE = Page(
    text=TEXT,
    paragraphs=PARAGRAPHS,
    headings=(Mark("heading", 0, 4, level=1),),
    regions=(
        Region("div", 0, 12, id="head", classes=("a", "b")),
        Region("h1", 0, 4, classes=("b",)),
        Region("p", 14, 23),
    ),
)


def test_regions_are_found_by_id_class_tag_and_place() -> None:
    head, title, first = PAGE.regions
    assert PAGE.with_id("head") == head
    assert PAGE.with_id("foot") is None
    assert PAGE.with_class("b") == (head, title)
    assert PAGE.with_class("a", "b") == (head,)
    assert PAGE.with_tag("p", "h1") == (title, first)
    assert PAGE.inside(0, 11) == (title,)


def test_paragraphs_are_found_by_place() -> None:
    assert tuple(PAGE.paragraphs_in(5, 24)) == PARAGRAPHS[1:3]
    assert tuple(PAGE.paragraphs_from(7, 1)) == PARAGRAPHS[2:3]
    assert PAGE.is_heading(PARAGRAPHS[0])
    assert not PAGE.is_heading(PARAGRAPHS[1])


def test_words_stand_on_one_line_and_end_somewhere() -> None:
    assert PAGE.words(Span(0, 12)) == "Kite by Ann"
    assert len(Page(text="a" * 9_999, paragraphs=()).words(Span(0, 9_999))) == MAX_WORDS


def test_the_first_role_given_stays() -> None:
    roles = Roles(PAGE)
    roles.give(0, 4, "title")
    roles.give(0, 12, "credits")
    roles.give(0, 33, "navigation")
    assert [roles.of(paragraph) for paragraph in PARAGRAPHS] == [
        "title",
        "credits",
        "navigation",
        "navigation",
    ]


def test_a_role_is_for_whole_paragraphs() -> None:
    roles = Roles(PAGE)
    roles.give(7, 20, "credits")
    assert roles.marks() == ()


def test_paragraphs_of_one_role_in_a_row_are_one_mark() -> None:
    roles = Roles(PAGE)
    roles.give_outside([PARAGRAPHS[1], PARAGRAPHS[2]], "credits")
    roles.give(0, 12, "author")
    assert roles.marks() == (
        Mark("paratext", 0, 4, "credits"),
        Mark("paratext", 6, 12, "author"),
        Mark("paratext", 25, 33, "credits"),
    )


def test_marks_are_ordered_the_longer_first() -> None:
    short, long = Mark("emphasis", 0, 2), Mark("blockquote", 0, 5)
    assert in_text_order([short], [long]) == (long, short)
    assert outermost((Mark("blockquote", 0, 5), Mark("blockquote", 1, 3), short), "blockquote") == (
        long,
    )
