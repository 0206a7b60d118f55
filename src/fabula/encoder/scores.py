"""What the encoder says about a document: numbers for each token, paragraph and span."""

from typing import Any, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from fabula.labels import EntityType

Floats: TypeAlias = NDArray[np.float32]
Halves: TypeAlias = NDArray[np.float16]
Ints: TypeAlias = NDArray[np.int64]
Bytes: TypeAlias = NDArray[np.uint8]

ENTITY_TYPES: tuple[EntityType, ...] = ("PER", "FAC", "GPE", "LOC", "VEH", "ORG", "ITEM")
"""The types of a candidate mention, in the order of the model's output."""

PARTS_OF_SPEECH = tuple(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
)
"""Universal parts of speech (Nivre et al., LREC 2020), in the order of the model's output."""

RELATIONS = tuple(
    "ROOT nsubj nsubjpass dobj dative attr agent prep pobj poss case det amod compound nmod nummod "
    "advmod npadvmod aux auxpass neg mark cc conj appos relcl acl advcl ccomp xcomp pcomp csubj "
    "csubjpass acomp oprd prt expl intj parataxis preconj predet quantmod punct dep meta".split()
)
"""Grammatical relations, in the order of the model's output (the ClearNLP scheme)."""


class Candidates(Struct, frozen=True, eq=False):
    """Spans of tokens that may be mentions, by first token, then by last, then by type.

    A span is listed once for each type whose probability reaches `spans.LEAST_PROBABILITY`.
    All arrays have the length [candidates].
    """

    first: Ints
    """Index of the first token."""
    last: Ints
    """Index of the last token, included."""
    kind: Bytes
    """Index into `ENTITY_TYPES`."""
    probability: Floats
    """How likely it is that the span is a mention of this type."""


class Scores(Struct, frozen=True, eq=False):
    """What one pass of the encoder says about a document.

    Rows are `document.tokens` in order, unless another axis is named. Memory grows with the
    text: 384 half floats and a few numbers for each token, about 90 MB for 100,000 words.
    """

    states: Halves
    """[tokens, 384]: the encoder's last layer at the first word piece of each token."""
    salience: Floats
    """[tokens]: how much a token counts for the meaning of a span around it (a logit)."""
    events: Floats
    """[tokens]: probability that the token names an event that really happens in the story."""
    tags: Bytes
    """[tokens]: index into `PARTS_OF_SPEECH`."""
    heads: Ints
    """[tokens]: index of the token's syntactic head, its own index for the root of a sentence."""
    relations: Bytes
    """[tokens]: index into `RELATIONS`: what the token is to its head."""
    scene_starts: Floats
    """[paragraphs]: probability that a new scene begins with the paragraph."""
    candidates: Candidates
    """Spans that may be mentions."""


Inputs: TypeAlias = dict[str, NDArray[Any]]
"""Arrays by the name of a model's input."""
