"""Things that a person can pick up, carry, hand over, lose or steal."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from fabula.lexicon.roles import plural_of
from fabula.lexicon.sections import read_words

_IRREGULAR_PLURALS: Mapping[str, str] = MappingProxyType(
    {
        "knife": "knives",
        "penknife": "penknives",
        "jackknife": "jackknives",
        "pocketknife": "pocketknives",
        "paper-knife": "paper-knives",
        "scarf": "scarves",
        "headscarf": "headscarves",
        "loaf": "loaves",
        "potato": "potatoes",
        "tomato": "tomatoes",
        "penny": "pence",
    }
)


@cache
def things_of_kind(section: str) -> frozenset[str]:
    """The nouns of one section of the list, one and several: “coat” and “coats” of “clothes”."""
    nouns = read_words("portable_things.txt")[section]
    return nouns | {_IRREGULAR_PLURALS.get(noun, plural_of(noun)) for noun in nouns}


@cache
def _singulars() -> frozenset[str]:
    return frozenset().union(*read_words("portable_things.txt").values())


@cache
def _plurals() -> frozenset[str]:
    regular = {plural_of(noun) for noun in _singulars()}
    return frozenset(regular | set(_IRREGULAR_PLURALS.values()))


def portable_thing(noun: str) -> bool:
    """Whether the noun, in small letters, names one portable thing or several.

    True of “key”, “knives” and “scissors”; false of “door”, “hand” and “water”.
    """
    return noun in _singulars() or noun in _plurals()


def edible_thing(noun: str) -> bool:
    """Whether the noun, in small letters, names one portable thing to eat or several.

    True of “apple” and “loaves”; false of “cup”, which stays when it has been drunk.
    """
    return noun in things_of_kind("food_in_pieces")


def weapon(noun: str) -> bool:
    """Whether the noun, in small letters, names one weapon to hold or several.

    True of “sword” and “knives”; false of “spade”.
    """
    return noun in things_of_kind("blades_and_weapons")
