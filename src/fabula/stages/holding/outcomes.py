"""What becomes of a thing by each kind of verb: who has it afterwards, and who had it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct, structs

from fabula.labels import CustodyChange
from fabula.lexicon.portable_things import portable_thing
from fabula.lexicon.transfer import (
    CORDS,
    FURNITURE,
    GARMENTS,
    GESTURES,
    HANDS,
    HELD_WHILE,
    KEPT_IN,
    TORN,
    VESSELS,
    WORN_ON,
    Handling,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.deeds import Deed
from fabula.stages.holding.receiving import Hands, giver_before, hands, receiver
from fabula.stages.holding.sights import LAID_IN, NO_PLACE, is_place


class Outcome(Struct, frozen=True):
    """Who has it afterwards and how that came about; the rest as in `Handled`."""

    holder: Named | None
    how: CustodyChange
    giver: Named | None = None
    elsewhere: bool = False
    back: bool = False


_Tells = Callable[[Narration, Deed], Outcome | None]


def outcome_of(told: Narration, deed: Deed, kinds: frozenset[Handling]) -> Outcome | None:
    """What the deed makes of its thing; None where the verb says nothing of it here.

    Example:
        “Tom handed Ines the key”: Ines has it, given; Tom had it. “Tom handed over the key”:
        somebody has it, Tom had it. “Tom handed round the cake”: nothing.
    """
    for kind in _ORDER:
        found = _OUTCOMES[kind](told, deed) if kind in kinds else None
        if found is not None:
            past = found.giver is not None and _is_long_ago(told, deed.verb)
            return structs.replace(found, giver=None) if past else found
    return None


def _is_long_ago(told: Narration, verb: int) -> bool:
    """“the jacket that I gave him”, “he had lost it”: who had it then says nothing of now."""
    return told.relations[verb] == "relcl" or any(
        told.words[each] == "had" for each in told.hanging(verb, "aux")
    )


def _given(told: Narration, deed: Deed) -> Outcome | None:
    if deed.thing.noun in FURNITURE | GESTURES or told.words[deed.verb] in _OFFERS:
        return None
    if not _by_a_person(told, deed):
        return None
    found = receiver(told, deed, "to") or hands(told, deed, HANDS)
    if found is not None:
        return _into(deed, found)
    if deed.particles & {"over", "back", "away"}:
        back = "back" in deed.particles
        return Outcome(None, "given", giver=deed.agent, elsewhere=True, back=back)
    return None


_OFFERS = all_forms(["offer"])
"""Who is offered a thing may not take it."""


def _by_a_person(told: Narration, deed: Deed) -> bool:
    """Not “the paper gave it two pages”, not “give it back”; “the key was handed over” is."""
    passive = told.hanging(deed.verb, "nsubjpass") or told.relations[deed.verb] == "acl"
    return deed.by_somebody or bool(passive)


def _into(deed: Deed, into: Hands) -> Outcome:
    """What is put into these hands: one's own, another's, or those of somebody unnamed."""
    if into.who is None:
        return Outcome(None, "given", giver=deed.agent, elsewhere=True)
    if deed.agent is not None and into.who.entity_id == deed.agent.entity_id:
        # “her” is no surer than the “she” whom it goes back to
        return Outcome(min(into.who, deed.agent, key=lambda named: named.sure), "had")
    how: CustodyChange = "given" if deed.by_somebody else "had"  # “in her palm lay a coin”
    return Outcome(into.who, how, giver=deed.agent)


def _sent(told: Narration, deed: Deed) -> Outcome | None:
    throws = told.words[deed.verb] in _THROWS
    to = receiver(told, deed, "to", *(("towards", "toward") if throws else ()))
    found = _into(deed, to) if to else _on_body(told, deed)
    if found is not None:
        return found
    if not deed.by_somebody:
        return None
    if told.words[deed.verb] in _SELLS:
        return Outcome(None, "given", giver=deed.agent, elsewhere=True)
    if throws and (deed.particles & {"away", "down", "aside"} or _behind(told, deed, *_AWAY)):
        return Outcome(None, "dropped", giver=deed.agent)
    out = "out" in deed.particles  # “slid it out from under his arm”
    hidden = not out and _behind(told, deed, "behind", "under", "beneath", "underneath")
    return Outcome(None, "hid", giver=deed.agent) if hidden else None


def _behind(told: Narration, deed: Deed, *prepositions: str) -> bool:
    return bool(told.behind(deed.verb, *prepositions))


_THROWS = all_forms("toss throw fling chuck".split())
_SELLS = all_forms(["sell"])
_AWAY = ("at", "into", "on", "onto", "over", "across", "out")


def _laid(told: Narration, deed: Deed) -> Outcome | None:
    if "on" in deed.particles and deed.thing.noun in GARMENTS and _puts_on(told, deed):
        return _by_agent("wore")(told, deed)
    carried = _on_body(told, deed)
    if carried is not None:
        return carried
    if not deed.by_somebody and not told.hanging(deed.verb, "nsubjpass"):
        return None
    if told.words[deed.verb] in _LEAVES:
        return _left(told, deed)
    lets_go = told.words[deed.verb] in _LETS_GO
    places = told.behind(deed.verb, *LAID_IN)
    placed = lets_go and any(
        told.tags[each] != "PRON" and told.words[each] not in NO_PLACE and each != deed.thing_row
        for each in places
    )
    back = "back" in deed.particles and told.words[deed.verb] in _RETURNS
    laid = placed or back or deed.particles & {"down", "aside"}
    return Outcome(None, "left", giver=deed.agent) if laid else None


def _on_body(told: Narration, deed: Deed) -> Outcome | None:
    """“put it in her pocket”, “hung it round his neck”: carried, worn or given.

    What is dropped on somebody's foot or thrown at his head he has not got.
    """
    found = hands(told, deed, _CARRYING)
    if found is None:
        return None
    worn = found.part is not None and told.words[found.part] in WORN_ON
    outcome = _into(deed, found)
    own = outcome.how == "had" and deed.agent is not None
    if worn and not own and told.words[deed.verb] in _THROWS | _DROPS:
        return None
    return Outcome(outcome.holder, "wore") if own and worn else outcome


_CARRYING = HANDS | WORN_ON | KEPT_IN | GARMENTS
_DROPS = all_forms(["drop"])


def _left(told: Narration, deed: Deed) -> Outcome | None:
    """“left the keys on the table”, “left him the keys”; not “left the lamp on”."""
    to = receiver(told, deed, "to", "with")
    if to is not None:
        return _into(deed, to)
    said = told.hanging(deed.verb, "oprd", "acomp", "ccomp", "advmod")
    as_it_is = deed.particles & {"on", "off", "out"} or any(
        told.tags[each] == "ADJ" or told.words[each] in _UNMOVED for each in said
    )
    return None if as_it_is else Outcome(None, "left", giver=deed.agent)


_UNMOVED = frozenset("there alone where be lying standing hanging".split())
"""What is left there may be left where it is: in a pocket, on a finger."""

_LEAVES = all_forms(["leave"])
_RETURNS = all_forms("put place set lay hang".split())
"""“She put it back”: where it was before."""

_LETS_GO = all_forms(
    """
    put lay set place hang prop rest deposit plonk perch lean stand replace drape spread hook pin
    """.split()
)


def _puts_on(told: Narration, deed: Deed) -> bool:
    """“put on her hat” and not “put her hat on the chair”."""
    behind = told.behind(deed.verb, "on")
    return not behind or behind == [deed.thing_row]


def _hidden(told: Narration, deed: Deed) -> Outcome | None:
    if deed.agent is None and told.hanging(deed.verb, "nsubj"):
        return None  # “the vaults that hid the eggs”
    return _on_body(told, deed) or Outcome(None, "hid", giver=deed.agent)


def _by_agent(how: CustodyChange) -> _Tells:
    """Who does it has the thing; if that is somebody unnamed, nobody who is named has it."""

    def outcome(_told: Narration, deed: Deed) -> Outcome | None:
        if deed.agent is not None:
            return Outcome(deed.agent, how)
        return Outcome(None, how, elsewhere=True) if deed.by_somebody else None

    return outcome


def _taken(told: Narration, deed: Deed) -> Outcome | None:
    """“took the lamp”; but who “had taken off the gloves” may long have laid them down."""
    if deed.thing.noun in FURNITURE | _PICTURES and told.words[deed.verb] in _TAKES:
        return None
    if told.words[deed.verb] in _GETS and deed.particles & {"off", "on", "up"}:
        return None  # “got the lock off”
    if "off" in deed.particles and _had_before(told, deed):
        return None
    if deed.agent is None and not deed.by_somebody:
        return None
    return _from_giver(told, deed, "took")


def _from_giver(told: Narration, deed: Deed, how: CustodyChange) -> Outcome:
    giver = giver_before(told, deed.verb, deed.thing_row)
    same = giver and deed.agent and giver.entity_id == deed.agent.entity_id
    return Outcome(deed.agent, how, giver=None if same else giver, elsewhere=deed.agent is None)


_TAKES = all_forms("take get have".split())
_GETS = all_forms(["get"])
_PICTURES = frozenset("photograph photographs photo photos picture pictures notes".split())
"""Who takes one of these makes it."""


def _had_before(told: Narration, deed: Deed) -> bool:
    """“had taken”, “she'd taken”: the “had” may be part of the subject's own word."""
    helping = told.hanging(deed.verb, "aux")
    if any(told.words[each] == "had" for each in helping):
        return True
    if told.words[deed.thing_row - 1] == "had":
        return True
    participle = told.words[deed.verb].endswith(("en", "ed", "own"))
    return participle and any(
        told.words[each].endswith("'d") for each in told.hanging(deed.verb, "nsubj")
    )


def _grabbed(told: Narration, deed: Deed) -> Outcome | None:
    """“grabbed his coat”, not “grabbed the rail”."""
    return _taken(told, deed) if portable_thing(deed.thing.noun) else None


def _fastened(told: Narration, deed: Deed) -> Outcome | None:
    """“pulled his boots on”, “tied on an apron”; “pulled his boots off” leaves them in hand."""
    if deed.thing.noun not in GARMENTS or deed.agent is None:
        return None
    if "off" in deed.particles and not _had_before(told, deed):
        return Outcome(deed.agent, "took")
    on = "on" in deed.particles and _puts_on(told, deed)
    return Outcome(deed.agent, "wore") if on else None


def _torn(told: Narration, deed: Deed) -> Outcome | None:
    """“tore up the letter”, “cut the rope”; but “tore the letter open” leaves it whole."""
    opened = [*told.hanging(deed.verb, "acomp", "oprd", "prt", "advmod")]
    whole = any(told.words[each] in {"open", "off", "out"} for each in opened)
    if _behind(told, deed, "off", "from") and not told.words[deed.verb].startswith("burn"):
        return _by_agent("took")(told, deed)  # “tore the page from the book”
    cut = told.words[deed.verb].startswith(("cut", "slit"))
    gone = deed.thing.noun in (CORDS if cut else TORN)
    return Outcome(None, "broke") if gone and not whole else None


def _stolen(_told: Narration, deed: Deed) -> Outcome:
    """“somebody had stolen his boots”: whoever it was, he has them no longer."""
    return Outcome(deed.agent, "stole")


def _gone(how: CustodyChange) -> _Tells:
    def outcome(_told: Narration, deed: Deed) -> Outcome | None:
        if "out" in deed.particles:
            return None  # “a racket broke out”, “he dropped out”
        return Outcome(None, how, giver=None if how == "broke" else deed.agent)

    return outcome


def _held(told: Narration, deed: Deed) -> Outcome | None:
    word = told.words[deed.verb]
    if deed.thing.noun in FURNITURE and word in _HAS:
        return None
    if word in _KEEPS:
        return _kept(told, deed)
    worn = word in _HAS and "on" in deed.particles and deed.thing.noun in GARMENTS
    return _by_agent("wore" if worn else "had")(told, deed)


_HAS = all_forms(["have"])
_KEEPS = all_forms(["keep"])


def _kept(told: Narration, deed: Deed) -> Outcome | None:
    """“kept the key in her apron”, but “kept the key on a nail” and “kept the cup level”."""
    said_of_it = [*told.hanging(deed.verb, "oprd", "acomp", "ccomp", "dobj")]
    if deed.agent is None or any(each > deed.thing_row for each in said_of_it):
        return None
    wearer = _worn_after(told, deed)
    if wearer is not None:
        return Outcome(wearer, "had")
    carried = _on_body(told, deed)
    if carried is not None:
        return carried
    places = told.behind(deed.verb, *LAID_IN, "at")
    if not places:
        return Outcome(deed.agent, "had")
    return Outcome(None, "left") if any(is_place(told, each) for each in places) else None


_WIDEST = 25
"""How many words behind the thing it may still be said what it hangs on."""


def _worn_after(told: Narration, deed: Deed) -> Named | None:
    """“kept the key on a string round her neck”: the last word says who has it."""
    for row in range(deed.thing_row + 1, min(deed.thing_row + _WIDEST, len(told.words))):
        if told.words[row] in {".", ";", ","}:
            return None
        if told.words[row] in WORN_ON and told.owner(row) is not None:
            return told.owner(row)
    return None


def _drawn(told: Narration, deed: Deed) -> Outcome | None:
    """“drew a knife”, “pulled out a key”: only from somewhere, or with “out”."""
    out = "out" in deed.particles or _behind(told, deed, "from", "of")
    certain = told.words[deed.verb].startswith(("withdr", "produc", "unsheath"))
    if deed.agent is None or not (out or certain):
        return None
    taken = _from_giver(told, deed, "took")
    return taken if taken.giver is not None else Outcome(deed.agent, "had")


def _found(told: Narration, deed: Deed) -> Outcome | None:
    """“found the key”, not “found the book dull”, nor “went off to find the key”."""
    said_of = told.hanging(deed.verb, "oprd", "ccomp", "acomp", "xcomp")
    said_of += [each for each in told.hanging(deed.verb, "aux") if told.words[each] == "to"]
    said_of += [each for each in (deed.thing_row + 1,) if told.tags[each : each + 1] == ["ADJ"]]
    return None if said_of else _by_agent("found")(told, deed)


def _used(told: Narration, deed: Deed) -> Outcome | None:
    """“sipped her coffee”, “opened the letter”: done with what one has in hand."""
    nouns = HELD_WHILE.get(told.words[deed.verb])
    fits = portable_thing(deed.thing.noun) if nouns is None else deed.thing.noun in nouns
    return Outcome(deed.agent, "had") if fits and deed.agent is not None else None


def _eaten(told: Narration, deed: Deed) -> Outcome | None:
    """“ate the apple”: there is none any more; who “was eating an apple” has it."""
    if deed.agent is None:
        return None
    if told.words[deed.verb].endswith("ing") or deed.thing.noun in VESSELS:
        return Outcome(deed.agent, "had")
    return Outcome(None, "broke", giver=deed.agent)


_OUTCOMES: Mapping[Handling, _Tells] = MappingProxyType(
    {
        "give": _given,
        "send": _sent,
        "lay": _laid,
        "stow": _laid,
        "hide": _hidden,
        "drop": _gone("dropped"),
        "lose": _gone("lost"),
        "break": _gone("broke"),
        "take": _taken,
        "grab": _grabbed,
        "steal": _stolen,
        "buy": _by_agent("bought"),
        "find": _found,
        "make": _by_agent("made"),
        "pocket": _by_agent("took"),
        "draw": _drawn,
        "hold": _held,
        "wear": _by_agent("wore"),
        "fasten": _fastened,
        "tear": _torn,
        "bring": _by_agent("had"),
        "use": _used,
        "eat": _eaten,
    }
)
_ORDER: tuple[Handling, ...] = tuple(_OUTCOMES)
"""A verb of several kinds is first tried as the one that needs most beside it."""
