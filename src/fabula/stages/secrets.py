"""Secrets: what some people keep from others, and until when."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.clauses.narration import NARRATION_READS, narration_of
from fabula.stages.concealing.asked import asked_to_keep
from fabula.stages.concealing.claims import secrets_of
from fabula.stages.concealing.cut_short import had_no_time_to_tell
from fabula.stages.concealing.narrated import disclosures, kept_from_somebody
from fabula.stages.concealing.unaware import kept_from_the_unaware
from fabula.stages.concealing.unseen import done_unseen
from fabula.story import Secret, Story


class FindSecrets:
    """Finds what is kept from somebody, where the text says so.

    In “Ines had never told Tom about the letter” Ines keeps something about the letter from
    Tom. What is only shown, or left for readers to guess, is not found.
    """

    requires = (*NARRATION_READS, "attributions", "knowledge")
    provides = "secrets"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Secret]:
        """The secrets, in text order."""
        told = narration_of(story, self._scores)
        said = told.in_speech()
        concealed = [
            *kept_from_somebody(told),
            *kept_from_somebody(said),
            *asked_to_keep(said),
            *kept_from_the_unaware(told),
            *kept_from_the_unaware(said),
            *done_unseen(told),
            *done_unseen(said),
            *had_no_time_to_tell(told),
        ]
        return secrets_of(story, concealed, [*disclosures(told), *disclosures(said)])
