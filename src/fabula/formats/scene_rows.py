"""Scenes as rows: where, when, through whose eyes, who is there, and a title made from these."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.labels import Mode, Move, Person, SceneKind, Tense
from fabula.leaves import STORY_LEAVES
from fabula.story import ChainId, EntityId, Presence, Scene, SceneId, Story, Viewpoint
from fabula.text import Span, covering

LEAST_OF_SCENE = 0.2
"""The part of a scene that those who are placed in it spend in its place, one with another."""

MOST_NAMES = 4
"""People in a title; of more only the number is given."""


class ComingRow(Struct, frozen=True):
    """Someone arrives in a scene or leaves it, and the words that say so."""

    who: str
    move: Move
    evidence: Span


class SceneRow(Struct, frozen=True):
    """A scene; `viewpoint` is the focalizer's name, `also` other minds entered.

    `title` is made from place, time and people: “The kitchen, the next morning: Ada and Tom”.
    `dialogue` is the share of its words that are spoken, 0 to 1.
    """

    id: str
    chapter: str
    start: int
    end: int
    title: str | None
    kind: SceneKind
    opened_by: str
    viewpoint: str | None
    also: tuple[str, ...]
    mode: Mode | None
    person: Person | None
    tense: Tense | None
    place: str | None
    time: str | None
    present: tuple[str, ...]
    comings: tuple[ComingRow, ...]
    words: int
    dialogue: float
    confidence: float


class SceneLength(Struct, frozen=True):
    """How many words of the story a scene has, and the share of them that is spoken, 0 to 1."""

    words: int
    dialogue: float


def scene_rows(
    story: Story, names: Mapping[EntityId, str], shown: Mapping[ChainId, str]
) -> Iterator[SceneRow]:
    """The scenes in text order; `names` are those of people, `shown` the words for places."""
    viewpoints = {viewpoint.scene_id: viewpoint for viewpoint in story.viewpoints}
    presences = {presence.scene_id: presence for presence in story.presence}
    places = _places(story)
    lengths = scene_lengths(story)
    for scene in story.scenes:
        viewpoint = viewpoints.get(scene.id, Viewpoint(scene_id=scene.id))
        there = presences.get(scene.id, Presence(scene_id=scene.id, entity_ids=()))
        place = shown[places[scene.id]] if scene.id in places else None
        time = story.document[scene.time] if scene.time else None
        eyes = names[viewpoint.focalizer_id] if viewpoint.focalizer_id else None
        present = tuple(names[entity] for entity in there.entity_ids)
        yield SceneRow(
            id=scene.id,
            chapter=scene.chapter_id,
            start=scene.start,
            end=scene.end,
            title=scene_title(place, time, present, eyes),
            kind=viewpoint.kind,
            opened_by=scene.opened_by,
            viewpoint=eyes,
            also=tuple(names[other] for other in viewpoint.also),
            mode=viewpoint.mode,
            person=viewpoint.person,
            tense=viewpoint.tense,
            place=place,
            time=time,
            present=present,
            comings=tuple(
                ComingRow(names[each.who_id], each.move, each.evidence) for each in there.comings
            ),
            words=lengths[scene.id].words,
            dialogue=lengths[scene.id].dialogue,
            confidence=viewpoint.confidence,
        )


def scene_title(
    place: str | None, time: str | None, present: Sequence[str], eyes: str | None = None
) -> str | None:
    """A line that tells a scene from its neighbours; None where nothing is known of it.

    Example:
        >>> scene_title("the kitchen", "The next morning", ["Tom", "Ada"], eyes="Ada")
        'The kitchen, the next morning: Ada and Tom'
    """
    when = " ".join(time.split()).rstrip(".,;:") if time else None
    if when and place and when.split()[0].lower() in _SMALL:
        when = when[0].lower() + when[1:]
    setting = ", ".join(filter(None, (place, when)))
    people = _listed(sorted(present, key=lambda name: name != eyes))
    title = ": ".join(filter(None, (setting, people)))
    return title[0].upper() + title[1:] if title else None


_SMALL = frozenset(
    """
    the a an in on at by before after that this it one two three four five six several some half
    early late later next towards when all for during from until as soon
    """.split()
)
"""Words that begin a time and stand in lower case behind a place."""


def _listed(names: Sequence[str]) -> str:
    """“Ada”, “Ada and Tom”, “Ada, Tom, Ines and 3 others”."""
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _places(story: Story) -> dict[SceneId, ChainId]:
    """The place of each scene: where those present are the longest, one added to another.

    A place that is only passed through, or reached in the last lines, is not the scene's.
    """
    present = {each.scene_id: set(each.entity_ids) for each in story.presence}
    spent: dict[SceneId, Counter[ChainId]] = {}
    placed: dict[SceneId, set[EntityId]] = {}
    for stay in story.places:
        scene = covering(story.scenes, stay.since)
        if scene is not None and stay.who_id in present.get(scene.id, ()):
            until = scene.end if stay.until is None else min(stay.until, scene.end)
            spent.setdefault(scene.id, Counter())[stay.place_id] += until - stay.since
            placed.setdefault(scene.id, set()).add(stay.who_id)
    return {
        scene.id: place
        for scene in story.scenes
        if scene.id in spent
        and (place := _foremost(spent[scene.id], scene, len(placed[scene.id]))) is not None
    }


def _foremost(spent: Counter[ChainId], scene: Scene, people: int) -> ChainId | None:
    for place, length in spent.most_common(1):
        if length >= LEAST_OF_SCENE * people * (scene.end - scene.start):
            return place
    return None


def scene_lengths(story: Story) -> Mapping[SceneId, SceneLength]:
    """The length of every scene, by its id."""
    words: Counter[SceneId] = Counter()
    spoken: Counter[SceneId] = Counter()
    for leaf in story.leaves():
        scene = covering(story.scenes, leaf.start)
        if scene is None or leaf.kind not in STORY_LEAVES:
            continue
        count = len(story.document[leaf].split())
        words[scene.id] += count
        if leaf.kind == "speech":
            spoken[scene.id] += count
    return {
        scene.id: SceneLength(
            words=words[scene.id],
            dialogue=round(spoken[scene.id] / max(words[scene.id], 1), 2),
        )
        for scene in story.scenes
    }
