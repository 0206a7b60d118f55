"""The encoder's candidate mentions as spans of the text, each with its likeliest type."""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from fabula.encoder.scores import ENTITY_TYPES, PARTS_OF_SPEECH, Candidates, Ints, Scores
from fabula.lexicon.pronouns import PRONOUNS
from fabula.stages.token_rows import TokenRows
from fabula.story import EntityType, MentionForm
from fabula.text import Span

_PROPER = PARTS_OF_SPEECH.index("PROPN")
_NOUNS = [_PROPER, PARTS_OF_SPEECH.index("NOUN"), PARTS_OF_SPEECH.index("PRON")]


class ScoredSpan(Struct, frozen=True):
    """Words that may be a mention, and how likely it is.

    `head` is the row of the token that carries the meaning; `probability` that of the likeliest
    type.
    """

    span: Span
    head: int
    type: EntityType
    form: MentionForm
    probability: float


def scored_spans(scores: Scores, rows: TokenRows, told: NDArray[np.bool_]) -> Iterator[ScoredSpan]:
    """The candidates that lie in the story, by first token, then by last; each span once.

    `told` says for each token whether it belongs to the story.
    """
    candidates = scores.candidates
    for index in _likeliest(candidates):
        first, last = int(candidates.first[index]), int(candidates.last[index])
        if not (told[first] and told[last]):
            continue
        span = rows.span(first, last)
        head = head_row(scores, first, last)
        yield ScoredSpan(
            span=span,
            head=head,
            type=ENTITY_TYPES[candidates.kind[index]],
            form=_form(scores, rows, span, head, alone=first == last),
            probability=float(candidates.probability[index]),
        )


def head_row(scores: Scores, first: int, last: int) -> int:
    """The token of `first` to `last` whose own syntactic head lies outside of them.

    Of “the old ferryman of Osker” it is “ferryman”. Where several hang on words outside, the
    parser has cut the phrase, and its first noun is taken: what follows that is a tail.
    """
    inside = scores.heads[first : last + 1]
    roots = (inside < first) | (inside > last) | (inside == np.arange(first, last + 1))
    nouns = roots & np.isin(scores.tags[first : last + 1], _NOUNS)
    found = np.flatnonzero(nouns if nouns.any() else roots)
    return first + int(found[0]) if len(found) else last


def _likeliest(candidates: Candidates) -> Ints:
    """[spans]: of each span the index of its likeliest type, in text order."""
    order = np.lexsort((-candidates.probability, candidates.last, candidates.first))
    first, last = candidates.first[order], candidates.last[order]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (first[1:] != first[:-1]) | (last[1:] != last[:-1])
    likeliest: Ints = order[new]
    return likeliest


def _form(scores: Scores, rows: TokenRows, span: Span, head: int, *, alone: bool) -> MentionForm:
    if alone and rows.text(span).lower() in PRONOUNS:
        return "pronominal"
    return "proper" if scores.tags[head] == _PROPER else "nominal"
