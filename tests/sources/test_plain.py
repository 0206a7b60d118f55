"""Plain text."""

from collections.abc import Callable

from fabula.sources import plain
from fabula.text import Document


def test_paragraphs_marks_and_places_are_found(marked: Callable[..., list[str]]) -> None:
    text = "The Kite by Ann Bell\r\nDisclaimer: the gulls are their own.\r\n\r\n*Up!* it said.\r\n"
    document = plain.read(text.encode("utf-8-sig"), "kite.txt")
    assert document.text == text
    assert document.encoding == "utf-8-sig"
    assert [document[span] for span in document.paragraphs] == [
        "The Kite by Ann Bell",
        "Disclaimer: the gulls are their own.",
        "*Up!* it said.",
    ]
    assert marked(document, "emphasis") == ["*Up!*"]
    assert str(document.place(document.paragraphs[2].start)) == "4:1"


def test_text_already_decoded_is_read_the_same_way() -> None:
    document = plain.from_text("“Ready?”\n\nShe was.")
    assert [(span.start, span.end) for span in document.paragraphs] == [(0, 8), (10, 18)]
    assert (document.name, document.format, document.encoding) == ("story.txt", "plain", "utf-8")


def test_emphasis_reaches_over_a_soft_line_end(marked: Callable[..., list[str]]) -> None:
    text = (
        "The ferry came in late that evening, and *nobody, not even\n"
        "the harbour master,* was on the pier to meet it or to see\n"
        "who came ashore.\n"
    )
    assert marked(plain.from_text(text), "emphasis") == ["*nobody, not even the harbour master,*"]


def test_a_blank_look_is_no_paragraph(shown: Callable[[Document], list[str]]) -> None:
    document = plain.from_text("One.\n\xa0\n\u200b\n\ufeff\nTwo.\n\x1a")
    assert shown(document) == ["One.", "Two."]


def test_an_old_mac_file_is_read() -> None:
    data = "“It’s late,” said Zoë.\rShe left…\r".encode("mac_roman")
    document = plain.read(data, "mac")
    assert document.text.startswith("“It’s late,” said Zoë.")
    assert len(document.paragraphs) == 2
    assert document.place(document.paragraphs[1].start).line == 2
    assert [note.code for note in document.diagnostics] == ["encoding-assumed"]
