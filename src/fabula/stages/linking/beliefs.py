"""Who is meant by the mentions so far, with the doubt that there is about each."""

from collections import defaultdict
from collections.abc import Mapping

from fabula.stages.linking.antecedent_scores import AntecedentScores
from fabula.story import MentionId

NEW = 1.0
"""Weight of someone who was not mentioned before: that of an antecedent with an even chance."""


class Beliefs:
    """What the encoder says of a mention, carried on from one mention to the next.

    In “Ines waved to Ada. She laughed, and she went on.” the second “she” is likely whoever the
    first one was. If that was Ines by 60 in 100, so is the second, unless the names themselves
    say otherwise. Taking the likelier person for certain instead would let one wrong “she” draw
    all that follow after it.
    """

    def __init__(self, antecedents: AntecedentScores) -> None:
        self._antecedents = antecedents
        self._shares: dict[MentionId, Mapping[str, float]] = {}

    def note(self, mention_id: MentionId, shares: Mapping[str, float]) -> None:
        """Remember how likely each person is meant, by the person's key; the shares add up to 1."""
        self._shares[mention_id] = shares

    def expected(self, mention_id: MentionId) -> Mapping[str, float] | None:
        """How likely each person is meant, going by the mentions before.

        Each of those counts by its odds of being the antecedent, for whomever it means itself.
        The shares add up to less than 1: the rest is for someone new, and for mentions that
        nobody was found for. None for a mention that nothing is known of, such as a name.
        """
        odds = self._antecedents.odds(mention_id)
        if odds is None:
            return None
        total = NEW
        meant: defaultdict[str, float] = defaultdict(float)
        for earlier, weight in odds:
            total += weight
            if earlier in self._shares:
                for key, share in self._shares[earlier].items():
                    meant[key] += weight * share
        return {key: weight / total for key, weight in meant.items()}
