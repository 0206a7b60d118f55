"""Answers to who, where, holds and knows, each with its passages.

Every function takes a story and answers from all of it; for an answer up to a place, give it
what `so_far` leaves of the story.
"""

from collections.abc import Sequence

from msgspec import Struct

from fabula.corrections.names import Names, key_of, listed
from fabula.errors import QuestionError
from fabula.labels import EntityKind, Pronouns
from fabula.story import Entity, EntityId, Story
from fabula.text import Span
from fabula.world.acquaintance import Acquaintance, Acquaintances
from fabula.world.knowing import Knowing, Known
from fabula.world.moment import Fact, Facts
from fabula.world.passages import Passage, passage
from fabula.world.secrets import Kept
from fabula.world.secrets import secrets as kept_secrets
from fabula.world.things import Things

MOST_PARTNERS = 5
"""People somebody has to do with who are listed."""

MOST_THINGS_OFFERED = 5
"""Things named where nothing is called as was asked."""


class Portrait(Struct, frozen=True):
    """Who somebody is, as the text has told it.

    `states` and `holds` are what lasts at the end, `where` the last place they were in (left
    again, if its `until` is set), None where no place is known; `last_scene` is the last scene
    they are present in. `first` and `last` are the passages of the first and last mention.
    `members` are the names of those who belong to a group.
    """

    name: str
    aliases: tuple[str, ...]
    kind: EntityKind
    pronouns: Pronouns | None
    mentions: int
    lines: int
    relations: tuple[Fact, ...]
    states: tuple[Fact, ...]
    where: Fact | None
    last_scene: str | None
    holds: tuple[Fact, ...]
    relatives: tuple[Fact, ...]
    acquaintances: tuple[Acquaintance, ...]
    first: Passage | None
    last: Passage | None
    members: tuple[str, ...] = ()


class Whereabouts(Struct, frozen=True):
    """Where somebody is and was: `stays` in the order of telling, the last may be open.

    `last_scene` is the last scene they are present in, whose place need not be known.
    """

    name: str
    stays: tuple[Fact, ...]
    last_scene: str | None


class Holding(Struct, frozen=True):
    """Somebody had a thing; `holder` None: nobody, it lay about."""

    item: str
    holder: str | None
    how: str
    since: int
    until: int | None
    passage: Passage


def person(story: Story, name: str) -> Entity:
    """The member of the cast whom the name means; a part of a name will do if it fits one.

    Raises:
        QuestionError: if it is nobody's or several people's, with the nearest names there are.
    """
    names = Names(story.cast)
    found = names.meant(name)
    if found is not None:
        return found
    asked = set(key_of(name).split())
    bearers = [
        entity
        for entity in story.cast
        if asked and any(asked <= set(key_of(each).split()) for each in entity.names)
    ]
    if not names.bearers(name) and len(bearers) == 1:
        return bearers[0]
    problem = names.problem(name)
    if bearers and not names.bearers(name):
        problem = f"'{name}' is a part of the names {listed(each.name for each in bearers)}"
    raise QuestionError(f"expected the name of somebody in the story, found that {problem}")


def who(story: Story, name: str) -> Portrait:
    """Who somebody is.

    Raises:
        QuestionError: if nobody, or more than one, is called that.
    """
    entity = person(story, name)
    facts = Facts(story)
    now, stays = facts.of(entity, present=False), facts.stays(entity.id)
    mentions = _mentions(story, entity.id)
    return Portrait(
        name=entity.name,
        aliases=tuple(alias.name for alias in entity.aliases),
        kind=entity.kind,
        pronouns=entity.pronouns,
        mentions=len(mentions),
        lines=sum(each.speaker_id == entity.id for each in story.attributions),
        relations=now.relations,
        states=now.states,
        where=stays[-1] if stays else None,
        last_scene=_last_scene(story, entity.id),
        holds=now.holds,
        relatives=facts.relatives(entity.id),
        acquaintances=Acquaintances(story).of(entity.id)[:MOST_PARTNERS],
        first=passage(story, mentions[0]) if mentions else None,
        last=passage(story, mentions[-1]) if mentions else None,
        members=tuple(story.entity(each.entity_id).name for each in entity.members),
    )


def where(story: Story, name: str) -> Whereabouts:
    """Where somebody is and has been.

    Raises:
        QuestionError: if nobody, or more than one, is called that.
    """
    entity = person(story, name)
    stays = Facts(story).stays(entity.id)
    return Whereabouts(entity.name, stays, _last_scene(story, entity.id))


def holds(story: Story, name: str) -> tuple[Holding, ...]:
    """What a person has had, or who has had a thing, in the order of telling.

    Raises:
        QuestionError: if no person and no thing that changes hands is called that.
    """
    things = Things(story)
    items = things.called(name, (each.item_id for each in story.items))
    asked = Names(story.cast).meant(name)
    if asked is None and not items:
        asked = _holder(story, things, name)
    return tuple(
        Holding(
            item=things.name(each.item_id),
            holder=_name(story, each.holder_id),
            how=each.how,
            since=each.since,
            until=each.until,
            passage=passage(story, each.evidence),
        )
        for each in story.items
        if (each.holder_id == asked.id if asked is not None else each.item_id in items)
    )


def knows(story: Story, name: str) -> tuple[Known, ...]:
    """What somebody has come to know, and who has come to know of them, or of a thing.

    Each with who else knows, and of whom the story does not say so. Of a thing, or of somebody
    outside the cast, any words will do that the passage has: “figure”.

    Raises:
        QuestionError: if it is nobody's name and nothing that anybody is told to know of.
    """
    knowing = Knowing(story)
    asked = Names(story.cast).meant(name)
    if asked is None:
        found = knowing.about_thing(name)
        if found:
            return found
        asked = person(story, name)
    return (*knowing.of_person(asked), *knowing.about_person(asked))


def known_of(story: Story, entity: Entity) -> tuple[Known, ...]:
    """What a member of the cast has come to know, in the order of telling."""
    return Knowing(story).of_person(entity)


def secrets(story: Story, name: str | None = None) -> tuple[Kept, ...]:
    """What is kept from whom, in the whole story or by, from and about one person.

    Raises:
        QuestionError: if nobody, or more than one, is called that.
    """
    return kept_secrets(story, None if name is None else person(story, name))


def _holder(story: Story, things: Things, name: str) -> Entity:
    """A person by a part of the name; where there is none, the message names things too."""
    try:
        return person(story, name)
    except QuestionError as error:
        known = dict.fromkeys(things.name(each.item_id) for each in story.items)
        if not known:
            raise
        some = listed(list(known)[:MOST_THINGS_OFFERED], last="or")
        raise QuestionError(f"{error}; of things, ask for {some}") from error


def _name(story: Story, entity_id: EntityId | None) -> str | None:
    return None if entity_id is None else story.entity(entity_id).name


def _mentions(story: Story, entity_id: EntityId) -> Sequence[Span]:
    ids = {
        mention_id
        for chain in story.chains
        if chain.entity_id == entity_id
        for mention_id in chain.mention_ids
    }
    return [mention.span for mention in story.mentions if mention.id in ids]


def _last_scene(story: Story, entity_id: EntityId) -> str | None:
    there = [each.scene_id for each in story.presence if entity_id in each.entity_ids]
    return there[-1] if there else None
