"""Items: the things that matter, and who has them when."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.clauses.narration import NARRATION_READS, narration_of
from fabula.stages.holding.custody import custodies
from fabula.stages.holding.handlings import handlings, said_to_have
from fabula.stages.holding.things import Things
from fabula.story import Custody, Story


class FindItems:
    """Finds who has which thing, from hand to hand.

    “Ines found a key. She handed it to Tom, and he put it down.” gives three custodies of the
    key: Ines found it, Tom was given it, nobody has it. What is only wished, denied or said in
    speech changes nothing.
    """

    requires = NARRATION_READS
    provides = "items"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Custody]:
        """The custodies, in text order."""
        told = narration_of(story, self._scores)
        things = Things(told)
        said = said_to_have(told.in_speech(), things)
        return custodies(told, [*handlings(told, things), *said])
