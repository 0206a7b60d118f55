"""Chains: all mentions of one person, place or thing together."""

from collections.abc import Sequence

import numpy as np

from fabula.encoder.pair_features import MentionTable
from fabula.encoder.scores import Ints, Scores
from fabula.stages.chaining.antecedents import antecedents
from fabula.stages.chaining.apart import kept_apart
from fabula.stages.chaining.joining import Clusters, join_mentions, sure_links
from fabula.stages.chaining.mention_tables import table_of
from fabula.stages.chaining.pair_scores import PairReader, PairScores
from fabula.story import Chain, ChainId, Story

SURE = 0.8
"""A link of this confidence holds whatever the encoder says of single pairs: a name, a narrator's
“I”, a pronoun of which there is hardly a doubt. Chosen on LitBank's development documents."""


class FindChains:
    """Gathers every mention into a chain: names first, then the likeliest antecedents.

    In “Ines tied up the boat. The girl was tired of it.” there are two chains: Ines and “The
    girl”, “the boat” and “it”. Without scores a chain holds what is linked to one member of the
    cast, and every other mention is alone.
    """

    requires = (
        "paratext",
        "chapters",
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "links",
        "attributions",
        "speech_links",
    )
    provides = "chains"

    def __init__(self, scores: Scores | None = None, score_pairs: PairScores | None = None) -> None:
        """A stage that reads these scores.

        `score_pairs` may be another reading of pairs, or one that is shared with another stage.
        """
        self._scores = scores
        self._score_pairs = score_pairs or PairReader()

    def __call__(self, story: Story) -> Sequence[Chain]:
        """The chains, by their first mention."""
        table = table_of(story)
        return _chains(story, self._clusters(story, table))

    def _clusters(self, story: Story, table: MentionTable) -> Clusters:
        count = len(story.mentions)
        if self._scores is None:
            return Clusters(count, table.entity)
        sure = _sure(story, table)
        pairs = antecedents(table, sure)
        logits = self._score_pairs(self._scores, table, *pairs)
        return join_mentions(count, pairs, logits, sure, kept_apart(story, table))


def _sure(story: Story, table: MentionTable) -> Ints:
    rows = {mention.id: row for row, mention in enumerate(story.mentions)}
    trust = np.zeros(len(rows), dtype=np.float32)
    for link in (*story.links, *story.speech_links):
        trust[rows[link.mention_id]] = link.confidence
    return sure_links(table.entity, trust, least=SURE)


def _chains(story: Story, clusters: Clusters) -> list[Chain]:
    mentions, cast = story.mentions, story.cast
    return [
        Chain(
            id=ChainId(f"r{number}"),
            mention_ids=tuple(mentions[row].id for row in rows),
            type=mentions[rows[0]].type,
            entity_id=None if entity is None else cast[entity].id,
        )
        for number, (rows, entity) in enumerate(clusters.groups(), start=1)
    ]
