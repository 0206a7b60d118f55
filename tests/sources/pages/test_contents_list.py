"""Lists of contents in the text."""

import pytest

from fabula.sources.html_reading import HtmlReader
from fabula.sources.page import Page
from fabula.sources.pages.contents_list import find_contents
from fabula.sources.text_flow import TextFlow

TARGETS = "<p>Mara stood on the quay and waited.</p><p id=a>It flew.</p><p id=b>It fell.</p>"


def page(source: str) -> Page:
    flow = TextFlow("a")
    reader = HtmlReader(flow, "a")
    reader.read(source)
    return reader.page(flow.finish())


@pytest.mark.parametrize(
    "links",
    [
        "<p><a href=#a>Wind</a><br><a href=#b>Rain</a></p>",
        "<ul><li><a href=#a>Wind</a><li><a href=#b>Rain</a></ul>",
        "<p>1 <a href=#a>Wind</a> ....... 7</p><p>2 <a href=#b>Rain</a> ....... 9</p>",
        "<table><tr><td>I.<td><a href=#a>Wind</a><tr><td>II.<td><a href=#b>Rain</a></table>",
    ],
)
def test_links_in_a_row_to_later_places_are_contents(links: str) -> None:
    whole = page(links + TARGETS)
    found = find_contents(whole)
    assert found is not None
    assert [entry.title for entry in found.entries] == ["Wind", "Rain"]
    assert [whole.text[entry.offset :][:7] for entry in found.entries] == ["It flew", "It fell"]


def test_the_heading_belongs_to_the_list() -> None:
    whole = page(
        "<h1>Kite</h1><h2>Table of Contents</h2><a href=#a>W</a> <a href=#b>R</a>" + TARGETS
    )
    found = find_contents(whole)
    assert found is not None
    assert whole.text[found.start : found.end] == "Table of Contents\n\nW R"


def test_links_to_pages_of_the_printed_book_are_no_entries() -> None:
    source = "<a href=#a>Wind</a> <a href=#Page_7>7</a> <a href=#b>Rain</a> <a href=#Page_9>9</a>"
    found = find_contents(page(source + TARGETS + "<p id=Page_7>x<p id=Page_9>y"))
    assert found is not None
    assert [entry.title for entry in found.entries] == ["Wind", "Rain"]


@pytest.mark.parametrize(
    "source",
    [
        "<a href=#a>Wind</a>" + TARGETS,
        TARGETS + "<a href=#a>Wind</a> <a href=#b>Rain</a>",
        "<a href=#lost>Wind</a> <a href=x.html#b>Rain</a>" + TARGETS,
        f"<p><a href=#a>[1]</a> {'and so on, ' * 9} <a href=#b>[2]</a></p>" + TARGETS,
    ],
)
def test_other_links_are_no_contents(source: str) -> None:
    assert find_contents(page(source)) is None
