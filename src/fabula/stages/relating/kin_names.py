"""Relatives by whose name for them is a word of kin: “Uncle Joe”, “Mum”, “Daddy!”."""

from collections.abc import Iterator

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.kinds import KIN_ADDRESS, KIN_TITLES
from fabula.stages.relating.members import Meant
from fabula.stages.relating.people import People
from fabula.story import Entity, Mention
from fabula.text import Span

CALLED = 0.8
"""Trust that a word of kin is said from the side of the one who speaks or sees."""


BY_TITLE_IN_SPEECH = 0.7
"""The same for “Aunt Jo” in speech: friends of the family say so too, and other people's nieces."""


SPOKEN_TO = 0.7
"""Trust in who is spoken to, so that one “Daddy!” is not enough: a listener is itself a guess."""


def called_relatives(people: People, arcs: Arcs) -> Iterator[Claim]:
    """Whose relatives those are who are named by a word of kin.

    Finds:
        “Uncle Joe”, “Mum”, “Nan”: said by somebody it is a relative of theirs; in narration of
        the narrator, or of the one through whose eyes the scene is seen. “Daddy,” to somebody's
        face makes the one spoken to a parent of the speaker.
    Why it holds:
        A word of kin without an owner is counted from the one whose words or thoughts it is in.
    Misses:
        Old couples who call each other Mother and Father, monks, an “Auntie” of the whole town.

    Example:
        “Nan,” said Dervla. “Sit down, Nan.” Nan is a grandparent of Dervla.
    """
    for mention in people.story.mentions:
        kind = called_kind(people, mention)
        if kind is None:
            continue
        row = people.rows.row_of(mention.head.start)
        owner = people.mind(row)
        if owner is None or (_is_titled(people, mention) and people.is_asked(row)):
            continue
        if arcs.words[arcs.head(row)] in _CALLING:
            continue  # “I'd love to call you Aunt Jo”
        meant = _named(people, mention) or _spoken_to(people, mention, row)
        if meant is not None and meant.entity_id != owner.entity_id:
            yield Claim(
                meant.entity_id,
                kind,
                owner.entity_id,
                Span(mention.start, mention.end),
                round(_trust(people, mention) * owner.confidence * meant.confidence, 3),
            )


_CALLING = frozenset("call calls called calling name named".split())


def called_kind(people: People, mention: Mention) -> RelationKind | None:
    """What a name that is a word of kin makes of its bearer: “Mum” a parent."""
    if mention.type != "PER" or mention.form == "pronominal":
        return None
    words = people.story.document[mention].lower().split()
    if len(words) == 1:
        given = words[0] not in KIN_TITLES and people.is_first_name(words[0])
        return None if given else KIN_ADDRESS.get(words[0])
    return KIN_TITLES.get(words[0]) if mention.form == "proper" and len(words) == 2 else None


def _trust(people: People, mention: Mention) -> float:
    spoken = mention.quotation_id is not None
    return BY_TITLE_IN_SPEECH if spoken and _is_titled(people, mention) else CALLED


def _is_titled(people: People, mention: Mention) -> bool:
    """Whether a name follows the word of kin: “Aunt Jo”, which one may also ask to be called."""
    return len(people.story.document[mention].split()) > 1


def _named(people: People, mention: Mention) -> Meant | None:
    """The relative, if the cast has somebody of that name and of no other."""
    meant = people.meant(mention)
    if meant is None:
        return None
    entity = people.cast[meant.entity_id]
    said = people.story.document[mention].lower()
    if said not in (name.lower() for name in entity.names) or not _fits(entity, said):
        return None
    return Meant(meant.entity_id, meant.confidence)


def _fits(entity: Entity, said: str) -> bool:
    pronoun = KIN.get(said.split(maxsplit=1)[0])
    return pronoun in {None, "any"} or entity.pronouns in {None, pronoun}


def _spoken_to(people: People, mention: Mention, row: int) -> Meant | None:
    """Who is called by the word, where it is set off: “Daddy, look!” to Conor."""
    quotation = people.spoken_in(row)
    if quotation is None or not people.is_called(mention):
        return None
    said = people.attribution(quotation)
    if said is None or len(said.addressee_ids) != 1:
        return None
    entity = people.cast[said.addressee_ids[0]]
    word = people.story.document[mention].lower()
    if entity.pronouns is None or KIN.get(word) not in {"any", entity.pronouns}:
        return None
    return Meant(entity.id, SPOKEN_TO)
