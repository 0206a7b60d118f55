"""The verb of a cue: which words introduce a quotation, and when they only look as if they did."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from fabula.lexicon.cue_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from fabula.lexicon.speech_verbs import (
    EXPRESSIVE_VERBS,
    PHRASAL_PARTICLES,
    SPEECH_BASES,
    SPEECH_PARTICIPLES,
    SPEECH_VERBS,
    THINKING_VERBS,
)
from fabula.stages.speaking.clauses import Piece, is_adverb, is_content

CueKind = Literal["speech", "thinking", "expressive"]

PERCEIVING = frozenset({"heard", "hears", "hear", "made", "makes", "let", "lets", "hearing"})
"""Verbs whose object speaks: “they heard her say”."""

_BEING = frozenset({"was", "were", "been", "being", "is", "are", "be"})


class CueVerb(Struct, frozen=True):
    """A verb that introduces words, at piece `index`; `last` is its particle's place or its own."""

    index: int
    last: int
    kind: CueKind


def verb_at(pieces: Sequence[Piece], index: int, *, expressive: bool = False) -> CueVerb | None:
    """The verb of speech or thought that begins at `index`.

    `expressive` lets acts count that may stand for one: shrugged, smiled.
    """
    if index >= len(pieces) or pieces[index].mention is not None:
        return None
    word = pieces[index].word
    following = pieces[index + 1].word if index + 1 < len(pieces) else ""
    if following in PHRASAL_PARTICLES.get(word, ()):
        return CueVerb(index, index + 1, "speech")
    kind: CueKind
    if word in SPEECH_VERBS:
        kind = "speech"
    elif word in THINKING_VERBS:
        kind = "thinking"
    elif expressive and word in EXPRESSIVE_VERBS:
        kind = "expressive"
    else:
        return None
    return CueVerb(index, index, kind)


def has_auxiliary(pieces: Sequence[Piece], index: int) -> bool:
    """Whether “had”, “was” or the like stands in front of the verb, adverbs apart."""
    before = _over_adverbs(pieces, index)
    return before >= 0 and pieces[before].word in AUXILIARIES


def is_passive(pieces: Sequence[Piece], index: int) -> bool:
    """“was told”, “were asked”: the subject is the one spoken to."""
    before = _over_adverbs(pieces, index)
    being = before >= 0 and pieces[before].word in _BEING
    return being and pieces[index].word not in SPEECH_PARTICIPLES


def _over_adverbs(pieces: Sequence[Piece], index: int) -> int:
    index -= 1
    while index >= 0 and is_adverb(pieces[index]):
        index -= 1
    return index


def is_noun(pieces: Sequence[Piece], index: int) -> bool:
    """“a cry”, “her answer”, “the grinning reply”, “in reply”: the form of a verb, and no verb."""
    if index == 0:
        return False
    previous = pieces[index - 1]
    if index > 1 and pieces[index - 2].word in PERCEIVING:
        return False  # “they heard her say”
    if previous.possessive or (previous.mention is None and previous.word in DETERMINERS):
        return True
    if pieces[index].word in SPEECH_BASES and is_content(previous) and index > 1:
        before = pieces[index - 2]
        return before.possessive or before.word in DETERMINERS
    participle = pieces[index].word in SPEECH_PARTICIPLES
    return previous.word in PREPOSITIONS and previous.word != "to" and not participle
