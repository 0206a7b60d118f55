"""How the words around a place tie it to a verb: “walked” … “into” … “the mill”."""

from collections.abc import Collection
from typing import Literal

from msgspec import Struct

from fabula.lexicon.motion import (
    ALONG,
    ARRIVING_VERBS,
    BRINGING_VERBS,
    CROSSING_VERBS,
    ELSEWHERE_VERBS,
    ENTERING_VERBS,
    FINDING_VERBS,
    INTO,
    LEAVING_VERBS,
    MOTION_VERBS,
    OUT_OF,
    PARTS,
    SENDING_VERBS,
    STAYING_VERBS,
    WITHIN,
)
from fabula.lexicon.perception_verbs import LOOKING_VERBS, PERCEPTION_VERBS
from fabula.lexicon.place_nouns import CONVEYANCES, PLACE_NOUNS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Narration

Way = Literal["arrives", "is", "leaves"]
"""What a verb says of someone and a place: there from now on, there, no longer there."""

BE = frozenset("am is are was were be been being 's 're 'm".split())
_MOVING = MOTION_VERBS | ARRIVING_VERBS | BRINGING_VERBS | SENDING_VERBS
_VERBAL = frozenset({"VERB", "AUX"})
_AROUND = frozenset("in at of on inside aboard near across".split())
_BOARDING = all_forms("get climb step jump hop clamber squeeze scramble leap pile help".split())
"""With “in” and “on” these lead into a vehicle; with other verbs it is what one comes in."""

_SETTING_DOWN = all_forms("sit stand lie rest lean perch hang hide".split())
"""With an object it is that which stands or hangs there afterwards."""

_CROSSING = all_forms(["cross"])
_TYING = all_forms("tie chain lash bind".split())
"""With “to” these lead to what holds somebody: “he was tied to the sledge”."""

_HAVING = frozenset("have has had having 've".split())
_CONTRACTED_BE = ("'s", "'re", "'m")
_FROM_WHERE = PERCEPTION_VERBS | LOOKING_VERBS | all_forms(["notice", "watch"])
_CLAUSES = frozenset("ROOT conj ccomp advcl relcl dep parataxis".split())
_THERE = WITHIN | frozenset({"behind", "outside", "beside", "near"})
"""“She found him behind the shed”, “they waited beside the trail”: close by is there."""

_PREPOSITIONS = frozenset({"prep", "prt", "advmod"})
CLIMBED = frozenset(
    "stairs staircase steps stairway ladder companionway rungs flight flights".split()
)
"""Who goes up or down these is at their other end afterwards: “she ran down the stairs”."""

STILL_THERE = frozenset(
    """
    gone come got returned arrived moved put laid set placed seated tucked tied chained locked shut
    """.split()
)
"""“she had gone to the mill”: she is there now; “she had slept at the mill”: perhaps no more."""

DOORS = PARTS | frozenset("door doors gate gates entrance bars ceiling walls windows".split())
"""The parts of a place that lead into it or stand for it: “the door of the cell”."""

_FITTINGS = PARTS | frozenset(
    """
    table floorboards rug hearth fireplace stove sink counter bench door gate wall ceiling
    """.split()
)
"""What there is one of in a room, so that it tells the room: “on the kitchen table”."""

MOST_PREPOSITIONS = 3
"""“out from under the bridge”."""


class Route(Struct, frozen=True):
    """A place's row, the verb's row and what the verb says of the place.

    `brings` and `sends` tell that the verb moves its object: along with the subject, or alone;
    `passes` that it goes through the place: “she went along the passage”.
    """

    place: int
    verb: int
    way: Way
    brings: bool = False
    sends: bool = False
    passes: bool = False


def route_of(told: Narration, place: int) -> Route | None:
    """The verb that someone is moved to, at or from this place by, if there is one.

    Finds:
        Verbs of motion with “to”, “into” and the like, verbs with the place as their object
        (enter, leave, cross), verbs of staying with “in” and “at”, others with “in”, “inside” and
        “aboard”; parts of a place (“in the corner of the mill”).
    Why it holds:
        In English the preposition tells a goal from a source, and the verb a way from a stay.
    Misses:
        Ways told without a verb of motion (“the door shut behind us”), “with”.

    Example:
        In “Ines crept down into the mill” the row of “mill” leads to “crept”: she arrives.
    """
    noun = whole_place(told, place)
    small = told.heads[noun]
    behind = told.relations[noun] == "pobj" or (
        told.relations[noun] == "dobj" and told.words[small] in ALONG  # “came up the street”
    )
    if told.relations[noun] == "dobj" and not behind:
        return _by_object(told, place, small)
    if told.words[noun] == "home" and told.relations[noun] in {"advmod", "npadvmod"}:
        goes = told.words[told.heads[noun]] in _MOVING
        return Route(place, told.heads[noun], "arrives") if goes else None
    if not behind or told.hanging(small, "neg") or _leads_there(told, small):
        return None
    words = [told.words[small]]
    for _ in range(MOST_PREPOSITIONS):
        # “and right into”, “and out into”
        further = told.relations[small] == "conj" and told.tags[small] in {"ADV", "ADP"}
        outer = small
        if not (further or told.relations[small] in _PREPOSITIONS) or told.heads[small] == small:
            return None
        small = told.heads[small]
        if told.tags[small] in _VERBAL or is_contracted(told, small):
            return _by_preposition(told, place, _joined_way(told, small, outer), words)
        words.append(told.words[small])
    return None


def _joined_way(told: Narration, verb: int, small: int) -> int:
    """The last verb of motion before “and into”, or the verb that the grammar gives.

    “He could not rise, so he crawled away from her and right into the cell”: he crawled there.
    """
    if told.words[small - 1] != "and":
        return verb
    between = range(small - 1, max(verb, small - FAR_ON), -1)
    return next((row for row in between if told.words[row] in MOTION_VERBS), verb)


FAR_ON = 12
"""Words from a verb of motion to a second way that is joined to the first."""


def _leads_there(told: Narration, small: int) -> bool:
    """“Took the key to the mill”: the key is of the mill, and nobody goes there.

    Who “went down the path to the mill” does.
    """
    leading = small - 1
    if told.words[small] != "to" or told.words[leading] not in _LEADING:
        return False
    return not (told.relations[leading] == "pobj" and told.words[told.heads[leading]] in ALONG)


_LEADING = frozenset("key keys door doors gate gates way road path steps stairs entrance".split())


def whole_place(told: Narration, place: int) -> int:
    """The row of “corner” for the mill in “in the corner of the mill”, else the place's own.

    “the mill floor” has the row of “floor”.
    """
    small = told.heads[place]
    if told.relations[place] in {"compound", "nmod", "poss"} and told.words[small] in _FITTINGS:
        return small
    if told.relations[place] != "pobj" or told.words[small] != "of":
        return place
    part = told.heads[small]
    return part if told.words[part] in PARTS else place


def surrounds(told: Narration, places: Collection[int], place: int) -> bool:
    """Whether a place is told of as what lies around another one, of those at the rows `places`.

    “Little Tew” in “the breakfast room at Little Tew”, “the room” in “the cell across the room”.
    """
    noun = whole_place(told, place)
    small = told.heads[noun]
    if told.relations[noun] != "pobj" or told.words[small] not in _AROUND:
        return False
    inside = (told.heads[small], small - 1)
    return any(row in places and told.words[row] not in PARTS - PLACE_NOUNS for row in inside)


def _by_object(told: Narration, place: int, verb: int) -> Route | None:
    word = told.words[verb]
    if word in ENTERING_VERBS:
        return Route(place, verb, "arrives")
    if word in CROSSING_VERBS:
        return Route(place, verb, "is")
    return Route(place, verb, "leaves") if word in LEAVING_VERBS else None


def _by_preposition(told: Narration, place: int, verb: int, words: list[str]) -> Route | None:
    """`words` are the prepositions before the place, the one beside it first."""
    word, small = told.words[verb], words[0]
    if words == ["from"] and word in _FROM_WHERE:
        way: Way | None = "is"  # “she saw it from the mill”
    elif OUT_OF & {*words} and small not in {"into", "onto"}:  # “out into the yard”
        way = "leaves" if word in MOTION_VERBS and not has_object(told, verb) else None
    elif word in FINDING_VERBS:
        way = "is" if small in _THERE else None
    elif word in _CROSSING and small in {"to", "into"}:
        way = "arrives"  # “they crossed the grass to the summerhouse”
    elif word in _TYING and small == "to":
        way = None
    elif word in _MOVING and not _rests(told, verb):
        way = _moved(told, place, verb, small)
        if way == "arrives" and _takes_there(told, place, verb, small):
            return None
    else:
        way = "is" if _stays(told, place, verb, small) else None
    if way is None or (is_perfect(told, verb) and not _is_still_there(told, verb)):
        return None
    return Route(
        place,
        verb,
        way,
        brings=word in BRINGING_VERBS or word in FINDING_VERBS,
        sends=word in SENDING_VERBS and not _rests(told, verb),
        passes=way == "is" and small in ALONG and word in MOTION_VERBS,
    )


def _moved(told: Narration, place: int, verb: int, small: str) -> Way | None:
    word = told.words[verb]
    if small in INTO:
        # “was going to the mill” is on the way
        return None if small == "to" and _is_going_on(told, verb) else "arrives"
    if small == "at":
        return "arrives" if word in ARRIVING_VERBS else None
    if small not in ALONG or word not in MOTION_VERBS:
        return None
    return "leaves" if small in {"up", "down"} and told.words[place] in CLIMBED else "is"


def _takes_there(told: Narration, place: int, verb: int, small: str) -> bool:
    """“She came in a taxi”, “he went on the bus”: the way there; “she got in a taxi” is not."""
    means = told.words[place].split("-")[-1] in CONVEYANCES and small in {"in", "on"}
    return means and told.words[verb] not in _BOARDING


def _is_going_on(told: Narration, verb: int) -> bool:
    return told.words[verb].endswith("ing") and bool(told.hanging(verb, "aux"))


def _stays(told: Narration, place: int, verb: int, small: str) -> bool:
    word = told.words[verb]
    if word in _SETTING_DOWN and has_object(told, verb):
        return False  # “he hid the rake in the shed”
    if word in STAYING_VERBS or is_being(word):
        halfway = small in ALONG and "halfway" in told.words[max(place - 4, verb) : place]
        return small in _THERE or halfway
    return word not in ELSEWHERE_VERBS and small in {"in", "inside", "aboard"}


def has_object(told: Narration, verb: int) -> bool:
    """Whether it is done to something else: “got the rake out”, but “got himself out”."""
    return any(not told.words[each].endswith("self") for each in told.hanging(verb, "dobj"))


def _rests(told: Narration, verb: int) -> bool:
    """“She lay in the cell”, “it sets in the west”; “they lay her in the cell” moves her."""
    word = told.words[verb]
    return word in STAYING_VERBS and word in SENDING_VERBS and not told.hanging(verb, "dobj")


def _is_still_there(told: Narration, verb: int) -> bool:
    """“She had gone to the mill”, “she had been in the mill for an hour”: she is there now."""
    if told.words[verb] == "been":
        long = any(told.words[each] in {"for", "since", "all"} for each in told.hanging(verb))
        return long or bool(told.hanging(verb, "npadvmod"))  # “been there three days”
    return told.words[verb] in STILL_THERE


def is_perfect(told: Narration, verb: int) -> bool:
    """“had slept”, “has gone”, “had had to stay”; “they've” is one word with its subject.

    “He had packed, and slept in the mill” tells of both before; “and he slept” does not.
    """
    for _ in range(MOST_JOINED):
        auxiliaries = {told.words[each] for each in told.hanging(verb, "aux")}
        subjects = told.hanging(verb, "nsubj")
        if auxiliaries & _HAVING or any(
            told.words[each].endswith(("'ve", "'d")) for each in subjects
        ):
            return True
        shares = told.relations[verb] == "xcomp" or (
            told.relations[verb] == "conj" and not (subjects or auxiliaries)
        )
        if not shares or told.heads[verb] == verb:
            return False
        verb = told.heads[verb]
    return False


def is_away_from_them(told: Narration, verb: int) -> bool:
    """“Below them in the alley a man shouted”, “behind her at the gate”: others are there."""
    return any(told.words[each] in _THEM for each in told.behind(verb, *_FROM_HERE))


_THEM = frozenset("me us him her them you".split())
_FROM_HERE = ("below", "beneath", "above", "beyond", "behind", "opposite")

MOST_JOINED = 6
"""Verbs up to the one that carries the tense of all."""


def is_contracted(told: Narration, row: int) -> bool:
    """Whether a clause hangs on a subject that is written together with its verb: “I'm here”."""
    return told.words[row].endswith(_CONTRACTED_BE) and told.relations[row] in _CLAUSES


def is_being(word: str) -> bool:
    """Whether a word is a form of “be”, if one that is written together with its subject."""
    return word in BE or word.endswith(_CONTRACTED_BE)
