"""A document with its sentences and tokens."""

from fabula.segmentation import segment
from fabula.text import Document, Mark, Paragraph, within


def made(text: str, *marks: Mark) -> Document:
    spans, start = [], 0
    for block in text.split("\n\n"):
        spans.append(Paragraph(start, start + len(block)))
        start += len(block) + 2
    return Document(text=text, name="story", format="plain", paragraphs=tuple(spans), marks=marks)


def test_a_heading_is_one_sentence() -> None:
    text = "Chapter I. The Ferry. A Start\n\nIt rained. Ada ran."
    document = segment(made(text, Mark("heading", 0, 29, level=2)))
    assert [document[sentence] for sentence in document.sentences] == [
        "Chapter I. The Ferry. A Start",
        "It rained.",
        "Ada ran.",
    ]


def test_no_sentence_leaves_its_paragraph() -> None:
    document = segment(made("She wrote:\n\nDear Tom"))
    assert [document[sentence] for sentence in document.sentences] == ["She wrote:", "Dear Tom"]


def test_everything_else_of_the_document_is_kept() -> None:
    before = made("It rained.")
    after = segment(before)
    assert after.text == before.text
    assert after.paragraphs == before.paragraphs
    assert [after[token] for token in after.tokens] == ["It", "rained", "."]


def test_tokens_of_a_sentence_can_be_asked_for() -> None:
    document = segment(made("It rained. Ada ran."))
    second = document.sentences[1]
    found = within(document.tokens, second.start, second.end)
    assert [document[token] for token in found] == ["Ada", "ran", "."]
