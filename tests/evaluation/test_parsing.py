import numpy as np
import pytest
from evaluation.figures import Counts
from evaluation.parsing import align, baseline_arcs, compare_scores, figures, gold_arcs
from evaluation.universal_dependencies import ParsedText, Word

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Candidates, Scores


def parsed(text, *rows):
    """A text with words of (form, tag, head, relation), looked for one after the other."""
    words, offset = [], 0
    for form, tag, head, relation in rows:
        start = text.index(form, offset)
        offset = start + len(form)
        words.append(Word(start, offset, tag, head, relation))
    return ParsedText("made up", text, tuple(words))


def scores_of(*rows):
    """Scores of tokens with (tag, head, relation)."""
    empty = np.empty(0, dtype=np.float32)
    none = np.empty(0, dtype=np.int64)
    return Scores(
        states=np.empty((len(rows), 0), dtype=np.float16),
        salience=empty,
        events=empty,
        tags=np.array([PARTS_OF_SPEECH.index(row[0]) for row in rows], dtype=np.uint8),
        heads=np.array([row[1] for row in rows]),
        relations=np.array([RELATIONS.index(row[2]) for row in rows], dtype=np.uint8),
        scene_starts=empty,
        candidates=Candidates(none, none, np.empty(0, dtype=np.uint8), empty),
    )


FERRY = parsed(
    "Ada didn't wave her hat.",
    ("Ada", "PROPN", 3, "nsubj"),
    ("did", "AUX", 3, "aux"),
    ("n't", "PART", 3, "advmod"),
    ("wave", "VERB", 3, "root"),
    ("her", "PRON", 5, "nmod:poss"),
    ("hat", "NOUN", 3, "obj"),
    (".", "PUNCT", 3, "punct"),
)


def test_a_token_stands_for_the_first_word_whose_head_lies_outside():
    aligned = align(FERRY)
    assert aligned.token_of == [0, 1, 1, 2, 3, 4, 5]
    assert aligned.word_of == {0: 0, 1: 1, 2: 3, 3: 4, 4: 5, 5: 6}


def test_gold_arcs_are_named_in_tokens():
    assert list(gold_arcs(align(FERRY))) == [(0, 2, "nsubj"), (4, 2, "obj")]


def test_tags_and_arcs_of_the_encoder_are_counted():
    compared = compare_scores(
        align(FERRY),
        scores_of(
            ("PROPN", 2, "nsubj"),
            ("AUX", 2, "aux"),
            ("VERB", 2, "ROOT"),
            ("DET", 4, "poss"),
            ("NOUN", 1, "dobj"),
            ("PUNCT", 2, "punct"),
        ),
    )
    assert (compared.tags_right, compared.scored, compared.words) == (5, 6, 7)
    assert compared.arcs["nsubj"] == Counts(1, 1, 1)
    assert compared.arcs["obj"] == Counts(0, 1, 1)
    values = figures([compared])
    assert values["tags_accuracy"] == pytest.approx(100 * 5 / 6)
    assert values["arcs_f1"] == pytest.approx(50)


def test_predicates_with_a_copula_are_compared_on_neither_side():
    tall = parsed(
        "Ada was tall",
        ("Ada", "PROPN", 2, "nsubj"),
        ("was", "AUX", 2, "cop"),
        ("tall", "ADJ", 2, "root"),
    )
    compared = compare_scores(
        align(tall), scores_of(("PROPN", 1, "nsubj"), ("AUX", 1, "ROOT"), ("ADJ", 1, "acomp"))
    )
    assert compared.arcs["nsubj"] == Counts(0, 0, 0)


def test_the_baseline_takes_the_nearest_nouns():
    assert set(baseline_arcs(align(FERRY))) == {(0, 2, "nsubj"), (3, 2, "obj")}


def test_the_baseline_knows_a_passive_by_its_be_and_stays_in_its_sentence():
    text = parsed(
        "Ada was seen. Tom sang.",
        ("Ada", "PROPN", 2, "nsubj:pass"),
        ("was", "AUX", 2, "aux:pass"),
        ("seen", "VERB", 2, "root"),
        (".", "PUNCT", 2, "punct"),
        ("Tom", "PROPN", 5, "nsubj"),
        ("sang", "VERB", 5, "root"),
        (".", "PUNCT", 5, "punct"),
    )
    assert list(baseline_arcs(align(text))) == [(0, 2, "nsubj:pass"), (4, 5, "nsubj")]
