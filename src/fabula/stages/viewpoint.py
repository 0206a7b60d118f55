"""Through whose eyes each scene is told, in which person and tense."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from fabula.encoder.scores import Scores
from fabula.labels import Person, Tense
from fabula.lexicon.pronouns import YOU
from fabula.stages.telling.focalizer import Eyes, focalizing, narrating
from fabula.stages.telling.letters import Paper, Papers
from fabula.stages.telling.minds import Access, minds_of_scenes
from fabula.stages.telling.person import (
    count_pronouns,
    count_stretches,
    person_of,
    person_of_scene,
    person_of_story,
)
from fabula.stages.telling.scene_kinds import kind_of, shown
from fabula.stages.telling.scene_narration import SceneNarration, scene_narrations
from fabula.stages.telling.seeing import seeing_of_scenes
from fabula.stages.telling.tense import tense_of_scene, tense_of_story, tense_votes
from fabula.story import EntityId, Scene, Story, Viewpoint
from fabula.text import Span, overlapping

LETTER_CONFIDENCE = 0.8
"""A letter is seen by who signs it; signatures are read from the last line alone."""

MOST_PASSAGES = 8
"""Passages kept as evidence for the focalizer, the weightiest ones; for another mind half."""


class FindViewpoints:
    """Finds person, tense and focalizer of each scene.

    The focalizer is the likeliest of the people whose mind is open somewhere: by the thoughts,
    feelings and perceptions of theirs that the scene gives, by what is measured by their limits,
    reasons and past, by how much of the talk here and in the other scenes is theirs, for most
    stories keep to one, and by the encoder's states where they are mentioned. Who is described
    is seen. In the first person it is the narrator, in the second person “you”. `also` lists other
    minds that are plainly entered, by name. In “Piet watched him. Where had he found
    mud? Piet felt cold.” the focalizer is Piet.

    A letter that is a scene of its own is seen by who signs it, and a chat by nobody: both are of
    the kind “document”, like the entries of a diary. `mode` is “omniscient” where the
    telling moves among several minds rather than keep to any, “external” where it rather gives
    none, each if the two together are likelier than the likeliest person, and None where nothing is
    likely.

    `evidence` are the sentences that give a mind, the focalizer's first, each person's in text
    order; where none does, the first in which they act.

    `confidence` is how likely it is by weights fitted on short stories of our own
    (`training/viewpoint_weights.py`). In stories left out of the fit, three in five of those
    between 0.4 and 0.7 were right, four in five of those up to 0.9, and nine in ten above. Most of
    the others are scenes told from outside or from above, or come from a “she” or “he” that was
    linked to someone else.
    """

    requires = (
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "tellings",
        "links",
        "attributions",
        "speech_links",
        "presence",
    )
    provides = "viewpoints"

    def __init__(self, scores: Scores | None = None) -> None:
        """A stage that reads these scores of the story's document; None for rules alone."""
        self._scores = scores

    def __call__(self, story: Story) -> tuple[Viewpoint, ...]:
        """One record per scene, in text order."""
        narrations = scene_narrations(story)
        persons = _persons(narrations)
        tenses = _tenses(narrations)
        tellers = [_tellers(story, scene) for scene in story.scenes]
        seeing = None if self._scores is None else seeing_of_scenes(story, self._scores)
        minds = minds_of_scenes(story, seeing)
        eyes = [
            narrating(minds[number].minds, tellers[number][persons[number]])
            if persons[number] in tellers[number]
            else seen
            for number, seen in enumerate(focalizing(minds))
        ]
        told = [_record(*parts) for parts in zip(narrations, persons, tenses, eyes, strict=True)]
        papers = Papers(story)
        usual = _usual(tenses)
        kinds = [
            kind_of(shown(story, scene, narration, record.tense), usual)
            for scene, narration, record in zip(story.scenes, narrations, told, strict=True)
        ]
        return tuple(
            _as_paper(structs.replace(record, kind=kind), papers.paper(scene))
            for record, kind, scene in zip(told, kinds, story.scenes, strict=True)
        )


def _usual(tenses: Sequence[Tense | None]) -> Tense | None:
    """The tense of most scenes."""
    known = Counter(tense for tense in tenses if tense is not None)
    return next((tense for tense, _ in known.most_common(1)), None)


def _as_paper(told: Viewpoint, paper: Paper | None) -> Viewpoint:
    """A scene that is a letter is told by who signs it, a chat by nobody.

    An entry of a diary is known by its “I” under a date.
    """
    if paper is None or (paper.form == "diary" and told.person != "first"):
        return told
    if paper.form == "diary":
        return structs.replace(told, kind="document")
    person = person_of(count_pronouns(paper.passages))
    is_letter = paper.form == "letter"
    tense = tense_of_story([tense_votes(paper.passages)]) if is_letter else None
    writer = paper.writer_id if is_letter and person == "first" else None
    return Viewpoint(
        scene_id=told.scene_id,
        person=person,
        tense=tense,
        kind="document",
        mode="external" if not is_letter else "internal" if writer else None,
        focalizer_id=writer,
        confidence=LETTER_CONFIDENCE if writer else 0.0,
    )


def _tellers(story: Story, scene: Scene) -> Mapping[Person | None, EntityId | None]:
    """Who sees a scene of the first and of the second person: who tells most of it, and “you”."""
    shares: Counter[EntityId] = Counter()
    for telling in overlapping(story.tellings, scene.start, scene.end):
        length = min(telling.end, scene.end) - max(telling.start, scene.start)
        shares[telling.narrator_id] += length
    narrator = next((person for person, _ in shares.most_common(1)), None)
    you = next((entity.id for entity in story.cast if YOU in entity.names), None)
    return {"first": narrator, "second": you}


def _persons(narrations: Sequence[SceneNarration]) -> list[Person | None]:
    told = [passage for narration in narrations for passage in narration.passages]
    story = person_of_story(tuple(count_stretches(told)))
    return [person_of_scene(count_pronouns(narration.passages), story) for narration in narrations]


def _tenses(narrations: Sequence[SceneNarration]) -> list[Tense | None]:
    votes = [tense_votes(narration.passages) for narration in narrations]
    story = tense_of_story(votes)
    return [tense_of_scene(vote, story) for vote in votes]


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
        mode=eyes.mode,
        focalizer_id=eyes.focalizer,
        also=tuple(mind.entity_id for mind in eyes.also),
        confidence=eyes.confidence,
        evidence=tuple(dict.fromkeys(passages)),
    )


def _heaviest(passages: Sequence[Access], most: int) -> list[Span]:
    """The spans of the passages that say most, those with a name first, in text order."""
    chosen = sorted(passages, key=lambda access: (not access.named, -access.weight))[:most]
    return sorted(access.span for access in chosen)
