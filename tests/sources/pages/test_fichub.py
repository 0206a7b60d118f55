"""HTML that FicHub wrote."""

from fabula.sources import html

BOOK = """<html><head><title>The Kite</title></head><body><h1>The Kite</h1>
<p><b>By: Ann Bell</b></p><p>A windy day.</p><p>Status: complete</p><p>Words: 1,200</p>
<p>Original source: https://x/1</p>
<div id="chap_1"><h2>1. Wind</h2><p>1. Wind</p><p>Mara held the kite.</p>
<p><a href="#chap_2">Next chapter</a></p></div>
<div id="chap_2"><h2>2. Rain</h2><p>It fell.</p><p>A/N: thanks!</p>
<p><a href="#chap_1">Previous chapter</a></p></div></body></html>"""


def test_introduction_repeated_titles_and_steps_are_no_story() -> None:
    document = html.read(BOOK.encode(), "kite.html")
    assert [
        (mark.value, " ".join(document[mark].split())) for mark in document.marks_of("paratext")
    ] == [
        ("title", "The Kite"),
        ("author", "By: Ann Bell"),
        ("summary", "A windy day."),
        ("tags", "Status: complete Words: 1,200 Original source: https://x/1"),
        ("title", "1. Wind"),
        ("navigation", "Next chapter"),
        ("navigation", "Previous chapter"),
    ]
    assert [mark.value for mark in document.marks_of("chapter")] == ["1. Wind", "2. Rain"]
    assert document.metadata.authors == ("Ann Bell",)
    assert [tag.label for tag in document.metadata.tags] == ["Status", "Words", "Original source"]
