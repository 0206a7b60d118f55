"""Where people are, over time."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.placing.same_places import same_places
from fabula.stages.placing.scene_company import acts_of_company, scene_companies
from fabula.stages.placing.settings import settings_of
from fabula.stages.placing.settled import Whereabouts, followed, settled
from fabula.stages.placing.sightings import Sightings, departures, with_leavings
from fabula.stages.placing.stays import stays_of
from fabula.stages.placing.traces import ACTS, traces_of
from fabula.story import Stay, Story


class FindPlaces:
    """Finds where each person is, from one passage to another, as far as the narrator says so.

    In “Ines waited in the boathouse. Tom came in. The two of them went down to the jetty.” Ines is
    in the boathouse until she goes to the jetty. Whoever acts in a scene is where it happens, if
    its narration says where: “The kitchen was cold. Ines lit the stove.” What is only said in
    quotations, planned, denied or supposed puts nobody anywhere.
    """

    requires = (
        "paratext",
        "chapters",
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "tellings",
        "links",
        "attributions",
        "chains",
        "presence",
        "viewpoints",
    )
    provides = "places"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Stay]:
        """The stays, by where they begin."""
        shown = traces_of(story)
        actions = [trace for trace in shown if trace.weight >= ACTS]
        companies = scene_companies(story, actions)
        acts = acts_of_company(actions, story.scenes, companies)
        sightings = Sightings(story, self._scores, acts)
        seen = with_leavings(sightings, story.presence)
        same = same_places(story)
        away = departures(seen)
        settings = settings_of(sightings.told, sightings.places, same, companies, away)
        told = followed(stays_of(seen, story.scenes), settings, same, story.scenes, companies)
        known = Whereabouts(told, away)
        told += settled(settings, known, shown, story.scenes, companies)
        return sorted(told, key=lambda stay: (stay.since, stay.who_id))
