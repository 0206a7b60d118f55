"""HTML files of no particular kind: what shows, how it is marked, where it stands."""

import contextlib
import random
import re
from collections.abc import Callable

import pytest
from tests.growth import LINEAR, growth

from fabula.errors import BinaryFileError, EmptyStoryError, EncodingError, LimitError
from fabula.sources import html
from fabula.text import Document, Place

Texts = Callable[[Document], list[str]]
Marked = Callable[..., list[str]]


def read(source: str) -> Document:
    return html.read(source.encode(), "kite.html")


def marks(document: Document) -> list[tuple[str, str]]:
    return [(mark.kind, document[mark]) for mark in document.marks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("One.<br>Two.<br><br>Three.", "One.\nTwo.\n\nThree."),
        ("<p>One.</p>\n\n  <p>\n  Two\n  words. </p>", "One.\n\nTwo words."),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\n\xa0\n\nb"),
        ("<p>a</p><p> </p><p></p><p>b</p>", "a\n\nb"),
        ("<p>a</p><p><br></p><p>b</p>", "a\n\n\nb"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "a\n\nb\n\nc\n\nd"),
        ("<q>No <q>way</q></q>", "“No “way””"),
        ("<pre>\na\n  b</pre>", "a\n  b"),
        ("a<wbr>b", "ab"),
        ("<p>H<sub>2</sub>O<ruby>x<rt>y</rt></ruby>", "H2Ox"),
    ],
)
def test_the_text_is_what_shows(source: str, text: str) -> None:
    assert read(source).text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>p { color: red }</style>",
        "<p hidden>x</p>",
        "<p style='display:none'>x</p>",
        "<span style='position:absolute;left:-9999px' aria-hidden='true'>x</span>",
        "<p class='cn9f2'>Taken without permission.</p>",
        "<div class='cn9f2'><p>x</p><p>y<br>z</p></div>",
        "<b class='cn9f2'>x</b>",
        "<select><option>1</option></select>",
        "<textarea><p>x</textarea>",
        "<noscript>Turn on scripts.</noscript>",
        "<span class='pagenum'>[12]</span>",
        "<a epub:type='noteref' href='#n1'>1</a>",
        "<svg><text>x</text></svg>",
        "<!-- x -->",
    ],
)
def test_what_does_not_show_is_not_in_the_text(hidden: str) -> None:
    style = "<style>.cn9f2 { display: none; speak: never }</style>"
    assert read(f"{style}<p>Ann ran{hidden} home.</p>").text.split() == ["Ann", "ran", "home."]


def test_what_is_kept_from_being_read_out_loud_still_shows() -> None:
    assert read("<p>a</p><p aria-hidden='true'>* * *</p>").text == "a\n\n* * *"


def test_hidden_text_and_page_numbers_are_told() -> None:
    document = read("<p>a<i hidden>b</i><span class=pagenum>7</span></p>")
    assert [note.code for note in document.diagnostics] == ["hidden-text", "numbers-left-out"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a <em>b</em>", [("emphasis", "b")]),
        ("<p><i>a<i>b</i></i> c <cite>d</cite>", [("emphasis", "ab"), ("emphasis", "d")]),
        ("<p>a <b>b</b> <strong>c</strong>", [("strong", "b c")]),
        ("<i>a<p>b</i> c", [("emphasis", "a"), ("emphasis", "b")]),
        ("<p><i>a</p><p>b</i></p>", [("emphasis", "a"), ("emphasis", "b")]),
        ("<p style='font-style:italic'>a <span style='font-style:normal'>b</span>",
         [("emphasis", "a")]),
        ("<p><i>a <span style='font-style:normal'>b <i>c</i></span></i>",
         [("emphasis", "a"), ("emphasis", "c")]),
        ("<style>.t7{font-style:italic}</style><p>a <span class=t7>b</span>", [("emphasis", "b")]),
        ("<table><td><i>a<td>b</table>c", [("emphasis", "a")]),
        ("<h2>a</h2>", [("heading", "a")]),
        ("<p>a<p align=center>***", [("centred", "***")]),
        ("<div style='text-align: center'><p>a<p align=left>b", [("centred", "a")]),
        ("<p class='text-center'>a", [("centred", "a")]),
        ("<p class='centrepiece'>a", []),
        ("<table align=center><td>a", []),
        ("<blockquote><p>a<p>b</blockquote>", [("blockquote", "a\n\nb")]),
        ("<pre>a</pre>", [("preformatted", "a")]),
        ("<p>a<hr>b", [("rule", "")]),
        ("<p>a<p><img src='img/scene-break.png'><p>b", [("rule", "")]),
        ("<p>a<p class='section-break'></p><p>b", [("rule", "")]),
        ("<p>a<p><img src='breakfast.png' alt='Breakfast'><p>b", []),
        ("<p>a<p class='pagebreak'></p><p>b", []),
    ],
)  # fmt: skip
def test_marks_say_how_the_text_is_set(source: str, expected: list[tuple[str, str]]) -> None:
    assert marks(read(source)) == expected


def test_a_heading_has_its_level() -> None:
    assert [mark.level for mark in read("<h1>a</h1><h4>b</h4>").marks] == [1, 4]


@pytest.mark.parametrize("group", ["header", "hgroup"])
def test_a_number_and_a_title_in_a_group_are_one_heading(group: str) -> None:
    document = read(f"<section><{group}><h3>IV</h3><p>The Kite</p></{group}><p>It flew.</section>")
    assert [(mark.level, document[mark]) for mark in document.marks] == [
        (3, "IV\n\nThe Kite"),
        (3, "IV"),
    ]


@pytest.mark.parametrize(
    ("group", "headings"),
    [
        ("<p>By the sea</p>", []),
        ("<h2>IV</h2><blockquote><p>Fly!</p></blockquote>", ["IV"]),
    ],
)
def test_other_headers_are_no_heading(group: str, headings: list[str]) -> None:
    document = read(f"<section><header>{group}</header><p>It flew.</section>")
    assert [document[mark] for mark in document.marks_of("heading")] == headings


def test_space_above_a_paragraph_widens_the_gap() -> None:
    source = "<style>.gap { margin-top: 3em }</style><p>a</p><p class=gap>b</p><p>c</p>"
    assert read(source).text == "a\n\n\nb\n\nc"


PROSE = """<!DOCTYPE html>
<html>
<head><title>Kite</title><style>p { margin: 0 }</style></head>
<body class="x > y">
<!-- The <p> of a comment is none -->
<p>Ann &amp; Ben ran  down
   to the harbour; <i>the kite</i>, as Zo&euml; said,<br/>
was &ldquo;ready&rdquo;&#8212;or so.</p>\r
<p title='>'>A<b>gain</b> and a&shy;gain the&nbsp;wind <span>rose</span>.</p>
</body></html>"""


def place_in(source: str, place: Place) -> str:
    """The source from a place on, decoded far enough to compare a word with it."""
    line = re.split(r"\r\n|\n|\r", source)[place.line - 1]
    return line[place.column - 1 :]


def starts_with_word(rest: str, word: str) -> bool:
    entities = {"&": "&amp;", "ë": "&euml;", "“": "&ldquo;", "”": "&rdquo;", "—": "&#8212;"}
    entities |= {"\xad": "&shy;"}
    for letter in word:
        rest = re.sub(r"^(?:</?(?:b|i|span)>)+", "", rest)
        entity = entities.get(letter, letter)
        if rest.startswith(entity):
            rest = rest[len(entity) :]
        elif rest.startswith(letter):
            rest = rest[1:]
        else:
            return False
    return True


def test_every_word_is_found_at_its_place() -> None:
    document = read(PROSE)
    words = list(re.finditer(r"\S+", document.text))
    assert len(words) == 22
    for word in words:
        place = document.place(word.start())
        assert starts_with_word(place_in(PROSE, place), word[0]), (word[0], place)


def test_every_letter_of_a_long_page_is_found_at_its_place() -> None:
    chance = random.Random(3)
    pieces = ["kite ", "<i>wind</i> ", "<p>", "</p>\n", "<br/>\n", "\n   ", "<div class='a'>", "."]
    pieces += ["<!-- no -->", "harbour", "<b>gull", "</b> ", "</div>", " &lt; ", "<hr>"]
    source = "".join(chance.choice(pieces) for _ in range(3000))
    document = read(source)
    lines = source.split("\n")
    letters = [m.start() for m in re.finditer(r"[a-z.]", document.text)]
    assert len(letters) > 3000
    for offset in letters:
        place = document.place(offset)
        assert lines[place.line - 1][place.column - 1] == document.text[offset]


def test_a_declared_encoding_is_used_and_an_asked_one_counts_more() -> None:
    data = "<meta charset='windows-1251'><p>Привет, Anna".encode("cp1251")
    assert html.read(data, "a.html").text == "Привет, Anna"
    assert html.read(data, "a.html", "cp1251").encoding == "cp1251"


def test_the_head_gives_title_author_and_language() -> None:
    document = read(
        "<html lang='en-GB'><title>The\n Kite</title><meta name=Author content='Ann Bell'><p>x"
    )
    assert document.metadata.title == "The Kite"
    assert document.metadata.authors == ("Ann Bell",)
    assert document.metadata.language == "en-GB"


def test_text_without_letters_is_refused() -> None:
    with pytest.raises(EmptyStoryError):
        read("<html><body><img src='a.png'><p>* * *</body></html>")


def test_binary_data_is_refused() -> None:
    with pytest.raises(BinaryFileError):
        html.read(b"<html>" + bytes(range(32)) * 40, "a.html")


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(EncodingError):
        html.read(b"<p>\xff", "a.html", "utf-8")


def test_a_hundred_thousand_levels_still_give_the_text() -> None:
    document = read("<div><i>" * 50_000 + "deep" + "</i></div>" * 50_000 + "<p>after")
    assert document.text == "deep\n\nafter"
    assert [note.code for note in document.diagnostics] == ["too-deep"]


def test_elements_below_the_depth_limit_end_where_they_end() -> None:
    source = "<blockquote>" * 2500 + "in" + "</blockquote>" * 2500 + "<p>out"
    document = read(source)
    assert [mark.end for mark in document.marks_of("blockquote")] == [2] * 2000


HOSTILE = {
    "giant attribute": ('<p class="', "x ", '">y'),
    "many attributes": ("<p ", "a=b ", ">y"),
    "open comments": ("y", "<!--", ""),
    "open quotes": ("y<a ", "='", ">"),
    "open tags": ("y", "<a ", ""),
    "nulls": ("y", "\0", ""),
    "spaces": ("y", " ", "y"),
    "ampersands": ("y", "&", ""),
    "stray ends": ("y", "</b></p></x>", ""),
    "lists in lists": ("<ul><li>" + "<span>" * 1900, "<li></li>", "y"),
    "far ends": ("<b>" + "<i>" * 1900, "</b><b>", "y"),
    "braces": ("<style>", "a{", "</style>y"),
    "css comments": ("<style>", "/*", "</style>y"),
    "styles": ("", "<style>", "</style>y"),
    "line breaks": ("y", "<br>", "y"),
    "contents": ("<a href='#z'>y</a> " * 300 + "<p>", "<a href='#z'>y</a>", "<p id=z>z"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_no_faster_than_the_file(kind: str) -> None:
    before, middle, after = HOSTILE[kind]

    def read(count: int) -> None:
        source = (before + middle * count + after).encode()
        with contextlib.suppress(BinaryFileError, EmptyStoryError, LimitError):
            html.read(source, "a.html")

    assert growth(read, 1_000) < LINEAR


def test_more_tags_than_a_story_has_are_refused() -> None:
    with pytest.raises(LimitError, match="tags, found"):
        read("<b></b>" * 300_000 + "y")
