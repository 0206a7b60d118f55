"""Tables of contents of EPUBs."""

from epub_builder import epub, nav, ncx, page, point

from fabula.sources.archive import Archive
from fabula.sources.epub_contents import LANDMARK, Line, read_contents
from fabula.sources.epub_package import read_package

PAGE = page("<p>Mara ran.</p>")


def lines(files: dict[str, str]) -> tuple[Line, ...]:
    archive = Archive(epub({"a.xhtml": PAGE, **files}), "kite.epub")
    return read_contents(archive, read_package(archive, "kite.epub"), "kite.epub")


def test_entries_of_a_navigation_page_know_their_depth() -> None:
    entries = (
        "<li><a href='a.xhtml#1'>Wi<b>nd</b>\n 1</a><ol><li><a href='a.xhtml#2'>Rain</a></li></ol>"
        "</li><li><a href='lost.xhtml'>Lost</a></li><li><a href='https://x'>Shop</a></li>"
    )
    assert lines({"nav.xhtml": nav(entries)}) == (
        Line("Wind 1", "OEBPS/a.xhtml", "1", 0),
        Line("Rain", "OEBPS/a.xhtml", "2", 1),
    )


def test_landmarks_are_told_apart() -> None:
    landmark = "<li><a epub:type='toc' href='a.xhtml'>Contents</a></li>"
    assert lines({"nav.xhtml": nav("", landmark)}) == (
        Line("Contents", "OEBPS/a.xhtml", "", 0, f"{LANDMARK}toc"),
    )


def test_points_of_the_old_kind_know_their_depth() -> None:
    points = point("Part", "a.xhtml", point("Wind", "a.xhtml#1") + point("Rain", "a.xhtml#2"))
    assert [(line.title, line.depth) for line in lines({"toc.ncx": ncx(points)})] == [
        ("Part", 0),
        ("Wind", 1),
        ("Rain", 1),
    ]


def test_the_old_kind_counts_where_the_new_one_is_empty() -> None:
    files = {"nav.xhtml": nav(""), "toc.ncx": ncx(point("Wind", "a.xhtml"))}
    assert [line.title for line in lines(files)] == ["Wind"]


def test_a_book_can_be_read_without_its_contents() -> None:
    assert lines({"toc.ncx": "no XML"}) == ()
    assert lines({}) == ()
