"""What gives away that a word for a state is a manner of speaking.

The lists were written by hand for this project from ordinary English usage.
"""

from collections.abc import Mapping
from types import MappingProxyType

_AFTER = {
    "sick": "of with to at about for",
    "ill": "at",
    "tired": "of",
    "anxious": "to",
    "weary": "of",
    "bored": "of",
    "blind": "to with drunk date",
    "deaf": "to",
    "dead": "to set against weight center centre end ahead drunk",
    "bound": "for up over",
    "stuck": "to for with out together",
    "hurt": "that",
    "wounded": "that",
    "mute": "with",
    "conscious": "of that",
    "unconscious": "of that",
    "free": "to for",
    "naked": "eye",
    "plastered": "with to over in down on against",
    "poisoned": "chalice",
    "detained": "by",
    "guilty": "of",
    "locked": "on onto out eyes gazes",
}

AFTER: Mapping[str, frozenset[str]] = MappingProxyType(
    {word: frozenset(others.split()) for word, others in _AFTER.items()}
)
"""A word for a state, to the words right behind it that make it mean something else."""

ABSTRACT = frozenset(
    """
    work meeting meetings office court traffic knots business paperwork schedule duty duties
    marriage job career conversation argument debate lie lies past present future memory memories
    dream dreams thought thoughts loop rut routine time history life mind power joy happiness
    success victory love relief excitement delight grief rage anger fury jealousy envy wonder
    gratitude attention praise sunlight beauty words despair misery shame embrace kiss combat
    battle struggle gaze stare glance silence secrecy vow vows promise oath desk phone computer
    worry nerves dread fear anxiety curiosity boredom laughing laughter embarrassment sight sound
    voice smile pride vanity feelings dignity idea notion hope hopes honour honor
    """.split()
)
"""What ties, locks, traps or intoxicates nobody who is tied, locked, trapped or drunk by it."""

HARMLESS_BONDS = frozenset("strap straps strapped strapping buckled belted".split())
"""Whoever is bound by these only has a seat belt or a harness on."""

UNSEEN = frozenset(
    """
    word words thought thoughts memory look looks voice silence fear jealousy grief guilt doubt
    remark question joke suspense boredom curiosity waiting news light sun sunlight glare kindness
    tone tears emotion emotions passion touch sound sight noise movement gesture
    """.split()
)
"""What wounds, blinds and kills without harm: “the word stabbed him”."""
