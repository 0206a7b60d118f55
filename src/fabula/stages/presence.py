"""Who is there in each scene."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from msgspec import Struct

from fabula.lexicon.body_words import BODY_NOUNS
from fabula.lexicon.mental_verbs import MENTAL_VERBS
from fabula.lexicon.perception_verbs import PERCEPTION_VERBS
from fabula.stages.telling.possession import is_possessive, possessed
from fabula.stages.telling.predicates import BE_FORMS, Predicate, predicates
from fabula.stages.telling.scene_narration import (
    NarratedPerson,
    Passage,
    scene_narrations,
)
from fabula.story import EntityId, Presence, Story

ENOUGH = 1.0
"""Signs of presence have to add up to this: one act, one line spoken, or two weaker signs."""

ACTS = 1.0  # “Odo sat down”
SPEAKS = 1.0
IS_SPOKEN_TO = 0.6  # may be far away, or a guess
IS_ACTED_ON = 0.5  # “looked at Odo”, “handed it to Odo”
SHOWS = 0.5  # “Odo's hands”
IS_SOMETHING = 0.5  # “Odo was tired”, but “Desta is the surest person he knows”
HAD_ACTED = 0.3  # “Odo had sailed to Fano”: told about, perhaps from before the scene
IS_NAMED = 0.2  # any other place in the narration


class FindPresence:
    """Finds who is there in a scene: who acts, speaks, or is seen and touched in the narration.

    People only talked about inside quotations, only thought of or remembered (“she missed
    Ivo”), or named only as owners (“Ivo's house”) are not there. Groups count like people.
    """

    requires = ("scenes", "quotations", "mentions", "cast", "links", "attributions")
    provides = "presence"

    def __call__(self, story: Story) -> tuple[Presence, ...]:
        """One record per scene, people in order of appearance."""
        talk = _talk(story)
        starts = [trace.start for trace in talk]
        present = []
        for scene, narration in zip(story.scenes, scene_narrations(story), strict=True):
            traces = [trace for passage in narration.passages for trace in traces_in(passage)]
            low, high = bisect_left(starts, scene.start), bisect_left(starts, scene.end)
            people = _order_of_appearance([*traces, *talk[low:high]])
            present.append(Presence(scene_id=scene.id, entity_ids=tuple(people)))
        return tuple(present)


class Trace(Struct, frozen=True):
    """A sign that someone is there: where it stands and how much it says."""

    entity_id: EntityId
    start: int
    weight: float


def _order_of_appearance(traces: Iterable[Trace]) -> Iterator[EntityId]:
    weights: dict[EntityId, float] = {}
    for trace in sorted(traces, key=lambda trace: trace.start):
        weights[trace.entity_id] = weights.get(trace.entity_id, 0.0) + trace.weight
    # a dict keeps the order in which the people first turned up
    return (entity_id for entity_id, weight in weights.items() if weight >= ENOUGH)


def _talk(story: Story) -> list[Trace]:
    """Who speaks and who is spoken to, in the whole story, in text order."""
    spoken = {
        quotation.id: quotation.start
        for quotation in story.quotations
        if quotation.kind == "speech"
    }
    traces = []
    for attribution in story.attributions:
        start = spoken.get(attribution.quotation_id)
        if start is None:
            continue
        if attribution.speaker_id is not None:
            traces.append(Trace(attribution.speaker_id, start, SPEAKS))
        traces.extend(Trace(who, start, IS_SPOKEN_TO) for who in attribution.addressee_ids)
    return sorted(traces, key=lambda trace: trace.start)


def traces_in(passage: Passage) -> Iterator[Trace]:
    """The signs of presence in one passage of narration.

    Finds: subjects of verbs, objects of verbs and of prepositions of place, owners of hands and
    faces.
    Why it holds: narration tells what happens where the scene is.
    Misses: acts told from another time without “had”; letters and telephones.
    Example: in “Juno thought of Ivo and nodded to the clerk.” Juno and the clerk are there.
    """
    acts = {predicate.subject: predicate for predicate in reversed(predicates(passage))}
    for person in passage.people:
        if person.entity_id is None:
            continue
        predicate = acts.get(person)
        if predicate:
            weight = _acting(passage.words[predicate.verb], predicate)
        else:
            weight = _acted_on(passage, person)
        if weight:
            yield Trace(person.entity_id, person.start, weight)


def _acting(verb: str, predicate: Predicate) -> float:
    if predicate.is_supposed:
        return IS_ACTED_ON if "could" in predicate.auxiliaries else 0.0
    if predicate.is_completed_before:
        return HAD_ACTED
    if predicate.habitual and verb.endswith("s"):
        return IS_NAMED  # “Desta never writes”: said of her, wherever she is
    if BE_FORMS & set(predicate.auxiliaries) and not verb.endswith(("ing", "ed")):
        return IS_SOMETHING
    return ACTS


_NOT_THERE = frozenset("about of without like unlike than as for regarding concerning".split())
"""A person after one of these is a subject of thought or a measure, and may be anywhere."""


def _acted_on(passage: Passage, person: NarratedPerson) -> float:
    if is_possessive(passage, person):
        part = passage.word(possessed(passage, person, BODY_NOUNS))
        return SHOWS if part in BODY_NOUNS else 0.0
    before = passage.word(person.first - 1)
    if before in _NOT_THERE or (before in MENTAL_VERBS and before not in PERCEPTION_VERBS):
        return 0.0
    return IS_ACTED_ON if before.isalpha() else IS_NAMED
