"""Mentions that only say whose something is: “Tom’s house”, “her coat”."""

from fabula.lexicon.cue_words import PREPOSITIONS
from fabula.stages.telling.scene_narration import NarratedPerson, Passage

PLAIN_PREPOSITIONS = PREPOSITIONS - {"as", "before", "after", "until", "since", "than", "past"}
"""A name after one of these is no subject; words that also open a clause are left out."""


def is_possessive(passage: Passage, person: NarratedPerson) -> bool:
    """Whether the mention only says whose something is: “Tom’s house”, “her coat”.

    “Her” before a noun and “her” as an object look alike; it counts as possessive where a word
    follows that is neither a preposition nor a mark.
    """
    word = passage.words[person.first]
    following = passage.word(person.last)
    if person.form != "pronominal":
        return following in {"'s", "'"}
    if word == "her":
        return bool(following) and following[0].isalpha() and following not in _AFTER_OBJECT
    return word in {"his", "their", "my", "your", "our", "its"}


_AFTER_OBJECT = PLAIN_PREPOSITIONS | frozenset(
    """
    and or but as if that when while before after until because so then than up down out away
    back a an the his her their my your our this that these those how what why where whether not
    again too now there here alone very quite rather most was were is are had
    has would could did to all
    """.split()
)


def possessed(passage: Passage, person: NarratedPerson, nouns: frozenset[str]) -> int:
    """The place of the noun after an owner, one adjective allowed: `mind` in “her own mind”.

    The word is one of `nouns` if the next or the one after is.
    """
    position = person.last
    while passage.word(position) in {"'s", "'"}:
        position += 1
    return position if passage.word(position) in nouns else position + 1
