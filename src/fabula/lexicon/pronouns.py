"""Personal pronouns: what each agrees with, and its part in the sentence."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

Agreement = Literal["I", "we", "you", "he", "she", "they", "it", "neo"]
PronounRole = Literal["subject", "object", "possessive", "reflexive"]


class Pronoun(Struct, frozen=True, gc=False):
    """“himself” agrees with he and is reflexive; “her” may be object or possessive."""

    agreement: Agreement
    role: PronounRole


_FORMS: Mapping[Agreement, Mapping[PronounRole, str]] = {
    "I": {"subject": "i", "object": "me", "possessive": "my mine", "reflexive": "myself"},
    "we": {
        "subject": "we",
        "object": "us",
        "possessive": "our ours",
        "reflexive": "ourselves ourself",
    },
    "you": {
        "subject": "you thou ye",
        "object": "thee",
        "possessive": "your yours thy thine",
        "reflexive": "yourself yourselves thyself",
    },
    "he": {"subject": "he", "object": "him", "possessive": "his", "reflexive": "himself"},
    "she": {"subject": "she", "object": "her", "possessive": "hers", "reflexive": "herself"},
    "they": {
        "subject": "they",
        "object": "them",
        "possessive": "their theirs",
        "reflexive": "themselves themself",
    },
    "it": {"subject": "it", "possessive": "its", "reflexive": "itself"},
    # Forms that are also common English words (ey, per, ve) are left out.
    "neo": {
        "subject": "xe ze zie sie",
        "object": "xem xir zir hir",
        "possessive": "xyr xyrs zirs hirs",
        "reflexive": "xemself zirself hirself",
    },
}

PRONOUNS: Mapping[str, Pronoun] = MappingProxyType(
    {
        form: Pronoun(agreement, role)
        for agreement, roles in _FORMS.items()
        for role, forms in roles.items()
        for form in forms.split()
    }
)
"""Every form in lower case. “her” stands as object; whether it possesses shows in the text."""

NARRATOR = "the narrator"
"""What the cast calls whoever tells the story as “I” and is never named."""

YOU = "you"
"""What the cast calls the one of whom a second-person story tells: “You miss the bus.”"""

GENDERED: Mapping[str, Literal["he", "she"]] = MappingProxyType({"he": "he", "she": "she"})
"""The two pronouns that titles, nouns and given names can ask for."""

GENDERED_FORMS: Mapping[str, Literal["he", "she"]] = MappingProxyType(
    {
        form: GENDERED[each.agreement]
        for form, each in PRONOUNS.items()
        if each.agreement in GENDERED
    }
)
"""Their forms: him and his are “he”."""

CONTRACTED = ("'s", "'d", "'ll", "'m", "'ve", "'re", "'")
"""What a pronoun may carry: he’s, I’ll, they’d."""


@lru_cache(maxsize=1 << 16)
def pronoun(word: str) -> tuple[Pronoun, int] | None:
    """The pronoun that a word is or begins with, and its length; None for another word.

    `pronoun("He’ll")` is `(Pronoun("he", "subject"), 2)`; “hers” is not “her” and an s.
    """
    folded = word.lower().replace("’", "'")
    base, mark, ending = folded.partition("'")
    if mark and mark + ending not in CONTRACTED:
        return None
    found = PRONOUNS.get(base)
    return (found, len(base)) if found else None
