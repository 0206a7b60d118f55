"""Coreference: which member of the cast each mention points at."""

from collections.abc import Sequence

from fabula.corrections.lines import pinned_mentions
from fabula.corrections.records import Split
from fabula.encoder.scores import Scores
from fabula.stages.chaining.pair_scores import PairReader, PairScores
from fabula.stages.linking.antecedent_scores import AntecedentScores, antecedent_scores
from fabula.stages.linking.linker import Decision, decide, entity_of
from fabula.stages.linking.met_again import join_met_again
from fabula.stages.linking.revealed import reveal
from fabula.stages.linking.syntax import syntax_of
from fabula.story import Link, Story


class LinkMentions:
    """Links names to the cast, then descriptions and pronouns to whoever is in focus.

    In “Ines put her bag down. The girl sighed.” all three mentions of Ines are linked. “I” and
    “you” inside quotations wait until the speakers are known.
    """

    requires = ("paratext", "chapters", "scenes", "quotations", "mentions", "cast", "tellings")
    provides = "links"

    def __init__(
        self,
        splits: Sequence[Split] = (),
        scores: Scores | None = None,
        score_pairs: PairScores | None = None,
    ) -> None:
        """A stage that takes the reader's word on single mentions, and reads these scores.

        `score_pairs` may be another reading of pairs, or one that is shared with another stage.
        """
        self._splits = splits
        self._scores = scores
        self._score_pairs = score_pairs or PairReader()

    def __call__(self, story: Story) -> Sequence[Link]:
        """One link for each mention that could be read, in text order."""
        pinned = pinned_mentions(story, story.cast, self._splits)
        antecedents = self._antecedents(story)
        syntax = None if self._scores is None else syntax_of(story, self._scores)
        decided = decide(story, story.cast, pinned, antecedents, story.tellings, syntax=syntax)
        decisions = sorted(
            reveal(story, join_met_again(story, decided)).decisions,
            key=lambda decision: (decision.place.mention.start, -decision.place.mention.end),
        )
        links = [_link(decision) for decision in decisions]
        return [link for link in links if link is not None]

    def _antecedents(self, story: Story) -> AntecedentScores | None:
        if self._scores is None:
            return None
        return antecedent_scores(story, self._scores, self._score_pairs)


def _link(decision: Decision) -> Link | None:
    entity_id = entity_of(decision.meant)
    if entity_id is None or decision.meant is None:
        return None
    return Link(
        mention_id=decision.place.mention.id,
        entity_id=entity_id,
        reason=decision.meant.reason,
        confidence=decision.meant.confidence,
    )
