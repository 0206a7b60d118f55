"""The training data: the file of records, and every document of the corpus where it is at hand."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation import litbank as corpus
from training import augmentation, litbank

BY_HAND = os.environ.get("FABULA_DATA")
needs_data = pytest.mark.skipif(not BY_HAND, reason="FABULA_DATA names no folder with the corpora")
NAMES = corpus.document_names(Path(BY_HAND)) if BY_HAND else []


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def rows(layer: str, name: str) -> Iterator[list[str]]:
    (path,) = Path(BY_HAND or "", "litbank", layer).glob(f"{name}_*.[at][ns][nv]")
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield line.split("\t")


def nested(name: str) -> Iterator[str]:
    """The words of each entity, read from the columns of tags."""
    table = list(rows("entities", name))
    for column in range(1, max(map(len, table))):
        words = ""
        for row in [*table, ["", *["O"] * 9]]:
            tag = row[column] if column < len(row) else "O"
            if words and not tag.startswith("I-"):
                yield letters(words)
                words = ""
            if tag[:2] in {"B-", "I-"}:
                words += row[0]


def test_records_come_back_as_they_were_written(document_with, tmp_path):
    document = document_with(
        "“Row!” cried Ada.", ["ada name Ada"], speech=["“Row!”"], events=["cried"]
    )
    path = tmp_path / "litbank.jsonl"
    litbank.write(path, [document, document])
    assert litbank.read(path) == [document, document]


@needs_data
def test_all_documents_are_there():
    assert sorted((*corpus.TRAINING, *corpus.DEVELOPMENT)) == sorted(NAMES)
    assert len(NAMES) == 80


@needs_data
@pytest.mark.parametrize("name", NAMES)
def test_spans_have_the_letters_of_the_gold_tokens(name):
    document = litbank.with_joined_lines(corpus.load_document(Path(BY_HAND or ""), name))
    text = document.text

    gold = {row[1]: letters(row[6]) for row in rows("coref", name) if row[0] == "MENTION"}
    assert {m.id: letters(text[m.start : m.end]) for m in document.mentions} == gold

    assert sorted(letters(text[e.start : e.end]) for e in document.entities) == sorted(nested(name))

    events = [letters(row[0]) for row in rows("events", name) if row[1] == "EVENT"]
    assert [letters(text[e.start : e.end]) for e in document.events] == events

    parts = [part for quotation in document.quotations for part in quotation.parts]
    spoken = [letters(row[6]) for row in rows("quotations", name) if row[0] == "QUOTE"]
    assert sorted(letters(text[part.start : part.end]) for part in parts) == sorted(spoken)

    tokens = "".join(row[0] for row in rows("events", name))
    assert "".join(text.split()) == tokens


@needs_data
@pytest.mark.parametrize("name", NAMES)
def test_changes_for_modern_prose_keep_spans_on_their_words(name, words_of):
    document = litbank.with_joined_lines(corpus.load_document(Path(BY_HAND or ""), name))
    before = [letters(words) for words in words_of(document)]
    for changed in (
        augmentation.with_asterisks(document, seed=1),
        augmentation.without_capitals(document),
        *(augmentation.with_marks(document, style) for style in ("single", "dash", "straight")),
    ):
        assert [letters(words) for words in words_of(changed)] == before

    renamed = augmentation.with_invented_names(document, seed=1)
    for old, new in zip(words_of(document), words_of(renamed), strict=True):
        assert len(old.split()) == len(new.split())
    they = augmentation.with_singular_they(document, seed=1)
    for old, new in zip(document.mentions, they.mentions, strict=True):
        now = they.text[new.start : new.end]
        assert now == document.text[old.start : old.end] or "the" in now.lower()
