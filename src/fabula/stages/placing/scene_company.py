"""Who is in a scene, and whom the story follows there."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from fabula.stages.placing.traces import Trace
from fabula.story import EntityId, Scene, Story

FADES = 1000
"""Characters from the last words on a place to whoever shows for the first time: the story may be
elsewhere by then, with others, and not have said so."""


class SceneCompany(Struct, frozen=True):
    """The people who are in a scene, no groups; where the `leader` goes, the story goes."""

    present: frozenset[EntityId]
    leader: EntityId | None = None


def acts_of_company(
    actions: Iterable[Trace], scenes: Sequence[Scene], companies: Sequence[SceneCompany]
) -> list[Trace]:
    """The acts of those who are in the scene where they act; a voice on the telephone is not."""
    starts = [scene.start for scene in scenes]
    return [
        action
        for action in actions
        if (number := bisect_right(starts, action.start) - 1) >= 0
        and action.entity_id in companies[number].present
    ]


def scene_companies(story: Story, actions: Sequence[Trace]) -> list[SceneCompany]:
    """The company of each scene; `actions` tell who acts where, in text order.

    The leader is the one through whose eyes the scene is seen, or where there is none the one who
    does most in it.
    """
    seeing = {each.scene_id: each.focalizer_id for each in story.viewpoints}
    groups = {entity.id for entity in story.cast if entity.kind == "group"}
    present = {each.scene_id: frozenset(each.entity_ids) - groups for each in story.presence}
    starts = [action.start for action in actions]
    companies = []
    for scene in story.scenes:
        here, leader = present.get(scene.id, frozenset()), seeing.get(scene.id)
        if leader is None:
            acts = actions[bisect_left(starts, scene.start) : bisect_left(starts, scene.end)]
            counts = Counter(each.entity_id for each in acts if each.entity_id in here)
            leader = next((who for who, _ in counts.most_common(1)), None)
        companies.append(SceneCompany(here if leader is None else here | {leader}, leader))
    return companies
