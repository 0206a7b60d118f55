"""Where people are, over time."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.placing.company import actions_of, in_company
from fabula.stages.placing.sightings import Sightings
from fabula.stages.placing.stays import stays_of
from fabula.story import Stay, Story


class FindPlaces:
    """Finds where each person is, from one passage to another, as far as the narrator says so.

    In “Ines waited in the boathouse. Tom came in. The two of them went down to the jetty.” Ines is
    in the boathouse until she goes to the jetty. What is only said in quotations, planned, denied
    or supposed puts nobody anywhere.
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
        "chains",
    )
    provides = "places"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Stay]:
        """The stays, by where they begin."""
        actions = actions_of(story)
        told = stays_of(Sightings(story, self._scores, actions), story.scenes)
        beside = in_company(told, actions, story.scenes)
        return sorted([*told, *beside], key=lambda stay: (stay.since, stay.who_id))
