import gzip

from training.unlabelled import Block, blocks, clean, gutenberg, standard_ebooks

from fabula import sources

XHTML = """<body>
<section><header><h2>I</h2><p>The Ferry</p></header>
<p>Ada rowed\u2060—\u2060as <em>always</em>. Mr.\u00a0Hart slept.</p>
<hr/>
<p>The boy waved.</p>
</section>
<section><h2>II</h2>
<p>It rained.</p>
</section></body>"""


def test_a_book_is_paragraphs_headings_and_breaks():
    read = sources.read_bytes(XHTML.encode(), "ferry.xhtml")
    assert list(blocks(read)) == [
        Block("heading", "I"),
        Block("heading", "The Ferry"),
        Block("story", "Ada rowed—as always. Mr. Hart slept."),
        Block("break", ""),
        Block("story", "The boy waved."),
        Block("heading", "II"),
        Block("story", "It rained."),
    ]


def test_glyphs_of_a_rule_are_no_paragraph():
    text = "Ada rowed home in the rain.\n\n* * *\n\nThe boy waved from the far bank."
    kinds = [block.kind for block in blocks(sources.read_bytes(text.encode(), "ferry.md"))]
    assert kinds == ["story", "break", "story"]


def test_only_words_stay_of_what_was_printed():
    assert clean("_Row_, she\u200a…\u200a said,\n  and\u00a0rowed.") == "Row, she… said, and rowed."


def written(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()))


def test_every_fourth_book_is_held_out(tmp_path):
    for letter in "abcde":
        written(tmp_path / "standardebooks" / f"{letter}_ferry.xhtml.gz", XHTML)
    found = list(standard_ebooks(tmp_path))
    assert [book.name[0] for book in found if book.held_out] == ["a", "e"]
    assert len(found) == 5


def test_a_book_reads_as_a_plain_file(tmp_path):
    written(tmp_path / "standardebooks" / "a_ferry.xhtml.gz", XHTML)
    (book,) = standard_ebooks(tmp_path)
    assert "\n\n* * *\n\nThe boy waved.\n\nII\n\n" in book.text()


def test_books_of_development_documents_are_left_out(tmp_path):
    text = "Ada rowed home in the rain.\n\nThe boy waved from the far bank.\n"
    for name in ("36_mars", "44_lark"):
        written(tmp_path / "litbank-books" / f"{name}.txt.gz", text)
    written(tmp_path / "standardebooks" / "a_the-scarlet-pimpernel.xhtml.gz", XHTML)
    assert [book.name for book in gutenberg(tmp_path)] == ["44_lark"]
    assert list(standard_ebooks(tmp_path)) == []
