"""A relative who is there and does something: who is left when nobody else can be meant."""

from collections.abc import Iterator, Sequence, Set

from fabula.lexicon.kinship import KIN
from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.relating.arcs import MOST_STEPS, Arcs
from fabula.stages.relating.people import People
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import Unresolved
from fabula.story import EntityId


def only_one_there(
    people: People, arcs: Arcs, noun: Unresolved, settled: Settled
) -> EntityId | None:
    """The only person about whom the noun fits, if the relative does something then and there.

    In “Ines and Tom rowed. Her brother sang.” it is Tom, if he is the only man in the boat.
    """
    fitting = fitting_there(people, arcs, noun, settled)
    if len(fitting) != 1:
        return None
    unsure = people.pronouns[fitting[0]] is None and KIN.get(noun.noun, "any") != "any"
    # Whoever is not known for a woman is taken for one only if no more than these two are about.
    return None if unsure and len(people.about_at(noun.row)) > _TWO else fitting[0]


_TWO = 2


def fitting_there(
    people: People, arcs: Arcs, noun: Unresolved, settled: Settled
) -> Sequence[EntityId]:
    """Who may be meant by a relative who does something then and there; nobody by any other.

    They are those about who have the sex that the noun says, besides the owner, the others who
    take part in the clause, and those who are something else to the owner: in “His aunt rocked
    Ada” neither he, nor Ada, nor his sister, nor a man.
    """
    if not is_there(people, arcs, noun):
        return ()
    gender = KIN.get(noun.noun, "any")
    taking_part = set(_taking_part(people, arcs, noun.row))
    return [
        each
        for each in people.about_at(noun.row)
        if each != noun.owner
        and each not in taking_part
        and people.is_human(each)
        and not people.cast[each].narrator
        and people.may_be(each, gender)
        and not settled.are_otherwise(each, noun.owner, besides=noun.kind)
    ]


def is_acting(people: People, arcs: Arcs, noun: Unresolved) -> bool:
    """Whether what the relative does, or what is done to them, happens then and there."""
    return people.is_happening(_verb_above(arcs, arcs.head(noun.row)))


def _taking_part(people: People, arcs: Arcs, row: int) -> Iterator[EntityId]:
    """Those with a part in the clause of the noun: nobody has two parts in one."""
    verb = _verb_above(arcs, arcs.head(row))
    places = [*arcs.subjects(verb), *arcs.of(verb, "dobj", "dative")]
    places += [each for small in arcs.of(verb, "prep", "dative") for each in arcs.of(small, "pobj")]
    for each in places:
        meant = people.at(each) if each != row else None
        if meant is not None:
            yield meant.entity_id


def is_there(people: People, arcs: Arcs, noun: Unresolved) -> bool:
    """Whether the relative does something, or is looked at, then and there."""
    row, relation = noun.row, arcs.relation(noun.row)
    if relation == "poss" and arcs.words[arcs.head(row)] in _TOUCHED:
        verb = _verb_above(arcs, arcs.head(row))  # “took it out of her friend's hand”
        acts = arcs.tag(verb) == "VERB"
    elif people.is_possessive(row):
        return False
    else:
        verb, acts = _part_in(arcs, row, relation)
    if people.spoken_in(row) is not None or not acts:
        return False
    if arcs.words[verb] == "used":
        return False  # “his grandmother used to say”: told of other times
    if people.is_told_in_present(verb) and _is_past(arcs.words[verb]):
        return False  # “My aunt taught me that”, where what happens now is in the present
    before = {arcs.words[each] for each in arcs.of(verb, "aux", "mark")}
    return arcs.is_told_as_fact(verb) and not before & _BEFORE_NOW


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in IRREGULAR_PAST


def _verb_above(arcs: Arcs, row: int) -> int:
    """“took” of “took it out of her hand”, from the row of “hand”."""
    for _ in range(MOST_STEPS):
        if arcs.tag(row) == "VERB" or arcs.head(row) == row:
            break
        row = arcs.head(row)
    return row


def _part_in(arcs: Arcs, row: int, relation: str) -> tuple[int, bool]:
    """The verb that the noun goes with, and whether its part there is that of one who is there."""
    verb = arcs.head(row)
    if relation == "pobj":
        small, verb = arcs.words[verb], arcs.head(verb)
        acts = small in _BESIDE or (small == "at" and arcs.words[verb] in _LOOKING)
        return verb, acts or (small == "to" and arcs.words[verb] in _HANDLING)
    if relation in {"dobj", "dative"}:
        return verb, arcs.words[verb] in _HANDLING
    return verb, relation == "nsubj" and arcs.tag(verb) == "VERB"


def is_spoken_of(arcs: Arcs, noun: Unresolved) -> bool:
    """Whether the relative is dead, remembered or told about, and so nobody who is there.

    “his wife had died”, “since his wife left”, “she had lost her husband”, “he told me about his
    wife”.
    """
    if arcs.relation(noun.row) == "pobj":
        return arcs.words[arcs.head(noun.row)] == "about"
    missed = arcs.relation(noun.row) == "dobj" and arcs.words[arcs.head(noun.row)] in _LOSING
    return missed or has_died(arcs, noun) or _has_left(arcs, noun)


def _has_left(arcs: Arcs, noun: Unresolved) -> bool:
    """Whether a subordinate clause says that the relative went away: “since her father left”."""
    verb = arcs.head(noun.row)
    leaves = arcs.relation(noun.row) == "nsubj" and arcs.words[verb] in _LEAVING
    return leaves and arcs.relation(verb) in {"relcl", "advcl", "pcomp", "ccomp"}


def has_died(arcs: Arcs, noun: Unresolved) -> bool:
    """Whether the words say that the relative is dead: “his wife had died”, “was dead”."""
    verb = arcs.head(noun.row)
    states = {arcs.words[each] for each in arcs.of(verb, "acomp", "attr")}
    return arcs.relation(noun.row) == "nsubj" and (arcs.words[verb] in _DYING or "dead" in states)


_LOSING = all_forms("bury lose mourn miss remember".split())
_LEAVING = all_forms("leave vanish disappear emigrate".split())
_DYING = all_forms("die drown perish".split())

_TOUCHED = frozenset(
    """
    hand hands arm arms wrist wrists finger fingers elbow elbows shoulder shoulders sleeve lap knee
    knees back chest neck cheek forehead mouth ear waist
    """.split()
)
"""What of somebody is held or touched only while they are there; a voice is also remembered."""

_BEFORE_NOW: Set[str] = frozenset("had has ’d 'd because since".split())
"""“his aunt had taught him”, “because their mother said so”: told of another time."""

_LOOKING = all_forms("look stare glare smile gaze glance grin frown scowl blink wink nod".split())

_BESIDE = frozenset("beside behind opposite next near towards toward".split())

_HANDLING = all_forms(
    """
    give hand pass show bring fetch kiss hug embrace hold help lead push pull drag follow face join
    watch nudge poke pat touch grab take lift carry wake shake tell ask
    """.split()
)
"""What is done to somebody who is there."""
