"""Short ways from marked prose to its passages of narration."""

from collections.abc import Callable

import pytest
from viewpoint_passages import attributed_story

from fabula.stages.telling.minds import signs_in
from fabula.stages.telling.predicates import predicates
from fabula.stages.telling.scene_narration import Passage, scene_narrations
from fabula.stages.telling.signs import Rule
from fabula.story import EntityId


def read_passages(prose: str) -> tuple[Passage, ...]:
    (narration,) = scene_narrations(attributed_story(prose))
    return narration.passages


@pytest.fixture
def passages_of() -> Callable[[str], tuple[Passage, ...]]:
    """`passages_of(prose)`: the narration of marked prose of one scene."""
    return read_passages


@pytest.fixture
def signs() -> Callable[[str], list[tuple[EntityId, Rule]]]:
    """`signs(prose)`: whose mind a sentence of marked prose shows, and by which rules."""

    def signs_of(prose: str) -> list[tuple[EntityId, Rule]]:
        (passage,) = read_passages(prose)
        return [(sign.entity_id, sign.rule) for sign in signs_in(passage, predicates(passage))]

    return signs_of
