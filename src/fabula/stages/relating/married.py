"""What married names say: Mrs. Dray and Captain Dray, and whose sister she is not."""

from collections.abc import Iterator

from fabula.lexicon.titles import TITLES
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.story import Entity, EntityId

SAME_NAME = 0.6
"""Mrs. Dray and the one Mr. Dray of a story: his mother and his brother's wife are called so too,
but then some passage says so, and what is said is surer."""

_OF_BIRTH = frozenset({"sibling", "twin", "parent", "grandparent", "aunt_or_uncle", "cousin"})
"""What people are to a woman from whom she has not got her married name."""


def married_couples(people: People) -> Iterator[Claim]:
    """Husbands and wives by their name.

    Finds:
        A “Mrs.” or “Lady” and the only grown man of the cast with that surname and a title.
    Why it holds:
        A wife has her husband's name, and a son beside her would mostly be called by his first.
    Misses:
        Couples with two names, and those who are called by first names.

    Example:
        “Mrs. Dray poured, and Captain Dray drank.” They are husband and wife.
    """
    for wife in people.story.cast:
        name = None if _has_whole_name(wife) else _married_name(wife)
        men = [each for each in people.story.cast if name is not None and _is_mister(each, name)]
        mentions = [] if len(men) != 1 else people.mentions_of(wife.id)
        if mentions:
            yield Claim(men[0].id, "spouse", wife.id, mentions[0].span, SAME_NAME)


def is_against_names(people: People, claim: Claim) -> bool:
    """Whether a married name speaks against a claim: Mrs. Dray's brother is no Dray."""
    turned = claim if claim.kind in _OF_BIRTH else claim.turned
    pairs = [(turned.a, turned.b)]
    if turned.kind in {"sibling", "twin", "cousin"}:
        pairs.append((turned.b, turned.a))
    return turned.kind in _OF_BIRTH and any(_shares(people, *pair) for pair in pairs)


def _shares(people: People, relative: EntityId, wife: EntityId) -> bool:
    name = _married_name(people.cast[wife])
    return name is not None and name in {last for _, last in _titled(people.cast[relative])}


def _married_name(entity: Entity) -> str | None:
    names = {last for title, last in _titled(entity) if title in {"mrs", "mistress"}}
    # Lady Dray is Sir Odo's wife; Lady Susan Dray has been an earl's daughter from her birth.
    names |= {name.split()[1] for name in entity.names if _is_lady_of_name(name)}
    return next(iter(names)) if len(names) == 1 else None


def _is_lady_of_name(name: str) -> bool:
    words = name.lower().split()
    return len(words) == 2 and words[0] == "lady"


def _is_mister(entity: Entity, name: str) -> bool:
    """Whether somebody is the Mr. Dray of a story, or its Captain Dray.

    Mr. Odo Dray, who is called by his first name too, is as likely a son.
    """
    titles = {first for first, last in _titled(entity) if last == name and first in TITLES}
    if entity.kind != "person" or entity.pronouns == "she" or not titles:
        return False
    plain = titles == {"mr"} and _has_whole_name(entity)
    return not plain and all(TITLES[title].pronoun != "she" for title in titles)


def _has_whole_name(entity: Entity) -> bool:
    """Whether a first name and a surname are told: “Odo Dray”, “Mr. Odo Dray”."""
    words = [name.lower().replace(".", "").split() for name in entity.names]
    return any(len([word for word in name if word not in TITLES]) > 1 for name in words)


def _titled(entity: Entity) -> Iterator[tuple[str, str]]:
    """The first and the last word of the names that have several."""
    for name in entity.names if entity.named else ():
        words = name.split()
        if len(words) > 1:
            yield words[0].lower().rstrip("."), words[-1]
