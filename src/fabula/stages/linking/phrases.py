"""What a description says: “her two elder brothers”, “the old ferryman”, “a stranger”."""

from typing import Literal

from msgspec import Struct

from fabula.lexicon.kinship import KIN
from fabula.lexicon.pronouns import GENDERED, PRONOUNS, Agreement
from fabula.lexicon.roles import LOOSE_HEADS, is_group_noun, person_noun, plural_person_noun
from fabula.stages.linking.surroundings import Surroundings

Reference = Literal["definite", "possessed", "new", "nobody"]

GENERIC = frozenset(
    """
    man woman girl boy lady gentleman fellow person child one lad lass youth chap guy figure
    creature individual other male female human kid youngster bloke dude wretch thing maiden
    soul adult
    """.split()
)
"""Nouns that fit so many that they only point back: “the man” is whoever was just told of."""

COMPANIONS = frozenset(
    """
    friend companion comrade partner host hostess guest visitor neighbour neighbor colleague
    lover sweetheart interlocutor ally rival enemy listener hearer captor prisoner employer
    master mistress patient client pupil betrothed fiance fiancee fiancé fiancée
    """.split()
)
"""“her companion”: the other one who is there."""

BRIDGING = frozenset(
    """
    waiter waitress butler footman maid housemaid parlourmaid chambermaid servant coachman
    cabman driver chauffeur porter conductor clerk landlord landlady innkeeper barman bartender
    barmaid policeman constable officer guard sentry guide concierge doctor nurse priest vicar
    rector bishop cook housekeeper gardener groom valet page messenger boatman ferryman
    hostess host proprietor proprietress owner editor secretary judge lawyer banker tailor
    physician surgeon inspector detective sergeant postman king queen prince
    princess duke duchess emperor president governor mayor bride bridegroom baby
    manager director clergyman lawyer solicitor attorney jailer warder keeper usher steward
    cashier operator reporter speaker orator chairman foreman juror prosecutor magistrate
    """.split()
)
"""Roles that a place or an event brings with it: “the waiter” needs no introduction."""

EVALUATING = frozenset(
    """
    fool idiot rascal rogue scoundrel villain brute devil angel darling coward beggar madman
    madwoman beauty genius invalid sufferer deceased stranger newcomer
    """.split()
)
"""What somebody who was told of is or has become: “the fool” is no one who has not been named."""

PLAIN_MODIFIERS = frozenset(
    """
    old young little poor other same whole good great big small tall new first last own dear
    only very two three elder younger elderly aged pretty beautiful handsome nice unfortunate
    unhappy happy strange white black dark dead female male human woman man second third fat thin
    """.split()
)
"""Words that do not tell one man from another for long; “invisible” and “wooden-legged” do."""

ORDINALS = frozenset("first second third fourth fifth".split())

MOST_TELLING = 2
"""“the man in black”; three adjectives in a row are a portrait and do not come back."""

_SEXES = frozenset("female male".split())
_OLD = frozenset("old elderly aged ancient".split())
_YOUNG = frozenset("young youthful youth lad lass".split())
_DEFINITE = frozenset("the this that".split())
_NEW = frozenset("a an another one".split())
_NOBODY = frozenset(
    "no every each any some many few several all both most such what which whatever".split()
)
_ANYBODY = frozenset("someone somebody anyone anybody everyone everybody nobody no-one".split())
"""They have no one person to point back to, though a capital may open their sentence."""
_COMPARING = frozenset("like than".split())
"""Before “a man adding up”, who is nobody: someone is only like him."""

_POSSESSIVE = frozenset("my your his her our their its thy whose".split())
_PLURAL_DEFINITE = frozenset("the these those two three four five six".split())
_DETERMINERS = _DEFINITE | _NEW | _NOBODY | _POSSESSIVE | _PLURAL_DEFINITE


class Phrase(Struct, frozen=True):
    """A description taken apart.

    `reference` says how it points: at someone known, at someone's relative or companion, at
    someone new, or at nobody in particular. `pronoun` is what noun and modifiers ask for.
    """

    noun: str
    modifiers: tuple[str, ...]
    reference: Reference
    pronoun: Agreement | None
    plural: bool
    tail: str = ""
    capital: bool = False

    @property
    def full(self) -> str:
        """The whole description with “the”, in lower case."""
        return " ".join(filter(None, ("the", *self.modifiers, self.noun, self.tail)))

    @property
    def is_kin(self) -> bool:
        """Whether the noun is a relative's."""
        return self.noun in KIN

    @property
    def role(self) -> str:
        """The noun, with the words that make “the invisible man” another than “the man”.

        Of a noun that says much by itself only the ordinals count, “the first policeman”, and the
        sex: “the female demon” is not “the demon”.
        """
        if self.noun not in GENERIC:
            telling = [word for word in self.modifiers if word in ORDINALS | _SEXES]
            return " ".join((*telling, self.noun.title() if self.capital else self.noun))
        if self.tail:
            return f"{self.noun} {self.tail}"
        telling = [word for word in self.modifiers if word not in PLAIN_MODIFIERS]
        if len(telling) > MOST_TELLING or any("," in word for word in telling):
            return self.noun
        return " ".join((*telling, self.noun))

    @property
    def is_generic(self) -> bool:
        """Whether the description fits nearly anybody."""
        return self.role in GENERIC

    @property
    def points_back(self) -> bool:
        """Whether the noun can only mean someone told of: “the man”, “the fool”.

        “The organist” may be someone who has not been told of yet.
        """
        return self.is_generic or self.noun in EVALUATING

    @property
    def age(self) -> str | None:
        """“old” or “young”, if the description says so."""
        if not _OLD.isdisjoint((*self.modifiers, self.noun)):
            return "old"
        return None if _YOUNG.isdisjoint((*self.modifiers, self.noun)) else "young"

    @property
    def is_portrait(self) -> bool:
        """Whether it tells somebody from others by their looks: “the man with the red beard”."""
        return bool(self.tail) or any("-" in word for word in self.modifiers)

    @property
    def may_be_epithet(self) -> bool:
        """Whether the noun tells something of a person rather than their part in a scene."""
        if self.is_kin or self.noun in BRIDGING or self.noun in COMPANIONS:
            return False
        return self.capital or person_noun(self.noun) is not None

    @property
    def is_other(self) -> bool:
        """Whether it points away from who was last meant: “the other man”."""
        return self.noun == "other" or "other" in self.modifiers


def read_phrase(place: Surroundings) -> Phrase:
    """Take the text of a nominal mention apart."""
    mention = place.mention
    noun = place.text[mention.head.start - mention.start : mention.head.end - mention.start].lower()
    tail = " ".join(place.text[mention.head.end - mention.start :].lower().split())
    words = place.text[: mention.head.start - mention.start].lower().replace("’", "'").split()
    # A capital that opens a sentence says nothing: “Boy, come here.” But English counts its
    # nouns: “Bosun looked up”, with no article, is a name.
    bare_subject = not words and place.narrated and place.subject and noun not in GENERIC
    inside = bool(words) or bare_subject or place.before[:1].isalpha()
    capital = inside and place.text[mention.head.start - mention.start].isupper()
    compared = place.before in _COMPARING and words[:1] in (["a"], ["an"])
    single = person_noun(noun)
    plural = single is None and (plural_person_noun(noun) is not None or is_group_noun(noun))
    return Phrase(
        noun=noun,
        modifiers=tuple(words[1:] if words and words[0] in _DETERMINERS else words),
        reference="nobody" if compared else _reference(words, noun, plural=plural, capital=capital),
        pronoun=_pronoun(single, words, plural=plural),
        plural=plural,
        tail=tail,
        capital=capital,
    )


def _reference(words: list[str], noun: str, *, plural: bool, capital: bool) -> Reference:
    if noun in LOOSE_HEADS or noun in _ANYBODY or noun in _NOBODY:
        return "nobody"
    first = words[0] if words else ""
    if first in _POSSESSIVE or any(word.endswith(("'s", "s'")) for word in words):
        return "possessed"
    if first not in _DETERMINERS:
        # “Come here, Pilot!”; “come here, boy” has no one description to point back to.
        return "definite" if capital and not plural else "nobody"
    if plural:
        return "definite" if first in _PLURAL_DEFINITE else "nobody"
    if first in _DEFINITE:
        return "definite"
    return "new" if first in _NEW else "nobody"


def _pronoun(single: str | None, words: list[str], *, plural: bool) -> Agreement | None:
    if plural:
        return "they"
    if single is not None and single in GENDERED:
        return GENDERED[single]
    if "female" in words or "woman" in words or "lady" in words:
        return "she"
    return "he" if "male" in words else None


def own_pronoun(place: Surroundings) -> Agreement | None:
    """The agreement of a pronominal mention; None for other mentions."""
    found = PRONOUNS.get(place.text.lower())
    return found.agreement if found and place.mention.form == "pronominal" else None
