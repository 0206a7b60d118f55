"""The scenes as the page shows them: each thing with the offset from which it is told."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from fabula.formats.scene_rows import scene_lengths
from fabula.labels import Person, Tense
from fabula.page.naming import ThingsTold, Told
from fabula.page.people import PersonOnPage, mentions_by_person
from fabula.story import (
    ChainId,
    EntityId,
    Mention,
    Presence,
    Scene,
    SceneId,
    Stay,
    Story,
    Viewpoint,
)
from fabula.text import covering


class SceneOnPage(Struct, frozen=True):
    """A scene, each of its parts with the offset from which it may be shown.

    `talk` is the share of its words that are spoken, 0 to 1; `also` are others whose minds it
    enters; of `place` the last one told counts.
    """

    id: SceneId
    chapter: str
    at: int
    end: int
    place: tuple[Told, ...]
    time: Told | None
    viewpoint: tuple[int, EntityId] | None
    also: tuple[tuple[int, EntityId], ...]
    person: Person | None
    tense: Tense | None
    present: tuple[tuple[int, EntityId], ...]
    words: int
    talk: float


def scene_of(story: Story, offset: int) -> Scene | None:
    """The scene around this place in the text; None between two scenes."""
    return covering(story.scenes, offset)


def scenes_on_page(story: Story, people: Iterable[PersonOnPage]) -> tuple[SceneOnPage, ...]:
    """All scenes in text order.

    Somebody is present from where the scene first mentions them; its eyes are told with the
    first passage that shows a mind; a place with the words that say who is there.
    """
    told = {person.id: person.told_at for person in people}
    mentions = mentions_by_person(story)
    eyes = {each.scene_id: each for each in story.viewpoints}
    present = {each.scene_id: each for each in story.presence}
    places, lengths = _places(story), scene_lengths(story)
    found = []
    for scene in story.scenes:
        view = eyes.get(scene.id, Viewpoint(scene_id=scene.id))
        there = present.get(scene.id, Presence(scene_id=scene.id, entity_ids=()))
        found.append(
            SceneOnPage(
                id=scene.id,
                chapter=scene.chapter_id,
                at=scene.start,
                end=scene.end,
                place=places.get(scene.id, ()),
                time=_time(story, scene),
                viewpoint=_eyes(scene, view, told),
                also=_also(scene, view, told),
                person=view.person,
                tense=view.tense,
                present=tuple(_present(scene, there, mentions)),
                words=lengths[scene.id].words,
                talk=lengths[scene.id].dialogue,
            )
        )
    return tuple(found)


def _time(story: Story, scene: Scene) -> Told | None:
    if scene.time is None:
        return None
    return scene.time.end, " ".join(story.document[scene.time].split())


def _eyes_told(scene: Scene, view: Viewpoint) -> int:
    return min((span.end for span in view.evidence), default=scene.start + 1)


def _eyes(
    scene: Scene, view: Viewpoint, told: Mapping[EntityId, int]
) -> tuple[int, EntityId] | None:
    if view.focalizer_id is None:
        return None
    return max(_eyes_told(scene, view), told[view.focalizer_id]), view.focalizer_id


def _also(
    scene: Scene, view: Viewpoint, told: Mapping[EntityId, int]
) -> tuple[tuple[int, EntityId], ...]:
    # No passage is kept for the others, so that theirs is told when the scene is.
    return tuple((max(scene.end, told[who]), who) for who in view.also)


def _present(
    scene: Scene, there: Presence, mentions: Mapping[EntityId, Sequence[Mention]]
) -> Iterator[tuple[int, EntityId]]:
    for who in there.entity_ids:
        own = mentions.get(who, ())
        first = bisect_left(own, scene.start, key=attrgetter("start"))
        inside = first < len(own) and own[first].start < scene.end
        yield (own[first].end if inside else scene.end), who


def _places(story: Story) -> dict[SceneId, tuple[Told, ...]]:
    """Where most of those present are said to be, the first of equals, as far as it is told."""
    present = {each.scene_id: frozenset(each.entity_ids) for each in story.presence}
    stays: dict[SceneId, list[Stay]] = {}
    for stay in story.places:
        scene = scene_of(story, stay.since)
        if scene is not None and stay.who_id in present.get(scene.id, ()):
            stays.setdefault(scene.id, []).append(stay)
    things = ThingsTold(story)
    return {scene_id: _place(things, inside) for scene_id, inside in stays.items()}


def _place(things: ThingsTold, stays: Sequence[Stay]) -> tuple[Told, ...]:
    counts: Counter[ChainId] = Counter()
    told: list[Told] = []
    offset, place = 0, stays[0].place_id
    for stay in sorted(stays, key=_told_at):
        offset = _told_at(stay)
        counts[stay.place_id] += 1
        place = counts.most_common(1)[0][0]
        _add(told, offset, things.name_at(place, offset))
    for since, name in things.names(place):
        if since > offset:
            _add(told, since, name)
    return tuple(told)


def _told_at(stay: Stay) -> int:
    return max(stay.evidence.end, stay.since + 1)


def _add(told: list[Told], offset: int, name: str) -> None:
    """The last word at one offset counts, and a name is not said twice running."""
    if told and told[-1][0] == offset:
        told.pop()
    if not told or told[-1][1] != name:
        told.append((offset, name))
