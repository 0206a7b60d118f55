import gzip

import pytest
from evaluation.litbank import document_names, has_paragraphs, load_document

SENTENCES = "Ada rowed .\n“ Wait , ” said her brother , “ do n't go . ”\n"
ROWS = (
    "MENTION\tT1\t0\t0\t0\t0\tAda\tPER\tPROP\n"
    "MENTION\tT2\t1\t5\t1\t6\ther brother\tPER\tNOM\n"
    "COREF\tT1\tAda-0\n"
)


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "litbank" / "coref"
    folder.mkdir(parents=True)
    (folder / "7_the_ferry.txt").write_text(SENTENCES, encoding="utf-8")
    (folder / "7_the_ferry.ann").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_tokens_become_running_text(data):
    document = load_document(data, "7")
    assert document.text == "Ada rowed.\n\n“Wait,” said her brother, “don't go.”"


def test_mentions_lie_where_their_words_are(data):
    document = load_document(data, "7")
    found = [(document.text[m.start : m.end], m.form, m.chain) for m in document.mentions]
    assert found == [("Ada", "proper", "Ada-0"), ("her brother", "nominal", "T2")]


def test_the_book_tells_the_paragraphs(data):
    book = "The Ferry\n\nAda rowed. “Wait,”\nsaid her brother, “don't go.”\n"
    (data / "litbank-books").mkdir()
    (data / "litbank-books" / "7_the_ferry.txt.gz").write_bytes(gzip.compress(book.encode()))
    assert has_paragraphs(data, "7")
    assert "\n" not in load_document(data, "7").text


def test_a_document_that_is_not_there_is_named(data):
    assert document_names(data) == ["7"]
    with pytest.raises(FileNotFoundError, match="document 8"):
        load_document(data, "8")
