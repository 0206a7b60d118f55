import numpy as np
import pytest

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Candidates, Scores
from fabula.segmentation import segment
from fabula.sources import plain
from fabula.stages.linking.syntax import NOWHERE, SyntaxReader


def reader_of(text, *rows):
    """The text read with these tags, relations and heads, one for each token."""
    document = segment(plain.from_text(text))
    assert len(document.tokens) == len(rows)
    count = len(rows)
    empty = np.zeros(count, np.float32)
    none = Candidates(*(np.zeros(0, kind) for kind in (np.int64, np.int64, np.uint8, np.float32)))
    scores = Scores(
        states=np.zeros((count, 384), np.float16),
        salience=empty,
        events=empty,
        tags=np.array([PARTS_OF_SPEECH.index(tag) for tag, _, _ in rows], np.uint8),
        heads=np.array([head for _, _, head in rows]),
        relations=np.array([RELATIONS.index(name) for _, name, _ in rows], np.uint8),
        scene_starts=np.zeros(len(document.paragraphs), np.float32),
        candidates=none,
    )
    return text, SyntaxReader(document, scores)


@pytest.fixture
def hugging():
    return reader_of(
        "Tom and Ines waved and hugged her.",
        ("PROPN", "nsubj", 3),
        ("CCONJ", "cc", 0),
        ("PROPN", "conj", 0),
        ("VERB", "ROOT", 3),
        ("CCONJ", "cc", 3),
        ("VERB", "conj", 3),
        ("PRON", "dobj", 5),
        ("PUNCT", "punct", 3),
    )


def test_a_verb_without_a_subject_is_in_the_clause_of_the_one_before(hugging):
    text, reader = hugging
    tom, her = reader.read(text.index("Tom")), reader.read(text.index("her"))
    assert (tom.role, her.role) == ("subject", "object")
    assert tom.clause == her.clause == 3


def test_names_joined_by_and_have_the_same_part(hugging):
    text, reader = hugging
    assert reader.read(text.index("Ines")) == reader.read(text.index("Tom"))


def test_a_verb_with_its_own_subject_is_another_clause():
    text, reader = reader_of(
        "Tom waved, and Ines saw him.",
        ("PROPN", "nsubj", 1),
        ("VERB", "ROOT", 1),
        ("PUNCT", "punct", 1),
        ("CCONJ", "cc", 1),
        ("PROPN", "nsubj", 5),
        ("VERB", "conj", 1),
        ("PRON", "dobj", 5),
        ("PUNCT", "punct", 1),
    )
    assert reader.read(text.index("him")).clause == reader.read(text.index("Ines")).clause
    assert reader.read(text.index("him")).clause != reader.read(text.index("Tom")).clause


def test_a_word_by_itself_is_in_no_clause():
    _, reader = reader_of("Tom!", ("PROPN", "ROOT", 0), ("PUNCT", "punct", 0))
    assert reader.read(0).clause == NOWHERE
