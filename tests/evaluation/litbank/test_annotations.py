import pytest

from evaluation.litbank import annotations


def test_tokens_and_sentences_are_counted_through_the_document(corpus):
    marked = annotations.read(corpus / "litbank", "7_the_ferry")
    assert marked.tokens[:3] == ("CHAPTER", "I", "Ada")
    assert [marked.tokens[first] for first in marked.sentences] == ["CHAPTER", "“", "He"]


def test_rows_end_after_their_last_token(corpus):
    marked = annotations.read(corpus / "litbank", "7_the_ferry")
    first = marked.mentions[0]
    assert marked.tokens[first.first : first.end] == ("Ada", "Hart", ",", "a", "baker")


def test_a_layer_without_a_file_is_empty(corpus):
    for path in (corpus / "litbank").rglob("*.tsv"):
        path.unlink()
    marked = annotations.read(corpus / "litbank", "7_the_ferry")
    assert (marked.entities, marked.events) == ((), ())
    assert marked.mentions


def test_files_with_other_tokens_are_refused(corpus, change):
    change("events/7_the_ferry.tsv", "rowed", "sailed")
    with pytest.raises(ValueError, match="expected token 8 to be 'rowed', found 'sailed'"):
        annotations.read(corpus / "litbank", "7_the_ferry")


def test_files_with_fewer_tokens_are_refused(corpus):
    path = corpus / "litbank" / "entities" / "7_the_ferry.tsv"
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:5]), encoding="utf-8")
    with pytest.raises(ValueError, match="expected 31 tokens, found 5"):
        annotations.read(corpus / "litbank", "7_the_ferry")
