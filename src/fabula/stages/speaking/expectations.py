"""What the encoder expects of a quotation: whose words they are, and whom they are for."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from math import exp
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from msgspec import Struct

from fabula.encoder.pair_features import quotation_table, speech_features
from fabula.encoder.pairs import score_speech
from fabula.encoder.scores import Floats, Ints, Scores
from fabula.encoder.vectors import utterance_vectors
from fabula.stages.chaining.mention_tables import table_of
from fabula.stages.chaining.pair_scores import PairReader
from fabula.stages.speaking.people import People
from fabula.story import EntityId, Quotation, Story

REACH = 30
"""Mentions on either side of a quotation's start that it is compared with, as in training."""

_HIGHEST = 20.0  # a logit that stands for certainty; more would only overflow

SpeechScores: TypeAlias = Callable[[Scores, Story, Ints, Ints], Floats]
"""From rows [pairs] of quotations and of mentions to logits [pairs, 2]: speaker, addressee."""


class Expected(Struct, frozen=True):
    """How much the encoder expects each person near a quotation to speak, and to be spoken to.

    Shares from 0 to 1. They add up to less than 1: the rest is for someone not mentioned near.
    """

    speakers: Mapping[EntityId, float] = MappingProxyType({})
    listeners: Mapping[EntityId, float] = MappingProxyType({})


NOTHING = Expected()
"""What is expected where no encoder read the text."""


class SpeechReader:
    """The bundled weights' reading of quotations and of mentions near them."""

    def __init__(self, pairs: PairReader | None = None) -> None:
        """A reader of its own, or one that shares the vectors of mentions with another stage."""
        self._pairs = pairs or PairReader()

    def __call__(self, scores: Scores, story: Story, left: Ints, right: Ints) -> Floats:
        """What the encoder says of each quotation (`left`) and mention (`right`).

        Raises:
            ModelError: if the weights are not there.
        """
        mentions, quotations = table_of(story), quotation_table(story)
        said = utterance_vectors(scores, quotations.first, quotations.last, _first_parts(story))
        named = self._pairs.vectors(scores, mentions)
        features = speech_features(quotations, mentions, left, right)
        return score_speech(said, named, left, right, features)


def _first_parts(story: Story) -> Ints:
    """[quotations]: the last token of the first part of each quotation."""
    starts = np.array([token.start for token in story.document.tokens])
    ends = np.array([quotation.parts[0].end for quotation in story.quotations])
    last: Ints = np.searchsorted(starts, ends) - 1
    return last


def expectations(
    story: Story, people: People, scores: Scores, score: SpeechScores
) -> Mapping[Quotation, Expected]:
    """What the encoder expects of each quotation of a story whose links are known.

    Finds: how well each mention near the quotation would do as its speaker and as the one spoken
    to; a person counts as much as the best of their mentions.
    Why it holds: the encoder has read dialogue whose cues were hidden from it, so that it knows
    what a question, an order or a name called out says of those who take part.
    Misses: people mentioned further away; “I” and “you” in speech, whose person is yet unknown.
    Example: in “Where is the boat, Tom?” Ines looked up. Ines is expected to speak, Tom to listen.

    A story costs as many pairs as it has quotations, times a constant.

    Raises:
        ModelError: if the weights are not there.
    """
    starts = [mention.start for mention in story.mentions]
    middles = [bisect_left(starts, quotation.start) for quotation in story.quotations]
    near = [range(max(m - REACH, 0), min(m + REACH, len(starts))) for m in middles]
    left = np.repeat(np.arange(len(near)), [len(rows) for rows in near])
    right = np.array([row for rows in near for row in rows], dtype=np.int64)
    if not len(right):
        return {}
    logits = np.minimum(score(scores, story, left, right), _HIGHEST).tolist()
    who = [
        people.who(mention) if mention.quotation_id is None else people.linked(mention.id)
        for mention in story.mentions
    ]
    found: dict[Quotation, Expected] = {}
    end = 0
    for quotation, rows in zip(story.quotations, near, strict=True):
        begin, end = end, end + len(rows)
        persons, answers = [who[row] for row in rows], logits[begin:end]
        found[quotation] = Expected(
            speakers=_shares(persons, [speaks for speaks, _ in answers]),
            listeners=_shares(persons, [listens for _, listens in answers]),
        )
    return found


def _shares(people: Sequence[EntityId | None], logits: Sequence[float]) -> Mapping[EntityId, float]:
    """The odds of each person's best mention as shares; nobody near counts as even odds."""
    odds: dict[EntityId, float] = {}
    for person, logit in zip(people, logits, strict=True):
        if person is not None:
            odds[person] = max(odds.get(person, 0.0), exp(logit))
    total = 1.0 + sum(odds.values())
    return {person: each / total for person, each in odds.items()}
