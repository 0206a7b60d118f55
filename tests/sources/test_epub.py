"""EPUB books in the shapes that programs and archives write."""

import re

import pytest
from epub_builder import epub, nav, ncx, packed, page, point

from fabula.errors import (
    BrokenFileError,
    EmptyStoryError,
    EncryptedFileError,
    LimitError,
)
from fabula.sources import epub as reader
from fabula.text import Document

WIND = page("<h2 id='c1'>Wind</h2><p>Mara held the kite.</p>")
RAIN = page("<h2 id='c2'>Rain</h2><p>It fell&nbsp;down.</p>")


def read(data: bytes) -> Document:
    return reader.read(data, "kite.epub")


def chapters(document: Document) -> list[tuple[str | None, str]]:
    return [(mark.value, document[mark]) for mark in document.marks_of("chapter")]


def paratext(document: Document) -> list[tuple[str | None, str]]:
    return [
        (mark.value, " ".join(document[mark].split())) for mark in document.marks_of("paratext")
    ]


def notes(document: Document) -> list[str]:
    return [note.code for note in document.diagnostics]


def test_pages_are_read_in_reading_order() -> None:
    files = {"b.xhtml": RAIN, "a.xhtml": WIND}
    document = read(epub(files, spine={"a.xhtml": "", "b.xhtml": ""}))
    assert document.text == "Wind\n\nMara held the kite.\n\nRain\n\nIt fell\xa0down."
    assert document.members == ("OEBPS/a.xhtml", "OEBPS/b.xhtml")
    assert document.format == "epub"
    assert document.diagnostics == ()


def test_each_word_is_found_in_its_page() -> None:
    files = {"a.xhtml": WIND, "b.xhtml": RAIN}
    document = read(epub(files))
    for word in re.finditer(r"\w+", document.text):
        place = document.place(word.start())
        assert place.member is not None
        line = files[place.member.removeprefix("OEBPS/")].split("\n")[place.line - 1]
        assert line[place.column - 1 :].startswith(word[0])


def test_the_package_gives_the_metadata() -> None:
    metadata = (
        "<dc:title>The Kite</dc:title><dc:creator>Ann Bell</dc:creator><dc:creator>Bea Ray"
        "</dc:creator><dc:language>en</dc:language><dc:publisher>Gull</dc:publisher>"
        "<dc:subject>Kites</dc:subject>"
    )
    known = read(epub({"a.xhtml": WIND}, metadata)).metadata
    assert (known.title, known.authors) == ("The Kite", ("Ann Bell", "Bea Ray"))
    assert (known.language, known.publisher) == ("en", "Gull")
    assert [(tag.label, tag.value) for tag in known.tags] == [("Subjects", "Kites")]


def test_chapters_start_at_entries_of_the_contents_and_at_fragments() -> None:
    files = {
        "a.xhtml": page("<h2>Wind</h2><p>Mara ran.</p>"),
        "b.xhtml": page(
            "<p>And ran.</p><h2 id='two'>Rain</h2><p>It fell.</p><p id='three'>And so on.</p>"
        ),
        "toc.ncx": ncx(
            point("1. Wind", "a.xhtml") + point("Rain", "b.xhtml#two") + point("3", "b.xhtml#three")
        ),
    }
    document = read(epub(files))
    assert chapters(document) == [("1. Wind", "Wind"), ("Rain", "Rain"), ("3", "")]
    last = document.marks_of("chapter")[-1]
    assert document.text[last.start :] == "And so on."


def test_the_navigation_page_of_epub_3_counts_over_the_old_contents() -> None:
    files = {
        "nav.xhtml": nav(
            "<li><a href='a.xhtml'>One</a></li><li><span>Rest</span><ol><li>"
            "<a href='b%20b.xhtml#c2'>Two</a></li></ol></li>"
        ),
        "a.xhtml": WIND,
        "b b.xhtml": RAIN,
        "toc.ncx": ncx(point("Old", "a.xhtml")),
    }
    assert chapters(read(epub(files))) == [("One", "Wind"), ("Two", "Rain")]


def test_a_part_with_nothing_but_its_heading_is_no_chapter() -> None:
    files = {
        "p.xhtml": page("<h1>Part One</h1><h2>The Harbour</h2>"),
        "a.xhtml": WIND,
        "b.xhtml": RAIN,
        "toc.ncx": ncx(
            point("Part One", "p.xhtml", point("Wind", "a.xhtml") + point("Rain", "b.xhtml"))
        ),
    }
    document = read(epub(files))
    assert chapters(document) == [("Wind", "Wind"), ("Rain", "Rain")]
    assert paratext(document) == [("title", "Part One The Harbour")]


def test_pages_with_headings_are_chapters_where_the_contents_do_not_help() -> None:
    files = {"a.xhtml": WIND, "b.xhtml": RAIN, "toc.ncx": ncx(point("Start", "a.xhtml"))}
    assert chapters(read(epub(files))) == [("Wind", "Wind"), ("Rain", "Rain")]


FRONT = {
    "cover.xhtml": page("<p>Kite</p>", ' epub:type="cover"'),
    "titlepage.xhtml": page(
        "<section epub:type='titlepage'><h1>Kite</h1><p>By Ann Bell</p></section>"
    ),
    "imprint.xhtml": page("<section epub:type='imprint'><p>Made by Bea.</p></section>"),
    "dedication.xhtml": page("<section epub:type='dedication'><p>For Ivo.</p></section>"),
    "toc.xhtml": page("<p>Contents</p><p><a href='a.xhtml'>Wind</a></p>"),
    "a.xhtml": page(
        "<section epub:type='chapter'><h2 epub:type='title'>Wind</h2><blockquote "
        "epub:type='epigraph'><p>Fly!</p></blockquote><p>Mara ran.<a epub:type='noteref' "
        "href='n.xhtml#n1'>1</a></p></section>"
    ),
    "n.xhtml": page("<section epub:type='endnotes'><p id='n1'>1. Fast.</p></section>"),
    "colophon.xhtml": page("<section epub:type='colophon'><p>Typeset in June.</p></section>"),
    "uncopyright.xhtml": page("<section epub:type='copyright-page'><p>Free.</p></section>"),
}


def test_what_is_around_the_story_says_what_it_is() -> None:
    document = read(epub(FRONT, "<dc:title>Kite</dc:title><dc:creator>Ann Bell</dc:creator>"))
    assert paratext(document) == [
        ("title", "Kite Kite"),
        ("author", "By Ann Bell"),
        ("credits", "Made by Bea."),
        ("dedication", "For Ivo."),
        ("contents", "Contents Wind"),
        ("epigraph", "Fly!"),
        ("author_note", "1. Fast."),
        ("credits", "Typeset in June."),
        ("licence", "Free."),
    ]
    assert "Mara ran.\n\n" in document.text


def test_the_guide_of_epub_2_and_entries_with_telling_titles_count_too() -> None:
    files = {
        "f1.xhtml": page("<p>Kite</p>"),
        "f2.xhtml": page("<p>All rights.</p>"),
        "a.xhtml": WIND,
        "z.xhtml": page("<p>Ann lives by the sea.</p>"),
        "toc.ncx": ncx(
            point("Copyright Page", "f2.xhtml")
            + point("Wind", "a.xhtml")
            + point("About the Author", "z.xhtml")
        ),
    }
    guide = '<reference type="cover" href="f1.xhtml"/><reference type="text" href="a.xhtml"/>'
    assert paratext(read(epub(files, guide=guide))) == [
        ("title", "Kite"),
        ("licence", "All rights."),
        ("author_note", "Ann lives by the sea."),
    ]


def test_a_guide_that_calls_the_story_a_cover_is_not_believed() -> None:
    guide = '<reference type="cover" href="a.xhtml"/>'
    assert paratext(read(epub({"a.xhtml": WIND}, guide=guide))) == []


AO3 = {
    "a_split_000.xhtml": page(
        '<div id="preface" class="calibre1"><h2 class="toc-heading" id="calibre_toc_1">Preface</h2>'
        '<p class="message"><b class="calibre2">Low Tide</b><br/>Posted originally on the '
        '<a href="x">Archive of Our Own</a> at http://x.</p><div class="calibre1"><dl class="tags">'
        '<dt class="calibre3">Characters:</dt><dd class="calibre4"><a href="x">Mara</a>, '
        '<a href="x">Ned</a></dd></dl><h1 class="calibre5">Low Tide</h1><div class="byline">by '
        '<a rel="author" href="x">gullwatcher</a></div><p class="calibre6">Summary</p>'
        '<blockquote class="userstuff"><p class="calibre7">A boat.</p></blockquote></div></div>'
    ),
    "a_split_001.xhtml": page(
        '<div id="chapters" class="userstuff"><div class="calibre1"><h2 class="heading" '
        'id="calibre_toc_2">Chapter 1: The Boat</h2><p class="calibre6">Chapter Notes</p>'
        '<blockquote class="userstuff"><p class="calibre7">Thanks!</p></blockquote></div>'
        '<div class="userstuff2"><p class="calibre7">Mara ran.</p></div></div>'
    ),
    "a_split_002.xhtml": page(
        '<div class="calibre"><div class="userstuff2"><p class="calibre7">She rested.</p></div>'
        '<div class="calibre1" id="endnotes1"><p class="calibre6">Chapter End Notes</p>'
        '<blockquote class="userstuff"><p class="calibre7">Rain next.</p></blockquote></div>'
        '<div class="calibre1"><h2 class="heading" id="calibre_toc_3">Chapter 2: Rain</h2></div>'
        '<div class="userstuff2"><p class="calibre7">It fell.</p></div></div>'
    ),
    "a_split_003.xhtml": page(
        '<div id="afterword" class="calibre1"><h2 class="toc-heading" id="calibre_toc_4">Afterword'
        '</h2><p class="message">Please <a href="x">comment</a>!</p></div>'
    ),
    "stylesheet.css": ".toc-heading { display: none } .calibre7 { margin: 1em 0 }",
    "toc.ncx": ncx(
        point("Preface", "a_split_000.xhtml#calibre_toc_1")
        + point("Chapter 1: The Boat", "a_split_001.xhtml#calibre_toc_2")
        + point("Chapter 2: Rain", "a_split_002.xhtml#calibre_toc_3")
        + point("Afterword", "a_split_003.xhtml#calibre_toc_4")
    ),
}


def test_a_download_from_archive_of_our_own_keeps_its_parts_after_conversion() -> None:
    document = read(epub(AO3, "<dc:title>Low Tide</dc:title><dc:subject>Fanworks</dc:subject>"))
    assert chapters(document) == [
        ("Chapter 1: The Boat", "Chapter 1: The Boat"),
        ("Chapter 2: Rain", "Chapter 2: Rain"),
    ]
    assert paratext(document) == [
        ("credits", "Low Tide Posted originally on the Archive of Our Own at http://x."),
        ("tags", "Characters: Mara, Ned"),
        ("title", "Low Tide"),
        ("author", "by gullwatcher"),
        ("summary", "Summary A boat."),
        ("author_note", "Chapter Notes Thanks!"),
        ("author_note", "Chapter End Notes Rain next."),
        ("navigation", "Please comment!"),
    ]
    assert "Mara ran.\n\nShe rested." in document.text
    assert [tag.value for tag in document.metadata.tags] == ["Mara", "Ned", "Fanworks"]


FANFICFARE = {
    "title_page.xhtml": page(
        '<h3><a href="x">Kite</a> by <a href="x">Ann</a></h3><div><b>Language:</b> English<br/>'
        "<b>Characters:</b> Mara, Ned<br/></div>",
        ' class="fff_titlepage"',
    ),
    "log_page.xhtml": page("<h3>Update Log</h3><p>2024</p>", ' class="fff_logpage"'),
    "file0001.xhtml": page(
        '<h3 class="fff_chapter_title">1. Wind</h3><div class="fff_chapter_notes fff_head_notes">'
        "<b>Author's Note:</b><blockquote><p>Hi.</p></blockquote></div><p>Mara ran.</p>",
        ' class="fff_chapter"',
    ),
    "file0002.xhtml": page(
        '<h3 class="fff_chapter_title">2. Rain</h3><p>It fell.</p>', ' class="fff_chapter"'
    ),
    "toc.ncx": ncx(
        point("Title Page", "title_page.xhtml")
        + point("Update Log", "log_page.xhtml")
        + point("1. Wind", "file0001.xhtml")
        + point("2. Rain", "file0002.xhtml")
    ),
}


def test_a_book_of_fanficfare_keeps_notes_and_log_apart() -> None:
    document = read(epub(FANFICFARE, "<dc:title>Kite</dc:title><dc:creator>Ann</dc:creator>"))
    assert chapters(document) == [("1. Wind", "1. Wind"), ("2. Rain", "2. Rain")]
    assert paratext(document) == [
        ("title", "Kite by Ann"),
        ("tags", "Language: English Characters: Mara, Ned"),
        ("credits", "Update Log 2024"),
        ("author_note", "Author's Note: Hi."),
    ]
    assert ("Characters", "Mara, Ned") in [(t.label, t.value) for t in document.metadata.tags]


FICHUB = {
    "introduction.xhtml": page(
        "<h1>Kite</h1><p><b>By: Ann</b></p><p>Words: 9</p><p>Original source: http://x</p>"
    ),
    "chap_1.xhtml": page("<h2>1. Wind</h2><p>1. Wind</p><p>Mara ran.</p>"),
    "chap_2.xhtml": page("<h2>2. Rain</h2><p>It fell.</p>"),
    "nav.xhtml": nav(
        "<li><a href='introduction.xhtml'>Introduction</a></li><li><a href='chap_1.xhtml'>1. Wind"
        "</a></li><li><a href='chap_2.xhtml'>2. Rain</a></li>"
    ),
}


def test_a_book_of_fichub_has_each_title_once() -> None:
    document = read(epub(FICHUB))
    assert chapters(document) == [("1. Wind", "1. Wind"), ("2. Rain", "2. Rain")]
    assert paratext(document) == [
        ("title", "Kite"),
        ("author", "By: Ann"),
        ("tags", "Words: 9 Original source: http://x"),
        ("title", "1. Wind"),
    ]


def test_a_book_of_project_gutenberg_has_its_licence_apart() -> None:
    files = {
        "h.xhtml": page('<section id="pg-header"><p>The Project Gutenberg eBook</p></section>'),
        "a.xhtml": WIND,
        "f.xhtml": page('<section id="pg-footer"><p>Many terms.</p></section>'),
        "toc.ncx": ncx(point("Wind", "a.xhtml#c1")),
    }
    document = read(epub(files))
    assert paratext(document) == [
        ("licence", "The Project Gutenberg eBook"),
        ("licence", "Many terms."),
    ]
    assert chapters(document) == [("Wind", "Wind")]


def test_style_sheets_of_the_book_are_seen() -> None:
    files = {
        "a.xhtml": page(
            '<p class="t">Mara <span class="i">never</span> ran.</p><p class="h">x</p>'
        ),
        "s.css": ".i { font-style: italic } .h { display: none }",
    }
    document = read(epub(files))
    assert document.text == "Mara never ran."
    assert [document[mark] for mark in document.marks_of("emphasis")] == ["never"]


def test_pages_outside_the_reading_order_are_told() -> None:
    document = read(
        epub({"a.xhtml": WIND, "b.xhtml": RAIN}, spine={"a.xhtml": "", "b.xhtml": 'linear="no"'})
    )
    assert document.members == ("OEBPS/a.xhtml",)
    assert notes(document) == ["pages-aside"]


def test_missing_and_remote_pages_are_told() -> None:
    opf = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="lost.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c" href="https://x/c.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="d" href="../../etc/passwd" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/><itemref idref="d"/>'
        "</spine></package>"
    )
    document = read(epub({"a.xhtml": WIND}, extra={"OEBPS/content.opf": opf}))
    assert document.members == ("OEBPS/a.xhtml",)
    assert notes(document) == ["item-missing", "item-not-inside", "item-not-inside"]


def test_a_page_is_read_once_however_often_it_is_listed() -> None:
    opf = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="./a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>'
        + '<itemref idref="a"/><itemref idref="b"/>' * 5000
        + "</spine></package>"
    )
    assert read(epub({"a.xhtml": WIND}, extra={"OEBPS/content.opf": opf})).text.count("Wind") == 1


def test_a_book_without_an_order_is_read_in_that_of_its_list() -> None:
    opf = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        "</manifest><spine/></package>"
    )
    document = read(epub({"a.xhtml": WIND}, extra={"OEBPS/content.opf": opf}))
    assert document.text.startswith("Wind")
    assert notes(document) == ["no-reading-order"]


def test_names_in_another_spelling_are_found() -> None:
    data = packed(
        {
            "meta-inf/CONTAINER.XML": (
                '<container><rootfile full-path="oebps/Content.opf"/></container>'
            ),
            "OEBPS/content.opf": (
                '<package><manifest><item id="a" href="TEXT/Ch%201.xhtml" '
                'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine>'
                "</package>"
            ),
            "OEBPS/text/ch 1.xhtml": WIND,
        }
    )
    assert read(data).members == ("OEBPS/text/ch 1.xhtml",)


def test_pages_that_are_not_well_formed_are_read_like_web_pages() -> None:
    document = read(epub({"a.xhtml": page("<p>Mara &copy; <b>ran<p>It <br>rained & fell")}))
    assert document.text == "Mara © ran\n\nIt\nrained & fell"


ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod
Algorithm="{method}"/><enc:CipherData><enc:CipherReference URI="{path}"/></enc:CipherData>
</enc:EncryptedData></encryption>"""


def locked(path: str, method: str) -> bytes:
    extra = {"META-INF/encryption.xml": ENCRYPTION.format(path=path, method=method)}
    return epub({"a.xhtml": WIND, "f.otf": "x"}, extra=extra)


def test_locked_pages_are_refused() -> None:
    with pytest.raises(EncryptedFileError, match=r"'OEBPS/a\.xhtml' encrypted"):
        read(locked("OEBPS/a.xhtml", "http://www.w3.org/2001/04/xmlenc#aes128-cbc"))


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("OEBPS/f.otf", "http://www.idpf.org/2008/embedding"),
        ("OEBPS/f.otf", "http://www.w3.org/2001/04/xmlenc#aes128-cbc"),
        ("OEBPS/a.xhtml", "http://ns.adobe.com/pdf/enc#RC"),
    ],
)
def test_locked_fonts_keep_nobody_from_reading(path: str, method: str) -> None:
    assert read(locked(path, method)).text.startswith("Wind")


@pytest.mark.parametrize("entity", ['"lol"', 'SYSTEM "file:///etc/passwd"', 'SYSTEM "http://x/y"'])
def test_a_package_that_declares_entities_is_refused(entity: str) -> None:
    opf = f"<!DOCTYPE package [<!ENTITY x {entity}>]><package><metadata>&x;</metadata></package>"
    with pytest.raises(BrokenFileError, match="entities of its own"):
        read(epub({"a.xhtml": WIND}, extra={"OEBPS/content.opf": opf}))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 and nothing more", "damaged or truncated"),
        (epub({"a.xhtml": WIND})[:-40], "damaged or truncated"),
        (packed({"a.txt": "x"}), "without a package file"),
        (packed({"META-INF/container.xml": "<container/>"}), "without a package file"),
        (packed({"a.opf": ""}), "expected XML in 'a.opf'"),
    ],
)
def test_broken_books_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(BrokenFileError, match=message):
        read(data)


def test_a_damaged_page_is_refused() -> None:
    data = bytearray(epub({"a.xhtml": page("<p>Mara ran.</p>" * 200)}))
    where = data.index(b"OEBPS/a.xhtml") + 30
    data[where : where + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(BrokenFileError, match=r"OEBPS/a\.xhtml"):
        read(bytes(data))


@pytest.mark.parametrize("body", ["<img src='a.png'/>", "<svg><text>x</text></svg>", "<p> </p>"])
def test_a_book_of_pictures_is_refused(body: str) -> None:
    with pytest.raises(EmptyStoryError, match="pictures cannot be read"):
        read(epub({"a.xhtml": page(body)}))


def test_a_page_that_unpacks_too_far_is_refused() -> None:
    bomb = page("<p>" + "a" * 3_000_000 + "</p>")
    with pytest.raises(LimitError, match=r"OEBPS/a\.xhtml"):
        read(epub({"a.xhtml": bomb}))
