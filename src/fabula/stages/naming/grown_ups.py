"""Who is called by an adult's title, and by which nouns no adult is."""

from fabula.lexicon.titles import Title
from fabula.stages.naming.person_names import parse_name
from fabula.story import Entity

CHILDREN = frozenset("child kid boy girl lad lass youngster toddler infant baby".split())
"""Nouns that nobody with an adult's title is called by: “the child” is not Captain Brook."""

_OF_ANY_AGE = frozenset("miss master prince princess saint".split())
_GROWN_UP = frozenset({"courtesy", "rank", "profession"})


def is_grown_up(entity: Entity) -> bool:
    """Whether a name of somebody has an adult's title: “Mr. Brook”, “Captain Ada Brook”.

    “Miss Brook” and “Prince Toby” may be of any age.
    """
    names = (entity.name, *(alias.name for alias in entity.aliases))
    return any(_is_of_adults(title) for name in names for title in parse_name(name).titles)


def _is_of_adults(title: Title) -> bool:
    return title.kind in _GROWN_UP and title.key not in _OF_ANY_AGE
