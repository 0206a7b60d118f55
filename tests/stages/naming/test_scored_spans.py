import numpy as np
import pytest
from hand_scored import document_of, row_of, scores

from fabula.stages.naming.scored_spans import head_row, scored_spans
from fabula.stages.token_rows import TokenRows

TEXT = "The old ferryman of Osker lost Wilkin’s lamp, and he’d borrowed it."


@pytest.fixture
def found():
    document = document_of(TEXT)
    given = scores(
        document,
        spans=[
            ("The", "Osker", "PER", 0.9),
            ("Osker", "Osker", "GPE", 0.8),
            ("Osker", "Osker", "PER", 0.3),
            ("Wilkin’s", "lamp", "ITEM", 0.7),
            ("Wilkin’s", "Wilkin’s", "PER", 0.9),
            ("he’d", "he’d", "PER", 0.9),
            ("it", "it", "ITEM", 0.6),
        ],
        relations=[
            ("The", "det", "ferryman"),
            ("old", "amod", "ferryman"),
            ("ferryman", "nsubj", "lost"),
            ("of", "prep", "ferryman"),
            ("Osker", "pobj", "of"),
            ("Wilkin’s", "poss", "lamp"),
            ("lamp", "dobj", "lost"),
        ],
        tags={"Osker": "PROPN", "Wilkin’s": "PROPN", "ferryman": "NOUN"},
    )
    rows = TokenRows(document)
    told = np.ones(len(document.tokens), dtype=bool)
    return document, {document[one.span]: one for one in scored_spans(given, rows, told)}


def test_a_span_is_found_once_with_its_likeliest_type(found):
    _, spans = found
    assert len(spans) == 6
    assert spans["Osker"].type == "GPE"


def test_the_head_is_the_word_that_hangs_on_words_outside(found):
    document, spans = found
    assert spans["The old ferryman of Osker"].head == row_of(document, "ferryman")


def test_possessive_endings_and_contracted_verbs_lie_outside(found):
    _, spans = found
    assert {"Wilkin", "he"} <= set(spans)


def test_names_nouns_and_pronouns_are_told_apart(found):
    _, spans = found
    forms = {words: span.form for words, span in spans.items()}
    assert forms["Wilkin"] == forms["Osker"] == "proper"
    assert forms["The old ferryman of Osker"] == "nominal"
    assert forms["he"] == forms["it"] == "pronominal"


def test_words_outside_the_story_are_left_out():
    document = document_of(TEXT)
    given = scores(document, spans=[("Osker", "Osker", "GPE", 0.9)])
    told = np.ones(len(document.tokens), dtype=bool)
    told[row_of(document, "Osker")] = False
    assert list(scored_spans(given, TokenRows(document), told)) == []


def test_a_phrase_that_the_parser_has_cut_has_its_first_noun_for_its_head():
    document = document_of("The very old ferryman there slept.")
    given = scores(document, tags={"ferryman": "NOUN", "there": "ADV"})
    assert head_row(given.heads, given.tags, 0, 4) == row_of(document, "ferryman")


def test_a_phrase_whose_heads_run_in_a_circle_ends_in_its_head():
    document = document_of("Odo Marr slept.")
    given = scores(document, relations=[("Odo", "conj", "Marr"), ("Marr", "conj", "Odo")])
    assert head_row(given.heads, given.tags, 0, 1) == 1


def test_marks_alone_are_no_mention():
    document = document_of("Odo — slept.")
    given = scores(document, spans=[("—", "—", "PER", 0.9)])
    assert list(scored_spans(given, TokenRows(document), np.ones(4, dtype=bool))) == []
