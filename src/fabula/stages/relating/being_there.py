"""A relative who is there and does something: the one person in the scene who can be meant."""

from fabula.lexicon.kinship import KIN
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.people import People
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import Unresolved
from fabula.story import EntityId


def only_one_there(
    people: People, arcs: Arcs, noun: Unresolved, settled: Settled
) -> EntityId | None:
    """The only person present whom the noun fits, if the relative does something then and there.

    In “Ines and Tom rowed. Her brother sang.” it is Tom, if he is the only man in the boat.
    Those who are kin of the owner already are not thought of.
    """
    if not is_there(people, arcs, noun):
        return None
    gender = KIN.get(noun.noun, "any")
    fitting = [
        each
        for each in people.present_at(noun.row)
        if each != noun.owner
        and people.cast[each].kind == "person"
        and not people.cast[each].narrator
        and (gender == "any" or people.pronouns[each] == gender)
        and not settled.are_family(each, noun.owner)
    ]
    return fitting[0] if len(fitting) == 1 else None


def is_there(people: People, arcs: Arcs, noun: Unresolved) -> bool:
    """Whether the relative does something, or is looked at, then and there."""
    verb, relation = arcs.head(noun.row), arcs.relation(noun.row)
    if relation == "pobj":
        small, verb = arcs.words[verb], arcs.head(verb)
        acts = small in _BESIDE or (small == "at" and arcs.words[verb] in _LOOKING)
        acts = acts or (small == "to" and arcs.words[verb] in _HANDLING)
    elif relation in {"dobj", "dative"}:
        acts = arcs.words[verb] in _HANDLING
    else:
        acts = relation == "nsubj" and arcs.tag(verb) == "VERB"
    if people.spoken_in(noun.row) is not None or not acts or people.is_possessive(noun.row):
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

_BESIDE = frozenset("beside behind opposite next near towards toward".split())

_HANDLING = all_forms(
    """
    give hand pass show bring fetch kiss hug embrace hold help lead push pull drag follow face join
    watch nudge poke pat touch grab take lift carry wake shake tell ask
    """.split()
)
"""What is done to somebody who is there."""
