"""Through whose eyes each scene is told, in which person and tense."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from fabula.stages.telling.minds import Access, Mind, minds_in
from fabula.stages.telling.person import (
    count_pronouns,
    count_stretches,
    person_of_scene,
    person_of_story,
)
from fabula.stages.telling.scene_narration import SceneNarration, scene_narrations
from fabula.stages.telling.tense import tense_of_scene, tense_of_story, tense_votes
from fabula.story import EntityId, Person, Story, Tense, Viewpoint
from fabula.text import Span

LEAST_ACCESS = 1.0
"""The clear passages of a focalizer weigh at least this: one thought, or two things seen."""

WORDS_PER_ACCESS = 1500
"""In a long scene one thought is no viewpoint: as many are asked as it has times these words."""

RIVAL_PART = 0.5
"""A mind that is given at least this part of what the most open mind is given rivals it."""

RIVALS_OF_ALL_KNOWING = 2
"""With two rivals the narrator knows everyone; with one, eyes have changed within the scene."""

LEAST_SLIP = 1.0
"""The clear passages of another mind weigh at least this before it is said to be entered."""

SLIP_SHARE = 0.1
"""… and have this share of all clear passages, since rules misread a few in a long scene."""

MOST_PASSAGES = 8
"""Passages kept as evidence for the focalizer, the weightiest ones; for another mind half."""

NARRATOR_CONFIDENCE = 0.9
"""A scene told by an “I” is seen by that “I”, if the right one was found in the cast."""

MUCH_ACCESS = 5.0
"""Clear passages of this weight are as good as more."""


class FindViewpoints:
    """Finds person, tense and focalizer of each scene.

    The focalizer is the one whose thoughts, feelings and perceptions the narration gives; in
    the first person it is the narrator. `also` lists other minds that are clearly entered. A
    scene that gives nobody's mind, or several minds alike, has no focalizer; in the second case
    `also` names them.

    `confidence` follows from how much is given of the focalizer's mind and how far the others
    lie behind. It was set by hand on short passages and a few chapters that we read ourselves:
    take it as an order, not as a probability.
    """

    requires = (
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "links",
        "attributions",
        "speech_links",
        "presence",
    )
    provides = "viewpoints"

    def __call__(self, story: Story) -> tuple[Viewpoint, ...]:
        """One record per scene, in text order."""
        narrations = scene_narrations(story)
        persons = _persons(narrations)
        tenses = _tenses(narrations)
        thoughts = _thoughts(story)
        starts = [span.start for _, span in thoughts]
        narrator = next((entity.id for entity in story.cast if entity.narrator), None)
        viewpoints = []
        for scene, narration, person, tense in zip(
            story.scenes, narrations, persons, tenses, strict=True
        ):
            low, high = bisect_left(starts, scene.start), bisect_left(starts, scene.end)
            minds = minds_in(narration, thoughts[low:high])
            eyes = (
                _narrating(minds, narrator) if person == "first" else _focalizing(narration, minds)
            )
            viewpoints.append(_record(narration, person, tense, eyes))
        return tuple(viewpoints)


def _thoughts(story: Story) -> list[tuple[EntityId, Span]]:
    """Words given as somebody's thoughts, with the one who thinks them, in text order."""
    thinkers = {
        attribution.quotation_id: attribution.speaker_id for attribution in story.attributions
    }
    return [
        (thinker, quotation.span)
        for quotation in story.quotations
        if quotation.kind == "thought" and (thinker := thinkers.get(quotation.id)) is not None
    ]


def _persons(narrations: Sequence[SceneNarration]) -> list[Person | None]:
    told = [passage for narration in narrations for passage in narration.passages]
    story = person_of_story(tuple(count_stretches(told)))
    return [person_of_scene(count_pronouns(narration.passages), story) for narration in narrations]


def _tenses(narrations: Sequence[SceneNarration]) -> list[Tense | None]:
    votes = [tense_votes(narration.passages) for narration in narrations]
    story = tense_of_story(votes)
    return [tense_of_scene(vote, story) for vote in votes]


class Eyes(Struct, frozen=True):
    """Whose eyes a scene is seen through, and which other minds it enters."""

    focalizer: EntityId | None = None
    also: tuple[Mind, ...] = ()
    passages: tuple[Access, ...] = ()
    confidence: float = 0.0


def _narrating(minds: Sequence[Mind], narrator: EntityId | None) -> Eyes:
    """In the first person the narrator sees; what they say of other minds is what they believe."""
    own = next((mind for mind in minds if mind.entity_id == narrator), None)
    return Eyes(
        focalizer=narrator,
        passages=own.clear if own else (),
        confidence=NARRATOR_CONFIDENCE if narrator else 0.0,
    )


def _focalizing(narration: SceneNarration, minds: Sequence[Mind]) -> Eyes:
    """The mind that is most open, if it is open enough and far enough ahead of the next."""
    entered = _entered(minds)
    if not minds or not entered:
        return Eyes()
    first = minds[0]
    if first.clear_weight < max(LEAST_ACCESS, narration.word_count / WORDS_PER_ACCESS):
        return Eyes()
    rivals = [mind for mind in entered if mind.score >= RIVAL_PART * first.score]
    if len(rivals) - 1 >= RIVALS_OF_ALL_KNOWING:
        return Eyes(also=entered)
    return Eyes(
        focalizer=first.entity_id,
        also=tuple(mind for mind in entered if mind is not first),
        passages=first.clear,
        confidence=_confidence(first, minds[1].score if len(minds) > 1 else 0.0),
    )


def _entered(minds: Sequence[Mind]) -> tuple[Mind, ...]:
    total = sum(mind.clear_weight for mind in minds)
    return tuple(mind for mind in minds if mind.clear_weight >= max(LEAST_SLIP, SLIP_SHARE * total))


def _confidence(first: Mind, second: float) -> float:
    """From 0.4 for a narrow lead on little evidence to 0.95 for a clear one on much."""
    lead = (first.score - second) / first.score
    much = min(1.0, first.clear_weight / MUCH_ACCESS)
    return round(0.4 + 0.55 * lead * (0.5 + 0.5 * much), 2)


def _record(
    narration: SceneNarration, person: Person | None, tense: Tense | None, eyes: Eyes
) -> Viewpoint:
    passages = _heaviest(eyes.passages, MOST_PASSAGES)
    for mind in eyes.also:
        passages += _heaviest(mind.clear, MOST_PASSAGES // 2)
    return Viewpoint(
        scene_id=narration.scene_id,
        person=person,
        tense=tense,
        focalizer_id=eyes.focalizer,
        also=tuple(mind.entity_id for mind in eyes.also),
        confidence=eyes.confidence,
        evidence=tuple(dict.fromkeys(passages)),
    )


def _heaviest(passages: Sequence[Access], most: int) -> list[Span]:
    """The spans of the weightiest passages, in text order."""
    chosen = sorted(passages, key=lambda access: -access.weight)[:most]
    return sorted(access.span for access in chosen)
