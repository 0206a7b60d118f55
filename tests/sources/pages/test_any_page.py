"""Pages of no kind that is known."""

import pytest

from fabula.sources import html
from fabula.text import Document

STORY = "<p>Mara held the kite. " + "It flew over the harbour, and over the hill. " * 5


def read(source: str) -> Document:
    return html.read(source.encode(), "kite.html")


def story(document: Document) -> list[str]:
    marks = document.marks_of("paratext")
    return [
        document[span]
        for span in document.paragraphs
        if not any(mark.start <= span.start < mark.end for mark in marks)
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Menu</nav>",
        "<header>My site</header>",
        "<footer>2024</footer>",
        "<aside>More</aside>",
        "<form>Search</form>",
        "<div role=navigation>Menu</div>",
        "<div id=comments><p>Lovely!</p></div>",
        "<p><a href='2.html'>Next chapter &raquo;</a></p>",
        "<p><a href=1.html>Prev</a> | <a href=0.html>Index</a> | <a href=3.html>Next</a></p>",
    ],
)
def test_what_stands_around_a_story_is_navigation(around: str) -> None:
    document = read(f"<body>{around}<div>{STORY}</div></body>")
    assert len(story(document)) == 1
    assert [mark.value for mark in document.marks_of("paratext")] == ["navigation"]


@pytest.mark.parametrize(
    "source",
    [
        f"<form>{STORY}</form>",
        f"<article><header><h1>Wind</h1></header>{STORY}</article>",
        f"<section><header><h2>I</h2></header>{STORY}<footer>Ann Bell</footer></section>",
        f"{STORY}<p>She wrote to <a href='mailto:a@b'>Ned</a>.</p>",
        f"{STORY}<p><a href='x.html'>The gull</a></p>",
    ],
)
def test_what_may_be_story_stays(source: str) -> None:
    assert read(source).marks_of("paratext") == ()


def test_what_is_outside_the_main_element_is_navigation() -> None:
    document = read(f"<div>Log in</div><main><h1>Wind</h1>{STORY}</main><div>Related</div>")
    assert story(document)[0] == "Wind"
    assert len(document.marks_of("paratext")) == 2


def test_a_list_of_contents_leads_to_chapters() -> None:
    document = read(
        "<h1>Kites</h1><h2>Contents</h2><ol><li><a href='#one'>Wind</a><li><a href='#two'>Rain</a>"
        f"</ol><h2 id=one>Wind</h2>{STORY}<h2 id=two>Rain</h2>{STORY}"
    )
    assert [(mark.value, document[mark]) for mark in document.marks_of("chapter")] == [
        ("Wind", "Wind"),
        ("Rain", "Rain"),
    ]
    assert [(mark.value, document[mark]) for mark in document.marks_of("paratext")] == [
        ("contents", "Contents\n\nWind\n\nRain")
    ]


def test_links_to_notes_are_no_contents() -> None:
    document = read(
        f"{STORY}<a href=#n1>[1]</a>{STORY}<a href=#n2>[2]</a>{STORY}<p id=n1>x<p id=n2>y"
    )
    assert document.marks_of("chapter", "paratext") == ()


def test_sections_that_say_they_are_chapters_are() -> None:
    document = read(
        "<section epub:type=titlepage><h1>Kites</h1></section><section epub:type=part><h2>Sea</h2>"
        f"<section epub:type=chapter><header><h3>I</h3><p>Wind</p></header>{STORY}</section>"
        f"<section epub:type=chapter>{STORY}</section></section>"
    )
    assert [(mark.value, document[mark]) for mark in document.marks_of("chapter")] == [
        ("I Wind", "I\n\nWind"),
        (None, ""),
    ]
    assert [mark.value for mark in document.marks_of("paratext")] == ["title"]
