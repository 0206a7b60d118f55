import gzip

import pytest

from evaluation.litbank import document_names, has_paragraphs, load_document

BOOK = """CHAPTER I

Ada Hart, a baker,
rowed to the ferry.

“Wait,” said her brother, “don't go!”

He was wet. She was not.
"""


@pytest.fixture
def with_book(corpus):
    folder = corpus / "litbank-books"
    folder.mkdir()
    (folder / "7_the_ferry.txt.gz").write_bytes(gzip.compress(BOOK.encode()))
    return corpus


def words(document, spans):
    return [document.text[span.start : span.end] for span in spans]


def test_a_book_gives_its_own_text_up_to_the_last_token(with_book):
    document = load_document(with_book, "7")
    assert document.printed == "book"
    assert document.text == BOOK[: BOOK.index(" She was not")]
    assert has_paragraphs(with_book, "7")


def test_without_a_book_the_tokens_become_running_text(corpus):
    document = load_document(corpus, "7")
    assert document.printed == "tokens"
    assert document.text == (
        "CHAPTER I Ada Hart, a baker, rowed to the ferry.\n\n"
        "“Wait,” said her brother, “don't go!”\n\nHe was wet."
    )
    assert not has_paragraphs(corpus, "7")


def test_a_book_with_other_words_is_not_taken(with_book):
    path = with_book / "litbank-books" / "7_the_ferry.txt.gz"
    path.write_bytes(gzip.compress(BOOK.replace("rowed", "sailed").encode()))
    assert load_document(with_book, "7").printed == "tokens"


def test_mentions_are_spans_of_the_book(with_book):
    document = load_document(with_book, "7")
    found = [(text, m.form, m.chain) for text, m in zip(
        words(document, document.mentions), document.mentions, strict=True
    )]  # fmt: skip
    assert found == [
        ("Ada Hart, a baker", "proper", "Ada_Hart-0"),
        ("a baker", "nominal", "T2"),
        ("the ferry", "nominal", "the_ferry-1"),
        ("her brother", "nominal", "her_brother-2"),
        ("her", "pronominal", "Ada_Hart-0"),
        ("He", "pronominal", "her_brother-2"),
    ]


def test_an_apposition_describes_another_mention(corpus):
    (attribute,) = load_document(corpus, "7").attributes
    assert (attribute.kind, attribute.mention_id, attribute.of_id) == ("apposition", "T2", "T1")


def test_entities_nest(with_book):
    document = load_document(with_book, "7")
    assert words(document, document.entities) == [
        "Ada Hart", "a baker", "the ferry", "her brother", "her",
    ]  # fmt: skip


def test_events_are_single_words(with_book):
    document = load_document(with_book, "7")
    assert words(document, document.events) == ["rowed"]


def test_a_cue_inside_a_sentence_joins_two_rows_of_speech(with_book):
    document = load_document(with_book, "7")
    (quotation,) = document.quotations
    assert words(document, quotation.parts) == ["“Wait,”", "“don't go!”"]
    assert (quotation.id, quotation.speaker) == ("Q1", "her_brother-2")


def test_two_speakers_have_two_quotations(corpus, change):
    change("quotations/7_the_ferry.ann", "ATTRIB\tQ2\ther_brother-2", "ATTRIB\tQ2\tAda_Hart-0")
    assert [quotation.id for quotation in load_document(corpus, "7").quotations] == ["Q1", "Q2"]


def test_a_sentence_of_narration_parts_two_quotations(corpus, change):
    for name in ("coref/7_the_ferry.txt", "quotations/7_the_ferry.ann"):
        path = corpus / "litbank" / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("brother , “ do", "brother .\n“ do"), encoding="utf-8")
    change("quotations/7_the_ferry.ann", "Q2\t1\t8\t1\t13", "Q2\t2\t0\t2\t5")
    change("coref/7_the_ferry.ann", "T6\t2\t0\t2\t0", "T6\t3\t0\t3\t0")
    for layer in ("entities", "events"):
        (corpus / "litbank" / layer / "7_the_ferry.tsv").unlink()
    assert len(load_document(corpus, "7").quotations) == 2


def test_a_row_that_lost_its_closing_mark_gets_it_back(corpus, change):
    change("quotations/7_the_ferry.ann", "Q2\t1\t8\t1\t13", "Q2\t1\t8\t1\t12")
    document = load_document(corpus, "7")
    assert words(document, document.quotations[0].parts)[1] == "“don't go!”"


def test_a_document_that_is_not_there_is_named(corpus):
    assert document_names(corpus) == ["7"]
    with pytest.raises(FileNotFoundError, match="document 8"):
        load_document(corpus, "8")
