"""Short ways from marked prose to its passages of narration."""

from collections.abc import Callable

import pytest
from viewpoint_passages import attributed_story

from fabula.stages.telling.scene_narration import Passage, scene_narrations


def read_passages(prose: str) -> tuple[Passage, ...]:
    (narration,) = scene_narrations(attributed_story(prose))
    return narration.passages


@pytest.fixture
def passages_of() -> Callable[[str], tuple[Passage, ...]]:
    """`passages_of(prose)`: the narration of marked prose of one scene."""
    return read_passages
