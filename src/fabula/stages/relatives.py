"""Relatives: the mothers, husbands and sisters of whom no more is known than whose they are."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.relating.arcs import arcs_of
from fabula.stages.relating.people import PEOPLE_READ, People
from fabula.stages.relating.unnamed import unnamed_relatives
from fabula.stages.token_rows import token_rows
from fabula.story import Relative, Story


class FindRelatives:
    """Finds whom people are said to have who are nobody in the cast.

    “He shut his mother's knife” makes him the child of a mother of whom nothing else is known.
    """

    requires = (*PEOPLE_READ, "relations")
    provides = "relatives"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Relative]:
        """The relatives, in the order in which the story tells of them."""
        people = People(story, token_rows(story))
        return unnamed_relatives(people, arcs_of(story, self._scores), story.relations)
