"""What the encoder says of a mention and the mentions of people before it."""

from collections.abc import Sequence

import numpy as np

from fabula.encoder.pair_features import FORMS, MentionTable
from fabula.encoder.scores import ENTITY_TYPES, Floats, Ints, Scores
from fabula.lexicon.pronouns import PRONOUNS, Agreement
from fabula.stages.chaining.mention_tables import table_of
from fabula.stages.chaining.pair_scores import PairScores
from fabula.stages.kept import kept
from fabula.story import Mention, MentionId, Story

REACH = 30
"""Mentions of people before each one that it is compared with, “I” and “you” in speech aside.

On LitBank's development documents 40 and 60 linked no more pronouns rightly.
"""

NAME_WEIGHT = 1.5
"""How much more the odds of a name count than those of a description or a pronoun.

Whom a name means is known, and a pronoun may carry an error on. From 1 to 1.5 LitBank's
development documents are read alike, and novels of the Project Dialogism Novel Corpus better.
"""

_PERSON = ENTITY_TYPES.index("PER")
_PROPER = FORMS.index("proper")
_OF_SPEECH = frozenset[Agreement]({"I", "we", "you"})
_HIGHEST = 20.0  # a logit that stands for certainty; more would only overflow


class AntecedentScores:
    """For each “he”, “she” or “they”, how well the mentions of people before it fit."""

    def __init__(self, ids: Sequence[MentionId], asked: Ints, logits: Floats) -> None:
        """`ids` of the mentions compared; `asked` [asked] rows of it; `logits` [asked, reach].

        Column 0 of `logits` is the mention just before, column 1 the one before that; what lies
        before the first mention is not read.
        """
        self._ids = ids
        self._rows = {ids[row]: (number, row) for number, row in enumerate(asked.tolist())}
        self._odds = np.exp(np.minimum(logits, _HIGHEST))

    def odds(self, mention_id: MentionId) -> list[tuple[MentionId, float]] | None:
        """The mentions before this one, nearest first, with the odds that both mean the same.

        None for a mention that was not asked about, such as a name or a description.
        """
        if mention_id not in self._rows:
            return None
        number, row = self._rows[mention_id]
        odds = self._odds[number, :row].tolist()
        return [(self._ids[row - back], each) for back, each in enumerate(odds, start=1)]


@kept("document", "quotations", "mentions")
def antecedent_scores(story: Story, scores: Scores, score_pairs: PairScores) -> AntecedentScores:
    """The scores of a story whose mentions are known and whose links are not.

    A story costs as many pairs as it has pronouns of the third person, times a constant: whom
    a name, a description or an “I” means is settled by rules.

    Raises:
        ModelError: if the weights are not there.
    """
    table = table_of(story)
    people = _people(story, table)
    asked = np.flatnonzero([_is_third(story, story.mentions[row]) for row in people.tolist()])
    earlier = asked[:, None] - np.arange(1, REACH + 1)[None, :]
    there = earlier >= 0
    left = people[earlier[there]]
    right = np.broadcast_to(people[asked][:, None], earlier.shape)[there]
    logits = np.zeros(earlier.shape, dtype=np.float32)
    logits[there] = score_pairs(scores, table, left, right)
    names = np.zeros(earlier.shape, dtype=np.bool_)
    names[there] = table.form[left] == _PROPER
    logits[names] += np.log(NAME_WEIGHT)
    return AntecedentScores([story.mentions[row].id for row in people], asked, logits)


def _people(story: Story, table: MentionTable) -> Ints:
    """Rows of the mentions of people, less those that wait until it is known who speaks."""
    waits = np.array([_waits(story, mention) for mention in story.mentions], dtype=np.bool_)
    return np.flatnonzero((table.kind == _PERSON) & ~waits)


def _waits(story: Story, mention: Mention) -> bool:
    return mention.quotation_id is not None and _agreement(story, mention) in _OF_SPEECH


def _is_third(story: Story, mention: Mention) -> bool:
    return _agreement(story, mention) not in {None, *_OF_SPEECH}


def _agreement(story: Story, mention: Mention) -> Agreement | None:
    """What a pronoun agrees with; None for other mentions, and pronouns that are not personal."""
    if mention.form != "pronominal":
        return None
    found = PRONOUNS.get(story.document[mention].lower())
    return found.agreement if found is not None else None
