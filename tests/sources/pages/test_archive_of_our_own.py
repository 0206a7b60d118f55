"""Downloads from Archive of Our Own, and pages saved from it."""

from fabula.sources import html
from fabula.text import Document, Tag

PREFACE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">
<html><head><title>Low Tide - gullwatcher - Harbour Tales</title>
<style>.toc-heading { display: none; }</style></head><body>
<div id="preface"><h2 class="toc-heading">Preface</h2>
<p class="message"><b>Low Tide</b><br />Posted originally on the
<a href="http://archive.example/">Archive of Our Own</a> at <a href="#w">http://x/works/1</a>.</p>
<div class="meta"><dl class="tags">
<dt>Rating:</dt><dd><a href="#">General Audiences</a></dd>
<dt>Relationship:</dt><dd><a href="#">Mara/Ned</a>, <a href="#">Mara &amp; Ivo</a></dd>
<dt>Character(s):</dt><dd><a href="#">Mara (Harbour Tales)</a>, <a href="#">Ned</a></dd>
<dt>Language:</dt><dd>English</dd>
<dt>Stats:</dt><dd>Published: 2024-05-01
 Completed: 2024-05-09
 Words: 1,234
 Chapters: 2/2
</dd></dl>
<h1>Low Tide</h1><div class="byline">by <a rel="author" href="#">gullwatcher</a></div>
<p>Summary</p><blockquote class="userstuff"><p>Mara finds a boat.</p></blockquote>
<p>Notes</p><blockquote class="userstuff"><p>For Bea, who likes gulls.</p></blockquote>
<div class="endnote-link">See the end of the work for <a href="#endnotes">more notes</a></div>
<ul><li>Inspired by <a href="#">High Water</a> by seapie</li></ul></div></div>
"""
CHAPTERS = """<div id="chapters" class="userstuff">
<div class="meta group"><h2 class="heading">Chapter 1: The Boat</h2>
<p>Chapter Summary</p><blockquote class="userstuff"><p>A find.</p></blockquote>
<p>Chapter Notes</p><blockquote class="userstuff"><p>Thank you, readers!</p></blockquote>
<div class="endnote-link">See the end of the chapter for <a href="#endnotes1">more notes</a></div>
</div><!--chapter content--><div class="userstuff">
<p>A/N: I know nothing about boats.</p><hr />
<p>Mara ran down to the water. &ldquo;A boat!&rdquo;</p>
<p align="center">~*~</p>
<p>It was Ned&rsquo;s.</p></div><!--/chapter content-->
<div class="meta" id="endnotes1"><p>Chapter End Notes</p>
<blockquote class="userstuff"><p>Next week: rain.</p></blockquote></div>
<div class="meta group"><h2 class="heading">Chapter 2: The Letter</h2>
<p class="byline">Chapter by <a rel="author" href="#">seapie</a></p></div>
<div class="userstuff"><p>Notes</p><p>were all over the table.</p>
<p>Summary</p><blockquote><p>The boat is yours.</p></blockquote><p>Mara laughed.</p></div></div>
"""
AFTERWORD = """<div id="afterword"><h2 class="toc-heading">Afterword</h2><div class="meta">
<div id="endnotes"><p>End Notes</p><blockquote class="userstuff"><p>Done at last.</p></blockquote>
</div></div><p class="message">Please <a href="#">drop by the Archive and comment</a> to let the
creator know if you enjoyed their work!</p></div></body></html>"""


def read(source: str) -> Document:
    return html.read(source.encode(), "tide.html")


def paratext(document: Document) -> list[tuple[str | None, str]]:
    return [
        (mark.value, " ".join(document[mark].split())) for mark in document.marks_of("paratext")
    ]


def story(document: Document) -> list[str]:
    marks = document.marks_of("paratext")
    return [
        document[span]
        for span in document.paragraphs
        if not any(mark.start <= span.start < mark.end for mark in marks)
    ]


def test_a_download_tells_its_paratext() -> None:
    assert paratext(read(PREFACE + CHAPTERS + AFTERWORD)) == [
        (
            "credits",
            "Low Tide Posted originally on the Archive of Our Own at http://x/works/1.",
        ),
        (
            "tags",
            "Rating: General Audiences Relationship: Mara/Ned, Mara & Ivo Character(s): "
            "Mara (Harbour Tales), Ned Language: English Stats: Published: 2024-05-01 "
            "Completed: 2024-05-09 Words: 1,234 Chapters: 2/2",
        ),
        ("title", "Low Tide"),
        ("author", "by gullwatcher"),
        ("summary", "Summary Mara finds a boat."),
        ("author_note", "Notes For Bea, who likes gulls."),
        ("navigation", "See the end of the work for more notes"),
        ("credits", "Inspired by High Water by seapie"),
        ("summary", "Chapter Summary A find."),
        ("author_note", "Chapter Notes Thank you, readers!"),
        ("navigation", "See the end of the chapter for more notes"),
        ("author_note", "Chapter End Notes Next week: rain."),
        ("author", "Chapter by seapie"),
        ("author_note", "End Notes Done at last."),
        (
            "navigation",
            "Please drop by the Archive and comment to let the creator know if you enjoyed "
            "their work!",
        ),
    ]


def test_a_download_keeps_what_the_author_put_into_the_story() -> None:
    assert story(read(PREFACE + CHAPTERS + AFTERWORD)) == [
        "Chapter 1: The Boat",
        "A/N: I know nothing about boats.",
        "Mara ran down to the water. “A boat!”",
        "~*~",
        "It was Ned’s.",
        "Chapter 2: The Letter",
        "Notes",
        "were all over the table.",
        "Summary",
        "The boat is yours.",
        "Mara laughed.",
    ]


def test_a_download_tells_its_chapters() -> None:
    document = read(PREFACE + CHAPTERS + AFTERWORD)
    assert [(mark.value, document[mark]) for mark in document.marks_of("chapter")] == [
        ("Chapter 1: The Boat", "Chapter 1: The Boat"),
        ("Chapter 2: The Letter", "Chapter 2: The Letter"),
    ]
    assert len(document.marks_of("rule")) == 1
    assert [document[mark] for mark in document.marks_of("centred")] == ["~*~"]


def test_a_download_tells_its_tags_one_by_one() -> None:
    metadata = read(PREFACE + CHAPTERS + AFTERWORD).metadata
    assert metadata.title == "Low Tide"
    assert metadata.authors == ("gullwatcher",)
    assert metadata.language == "English"
    assert metadata.publisher == "Archive of Our Own"
    assert metadata.tags == (
        Tag("Rating", "General Audiences"),
        Tag("Relationship", "Mara/Ned"),
        Tag("Relationship", "Mara & Ivo"),
        Tag("Characters", "Mara (Harbour Tales)"),
        Tag("Characters", "Ned"),
        Tag("Published", "2024-05-01"),
        Tag("Completed", "2024-05-09"),
        Tag("Words", "1,234"),
        Tag("Chapters", "2/2"),
    )


def test_a_story_in_one_part_is_one_chapter() -> None:
    part = """<div id="chapters" class="userstuff"><h2 class="toc-heading">Low Tide</h2>
    <div class="userstuff"><p>Mara ran.</p><h2>Later</h2><p>She rested.</p></div></div>"""
    document = read(PREFACE + part + AFTERWORD)
    (chapter,) = document.marks_of("chapter")
    assert chapter.value == "Low Tide"
    assert document.text[chapter.start :].startswith("Mara ran.")
    assert story(document) == ["Mara ran.", "Later", "She rested."]


SAVED = """<html><body><div id="header"><ul class="primary navigation"><li><a href="#">Fandoms</a>
</ul></div><div id="main" class="works-show region" role="main">
<ul class="work navigation actions"><li><a href="#">Next Chapter &rarr;</a></li></ul>
<div class="wrapper"><dl class="work meta group"><dt class="character tags">Characters:</dt>
<dd class="character tags"><ul class="commas"><li><a class="tag" href="#">Mara</a></li>
<li><a class="tag" href="#">Ned</a></li></ul></dd>
<dt class="stats">Stats:</dt><dd class="stats"><dl class="stats"><dt class="words">Words:</dt>
<dd class="words">1,234</dd></dl></dd></dl></div>
<div id="workskin"><div class="preface group"><h2 class="title heading">Low Tide</h2>
<h3 class="byline heading"><a rel="author" href="#">gullwatcher</a></h3>
<div class="summary module"><h3 class="heading">Summary:</h3><blockquote class="userstuff">
<p>Mara finds a boat.</p></blockquote></div>
<div class="notes module"><h3 class="heading">Notes:</h3><p class="jump">(See the end of the work
for <a href="#work_endnotes">more notes</a>.)</p></div></div>
<div id="chapters" role="article"><div class="chapter" id="chapter-1">
<div class="chapter preface group"><h3 class="title"><a href="#">Chapter 1</a>: The Boat</h3>
<div id="notes" class="notes module"><h3 class="heading">Notes:</h3>
<blockquote class="userstuff"><p>Thank you!</p></blockquote></div></div>
<div class="userstuff module" role="article"><h3 class="landmark heading" id="work">Chapter Text
</h3><p>Mara ran.</p><p>She found it.</p></div>
<div class="chapter preface group"><div class="end notes module" id="chapter_1_endnotes">
<h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Rain next.</p></blockquote></div>
</div></div></div></div>
<div id="feedback"><h3>Comments</h3><blockquote class="userstuff"><p>Lovely!</p></blockquote></div>
</div><div id="footer"><p>About</p></div></body></html>"""


def test_a_saved_page_is_story_where_the_site_says_so() -> None:
    document = read(SAVED)
    assert story(document) == ["Chapter 1: The Boat", "Mara ran.", "She found it."]
    roles = {words: role for role, words in paratext(document)}
    assert roles["Low Tide"] == "title"
    assert roles["gullwatcher"] == "author"
    assert roles["Summary: Mara finds a boat."] == "summary"
    assert roles["Notes: Thank you!"] == "author_note"
    assert roles["Notes: Rain next."] == "author_note"
    assert roles["Chapter Text"] == "navigation"
    assert roles["Comments Lovely! About"] == "navigation"


def test_a_saved_page_tells_chapter_and_tags() -> None:
    document = read(SAVED)
    assert [mark.value for mark in document.marks_of("chapter")] == ["Chapter 1: The Boat"]
    assert Tag("Characters", "Ned") in document.metadata.tags
    assert document.metadata.authors == ("gullwatcher",)
