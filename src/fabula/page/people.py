"""The cast as the page shows it: a colour, a mark, and names that come up as one reads."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from fabula.page.naming import Told, aliases_told, initials_of, names_told, shown_at
from fabula.story import Entity, EntityId, Mention, MentionId, Story
from fabula.text import Span

COLOURS = 8
"""Colours that can be told apart, also by those who are colour-blind; more people share them."""

FEW_MENTIONS = 3
"""Who never speaks and is mentioned less often than this gets no colour."""


class PersonOnPage(Struct, frozen=True):
    """Somebody of the cast, as the page shows them.

    `colour` is 1 to 8, the one who is on the page most first, 0 for passers-by. `names` are the
    names to show, each from an offset (code points) on, the first from the end of the first
    mention; `aliases` the others, each from the end of its first use. `initials` are those of
    the name in the cast; `initials_at` gives those of the name that is known so far.
    """

    id: EntityId
    colour: int
    names: tuple[Told, ...]
    aliases: tuple[Told, ...]
    initials: str

    @property
    def told_at(self) -> int:
        """The offset from which the person may be shown."""
        return self.names[0][0]

    def name_at(self, offset: int) -> str:
        """The name to show when the text is read up to `offset`."""
        return shown_at(self.names, offset)

    def initials_at(self, offset: int) -> str:
        """The initials of that name."""
        return initials_of(self.name_at(offset))


def people_on_page(story: Story) -> tuple[PersonOnPage, ...]:
    """All of the cast, in its order.

    In “A stranger came in. I am Captain Reed, he said” one person, “a stranger” from offset 10
    on, “Captain Reed” from the end of that name on.
    """
    mentions = mentions_by_person(story)
    colours = _colours(story, mentions)
    return tuple(
        PersonOnPage(
            id=entity.id,
            colour=colours.get(entity.id, 0),
            names=names_told(story.document, entity, mentions[entity.id]),
            aliases=aliases_told(story.document, entity, mentions[entity.id]),
            initials=initials_of(entity.name),
        )
        for entity in story.cast
    )


def people_by_mention(story: Story) -> Mapping[MentionId, EntityId]:
    """Whom each mention means; mentions of anybody and anything outside the cast are left out."""
    return {
        mention_id: chain.entity_id
        for chain in story.chains
        if chain.entity_id is not None
        for mention_id in chain.mention_ids
    }


def mentions_by_person(story: Story) -> Mapping[EntityId, Sequence[Mention]]:
    """The mentions of everybody in the cast, in text order."""
    who = people_by_mention(story)
    found: defaultdict[EntityId, list[Mention]] = defaultdict(list)
    for mention in story.mentions:
        if mention.id in who:
            found[who[mention.id]].append(mention)
    return found


def words_spoken(story: Story) -> Counter[EntityId]:
    """How many words everybody says."""
    speakers = {each.quotation_id: each.speaker_id for each in story.attributions}
    spoken: Counter[EntityId] = Counter()
    for quotation in story.quotations:
        speaker = speakers.get(quotation.id)
        if speaker is not None:
            spoken[speaker] += words_in(story, quotation.parts)
    return spoken


def words_in(story: Story, parts: Sequence[Span]) -> int:
    """How many words these spans hold."""
    return sum(len(story.document[part].split()) for part in parts)


def _colours(story: Story, mentions: Mapping[EntityId, Sequence[Mention]]) -> dict[EntityId, int]:
    spoken = words_spoken(story)

    def weight(entity: Entity) -> int:
        return spoken[entity.id] + len(mentions.get(entity.id, ()))

    seen = [
        entity
        for entity in story.cast
        if spoken[entity.id] or len(mentions.get(entity.id, ())) >= FEW_MENTIONS
    ]
    ranked = sorted(seen, key=weight, reverse=True)
    return {entity.id: rank % COLOURS + 1 for rank, entity in enumerate(ranked)}
