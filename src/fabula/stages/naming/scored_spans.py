"""The encoder's candidate mentions as spans of the text, each with its likeliest type."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from fabula.encoder.scores import ENTITY_TYPES, PARTS_OF_SPEECH, Candidates, Ints, Scores
from fabula.labels import EntityType, MentionForm
from fabula.lexicon.pronouns import PRONOUNS
from fabula.stages.token_rows import TokenRows
from fabula.text import Span

_PROPER = PARTS_OF_SPEECH.index("PROPN")
_NOUNS = frozenset({_PROPER, PARTS_OF_SPEECH.index("NOUN"), PARTS_OF_SPEECH.index("PRON")})


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

    `told` [tokens] says whether each token belongs to the story. Marks alone are no mention.
    """
    candidates = scores.candidates
    index = _likeliest(candidates)
    index = index[told[candidates.first[index]] & told[candidates.last[index]]]
    heads, tags = scores.heads.tolist(), scores.tags.tolist()
    for first, last, kind, probability in zip(
        candidates.first[index].tolist(),
        candidates.last[index].tolist(),
        candidates.kind[index].tolist(),
        candidates.probability[index].tolist(),
        strict=True,
    ):
        span = rows.span(first, last)
        words = rows.text(span)
        if any(map(str.isalnum, words)):
            head = head_row(heads, tags, first, last)
            form = _form(words, tags[head], alone=first == last)
            yield ScoredSpan(span, head, ENTITY_TYPES[kind], form, probability)


def head_row(heads: Sequence[int], tags: Sequence[int], first: int, last: int) -> int:
    """The token of `first` to `last` whose own syntactic head lies outside of them.

    `heads` and `tags` are as in `Scores`. Of “the old ferryman of Osker” it is “ferryman”. Where
    several hang on words outside, the parser has cut the phrase, and its first noun is taken:
    what follows that is a tail.
    """
    roots = [
        row
        for row in range(first, last + 1)
        if heads[row] < first or heads[row] > last or heads[row] == row
    ]
    return next((row for row in roots if tags[row] in _NOUNS), roots[0] if roots else last)


def _likeliest(candidates: Candidates) -> Ints:
    """[spans]: of each span the index of its likeliest type, in text order."""
    order = np.lexsort((-candidates.probability, candidates.last, candidates.first))
    first, last = candidates.first[order], candidates.last[order]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (first[1:] != first[:-1]) | (last[1:] != last[:-1])
    likeliest: Ints = order[new]
    return likeliest


def _form(words: str, tag: int, *, alone: bool) -> MentionForm:
    if alone and words.lower() in PRONOUNS:
        return "pronominal"
    return "proper" if tag == _PROPER else "nominal"
