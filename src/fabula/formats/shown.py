"""How a row calls people, places and things: by their names, else by their most telling words."""

from collections.abc import Mapping

from fabula.story import Chain, ChainId, EntityId, MentionId, Story
from fabula.world.things import as_called, most_telling


def shown_people(story: Story) -> Mapping[EntityId, str]:
    """The names of the cast."""
    return {entity.id: entity.name for entity in story.cast}


def chains_by_mention(story: Story) -> Mapping[MentionId, Chain]:
    """The chain that each mention is in."""
    return {mention_id: chain for chain in story.chains for mention_id in chain.mention_ids}


def shown_chains(story: Story) -> Mapping[ChainId, str]:
    """Each chain by its most telling words."""
    mentions = {mention.id: mention for mention in story.mentions}
    shown = {}
    for chain in story.chains:
        told = most_telling(mentions[mention_id] for mention_id in chain.mention_ids)
        shown[chain.id] = as_called(story.document[told], told.form)
    return shown


def shown_by_id(story: Story) -> Mapping[str, str]:
    """The cast by their names, and every chain by its most telling words."""
    shown: dict[str, str] = {str(chain): words for chain, words in shown_chains(story).items()}
    return shown | {str(who): name for who, name in shown_people(story).items()}


def shown_mentions(story: Story) -> Mapping[MentionId, str]:
    """Each mention by the name of its member of the cast, else as written."""
    names = shown_people(story)
    chains = chains_by_mention(story)
    shown = {}
    for mention in story.mentions:
        entity_id = chains[mention.id].entity_id
        shown[mention.id] = names[entity_id] if entity_id else story.document[mention]
    return shown
