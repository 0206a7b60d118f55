"""Who comes to know of whom by meeting: being in a scene with its eyes, talking with each other."""

from collections.abc import Iterator, Mapping, Sequence

from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.stages.knowing.learnt import Learnt
from fabula.story import EntityId, Quotation, Scene
from fabula.text import Span, covering

SEEN = 0.95
"""Whoever acts in a scene is seen by the one through whose eyes it is told."""


def met_in_scenes(told: Narration) -> Iterator[Learnt]:
    """Whom people meet, the first time that the story has them together.

    Finds:
        For the one through whose eyes a scene is seen, everybody present, from where each first
        does something in it; for two who talk, each other.
    Why it holds:
        What the narration tells is what these eyes see; nobody talks to a person unknown to them.
    Misses:
        Bystanders: being there is not seeing. Those who are kin knew each other before.

    Example:
        In a scene of Ines's, “Tom came in” makes Ines know of Tom.
    """
    kin = {frozenset((each.a_id, each.b_id)) for each in told.story.relations}
    for met in (*_met_by_eyes(told), *_met_in_talk(told)):
        if frozenset((met.who, met.of)) not in kin:
            yield met


def _met_by_eyes(told: Narration) -> Iterator[Learnt]:
    """Whom the one sees through whose eyes a scene is told."""
    present = {each.scene_id: each.entity_ids for each in told.story.presence}
    scenes = {scene.id: scene for scene in told.story.scenes}
    first = _first_by_scene(told)
    for eyes in told.story.viewpoints:
        if eyes.focalizer_id is None:
            continue
        for who in present.get(eyes.scene_id, ()):
            span = first.get((scenes[eyes.scene_id].id, who))
            if span is not None and who != eyes.focalizer_id:
                yield Learnt(eyes.focalizer_id, who, "saw", span, SEEN * eyes.confidence)


def _first_by_scene(told: Narration) -> Mapping[tuple[str, EntityId], Span]:
    """Where each first does something in each scene, by the narrator's word."""
    scenes: Sequence[Scene] = told.story.scenes
    first: dict[tuple[str, EntityId], Span] = {}
    for row in sorted(told.people):
        if told.told[row] and _acts(told, row):
            span = told.span([row])
            scene = covering(scenes, span.start)
            if scene is not None:
                first.setdefault((scene.id, told.people[row].entity_id), span)
    return first


def _acts(told: Narration, row: int) -> bool:
    return told.relations[row] == "nsubj" and is_fact(told, told.heads[row])


def _met_in_talk(told: Narration) -> Iterator[Learnt]:
    lines: Mapping[str, Quotation] = {each.id: each for each in told.story.quotations}
    for said in told.story.attributions:
        line = lines[said.quotation_id]
        if said.speaker_id is None or line.kind != "speech" or len(said.addressee_ids) != 1:
            continue
        (hearer,) = said.addressee_ids
        yield Learnt(hearer, said.speaker_id, "heard", line.parts[0], said.confidence)
