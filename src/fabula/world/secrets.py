"""Who keeps what from whom, and whether it has come out."""

from msgspec import Struct

from fabula.story import ChainId, Entity, Secret, Story
from fabula.world.passages import Passage, passage
from fabula.world.things import Things


class Kept(Struct, frozen=True):
    """`keepers` keep something about these people and things from `hidden_from`.

    `hidden_from` empty: from everybody else. `until` is where it comes out, in the words of
    `came_out`; both None while it has not.
    """

    keepers: tuple[str, ...]
    hidden_from: tuple[str, ...]
    about: tuple[str, ...]
    since: int
    until: int | None
    passage: Passage
    came_out: Passage | None


def secrets(story: Story, entity: Entity | None = None) -> tuple[Kept, ...]:
    """The secrets of a story in the order of telling; with `entity`, those of one person.

    These are the secrets that the person keeps, that are kept from them, or that are about them.
    """
    things = Things(story)
    names: dict[str, str] = {each.id: each.name for each in story.cast}

    def told(secret: Secret) -> Kept:
        ended_by = secret.ended_by
        return Kept(
            keepers=tuple(names[each] for each in secret.keeper_ids),
            hidden_from=tuple(names[each] for each in secret.from_ids),
            about=tuple(names.get(each) or things.name(ChainId(each)) for each in secret.about_ids),
            since=secret.since,
            until=secret.until,
            passage=passage(story, secret.evidence),
            came_out=None if ended_by is None else passage(story, ended_by),
        )

    return tuple(
        told(each)
        for each in story.secrets
        if entity is None
        or entity.id in {*each.keeper_ids, *each.from_ids}
        or str(entity.id) in each.about_ids
    )
