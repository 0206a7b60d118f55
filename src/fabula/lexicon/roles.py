"""Nouns for people and for creatures that stories treat as people."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from fabula.lexicon.kinship import KIN, KIN_PLURALS
from fabula.lexicon.sections import read_words

NounPronoun = Literal["he", "she", "any"]

IRREGULAR_PLURALS: Mapping[str, str] = MappingProxyType(
    {
        "child": "children",
        "person": "people",
        "wife": "wives",
        "elf": "elves",
        "dwarf": "dwarves",
        "half-elf": "half-elves",
        "thief": "thieves",
        "werewolf": "werewolves",
        "fairy": "fairies",
        "lady": "ladies",
    }
)

PERSON_SUFFIXES: Mapping[str, NounPronoun] = MappingProxyType(
    {
        "woman": "she",
        "girl": "she",
        "maid": "she",
        "lady": "she",
        "man": "he",
        "boy": "he",
        "keeper": "any",
        "master": "he",
        "monger": "any",
        "smith": "any",
        "wright": "any",
        "person": "any",
        "maker": "any",
        "owner": "any",
        "goer": "any",
        "ologist": "any",
    }
)
"""Endings that make a word for a person whatever comes before: fishmonger, birdwoman."""

NOT_PEOPLE = frozenset("german roman ottoman talisman".split())
"""Words that end like one for a person and are none, or not always one."""

LOOSE_HEADS = frozenset(
    "other others two three latter former first second taller shorter elder "
    "younger older eldest youngest".split()
)
"""Words that point at a person only with the text's help: “the other”, “the two of them”."""


@cache
def _nouns() -> dict[str, NounPronoun]:
    sections = read_words("person_nouns.txt")
    nouns: dict[str, NounPronoun] = {}
    for word in sections["any"]:
        nouns[word] = "any"
    for word in sections["he"]:
        nouns[word] = "he"
    for word in sections["she"]:
        nouns[word] = "she"
    nouns.update(KIN)
    return nouns


@cache
def _plurals() -> dict[str, NounPronoun]:
    plurals = {plural_of(noun): pronoun for noun, pronoun in _nouns().items()}
    for word in ("people", "folk", "folks", "humans", "males", "females", *KIN_PLURALS):
        plurals.setdefault(word, "any")
    return plurals


def plural_of(noun: str) -> str:
    """“ladies” of “lady”, “footmen” of “footman”, “witches” of “witch”."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    return noun + "s"


@lru_cache(maxsize=1 << 16)
def person_noun(word: str) -> NounPronoun | None:
    """The pronoun that a noun for one person asks for; None if it is no such noun.

    `person_noun("ferryman")` is “he”, `person_noun("carpenter")` “any”, `person_noun("oar")` None.
    """
    found = _nouns().get(word)
    if found is not None or word in NOT_PEOPLE:
        return found
    if word.endswith("ist") and len(word) > 6 and word not in _IST_WORDS:
        return "any"
    for suffix, pronoun in PERSON_SUFFIXES.items():
        # Two letters at least, so that “oman” is no man.
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            return pronoun
    return None


_IST_WORDS = frozenset(
    "consist persist subsist untwist coexist checklist playlist shortlist".split()
)


@lru_cache(maxsize=1 << 16)
def plural_person_noun(word: str) -> NounPronoun | None:
    """The same for a noun for several people: “carpenters”, “twins”, “policemen”."""
    found = _plurals().get(word)
    if found is not None:
        return found
    if word.endswith("women"):
        return "she"
    return (
        "he" if word.endswith("men") and len(word) > 4 and word not in _COUNTED_AS_THINGS else None
    )


_COUNTED_AS_THINGS = frozenset("specimen regimen abdomen omen acumen".split())


def is_group_noun(word: str) -> bool:
    """Whether the noun names a body of people: “couple”, “crew”."""
    return word in read_words("person_nouns.txt")["group"]
