"""Where a thing is seen to be: in a hand, in a pocket, on somebody, on a table."""

from collections.abc import Iterator

from msgspec import Struct

from fabula.labels import CustodyChange
from fabula.lexicon.appearance import HAIR
from fabula.lexicon.motion import MOTION_VERBS, STAYING_VERBS
from fabula.lexicon.transfer import (
    GARMENTS,
    GESTURES,
    HANDLING,
    HANDS,
    KEPT_IN,
    ON_THE_BODY,
    TOOLS,
    WORN_ON,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.clauses.wearing import wearer_of
from fabula.stages.holding.deeds import PARTS_OF
from fabula.stages.holding.handled import Handled
from fabula.stages.holding.receiving import owner_of
from fabula.stages.holding.things import Things

SURE_SIGHT = 0.8
"""A thing in somebody's hand, read off the words around it."""

SURE_PLACE = 0.75
"""A thing said to lie somewhere."""

LAID_IN = """
    in into inside on onto upon atop under beneath underneath behind between among amongst against
    beside near
""".split()
"""Words before the place where a thing is left."""

_HELD_BEHIND = frozenset(
    "through in into inside on onto under over round around across behind at between".split()
)


def by_sight(told: Narration, things: Things, row: int) -> Iterator[Handled]:
    """What the thing at this row lies in, hangs on, comes with.

    Finds:
        Things in hands, pockets and places, things worn or brought along, things that are gone.
    Why it holds:
        The words around a thing say where it is.
    Misses:
        Hands that are told of in another sentence.

    Example:
        “with a lamp in her hand”, “a parcel under his arm”, “he came back with a basket”.
    """
    thing = things.at(row)
    if thing is None or told.asked[row] or denied(told, row) or _is_of_the_body(told, row):
        return
    verb = _verb_above(told, row)
    found = _gone(told, row)
    if found is None and (verb is None or is_fact(told, verb)):
        found = _seen(told, row, verb, wearable=row in told.things and thing.noun in GARMENTS)
    if found is not None:
        yield Handled(
            thing=thing,
            holder=found.holder,
            how=found.how,
            rows=found.rows,
            at=row,
            sure=found.sure,
            seen=True,
        )


class _Sight(Struct, frozen=True):
    """Who is seen to have a thing, and by which words; None: it lies somewhere, or is gone."""

    holder: Named | None
    how: CustodyChange
    rows: tuple[int, ...]
    sure: float


def _seen(told: Narration, row: int, verb: int | None, *, wearable: bool) -> _Sight | None:
    if verb is not None and _is_brought_in(told, row, verb):
        holder = _where_it_is(told, row, verb)
        return None if holder is None else _had(holder, "had", (row, holder.row))
    place = _placed_at(told, row, verb) if verb is not None else None
    if verb is not None and place is not None:
        return _Sight(*place, (row, verb), SURE_PLACE)
    part = _part_after(told, row)
    holder = _whose(told, part, verb) if part is not None else None
    if part is not None and holder is not None and not _deals(told, verb, row):
        worn = told.words[part] in WORN_ON - _LAPS
        return _had(holder, "wore" if worn else "had", (row, part))
    wearer = wearer_of(told, row) if wearable else None
    if wearer is not None:
        return _had(wearer, "wore", (wearer.row, row))
    holder = _comes_with(told, row, verb)
    if holder is None:
        return None
    on = wearable and told.words[row + 1 : row + 2] == ["on"]
    return _had(holder, "wore" if on else "had", (holder.row, row))


_LAPS = frozenset("knee knees foot feet".split())
"""What lies across somebody's knees is not worn."""


def _had(holder: Named, how: CustodyChange, rows: tuple[int, ...]) -> _Sight:
    return _Sight(holder, how, rows, SURE_SIGHT * holder.sure)


def _is_of_the_body(told: Narration, row: int) -> bool:
    """“a man with a scar”, “in her thumb”: nothing that anybody could hand over."""
    return told.words[row] in HAIR | ON_THE_BODY


def _whose(told: Narration, part: int, verb: int | None) -> Named | None:
    """Whose hand it is: “her hand”, “with a bag in each hand”, “and a cup in the other”."""
    owner = owner_of(told, part)
    said = {told.words[each] for each in told.hanging(part, "det", "nummod", "amod")}
    if owner is not None or not (said & _OF_TWO or told.words[part] == "other"):
        return owner
    # “a boy carrying your stick in both hands”: it is with the boy
    return told.agent(verb) if verb is not None else None


_OF_TWO = frozenset("one each both other either".split())


def _comes_with(told: Narration, row: int, verb: int | None) -> Named | None:
    """Who comes or stands there with the thing: “he came back with a basket and a hen”.

    What he does something with only if that is a tool; and what he has off he has not on.
    """
    first = _first_joined(told, row)
    whole = told.heads[told.heads[first]]
    if told.words[told.heads[first]] == "of" and told.words[whole] in PARTS_OF:
        first = whole  # “with a bag of plums”
    small = told.heads[first]
    with_it = told.relations[first] == "pobj" and told.words[small] == "with"
    if (
        not with_it
        or told.words[row] in GESTURES
        or _lies_apart(told, row)
        or told.words[row + 1 : row + 2] == ["off"]
    ):
        return None
    above = told.heads[small]
    if above in told.people:
        return told.person(above)  # “the man with the umbrella”
    if told.tags[above] == "ADV":
        above = told.heads[above]  # “got back with it”
    if verb is None or above != verb:
        return None
    comes = told.words[verb] in _COMES and not _moves_a_thing(told, verb)
    return told.agent(verb) if comes or told.words[row] in TOOLS else None


def _moves_a_thing(told: Narration, verb: int) -> bool:
    """“He left two cups on the chair with a card”: it is not he who goes with the card."""
    return told.words[verb] in HANDLING and bool(told.hanging(verb, "dobj"))


def _first_joined(told: Narration, row: int) -> int:
    """“basket” for the hen of “with a basket and a hen”."""
    for _ in range(_CLIMB):
        if told.relations[row] != "conj":
            break
        row = told.heads[row]
    return row


def _lies_apart(told: Narration, row: int) -> bool:
    """“with a letter lying on the lid”, “with a bag at her feet”; not “with a lamp held high”."""
    does = told.hanging(row, "acl", "advcl")
    lies = any(told.words[each].endswith("ing") for each in does)
    return lies or bool(told.behind(row, *LAID_IN, "at", "before", "through"))


_COMES = MOTION_VERBS | STAYING_VERBS | all_forms("arrive appear enter leave turn follow".split())
_COMES -= all_forms("work eat drink cook write wash play dine get".split())
_COMES |= frozenset("got gets".split())
"""Who does one of these with a thing has it along; who writes with it may not."""


def _deals(told: Narration, verb: int | None, row: int) -> bool:
    """Whether the verb itself says what becomes of the thing, and of somebody who is known."""
    kinds = HANDLING.get(told.words[verb], frozenset()) if verb is not None else frozenset()
    if verb is None or not kinds - {"stow"} or told.agent(verb) is None:
        return False
    return row in told.participants(verb).patients


def _placed_at(told: Narration, row: int, verb: int) -> tuple[Named | None, CustodyChange] | None:
    """“the watch lay in its box”, “the card was in his pocket”, “on her lap was a jersey”."""
    part = _part_before(told, row, verb)
    if part is not None:
        return None if told.owner(part) is None else (told.owner(part), "had")
    if "down" in {told.words[each] for each in told.hanging(verb, "prt", "advmod")}:
        return None  # “it lay down on her feet”: some animal
    said = told.relations[row] in {"nsubj", "attr", "nsubjpass"} and told.heads[row] == verb
    lies = told.words[verb] in _LIES
    if lies and told.relations[row] == "dobj" and not told.hanging(verb, "nsubj"):
        said = told.heads[row] == verb  # “in his palm lay a coin”
    stuck = told.relations[row] == "nsubjpass" and bool(told.hanging(verb, "auxpass"))
    moves = told.relations[row] == "nsubj" and told.words[verb] in _MOVES
    if not said or not (lies or stuck or moves or is_be(told, verb)):
        return None
    behind = _HELD_BEHIND - {"across"} if moves else _HELD_BEHIND
    for noun in (*told.behind(verb, *behind), *_behind_particle(told, verb)):
        if told.words[noun] in HANDS | WORN_ON | KEPT_IN:
            owner = owner_of(told, noun)
            return None if owner is None else (owner, "had")
    if _is_earlier(told, verb):
        return None
    return (None, "left") if (lies or is_be(told, verb)) and _lies(told, row, verb) else None


def _behind_particle(told: Narration, verb: int) -> list[int]:
    """“neck” of “hangs round Tom's neck”, read as the object of “hangs round”."""
    return [
        noun
        for noun in told.hanging(verb, "dobj")
        for owner in told.hanging(noun, "poss")
        if owner == noun - 1 and told.words[owner - 1] in _HELD_BEHIND
    ]


def _is_earlier(told: Narration, verb: int) -> bool:
    """“The card had stood on the shelf for years”: where it stands now is not said."""
    lies = told.words[verb] in _LIES or told.words[verb] == "been"
    return lies and any(told.words[each] == "had" for each in told.hanging(verb, "aux"))


def _part_before(told: Narration, row: int, verb: int) -> int | None:
    """“neck” of “round her neck, under her scarf, was a whistle”."""
    turned = verb < row and told.heads[row] == verb and told.relations[row] in {"attr", "dobj"}
    if not turned or not is_be(told, verb) or told.hanging(verb, "nsubj", "expl"):
        return None
    for part in range(verb - 1, max(told.sentence(row).low, verb - _TURNED), -1):
        held = told.words[part] in HANDS | WORN_ON | KEPT_IN and told.hanging(part, "poss")
        if held and told.words[told.heads[part]] in _HELD_BEHIND:
            return part
    return None


_TURNED = 12
"""So far before “was” may stand whose neck it hangs round."""


def _lies(told: Narration, row: int, verb: int) -> bool:
    """“The watch lay in its box”, “in the jar was her ring”; not “the boat was in danger”."""
    places = [each for each in told.behind(verb, *LAID_IN) if each not in told.beings]
    if not places:
        return False  # “his net trailing behind him”
    if any(told.words[each] in _CARRIERS for each in places):
        return False  # “the keys were on a ring”: and where is the ring?
    if told.words[verb] in _LIES:
        return bool(told.relations[row] == "nsubj")
    turned = told.relations[row] == "attr" and max(places) < verb < row
    turned = turned and not told.hanging(verb, "nsubj")  # “by that light her face was a mask”
    known = bool(told.hanging(row, "det", "poss")) and told.words[row] not in _PRONOUNS
    said = known and (turned or told.relations[row] == "nsubj")
    return bool(said) and any(is_place(told, each) for each in places)


_CARRIERS = frozenset("ring keyring chain string thong cord ribbon".split())
_MOVES = all_forms("go come slide slip drop fall land disappear vanish".split())
"""“The coin went into his pocket”, “it landed in her lap”."""


def _is_brought_in(told: Narration, row: int, verb: int) -> bool:
    """“there is a key on the shelf”, “there's a key on the shelf”."""
    there = told.hanging(verb, "expl") or told.words[verb].startswith("there")
    subject = told.relations[row] in {"attr", "nsubj", "dobj"}
    return bool(there) and subject and told.heads[row] == verb


def _where_it_is(told: Narration, row: int, verb: int) -> Named | None:
    """Whose hand or bag “there is a key” in: what lies elsewhere need not matter."""
    parts = [*told.behind(verb, *_HELD_BEHIND), *told.behind(row, *_HELD_BEHIND)]
    owners = [
        owner_of(told, part) for part in parts if told.words[part] in HANDS | WORN_ON | KEPT_IN
    ]
    return next((owner for owner in owners if owner is not None), None)


def is_place(told: Narration, row: int) -> bool:
    """“the key is on the hook”; but “the boat is in danger” says nothing of where it lies."""
    said = {told.words[each] for each in told.hanging(row, "det", "poss")}
    return bool(said) and row not in told.people and told.words[row] not in _UNSURE_PLACE


_PRONOUNS = frozenset({"it", "them", "they"})
NO_PLACE = frozenset(
    """
    way air mood news wrong right mind plan same place order motion position question charge danger
    line use doubt touch action words shape condition try attempt time turn
    """.split()
)
"""“Back in place”, “in danger”: words behind “in” that are no places."""

_UNSURE_PLACE = NO_PLACE | frozenset("case house room end".split())
"""“The letter was in the house” says little, “that was in the end” nothing."""
_LIES = all_forms("lie stand hang sit rest lean".split())

_GONE = frozenset("gone missing lost".split())


def _gone(told: Narration, row: int) -> _Sight | None:
    """“the compass was gone”."""
    verb = told.heads[row]
    if told.relations[row] not in {"nsubj", "nsubjpass"} or not is_fact(told, verb):
        return None
    if told.words[verb] == "gone" and any(
        told.words[each] in {"has", "had", "have"} for each in told.hanging(verb, "aux")
    ):
        return None  # “the whistle had gone”: it had blown
    said = [verb, *told.hanging(verb, "acomp", "attr", "oprd")]
    word = next((each for each in said if told.words[each] in _GONE), None)
    return None if word is None else _Sight(None, "lost", (row, word), SURE_SIGHT)


_CLIMB = 6


def _verb_above(told: Narration, row: int) -> int | None:
    for _ in range(_CLIMB):
        if told.tags[row] in {"VERB", "AUX"}:
            return row
        if told.heads[row] == row:
            return None
        row = told.heads[row]
    return None


def _part_after(told: Narration, row: int) -> int | None:
    """The hand or pocket behind a preposition that comes after the thing.

    Only words that are said of the thing may stand between: “a paper folded small in his hand”.
    """
    for small in range(row + 1, min(row + 1 + _BETWEEN, len(told.words))):
        near = small == row + 1 or told.heads[small] in range(row, small)
        if told.words[small] in _HELD_BEHIND and near:
            found = _part_behind(told, small, row)
            if found is not None:
                return found
        if told.tags[small] not in _SAID_OF_IT or told.hanging(small, "nsubj", "aux"):
            return None
    return None


_BETWEEN = 5
_SAID_OF_IT = frozenset("ADJ ADV ADP VERB".split())


def _part_behind(told: Narration, small: int, row: int) -> int | None:
    for noun in told.hanging(small, "pobj"):
        if told.words[small] in {"at", "behind", "under"} and told.words[noun] in _GROUND:
            continue  # “the bag at your feet” lies there
        if told.words[small] == "through" and told.words[noun] not in KEPT_IN | _BELTS:
            continue  # “with the dagger through his neck” he has no dagger
        if told.words[noun] in HANDS | WORN_ON | KEPT_IN:
            return noun
        inner = told.behind(noun, "of")
        if told.words[noun] in _HOLLOWS and inner and told.words[inner[0]] in HANDS:
            return inner[0]
        before = set(told.words[max(row - _LATELY, 0) : row])
        if told.words[noun] == "other" and before & _IN_PAIRS:
            return noun
    return None


_HOLLOWS = frozenset("crook palm hollow bend crease".split())
"""“The gun in the crook of her arm” is in her arm."""

_BELTS = frozenset("belt waist arm arms ear ears buttonhole".split())
"""“A knife through his belt”, “a basket through her arm”."""

_GROUND = frozenset("foot feet back head knees".split())

_LATELY = 15
"""So many words ago “one hand” was told of, if “the other” is a hand."""

_IN_PAIRS = frozenset("hand arm pocket shoulder".split())


def denied(told: Narration, thing_row: int) -> bool:
    """“no key”, “any key”: there is none to speak of; “a habit of sighing” is no thing."""
    of_doing = any(told.hanging(each, "pcomp") for each in told.hanging(thing_row, "prep"))
    none = any(told.words[each] in {"no", "any"} for each in told.hanging(thing_row, "det"))
    return none or of_doing
