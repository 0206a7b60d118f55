"""Who tells which part of the story."""

from collections.abc import Sequence

from fabula.stages.naming.narrators import find_tellings
from fabula.story import Story, Telling


class FindTellings:
    """Binds the “I” of the narration to the narrators of the cast, stretch by stretch.

    In a story whose chapters are headed “Ines” and “Tom” in turn, each is “I” in their own.
    """

    requires = ("paratext", "chapters", "scenes", "quotations", "mentions", "cast")
    provides = "tellings"

    def __call__(self, story: Story) -> Sequence[Telling]:
        """The stretches told by somebody known, in text order."""
        return find_tellings(story, story.cast)
