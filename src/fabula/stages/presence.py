"""Who is there in each scene."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from fabula.stages.placing.comings import comings_in
from fabula.stages.placing.traces import IS_ACTED_ON, Trace, traces_in, traces_of_talk
from fabula.stages.telling.scene_narration import scene_narrations
from fabula.story import EntityId, Presence, Story
from fabula.text import Span

ENOUGH = 1.0
"""Signs of presence have to add up to this: one act, one line spoken, or two weaker signs."""

MOST_BY_TALK = 0.8
"""Few lines alone do not add up to presence: who is never told of in the narration of a scene has
got them by a mistake, or speaks from elsewhere."""

MUCH_TALK = 3.0
"""Three lines spoken, or ten heard, are a part in the conversation."""


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
            people = tuple(_order_of_appearance(traces, talk[low:high]))
            signs = [*traces, *talk[low:high]]
            present.append(
                Presence(
                    scene_id=scene.id,
                    entity_ids=people,
                    stretches=tuple(_stretch(each, signs) for each in people),
                    comings=comings_in(narration.passages, signs, people),
                )
            )
        return tuple(present)


def _order_of_appearance(told: Sequence[Trace], talk: Sequence[Trace]) -> Iterator[EntityId]:
    """Those who are there, in the order in which they first turn up."""
    shown, heard = _weights(told), _weights(talk)
    everyone = sorted([*told, *talk], key=lambda trace: trace.start)
    for entity_id in dict.fromkeys(trace.entity_id for trace in everyone):
        lines = heard[entity_id]
        if lines < MUCH_TALK:
            lines = min(lines, MOST_BY_TALK)
        if shown[entity_id] + lines >= ENOUGH:
            yield entity_id


def _stretch(entity_id: EntityId, signs: Sequence[Trace]) -> Span:
    """From the first sign of someone in the scene to the last; clear signs, if there are any."""
    theirs = [trace for trace in signs if trace.entity_id == entity_id]
    clear = [trace.start for trace in theirs if trace.weight >= IS_ACTED_ON]
    starts = clear or [trace.start for trace in theirs]
    return Span(min(starts), max(starts) + 1)


def _weights(traces: Iterable[Trace]) -> defaultdict[EntityId, float]:
    weights: defaultdict[EntityId, float] = defaultdict(float)
    for trace in traces:
        weights[trace.entity_id] += trace.weight
    return weights
