"""Who has what in a passage, as the stage of items finds it."""

import pytest
from told import narrated

from fabula.stages.items import FindItems


@pytest.fixture
def custodies():
    """Who has what and how, in order: “ines had key”, “nobody left key”."""

    def found(prose, grammar, **given):
        story, scores = narrated(prose, grammar, **given)
        return [
            f"{each.holder_id or 'nobody'} {each.how} {each.item_id.removeprefix('#')}"
            for each in FindItems(scores)(story)
        ]

    return found
