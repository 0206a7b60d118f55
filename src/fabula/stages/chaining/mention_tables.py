"""The mentions of a story as columns, of which each stage knows more."""

from fabula.encoder.pair_features import MentionTable, linked_table, unlinked_table
from fabula.stages.kept import kept
from fabula.story import Story


def table_of(story: Story) -> MentionTable:
    """The mentions as the pair scores see them, with what cast, links and attributions tell.

    What the text alone tells is worked out once in a reading.
    """
    return linked_table(_unlinked(story), story)


@kept("document", "quotations", "mentions")
def _unlinked(story: Story) -> MentionTable:
    return unlinked_table(story)
