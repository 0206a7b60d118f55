"""Who is there in each scene."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from fabula.stages.placing.traces import Trace, traces_in, traces_of_talk
from fabula.stages.telling.scene_narration import scene_narrations
from fabula.story import EntityId, Presence, Story

ENOUGH = 1.0
"""Signs of presence have to add up to this: one act, one line spoken, or two weaker signs."""


class FindPresence:
    """Finds who is there in a scene: who acts, speaks, or is seen and touched in the narration.

    People only talked about inside quotations, only thought of or remembered (“she missed
    Ivo”), or named only as owners (“Ivo's house”) are not there. Groups count like people.
    """

    requires = ("scenes", "quotations", "mentions", "cast", "links", "attributions")
    provides = "presence"

    def __call__(self, story: Story) -> tuple[Presence, ...]:
        """One record per scene, people in order of appearance."""
        talk = traces_of_talk(story)
        starts = [trace.start for trace in talk]
        present = []
        for scene, narration in zip(story.scenes, scene_narrations(story), strict=True):
            traces = [trace for passage in narration.passages for trace in traces_in(passage)]
            low, high = bisect_left(starts, scene.start), bisect_left(starts, scene.end)
            people = _order_of_appearance([*traces, *talk[low:high]])
            present.append(Presence(scene_id=scene.id, entity_ids=tuple(people)))
        return tuple(present)


def _order_of_appearance(traces: Iterable[Trace]) -> Iterator[EntityId]:
    weights: dict[EntityId, float] = {}
    for trace in sorted(traces, key=lambda trace: trace.start):
        weights[trace.entity_id] = weights.get(trace.entity_id, 0.0) + trace.weight
    # a dict keeps the order in which the people first turned up
    return (entity_id for entity_id, weight in weights.items() if weight >= ENOUGH)
