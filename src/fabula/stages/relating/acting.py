"""A relative who is there and does something: the one person in the scene who can be meant."""

from collections.abc import Iterator, Mapping

from fabula.lexicon.kinship import KIN
from fabula.stages.relating.answering import named_next
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.kinds import FAMILY
from fabula.stages.relating.people import People
from fabula.stages.relating.pointing import NAMED_NEXT
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import Unresolved, unresolved_nouns
from fabula.story import EntityId, Quotation

ONLY_ONE = 0.75
"""“His aunt shut the gate”, and one woman is in the scene who is no kin of his yet."""

SPOKEN_TO = 0.65
"""“‘It is yours,’ I told my cousin”, and the line has one listener."""

LESS_THAN_SAID = 0.3
"""What a noun adds to a relation that some other passage told of, but not surely enough."""

_FORMER = frozenset({"former_lover", "former_spouse", "lover", "engaged"})


def acting_relatives(
    people: People, arcs: Arcs, settled: Settled, weak: Mapping[tuple[EntityId, str], EntityId]
) -> Iterator[Claim]:
    """Who the relatives are whom the words leave open.

    Finds:
        A relative who does something in a scene, if one other person of that sex is there who
        is no kin of the owner; a listener called a relative; one who is named as soon as the
        relative is spoken of; a relation that is told elsewhere
        too weakly to count (`weak`: owner and kind, and who it would be).
    Why it holds:
        One who acts is there, and the story has nobody else for it.
    Misses:
        Scenes in which two could be meant, relatives who are remembered.

    Example:
        “Ines and Tom rowed. Her brother sang.”: Tom, if he is the only man in the boat.
    """
    for noun in unresolved_nouns(people, arcs, settled):
        gender = KIN.get(noun.noun, "any")
        if settled.has(people, noun.owner, noun.kind, gender):
            continue
        who, trust = weak.get((noun.owner, noun.kind)), LESS_THAN_SAID
        if who is None or not people.may_be(who, gender):
            who, trust = _spoken_to(people, arcs, noun), SPOKEN_TO
        if who is None or settled.are_family(who, noun.owner):
            who, trust = named_next(people, arcs, noun.row, noun.kind), NAMED_NEXT
        if who is None or settled.are_family(who, noun.owner):
            who, trust = _only_one(people, arcs, noun, settled), ONLY_ONE
        if who is not None and who != noun.owner and people.may_be(who, gender):
            sure = round(trust * noun.confidence, 3)
            yield Claim(who, noun.kind, noun.owner, noun.evidence, sure)
            settled.add(who, noun.kind, noun.owner)


def _spoken_to(people: People, arcs: Arcs, noun: Unresolved) -> EntityId | None:
    """The one listener of the line whose cue tells the relative something."""
    if arcs.relation(noun.row) not in {"dobj", "dative"}:
        return None
    said = people.cued_at(arcs.head(noun.row))
    listeners = () if said is None else said.addressee_ids
    return listeners[0] if len(listeners) == 1 else None


def _only_one(people: People, arcs: Arcs, noun: Unresolved, settled: Settled) -> EntityId | None:
    """The only person present whom the noun fits, if the noun is the subject of a told verb."""
    if noun.kind not in FAMILY | _FORMER or not _is_there(people, arcs, noun):
        return None
    gender = KIN.get(noun.noun, "any")
    fitting = [
        each
        for each in people.present_at(noun.row)
        if each != noun.owner
        and people.cast[each].kind == "person"
        and not people.cast[each].narrator
        and (gender == "any" or people.cast[each].pronouns == gender)
        and not settled.are_family(each, noun.owner)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_there(people: People, arcs: Arcs, noun: Unresolved) -> bool:
    """Whether the relative does something, or is looked at, then and there."""
    quotation: Quotation | None = people.spoken_in(noun.row)
    verb = arcs.head(noun.row)
    if arcs.relation(noun.row) == "pobj" and arcs.words[verb] == "at":
        verb = arcs.head(verb)
        acts = arcs.words[verb] in _LOOKING
    else:
        acts = arcs.relation(noun.row) == "nsubj" and arcs.tag(verb) == "VERB"
    if quotation is not None or not acts or people.is_possessive(noun.row):
        return False
    if arcs.words[verb] == "used":
        return False  # “his grandmother used to say”: told of other times
    before = {arcs.words[each] for each in arcs.of(verb, "aux", "mark")}
    return arcs.is_told_as_fact(verb) and not before & _BEFORE_NOW


_BEFORE_NOW = frozenset("had has ’d 'd because since".split())
"""“his aunt had taught him”, “because their mother said so”: told of another time."""

_LOOKING = frozenset(
    "look looks looked looking stare stares stared staring glare glares glared glaring "
    "smile smiles smiled smiling gaze gazes gazed gazing glance glances glanced glancing".split()
)
