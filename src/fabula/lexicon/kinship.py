"""Words for relatives: the pronoun each asks for, and which serve as names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

KinPronoun = Literal["he", "she", "any"]

_KIN: Mapping[KinPronoun, str] = {
    "he": """
        father dad daddy papa pa pop pops brother son uncle nephew grandfather grandpa granddad
        grandson husband stepfather stepbrother stepson godfather godson father-in-law
        brother-in-law son-in-law half-brother widower bridegroom boyfriend kinsman forefather
        great-grandfather great-uncle foster-father foster-brother ex-husband ex-boyfriend
    """,
    "she": """
        mother mom mommy mum mummy mama mamma mammy mam ma sister daughter aunt auntie aunty niece
        grandmother grandma granny gran nan nana granddaughter wife stepmother stepsister
        stepdaughter godmother goddaughter mother-in-law sister-in-law daughter-in-law
        half-sister widow girlfriend kinswoman great-grandmother great-aunt foster-mother
        foster-sister ex-wife ex-girlfriend missus
    """,
    "any": """
        parent child sibling cousin spouse relative relation grandchild grandparent stepchild
        godparent godchild ancestor twin in-law fiancé fiancée offspring
    """,
}

KIN: Mapping[str, KinPronoun] = MappingProxyType(
    {word: pronoun for pronoun, words in _KIN.items() for word in words.split()}
)
"""Every word for one relative, in lower case."""

KIN_NAMES = frozenset(
    """
    father dad daddy papa pa pop mother mom mommy mum mummy mama mamma ma grandfather grandpa
    granddad grandmother grandma granny gran nana auntie aunty uncle aunt sis nurse nanny
    """.split()
)
"""Words that one person uses as another's name when capitalised: “Mother was waiting.”"""

_SAME_RELATIVE = (
    "father dad daddy papa pa pop pops",
    "mother mom mommy mum mummy mama mamma mammy ma",
    "grandfather grandpa granddad grandad",
    "grandmother grandma granny gran nan nana",
)

SAME_RELATIVE: Mapping[str, frozenset[str]] = MappingProxyType(
    {word: frozenset(words.split()) for words in _SAME_RELATIVE for word in words.split()}
)
"""All words for the same parent or grandparent, by each of them: “my mother” is called Mum."""

KIN_PLURALS = frozenset(
    """
    parents children kids brothers sisters sons daughters siblings cousins uncles aunts nephews
    nieces grandparents grandchildren relatives relations twins wives husbands in-laws
    """.split()
)
"""Words for several relatives, which are no one person's name."""
