"""Chapters saved from Royal Road and FanFiction.net."""

from fabula.sources import html
from fabula.text import Document

ROYAL_ROAD = """<html><head><title>Wind - Kites</title><style>.cnQ1 { display: none; }</style>
</head><body><nav><a href="/">Home</a></nav><h1 class="font-white">1. Wind</h1>
<div class="portlet author-note-portlet"><div class="caption">A note from annbell</div>
<div class="portlet-body author-note"><p>Vote for us!</p></div></div>
<div class="chapter-inner chapter-content"><p>Mara held the kite.</p>
<p class="cnQ1">This was taken from somewhere else.</p><p>It flew.</p></div>
<div class="portlet author-note-portlet"><div class="author-note"><p>See you.</p></div></div>
<div class="comments"><p>Great!</p></div></body></html>"""
FANFICTION_NET = """<html><head><title>Kite Chapter 1</title></head><body>
<div id="top">FanFiction <a href="/">Browse</a></div><div id="profile_top"><b>Kite</b> By:
<a href="/u/1">Ann</a><div>A windy day.</div></div>
<select id="chap_select"><option>1. Wind<option>2. Rain</select>
<div class="storytextp" id="storytextp"><div class="storytext" id="storytext">
<p>A/N: hello</p><hr size=1 noshade><p>Mara held the kite.</p></div></div>
<div id="review">Favorite : Story Author</div></body></html>"""


def story(document: Document) -> list[str]:
    marks = document.marks_of("paratext")
    return [
        document[span]
        for span in document.paragraphs
        if not any(mark.start <= span.start < mark.end for mark in marks)
    ]


def test_a_chapter_of_royal_road() -> None:
    document = html.read(ROYAL_ROAD.encode(), "a.html")
    assert story(document) == ["Mara held the kite.", "It flew."]
    assert [(mark.value, document[mark]) for mark in document.marks_of("paratext")] == [
        ("navigation", "Home"),
        ("title", "1. Wind"),
        ("author_note", "A note from annbell\n\nVote for us!"),
        ("author_note", "See you."),
        ("navigation", "Great!"),
    ]
    assert [mark.value for mark in document.marks_of("chapter")] == ["1. Wind"]
    assert "hidden-text" in [note.code for note in document.diagnostics]


def test_a_chapter_of_fanfiction_net() -> None:
    document = html.read(FANFICTION_NET.encode(), "a.html")
    assert story(document) == ["A/N: hello", "Mara held the kite."]
    assert {mark.value for mark in document.marks_of("paratext")} == {"navigation"}
    assert len(document.marks_of("rule")) == 1
