"""Reads a text with the real stages, by rules alone, as far as a test needs it."""

from fabula import pipeline
from fabula.sources import plain


def read_to(layer, text):
    """The story with all layers up to this one."""
    return pipeline.analyse(plain.from_text(text), encoder=None, until=layer)


def mentions_of(text, form=None, kind=None):
    """The mentions as written, in text order."""
    story = read_to("mentions", text)
    return [
        story.document[mention]
        for mention in story.mentions
        if form in {None, mention.form} and kind in {None, mention.type}
    ]


def names_in(text):
    """The names of people as written."""
    return mentions_of(text, "proper", "PER")


def cast_of(text):
    """The cast by name."""
    return {entity.name: entity for entity in read_to("cast", text).cast}


def aliases_in(text, name):
    """The aliases of a member of the cast, each with its reason."""
    return {alias.name: alias.reason for alias in cast_of(text)[name].aliases}


def linked(text):
    """Each linked mention as written, with the name of the one it points at."""
    story = read_to("links", text)
    mentions = {mention.id: mention for mention in story.mentions}
    return [
        (story.document[mentions[link.mention_id]], story.entity(link.entity_id).name)
        for link in story.links
    ]
