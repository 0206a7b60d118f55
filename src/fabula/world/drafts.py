"""What changed in the story between two drafts: people, scenes and facts, not only words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from fabula.labels import INVERSES
from fabula.story import EntityId, SceneId, Story
from fabula.text import Span
from fabula.world.matching import people_between, scenes_between
from fabula.world.passages import Passage, passage
from fabula.world.things import Things, bare

Change = Literal["added", "gone", "renamed", "changed"]


class Difference(Struct, frozen=True):
    """One thing that is not as it was.

    `what` is person, scene or the name of a fact's layer (place, item, state, relation);
    `subject` is whom or which it concerns, by the new draft where it is there. `passage` is in
    the new draft, of what is gone in the old one; None where there is none to show.
    """

    what: str
    change: Change
    subject: str
    before: str | None = None
    after: str | None = None
    passage: Passage | None = None


def differences(old: Story, new: Story) -> tuple[Difference, ...]:
    """What changed from the old draft to the new: people first, then scenes, then facts.

    People are one if they share a name, or if one stands in the sentences where the other stood;
    scenes if they share most of their sentences, names aside. Facts are compared by who they are
    about and what they say, wherever they stand.

    Example:
        A draft in which Ines is called Inga and the lamp stays with Tom: `person renamed`,
        `item gone`.
    """
    people = people_between(old, new)
    return (
        *_people(old, new, people),
        *_scenes(old, new, people),
        *_facts(old, new, people),
    )


def _people(old: Story, new: Story, people: Mapping[EntityId, EntityId]) -> Iterator[Difference]:
    after = {entity.id: entity for entity in new.cast}
    for entity in old.cast:
        partner = after.get(people[entity.id]) if entity.id in people else None
        if partner is None:
            yield Difference("person", "gone", entity.name, before=entity.name)
        elif partner.name != entity.name:
            yield Difference("person", "renamed", partner.name, entity.name, partner.name)
    matched = set(people.values())
    for entity in new.cast:
        if entity.id not in matched:
            yield Difference("person", "added", entity.name, after=entity.name)


def _scenes(old: Story, new: Story, people: Mapping[EntityId, EntityId]) -> Iterator[Difference]:
    scenes = scenes_between(old, new)
    before, after = _Told(old, _names_in(old, new, people)), _Told(new, _names_in(new, new, {}))
    # A draft that was read without places says nothing against the other's.
    both_have_places = "places" in old.layers and "places" in new.layers
    for scene in old.scenes:
        if scene.id not in scenes:
            opening = passage(old, Span(scene.start, scene.start + 1))
            yield Difference("scene", "gone", scene.id, before=scene.id, passage=opening)
            continue
        here = scenes[scene.id]
        for what, was, now in zip(
            ("place", "viewpoint", "present"),
            before.of_scene(scene.id),
            after.of_scene(here),
            strict=True,
        ):
            if was != now and (what != "place" or both_have_places):
                opening = passage(new, Span(after.start(here), after.start(here) + 1))
                subject = f"{here} {what}"
                yield Difference("scene", "changed", subject, was or None, now or None, opening)
    matched = set(scenes.values())
    for scene in new.scenes:
        if scene.id not in matched:
            opening = passage(new, Span(scene.start, scene.start + 1))
            yield Difference("scene", "added", scene.id, after=scene.id, passage=opening)


class _Told:
    """What a draft says of its scenes; people of the old draft by their names in the new."""

    def __init__(self, story: Story, names: Mapping[EntityId, str]) -> None:
        self._story = story
        self._things = Things(story)
        self._names = names
        self._scenes = {scene.id: scene for scene in story.scenes}
        self._eyes = {each.scene_id: each.focalizer_id for each in story.viewpoints}
        self._present = {each.scene_id: each.entity_ids for each in story.presence}

    def start(self, scene_id: SceneId) -> int:
        return self._scenes[scene_id].start

    def of_scene(self, scene_id: SceneId) -> tuple[str, str, str]:
        """Its place, its focalizer and who is there."""
        eyes = self._eyes.get(scene_id)
        present = sorted(self._names[each] for each in self._present.get(scene_id, ()))
        return self._place(scene_id), self._names[eyes] if eyes else "", ", ".join(present)

    def _place(self, scene_id: SceneId) -> str:
        scene = self._scenes[scene_id]
        return next(
            (
                bare(self._things.name(stay.place_id))
                for stay in self._story.places
                if scene.start <= stay.since < scene.end
            ),
            "",
        )


def _names_in(
    story: Story, new: Story, people: Mapping[EntityId, EntityId]
) -> Mapping[EntityId, str]:
    """The people of a draft by what the new draft calls them."""
    after = {entity.id: entity.name for entity in new.cast}
    return {
        entity.id: after[people[entity.id]] if entity.id in people else entity.name
        for entity in story.cast
    }


Fact = tuple[str, str, str]
"""A layer, whom it is about, what it says."""


def _facts(old: Story, new: Story, people: Mapping[EntityId, EntityId]) -> Iterator[Difference]:
    # What was not looked for in one of the drafts has not changed.
    both = [layer for layer in _FACTS if layer in old.layers and layer in new.layers]
    was = dict(_told_facts(old, _names_in(old, new, people), both))
    now = dict(_told_facts(new, _names_in(new, new, {}), both))
    for (layer, subject, value), span in was.items():
        if (layer, subject, value) not in now:
            yield Difference(layer, "gone", subject, before=value, passage=passage(old, span))
    for (layer, subject, value), span in now.items():
        if (layer, subject, value) not in was:
            yield Difference(layer, "added", subject, after=value, passage=passage(new, span))


_FACTS = ("places", "items", "states", "relations")


def _told_facts(
    story: Story, names: Mapping[EntityId, str], layers: Collection[str]
) -> Iterable[tuple[Fact, Span]]:
    """Each fact of the layers, the passage that tells it first last: a mapping keeps that one."""
    things = Things(story)
    for stay in reversed(story.places if "places" in layers else ()):
        where = bare(things.name(stay.place_id))
        yield ("place", names[stay.who_id], where), stay.evidence
    for custody in reversed(story.items if "items" in layers else ()):
        holder = names[custody.holder_id] if custody.holder_id else "nobody"
        item = bare(things.name(custody.item_id))
        yield ("item", holder, f"{custody.how} {item}"), custody.evidence
    for state in reversed(story.states if "states" in layers else ()):
        value = f"{state.attribute} {state.value}".strip().lower()
        yield ("state", names[state.who_id], value), state.evidence
    for relation in reversed(story.relations if "relations" in layers else ()):
        # Told from either side it is the same relation.
        a, kind, b = names[relation.a_id], relation.kind, names[relation.b_id]
        if b < a:
            a, kind, b = b, INVERSES.get(kind, kind), a
        yield ("relation", a, f"{kind.replace('_', ' ')} of {b}"), relation.evidence
