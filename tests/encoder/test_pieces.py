from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula import segmentation
from fabula.encoder import pieces
from fabula.encoder.pieces import (
    INITIAL,
    LOWER,
    MIXED,
    NO_LETTER,
    UPPER,
    paragraph_firsts,
    pieces_of,
)
from fabula.text import Document, Paragraph

DocumentOf = Callable[[str], Document]
MARK = "[unused1]"


def by_paragraph(*paragraphs: str) -> Document:
    """A segmented document of these paragraphs, whatever is in them."""
    text = "\n\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return segmentation.segment(Document(text, "story", "plain", tuple(spans)))


def words(document: Document) -> list[list[str]]:
    """The pieces of each token."""
    entries = list(pieces.vocabulary())
    found = pieces_of(document)
    return [
        [entries[entry] for entry in found.ids[low:high]]
        for low, high in zip(found.first, found.after, strict=True)
    ]


def cases(document: Document) -> list[int]:
    """The case class of the first piece of each token."""
    found = pieces_of(document)
    return found.cases[found.first].tolist()


def test_the_vocabulary_is_that_of_bert() -> None:
    vocabulary = pieces.vocabulary()
    assert len(vocabulary) == 30_522
    assert [vocabulary[word] for word in ("[PAD]", "[UNK]", "[CLS]", "the", "##s")] == [
        0,
        100,
        101,
        1996,
        2015,
    ]
    assert vocabulary[MARK] == pieces.PARAGRAPH_MARK


def test_a_word_is_spelt_from_the_longest_entries() -> None:
    assert words(by_paragraph("Ahoy, Tamsin!")) == [
        ["ah", "##oy"],
        [","],
        ["tam", "##sin"],
        ["!", MARK],
    ]


def test_capitals_and_accents_fall_but_are_remembered_as_case() -> None:
    document = by_paragraph("The CAFÉ, says Tom, is a café.")
    assert words(document)[1] == words(document)[8] == ["cafe"]
    classes = cases(document)
    assert classes[:5] == [INITIAL, UPPER, NO_LETTER, LOWER, INITIAL]
    assert classes[8:] == [LOWER, NO_LETTER]


def test_a_single_capital_is_initial_and_two_are_upper() -> None:
    assert cases(by_paragraph("I II McDonald 4TH 4")) == [INITIAL, UPPER, MIXED, UPPER, NO_LETTER]


def test_every_paragraph_ends_in_a_mark_that_belongs_to_its_last_token() -> None:
    document = by_paragraph("Up we go", "Down again")
    assert words(document) == [["up"], ["we"], ["go", MARK], ["down"], ["again", MARK]]
    assert paragraph_firsts(document).tolist() == [0, 3]


def test_a_word_that_says_mask_is_no_special_piece() -> None:
    assert words(by_paragraph("[MASK] off")) == [["["], ["mask"], ["]"], ["off", MARK]]


def test_a_token_without_a_piece_takes_the_one_before_it() -> None:
    found = pieces_of(by_paragraph("kite \u0301 string", "\u200b"))
    assert found.first.tolist() == [0, 0, 1, 3]
    assert found.after.tolist() == [1, 1, 3, 4]


def test_a_token_without_a_piece_at_the_very_beginning_takes_the_one_after_it() -> None:
    found = pieces_of(by_paragraph("\u0301 kite"))
    assert found.first.tolist() == [0, 0]


def test_a_paragraph_without_tokens_has_no_pieces() -> None:
    document = Document("kite\n\n \n\nstring", "story", "plain", (
        Paragraph(0, 4), Paragraph(6, 7), Paragraph(9, 15)
    ))  # fmt: skip
    segmented = segmentation.segment(document)
    assert paragraph_firsts(segmented).tolist() == [0, -1, 1]
    assert len(pieces_of(segmented).ids) == 4


def test_a_document_without_paragraphs_has_no_pieces() -> None:
    document = Document("", "story", "plain", ())
    found = pieces_of(document)
    for array in (found.ids, found.cases, found.first, found.after, paragraph_firsts(document)):
        assert len(array) == 0


def test_a_line_of_dots_keeps_its_first_pieces_and_the_mark() -> None:
    document = by_paragraph("." * 500, "On")
    assert words(document)[0] == ["."] * (pieces.MOST_PIECES - 1) + [MARK]
    assert words(document)[1] == ["on", MARK]


def test_a_word_of_many_letters_is_one_unknown_piece() -> None:
    assert words(by_paragraph("a" * 5000)) == [["[UNK]", MARK]]


def test_pieces_do_not_depend_on_how_many_paragraphs_are_spelt_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = by_paragraph(*[f"Boat number {number} came home." for number in range(20)])
    whole = pieces_of(document)
    monkeypatch.setattr(pieces, "_BATCH", 3)
    assert np.array_equal(whole.ids, pieces_of(document).ids)
    assert np.array_equal(whole.first, pieces_of(document).first)


ODD = st.text(alphabet="aZé’.…*_😀÷\u0301\u200b\x07 5£ﬁ한字", min_size=1, max_size=80)


@given(st.lists(ODD.filter(lambda text: bool(text.strip())), min_size=1, max_size=4))
def test_every_token_has_a_piece_in_order(paragraphs: list[str]) -> None:
    document = by_paragraph(*(paragraph.strip() for paragraph in paragraphs))
    found = pieces_of(document)
    assert len(found.first) == len(found.after) == len(document.tokens)
    assert (found.first < found.after).all()
    assert (found.after - found.first <= pieces.MOST_PIECES).all()
    assert (np.diff(found.first) >= 0).all()
    assert (np.diff(found.after) >= 0).all()
    assert found.first[0] == 0
    assert found.after[-1] == len(found.ids) == len(found.cases)
    assert (found.ids == pieces.PARAGRAPH_MARK).sum() == len(paragraphs)


@given(st.lists(ODD.filter(lambda text: bool(text.strip())), min_size=1, max_size=3))
def test_a_piece_lies_in_the_token_that_begins_with_it(paragraphs: list[str]) -> None:
    """What a token is spelt as begins with what its own text alone is spelt as, if it stands
    between spaces: then nothing around it can have a say."""
    spaced = " ".join(paragraph.strip() for paragraph in paragraphs)
    document = by_paragraph(spaced)
    spelt = words(document)
    found = pieces_of(document)
    for index, token in enumerate(document.tokens):
        before = document.text[token.start - 1 : token.start]
        behind = document.text[token.end : token.end + 1]
        own = found.first[index] > found.first[index - 1] if index else True
        if before.strip() == behind.strip() == "" and own:
            alone = words(by_paragraph(document[token]))[0]
            assert alone[0] == spelt[index][0] or alone[0] == MARK
