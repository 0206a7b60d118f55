"""Where a thing is seen to be: in a hand, in a pocket, on somebody, on a table."""

from collections.abc import Iterator

from fabula.labels import CustodyChange
from fabula.lexicon.motion import MOTION_VERBS, STAYING_VERBS
from fabula.lexicon.transfer import GARMENTS, HANDLING, HANDS, KEPT_IN, WORN_ON
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.clauses.wearing import wearer_of
from fabula.stages.holding.handled import Handled
from fabula.stages.holding.things import Things

SURE_SIGHT = 0.8
"""A thing in somebody's hand, read off the words around it."""

SURE_PLACE = 0.75
"""A thing said to lie somewhere."""

LAID_IN = "in into inside on onto under behind between against beside".split()
"""Words before the place where a thing is left."""

_HELD_BEHIND = frozenset("through in on under over round around across behind at between".split())


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
    if thing is None or told.asked[row] or denied(told, row):
        return
    gone = _gone_word(told, row)
    if gone is not None:
        yield Handled(thing, None, "lost", (row, gone), SURE_SIGHT)
        return
    verb = _verb_above(told, row)
    if verb is not None and not is_fact(told, verb):
        return
    place = _placed_at(told, row, verb) if verb is not None else None
    if verb is not None and place is not None:
        yield Handled(thing, *place, (row, verb), SURE_PLACE)
        return
    wearer = wearer_of(told, row) if thing.noun in GARMENTS else None
    if wearer is not None:
        yield Handled(thing, wearer, "wore", (wearer.row, row), SURE_SIGHT * wearer.sure)
        return
    part = _part_after(told, row)
    holder = _whose(told, part, row, verb) if part is not None else None
    if part is not None and holder is not None and not _deals(told, verb):
        how: CustodyChange = "wore" if told.words[part] in WORN_ON else "had"
        yield Handled(thing, holder, how, (row, part), SURE_SIGHT * holder.sure)
        return
    if _comes_with(told, row, verb):
        holder = told.agent(verb) if verb is not None else None
        if holder is not None:
            yield Handled(thing, holder, "had", (holder.row, row), SURE_SIGHT * holder.sure)


def owner_of(told: Narration, part: int) -> Named | None:
    """Whose hand, neck or pocket it is: “her neck”, “the neck of Mr Bell”."""
    behind = told.behind(part, "of")
    return told.owner(part) or (told.person(behind[0]) if len(behind) == 1 else None)


def _whose(told: Narration, part: int, row: int, verb: int | None) -> Named | None:
    """Whose hand it is: “her hand”, “with a bag in each hand”, “and a cup in the other”."""
    owner = owner_of(told, part)
    said = {told.words[each] for each in told.hanging(part, "det", "nummod", "amod")}
    if owner is not None or not (said & _OF_TWO or told.words[part] == "other"):
        return owner
    return told.owner(row) or (told.agent(verb) if verb is not None else None)


_OF_TWO = frozenset("one each both other either".split())


def _comes_with(told: Narration, row: int, verb: int | None) -> bool:
    """“he came back with a basket”: not what he did it with, but what he brought."""
    small = told.heads[row]
    above = told.heads[small]
    if told.tags[above] == "ADV":
        above = told.heads[above]  # “got back with it”
    return (
        told.relations[row] == "pobj"
        and told.words[small] == "with"
        and verb is not None
        and above == verb
        and told.words[verb] in _COMES
        and not _does_something(told, row)
    )


def _does_something(told: Narration, row: int) -> bool:
    """“with a letter lying on the lid”, not “with a lamp held high”."""
    does = told.hanging(row, "acl", "advcl")
    return any(told.words[each].endswith("ing") for each in does)


_COMES = MOTION_VERBS | STAYING_VERBS | all_forms("arrive appear enter leave turn".split())
_COMES -= all_forms("work eat drink cook write wash play dine get".split())
_COMES |= frozenset("got gets".split())
"""Who does one of these with a thing has it along; who writes with it may not."""


def _deals(told: Narration, verb: int | None) -> bool:
    """Whether the verb itself says what becomes of the thing."""
    return verb is not None and told.words[verb] in HANDLING


def _placed_at(told: Narration, row: int, verb: int) -> tuple[Named | None, CustodyChange] | None:
    """“the watch lay in its box”, “the card was in his pocket”, “on her lap was a jersey”."""
    said = told.relations[row] in {"nsubj", "attr", "nsubjpass"} and told.heads[row] == verb
    lies = told.words[verb] in _LIES
    if lies and told.relations[row] == "dobj" and not told.hanging(verb, "nsubj"):
        said = told.heads[row] == verb  # “in his palm lay a coin”
    stuck = told.relations[row] == "nsubjpass" and bool(told.hanging(verb, "auxpass"))
    brought_in = any(told.words[each].startswith("there") for each in (verb, max(verb - 1, 0)))
    if not said or not (lies or stuck or is_be(told, verb)) or brought_in:
        return None
    for noun in told.behind(verb, *_HELD_BEHIND):
        if told.words[noun] in HANDS | WORN_ON | KEPT_IN:
            owner = owner_of(told, noun)
            return None if owner is None else (owner, "had")
    places = [] if stuck and not lies else told.behind(verb, *LAID_IN)
    if any(each in told.people for each in places):
        return None  # “his net trailing behind him”
    if told.relations[row] != "nsubj" or not places or told.words[row] in _PRONOUNS:
        return None
    known = told.hanging(row, "det", "poss")
    somewhere = lies or any(known and _is_thing_or_place(told, each) for each in places)
    return (None, "left") if somewhere else None


def _is_thing_or_place(told: Narration, row: int) -> bool:
    """“the key is on the hook”; but “the boat is in danger” says nothing of where it lies."""
    said = {told.words[each] for each in told.hanging(row, "det", "poss")}
    return bool(said) and row not in told.people and told.words[row] not in _NO_PLACE


_PRONOUNS = frozenset({"it", "them", "they"})
_NO_PLACE = frozenset("way air mood news wrong right mind plan case house room same end".split())
_LIES = all_forms("lie stand hang sit rest lean".split())

_GONE = frozenset("gone missing lost".split())


def _gone_word(told: Narration, row: int) -> int | None:
    """“gone” of “the compass was gone”."""
    verb = told.heads[row]
    if told.relations[row] not in {"nsubj", "nsubjpass"} or not is_fact(told, verb):
        return None
    if told.words[verb] == "gone" and any(
        told.words[each] in {"has", "had", "have"} for each in told.hanging(verb, "aux")
    ):
        return None  # “the whistle had gone”: it had blown
    said = [verb, *told.hanging(verb, "acomp", "attr", "oprd")]
    return next((each for each in said if told.words[each] in _GONE), None)


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
    """The hand or pocket behind a preposition that comes right after the thing."""
    small = row + 1
    if small >= len(told.words) or told.words[small] not in _HELD_BEHIND:
        return None
    for noun in told.hanging(small, "pobj"):
        if told.words[small] in {"at", "behind", "under"} and told.words[noun] in _GROUND:
            continue  # “the bag at your feet” lies there
        if told.words[noun] in HANDS | WORN_ON | KEPT_IN:
            return noun
        inner = told.behind(noun, "of")
        if told.words[noun] in _HOLLOWS and inner and told.words[inner[0]] in HANDS:
            return inner[0]
        if told.words[noun] == "other" and "hand" in told.words[max(row - _LATELY, 0) : row]:
            return noun
    return None


_HOLLOWS = frozenset("crook palm hollow bend crease".split())
"""“The gun in the crook of her arm” is in her arm."""

_GROUND = frozenset("foot feet back head knees".split())

_LATELY = 15
"""So many words ago “one hand” was told of, if “the other” is a hand."""


def denied(told: Narration, thing_row: int) -> bool:
    """“no key”, “any key”: there is none to speak of."""
    return any(told.words[each] in {"no", "any"} for each in told.hanging(thing_row, "det"))
