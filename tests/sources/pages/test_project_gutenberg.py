"""Project Gutenberg's HTML books."""

import pytest

from fabula.sources import html
from fabula.text import Document

BOOK = """<h1>THE KITE</h1><h2>by Ann Bell</h2><p>Produced by Bea Ray</p>
<table class="toc"><tr><td>I.</td><td><a href="#c1">Wind</a></td>
<td><a href="#Page_1">1</a></td></tr><tr><td>II.</td><td><a href="#c2">Rain</a></td>
<td><a href="#Page_9">9</a></td></tr></table>
<div class="chapter"><h2 id="c1">CHAPTER I<br/>WIND</h2></div>
<p><span class="pagenum"><a id="Page_1">[Pg 1]</a></span>Mara held the kite.</p>
<hr class="tb"/><p>It fl<span class="pagenum">[Pg 2]</span>ew.</p>
<div class="chapter"><h2><a id="c2"></a>CHAPTER II<br/>RAIN</h2></div>
<p><a id="Page_9"></a>It fell.</p><div class="transnote"><p>Spelling kept.</p></div>"""
MODERN = f"""<html lang="en"><head><title>The Kite | Project Gutenberg</title></head><body>
<section class="pg-boilerplate pgheader" id="pg-header"><h2>The Project Gutenberg eBook of
The Kite</h2><p>Free for all.</p><div id="pg-machine-header"><p><strong>Title</strong>: The Kite
</p><p><strong>Author</strong>: Ann Bell</p><p><strong>Language</strong>: English</p></div>
<div id="pg-start-separator"><span>*** START OF THE PROJECT GUTENBERG EBOOK THE KITE ***</span>
</div></section>{BOOK}<footer class="pg-boilerplate pgheader" id="pg-footer">
<div id="pg-end-separator">*** END OF THE PROJECT GUTENBERG EBOOK THE KITE ***</div>
<p>Many terms.</p></footer></body></html>"""
OLD = f"""<html><head><title>The Kite</title></head><body><pre>
The Project Gutenberg EBook of The Kite, by Ann Bell

Title: The Kite

Author: Ann Bell

Language: English

*** START OF THIS PROJECT GUTENBERG EBOOK THE KITE ***
</pre>{BOOK}<pre>End of the Project Gutenberg EBook of The Kite
Many terms.</pre></body></html>"""


def read(source: str) -> Document:
    return html.read(source.encode(), "kite.html")


@pytest.mark.parametrize("source", [MODERN, OLD])
def test_licence_and_contents_are_no_story(source: str) -> None:
    document = read(source)
    marks = document.marks_of("paratext")
    assert [mark.value for mark in marks] == [
        "licence",
        "credits",
        "contents",
        "credits",
        "licence",
    ]
    assert "START OF" in document[marks[0]]
    assert document[marks[3]] == "Spelling kept."
    assert document[marks[4]].endswith("Many terms.")


@pytest.mark.parametrize("source", [MODERN, OLD])
def test_page_numbers_break_no_word(source: str) -> None:
    assert "Mara held the kite.\n\nIt flew.\n\n" in read(source).text


@pytest.mark.parametrize("source", [MODERN, OLD])
def test_chapters_and_metadata_are_told(source: str) -> None:
    document = read(source)
    assert [(mark.value, document[mark]) for mark in document.marks_of("chapter")] == [
        ("Wind", "CHAPTER I\nWIND"),
        ("Rain", "CHAPTER II\nRAIN"),
    ]
    assert document.metadata.title == "The Kite"
    assert document.metadata.authors == ("Ann Bell",)
    assert document.metadata.language == "English"
    assert len(document.marks_of("rule")) == 1
