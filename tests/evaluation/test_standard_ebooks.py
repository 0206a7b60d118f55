import gzip

import pytest
from evaluation.figures import NotMeasured
from evaluation.standard_ebooks import held_out, read_hidden

BOOK = """<body><section><h2>I</h2><p>Ada rowed out.</p><p>She sang.</p><hr/>
<p>The mill stood still.</p><p>Tom slept.</p></section>
<section><h2>II</h2><p>Morning came.</p><p>They ate plums.</p></section></body>"""


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "standardebooks"
    folder.mkdir()
    for name in "abcdefghi":
        (folder / f"{name}.xhtml.gz").write_bytes(gzip.compress(BOOK.encode()))
    return tmp_path


def test_every_fourth_book_is_held_out(data):
    assert [path.name[0] for path in held_out(data)] == ["a", "e", "i"]


def test_a_folder_without_books_is_not_measured(tmp_path):
    with pytest.raises(NotMeasured, match="no books"):
        held_out(tmp_path)


def test_breaks_are_hidden_and_remembered(data):
    book = read_hidden(held_out(data)[0])
    words = [book.document[each] for each in book.document.paragraphs]
    assert [words[index] for index in sorted(book.starts)] == ["The mill stood still."]
    assert not book.document.marks_of("rule")
    assert book.document.tokens


def test_nobody_is_asked_about_headings_and_what_follows_them(data):
    book = read_hidden(held_out(data)[0])
    words = [book.document[book.document.paragraphs[index]] for index in book.asked]
    assert words == ["She sang.", "The mill stood still.", "Tom slept.", "They ate plums."]
