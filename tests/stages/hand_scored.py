"""Scores written by hand, so that a stage can be tested without weights.

Words are looked up in the text: “boat” is the first token of that form, “boat#2” the second.
"""

import numpy as np
from msgspec import structs

from fabula import segmentation
from fabula.encoder.scores import (
    ENTITY_TYPES,
    PARTS_OF_SPEECH,
    RELATIONS,
    Candidates,
    Scores,
)
from fabula.sources import plain


def document_of(text):
    """The text with its tokens."""
    return segmentation.segment(plain.from_text(text))


def row_of(document, word):
    """The row of a token by its form: “boat” the first, “boat#2” the second."""
    form, _, number = word.partition("#")
    rows = [row for row, token in enumerate(document.tokens) if document[token] == form]
    return rows[int(number or 1) - 1]


def scores(document, *, spans=(), events=None, relations=(), tags=None):
    """Scores in which only what is given stands out.

    `spans` are (first word, last word, type, probability), `events` {word: probability},
    `relations` (word, relation, head word), `tags` {word: part of speech}.
    """
    count = len(document.tokens)
    heads = np.arange(count)
    names = np.full(count, RELATIONS.index("ROOT"), dtype=np.uint8)
    for word, relation, head in relations:
        heads[row_of(document, word)] = row_of(document, head)
        names[row_of(document, word)] = RELATIONS.index(relation)
    parts = np.full(count, PARTS_OF_SPEECH.index("X"), dtype=np.uint8)
    for word, tag in (tags or {}).items():
        parts[row_of(document, word)] = PARTS_OF_SPEECH.index(tag)
    happens = np.zeros(count, dtype=np.float32)
    for word, probability in (events or {}).items():
        happens[row_of(document, word)] = probability
    return Scores(
        states=np.zeros((count, 384), dtype=np.float16),
        salience=np.zeros(count, dtype=np.float32),
        events=happens,
        tags=parts,
        heads=heads,
        relations=names,
        scene_starts=np.zeros(len(document.paragraphs), dtype=np.float32),
        candidates=_candidates(document, spans),
    )


def _candidates(document, spans):
    rows = sorted(
        (row_of(document, first), row_of(document, last), ENTITY_TYPES.index(kind), probability)
        for first, last, kind, probability in spans
    )
    first, last, kind, probability = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Candidates(
        first=np.array(first, dtype=np.int64),
        last=np.array(last, dtype=np.int64),
        kind=np.array(kind, dtype=np.uint8),
        probability=np.array(probability, dtype=np.float32),
    )


def any_scores(document, seed):
    """Scores that say anything: every span, head and relation that could be, at random."""
    random = np.random.default_rng(seed)
    count = len(document.tokens)
    first = np.repeat(np.arange(count), 2)
    last = np.minimum(first + random.integers(0, 6, len(first)), count - 1)
    kind = random.integers(0, len(ENTITY_TYPES), len(first)).astype(np.uint8)
    order = np.lexsort((kind, last, first))
    return structs.replace(
        scores(document),
        events=random.random(count, dtype=np.float32),
        tags=random.integers(0, len(PARTS_OF_SPEECH), count).astype(np.uint8),
        heads=random.integers(0, max(count, 1), count),
        relations=random.integers(0, len(RELATIONS), count).astype(np.uint8),
        candidates=Candidates(
            first=first[order],
            last=last[order],
            kind=kind[order],
            probability=random.random(len(first), dtype=np.float32),
        ),
    )
