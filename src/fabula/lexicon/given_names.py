"""English given names, with the pronoun that usually goes with each.

Weak evidence: a story's own pronouns always outweigh it.
"""

from typing import Literal

from fabula.lexicon.sections import read_words

UsualPronoun = Literal["he", "she", "any"]


def usual_pronoun(name: str) -> UsualPronoun | None:
    """“he” for Thomas, “she” for Emma, “any” for Robin, None for a name not on the list."""
    folded = name.lower()
    sections = read_words("given_names.txt")
    if folded in sections["he"]:
        return "he"
    if folded in sections["she"]:
        return "she"
    return "any" if folded in sections["any"] else None


def is_given_name(name: str) -> bool:
    """Whether the word is a usual given name, in whatever case."""
    return usual_pronoun(name) is not None
