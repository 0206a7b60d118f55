"""The world at one place in the text: who is there, where everyone is, what they have."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from fabula.labels import INVERSES
from fabula.story import Custody, Entity, EntityId, Relation, Relative, SceneId, State, Stay, Story
from fabula.world.acquaintance import Acquaintance, Acquaintances
from fabula.world.passages import Passage, passage
from fabula.world.so_far import so_far
from fabula.world.things import Things


class Fact(Struct, frozen=True):
    """Something that holds, from `since` (an offset) on, and the passage that says so.

    `kind` is a state's attribute, how a thing was come by, or what the one is to the other;
    `value` is the state, the thing, the place or the other's name.
    """

    kind: str
    value: str
    since: int
    until: int | None
    passage: Passage


class PersonNow(Struct, frozen=True):
    """Somebody as they are at a moment; `where` None: the text has not said.

    A relation's `kind` is what this person is to the other: `parent` of Tom. `relatives` are those
    without a place in the cast: kind `parent`, value “mother” for whoever has one.
    """

    id: EntityId
    name: str
    present: bool
    where: Fact | None
    holds: tuple[Fact, ...]
    states: tuple[Fact, ...]
    relations: tuple[Fact, ...]
    relatives: tuple[Fact, ...] = ()
    acquaintances: tuple[Acquaintance, ...] = ()


class Moment(Struct, frozen=True):
    """The world at `position` (code points), as far as the text has told it.

    `scene_id` is the scene that is going on there, or the last one. `people` are all who have
    come up, those who are present first. `unknown` are the layers that were not read, so that
    nothing is known of them.
    """

    position: int
    scene_id: SceneId | None
    people: tuple[PersonNow, ...]
    unknown: tuple[str, ...] = ()

    @property
    def present(self) -> tuple[PersonNow, ...]:
        """Those who are there."""
        return tuple(person for person in self.people if person.present)

    def person(self, name: str) -> PersonNow | None:
        """The one shown by this name, if anybody is."""
        return next((person for person in self.people if person.name == name), None)


def at(story: Story, position: int) -> Moment:
    """The world at this place in the text; see `Moment`.

    In “Tom took the key and left. Ines slept.”, after “Ines slept.”, Ines is present and asleep
    and Tom has the key.
    """
    told = so_far(story, position)
    facts = Facts(told)
    scene = told.scenes[-1] if told.scenes else None
    presences = {each.scene_id: each.entity_ids for each in told.presence}
    present = presences.get(scene.id, ()) if scene else ()
    people = [facts.of(entity, entity.id in present) for entity in told.cast]
    return Moment(
        position=position,
        scene_id=scene.id if scene else None,
        people=tuple(sorted(people, key=lambda person: not person.present)),
        unknown=tuple(layer for layer in _WORLD if layer not in story.layers),
    )


_WORLD = ("places", "items", "states", "relations", "knowledge")
Record = TypeVar("Record", Stay, Custody, State, Relation, Relative)


class _ByPerson(Generic[Record]):
    """The records of a layer by the person they are about."""

    def __init__(self, records: Iterable[Record], *people: str) -> None:
        self._found: defaultdict[str, list[Record]] = defaultdict(list)
        for record in records:
            for field in people:
                who = getattr(record, field)
                if who is not None:
                    self._found[who].append(record)

    def of(self, entity_id: EntityId) -> Sequence[Record]:
        return self._found.get(entity_id, ())


class Facts:
    """What a story says of its people, by person; the last word on each is at its end."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._things = Things(story)
        self._names = {entity.id: entity.name for entity in story.cast}
        self._stays = _ByPerson(story.places, "who_id")
        self._custody = _ByPerson(story.items, "holder_id")
        self._states = _ByPerson(story.states, "who_id")
        self._relations = _ByPerson(story.relations, "a_id", "b_id")
        self._relatives = _ByPerson(story.relatives, "who_id")
        self._ties = Acquaintances(story)

    def of(self, entity: Entity, present: bool) -> PersonNow:
        """Somebody as they are at the end of the story as it is given."""
        stays = [each for each in self.stays(entity.id) if each.until is None]
        return PersonNow(
            id=entity.id,
            name=entity.name,
            present=present,
            where=stays[-1] if stays else None,
            holds=tuple(each for each in self.custody(entity.id) if each.until is None),
            states=tuple(each for each in self.states(entity.id) if each.until is None),
            relations=tuple(each for each in self.relations(entity.id) if each.until is None),
            relatives=self.relatives(entity.id),
            acquaintances=self._ties.of(entity.id),
        )

    def stays(self, entity_id: EntityId) -> tuple[Fact, ...]:
        """Where somebody has been, in the order of telling."""
        return tuple(
            self._fact("in", self._things.name(each.place_id), each)
            for each in self._stays.of(entity_id)
        )

    def custody(self, entity_id: EntityId) -> tuple[Fact, ...]:
        """What somebody has had."""
        return tuple(
            self._fact(each.how, self._things.name(each.item_id), each)
            for each in self._custody.of(entity_id)
        )

    def states(self, entity_id: EntityId) -> tuple[Fact, ...]:
        """The states somebody has been in, and their traits; what is told twice once."""
        found: dict[tuple[str, str, int | None], Fact] = {}
        for each in self._states.of(entity_id):
            key = (each.attribute, each.value.lower(), each.until)
            found.setdefault(key, self._fact(each.attribute, each.value, each))
        return tuple(found.values())

    def relations(self, entity_id: EntityId) -> tuple[Fact, ...]:
        """What somebody is to others."""
        return tuple(
            self._fact(each.kind, self._names[each.b_id], each)
            if each.a_id == entity_id
            else self._fact(INVERSES.get(each.kind, each.kind), self._names[each.a_id], each)
            for each in self._relations.of(entity_id)
        )

    def relatives(self, entity_id: EntityId) -> tuple[Fact, ...]:
        """Whom somebody is said to have who is nobody in the cast: `parent`, “mother”."""
        return tuple(
            Fact(
                kind=each.kind,
                value=each.noun,
                since=each.since,
                until=None,
                passage=passage(self._story, each.evidence),
            )
            for each in self._relatives.of(entity_id)
        )

    def _fact(self, kind: str, value: str, record: Stay | Custody | State | Relation) -> Fact:
        return Fact(
            kind=kind,
            value=value,
            since=record.since,
            until=record.until,
            passage=passage(self._story, record.evidence),
        )
