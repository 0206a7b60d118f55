"""DOCX files: manuscripts with changes, comments, headings and everything that Word puts in."""

import pytest
from docx_builder import centred, docx, paragraph, part, run, styled
from epub_builder import packed

from fabula.errors import BrokenFileError, EmptyStoryError, LimitError
from fabula.sources import docx as reader
from fabula.sources import docx_body
from fabula.text import Document


def read(*content: str, **parts: str) -> Document:
    return reader.read(docx(*content, **parts), "kite.docx")


def marks(document: Document) -> list[tuple[str, str]]:
    return [(mark.kind, document[mark]) for mark in document.marks]


def notes(document: Document) -> list[str]:
    return [note.code for note in document.diagnostics]


def test_paragraphs_runs_and_emphasis() -> None:
    document = read(
        paragraph(
            "Mara ", run("nev", "<w:i/>"), run("er", "<w:i/>"), " ran. ", run("No", "<w:b/>")
        ),
        paragraph("Ned", run("<!-- -->", '<w:i w:val="0"/>'), " did."),
    )
    assert document.text == "Mara never ran. No\n\nNed did."
    assert marks(document) == [("emphasis", "never"), ("strong", "No")]
    assert document.format == "docx"


def test_underlining_is_emphasis_but_for_links() -> None:
    underlined = run("this", '<w:u w:val="single"/>')
    document = read(paragraph(underlined, " is ", f"<w:hyperlink>{underlined}</w:hyperlink>"))
    assert document.text == "this is this"
    assert [(mark.start, mark.end) for mark in document.marks] == [(0, 4)]


def test_changes_are_accepted() -> None:
    document = read(
        paragraph(
            "Mara ",
            f"<w:del>{run('walked')}</w:del>",
            f"<w:ins>{run('ran')}</w:ins>",
            f"<w:moveFrom>{run(' home')}</w:moveFrom>",
            f"<w:moveTo>{run(' away')}</w:moveTo>",
            ".",
        ),
        paragraph("It fl", properties="<w:rPr><w:del/></w:rPr>"),
        paragraph("ew."),
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>Gone.</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl>",
    )
    assert document.text == "Mara ran away.\n\nIt flew."
    assert notes(document) == ["changes-accepted"]


def test_wrappers_of_word_are_looked_into() -> None:
    tagged = f"<w:smartTag>{run('Mara')}</w:smartTag>"
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    document = read(
        f"<w:sdt><w:sdtContent>{paragraph(tagged, ' ran.')}</w:sdtContent></w:sdt>",
        paragraph(f"<w:fldSimple>{run('It')}</w:fldSimple>", code, " flew."),
    )
    assert document.text == "Mara ran.\n\nIt flew."


def test_hidden_text_and_pictures_are_left_out_and_told() -> None:
    document = read(
        paragraph("Mara", run(" secretly", "<w:vanish/>"), " ran.", "<w:r><w:drawing/></w:r>"),
        styled("Hidden too", "Ghost"),
        styles='<w:style w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    assert document.text == "Mara ran."
    assert notes(document) == ["hidden-text", "pictures-left-out"]


def test_characters_that_word_has_elements_for() -> None:
    content = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:sym/></w:r>"
    )
    assert read(paragraph(content)).text == "a b\u2011c\n•"


def test_headings_by_style_by_base_and_by_outline() -> None:
    document = read(
        styled("One", "Heading1"),
        styled("Two", "Mine"),
        paragraph("Three", properties='<w:outlineLvl w:val="2"/>'),
        paragraph("Text.", properties='<w:outlineLvl w:val="9"/>'),
        styles=(
            '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
            '<w:style w:styleId="Mine"><w:name w:val="Chapter"/><w:basedOn w:val="H2"/></w:style>'
        ),
    )
    assert [(mark.level, document[mark]) for mark in document.marks_of("heading")] == [
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
    ]


def test_title_contents_and_quotes_by_style() -> None:
    document = read(styled("Kite", "Title"), styled("Wind 1", "TOC1"), styled("Fly!", "Quote"))
    assert [(mark.kind, mark.value, document[mark]) for mark in document.marks] == [
        ("paratext", "title", "Kite"),
        ("paratext", "contents", "Wind 1"),
        ("blockquote", None, "Fly!"),
    ]


def test_page_breaks_and_drawn_lines_are_rules() -> None:
    border = '<w:pBdr><w:bottom w:val="single"/><w:top w:val="nil"/></w:pBdr>'
    document = read(
        paragraph("One."),
        paragraph('<w:r><w:br w:type="page"/></w:r>'),
        paragraph("Two.", properties="<w:sectPr/>"),
        paragraph("Three.", properties="<w:pageBreakBefore/>"),
        paragraph("Four.", properties=border),
        paragraph("Five.", properties='<w:sectPr><w:type w:val="continuous"/></w:sectPr>'),
        paragraph("Six."),
    )
    assert document.text == "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix."
    offsets = [document.text.index(word) - 1 for word in ("Two", "Three", "Five")]
    assert [mark.start for mark in document.marks_of("rule")] == offsets


def test_empty_paragraphs_widen_the_gap() -> None:
    assert read(paragraph("a"), paragraph(), paragraph("b"), paragraph("c")).text == "a\n\n\nb\n\nc"


def test_a_scene_mark_in_the_middle() -> None:
    assert marks(read(paragraph("a"), centred("#"), paragraph("b"))) == [("centred", "#")]


def test_comments_are_marks_on_what_they_are_about() -> None:
    document = read(
        paragraph("Mara ", '<w:commentRangeStart w:id="1"/>', "ran",
                  '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>', "."),
        '<w:commentRangeStart w:id="2"/>',
        paragraph("It flew."),
        paragraph("It fell."),
        '<w:commentRangeEnd w:id="2"/>',
        paragraph("Why?", '<w:r><w:commentReference w:id="3"/></w:r>', " Because."),
        comments=(
            '<w:comment w:id="1"><w:p><w:r><w:t>Walked?</w:t></w:r></w:p></w:comment>'
            '<w:comment w:id="2"><w:p><w:r><w:t>Slow.</w:t></w:r></w:p><w:p><w:r><w:t>Cut.</w:t>'
            '</w:r></w:p></w:comment><w:comment w:id="3"><w:p/></w:comment>'
            '<w:comment w:id="4"><w:p/></w:comment>'
        ),
    )  # fmt: skip
    assert [(mark.value, document[mark]) for mark in document.marks_of("comment")] == [
        ("Walked?", "ran"),
        ("Slow.\nCut.", "It flew.\n\nIt fell."),
        ("", "Why?"),
    ]
    assert "Walked" not in document.text
    assert notes(document) == ["comments-left-out"]


def test_footnotes_come_after_the_story_as_paratext() -> None:
    document = read(
        paragraph("It flew.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="2">{paragraph("High.")}</w:footnote>',
    )
    assert document.text == "It flew.\n\nHigh."
    assert [(mark.value, document[mark]) for mark in document.marks] == [("author_note", "High.")]
    assert str(document.place(10)) == "word/footnotes.xml:1:1"
    assert notes(document) == ["numbers-left-out"]


def test_text_in_a_box_comes_after_its_paragraph_and_once() -> None:
    box = f"<w:txbxContent>{paragraph('Dear Mara')}</w:txbxContent>"
    choice = f"<x:Choice xmlns:x='m'><w:drawing>{box}</w:drawing></x:Choice>"
    fallback = f"<x:Fallback xmlns:x='m'><w:pict>{box}</w:pict></x:Fallback>"
    content = f"<w:r><x:AlternateContent xmlns:x='m'>{choice}{fallback}</x:AlternateContent></w:r>"
    document = read(paragraph("She ", content, "read."), paragraph("The end."))
    assert document.text == "She read.\n\nDear Mara\n\nThe end."
    assert [document.place(offset).line for offset in (0, 11, 22)] == [1, 2, 3]


def test_a_place_is_a_paragraph_and_a_character_in_it() -> None:
    document = read(paragraph("a"), paragraph(), paragraph("It  ", run("flew", "<w:i/>"), "."))
    place = document.place(document.text.index("flew"))
    assert (place.member, place.line, place.column) == ("word/document.xml", 3, 5)


def test_the_properties_give_title_and_author() -> None:
    core = "<dc:title>Kite</dc:title><dc:creator>Ann Bell</dc:creator>"
    metadata = read(paragraph("a"), core=core).metadata
    assert (metadata.title, metadata.authors) == ("Kite", ("Ann Bell",))


MANUSCRIPT = (
    paragraph("Ann Bell", "<w:r><w:tab/></w:r>", "about 4,200 words"),
    paragraph("1 Harbour Lane"),
    paragraph(),
    centred("Kite"),
    centred("by Ann Bell"),
    paragraph("Mara ran."),
    centred("#"),
    paragraph("It flew."),
    centred("END"),
)


def test_the_head_of_a_manuscript_is_paratext() -> None:
    document = read(*MANUSCRIPT)
    assert [
        (mark.value, " ".join(document[mark].split())) for mark in document.marks_of("paratext")
    ] == [
        ("author", "Ann Bell about 4,200 words"),
        ("author", "1 Harbour Lane"),
        ("title", "Kite"),
        ("author", "by Ann Bell"),
        ("navigation", "END"),
    ]
    assert (document.metadata.title, document.metadata.authors) == ("Kite", ("Ann Bell",))


def test_a_story_without_a_count_of_words_has_no_such_head() -> None:
    assert read(*MANUSCRIPT[1:]).marks_of("paratext") == ()


def test_the_main_part_may_have_another_name() -> None:
    data = packed(
        {
            "_rels/.rels": '<R><r Type="x/officeDocument" Target="/word/document2.xml"/></R>',
            "word/document2.xml": part("document", paragraph("Mara ran.")),
        }
    )
    assert reader.read(data, "a.docx").members == ("word/document2.xml",)


def test_nothing_outside_the_file_is_followed() -> None:
    rels = (
        '<R><r Type="x/officeDocument" Target="word/document.xml"/></R>',
        '<R><r Type="x/comments" TargetMode="External" Target="file:///etc/passwd"/>'
        '<r Type="x/footnotes" Target="../../etc/passwd"/></R>',
    )
    data = packed(
        {
            "_rels/.rels": rels[0],
            "word/_rels/document.xml.rels": rels[1],
            "word/document.xml": part("document", paragraph("Mara ran.")),
        }
    )
    assert reader.read(data, "a.docx").text == "Mara ran."


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<w:p>", "expected XML in 'word/document.xml'"),
        ("", "expected XML in"),
        ('<!DOCTYPE x [<!ENTITY l "lol">]><w:p>&l;</w:p>', "a document type"),
    ],
)
def test_damaged_parts_are_refused(body: str, message: str) -> None:
    with pytest.raises(BrokenFileError, match=message):
        reader.read(packed({"word/document.xml": body}), "a.docx")


def test_an_archive_that_is_no_document_is_refused() -> None:
    with pytest.raises(BrokenFileError, match="without 'word/document"):
        reader.read(packed({"a.xml": "<a/>"}), "a.docx")


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(EmptyStoryError):
        read(paragraph())


def test_a_document_that_unpacks_too_far_is_refused() -> None:
    with pytest.raises(LimitError):
        read(paragraph("a" * 3_000_000))


def test_halves_of_letters_are_replaced() -> None:
    assert read(paragraph("a&#xD83D;b")).text == "a\ufffdb"


def test_tables_deep_in_tables_are_read_or_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + paragraph("in") + "</w:tc></w:tr></w:tbl>" * 60
    assert read(deep).text == "in"
    with pytest.raises(BrokenFileError, match="depth"):
        read("<w:tbl><w:tr><w:tc>" * 400 + paragraph("in") + "</w:tc></w:tr></w:tbl>" * 400)


def test_more_paragraphs_than_a_story_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_body, "MAX_PARAGRAPHS", 2)
    assert read(paragraph(), paragraph("a")).text == "a"
    with pytest.raises(LimitError, match="at most 2 paragraphs"):
        read(paragraph(), paragraph("a"), paragraph("b"))
