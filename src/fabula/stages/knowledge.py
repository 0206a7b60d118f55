"""Knowledge: who has seen, heard or been told of whom and what."""

from collections.abc import Sequence

from fabula.encoder.scores import Scores
from fabula.stages.clauses.narration import narration_of
from fabula.stages.knowing.acquaintance import Acquaintance
from fabula.stages.knowing.learnt import first_of_each
from fabula.stages.knowing.meeting import met_in_scenes
from fabula.stages.knowing.perceiving import Perceptions
from fabula.stages.knowing.reporting import reported_events
from fabula.stages.knowing.telling import (
    doings_told_of,
    things_told_of,
    told_in_narration,
    told_in_speech,
)
from fabula.story import Knowledge, Story


class FindKnowledge:
    """Finds what people come to know, where the text says how they do.

    In “Only Ines saw the stranger. She told Tom about him.” Ines knows of the stranger, having
    seen him, Tom by being told. Being there is not seeing: whoever is not listed may still know.
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
        "chains",
        "events",
        "presence",
        "viewpoints",
        "items",
        "relations",
    )
    provides = "knowledge"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Knowledge]:
        """What is learnt, in text order."""
        told = narration_of(story, self._scores)
        met = Acquaintance(story)
        return first_of_each(
            [
                *Perceptions(told, met).learnt(),
                *Perceptions(told.in_speech(), met).learnt(),
                *met_in_scenes(told),
                *told_in_narration(told),
                *told_in_speech(told, met),
                *things_told_of(told),
                *doings_told_of(told),
                *reported_events(told),
            ]
        )
