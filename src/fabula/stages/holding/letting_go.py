"""What becomes of a thing that somebody gives, throws, lays down, hides, loses or breaks."""

from fabula.labels import CustodyChange
from fabula.lexicon.portable_things import edible_thing, portable_thing
from fabula.lexicon.transfer import (
    CORDS,
    FURNITURE,
    GARMENTS,
    GESTURES,
    HANDS,
    KEPT_IN,
    SHARED_OUT,
    TOOLS,
    TORN,
    WORN_ON,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Narration
from fabula.stages.holding.deeds import Deed, had_done
from fabula.stages.holding.outcome import Outcome, Tells, by_agent, stands_behind
from fabula.stages.holding.receiving import Hands, hands, receiver
from fabula.stages.holding.sights import LAID_IN, NO_PLACE


def given(told: Narration, deed: Deed) -> Outcome | None:
    """“handed Tom the key”, “put it into his hand”; “handed it over” goes to somebody unnamed."""
    if deed.thing.noun in FURNITURE | GESTURES or told.words[deed.verb] in _OFFERS:
        return None
    if not _by_a_person(told, deed):
        return None
    found = receiver(told, deed, "to") or hands(told, deed, HANDS)
    if found is not None:
        return into_hands(deed, found)
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


def into_hands(deed: Deed, into: Hands) -> Outcome:
    """What is put into these hands: one's own, another's, or those of somebody unnamed."""
    if into.who is None:
        return Outcome(None, "given", giver=deed.agent, elsewhere=True)
    if deed.agent is not None and into.who.entity_id == deed.agent.entity_id:
        # “her” is no surer than the “she” whom it goes back to
        return Outcome(min(into.who, deed.agent, key=lambda named: named.sure), "had")
    how: CustodyChange = "given" if deed.by_somebody else "had"  # “in her palm lay a coin”
    return Outcome(into.who, how, giver=deed.agent)


def sent(told: Narration, deed: Deed) -> Outcome | None:
    """“tossed Tom the key”, “slid it into her belt”; “threw it on the floor” drops it."""
    throws = told.words[deed.verb] in _THROWS
    to = receiver(told, deed, "to", *(("towards", "toward") if throws else ()))
    found = into_hands(deed, to) if to else on_body(told, deed)
    if found is not None:
        return found
    if not deed.by_somebody:
        return None
    if told.words[deed.verb] in _SELLS:
        return Outcome(None, "given", giver=deed.agent, elsewhere=True)
    out = "out" in deed.particles  # “slid it out from under his arm”
    under = not out and stands_behind(told, deed, "behind", "under", "beneath", "underneath")
    goals = [each for each in told.behind(deed.verb, *_AWAY) if told.words[each] not in NO_PLACE]
    away = bool(under or deed.particles & {"away", "down", "aside"} or goals)
    if throws and away:
        return Outcome(None, "dropped", giver=deed.agent)
    return Outcome(None, "hid", giver=deed.agent) if under else None


_THROWS = all_forms("toss throw fling chuck hurl lob".split())
_SELLS = all_forms(["sell"])
_AWAY = ("at", "into", "on", "onto", "over", "across", "out")


def laid(told: Narration, deed: Deed) -> Outcome | None:
    """“put the key down”, “on the table”, “in her pocket”; “put on her hat”, “left it with Tom”."""
    if "on" in deed.particles and deed.thing.noun in GARMENTS and puts_on(told, deed):
        return by_agent("wore")(told, deed)
    carried = on_body(told, deed)
    if carried is not None:
        return carried
    if not deed.by_somebody and not told.hanging(deed.verb, "nsubjpass"):
        return None
    if told.words[deed.verb] in _LEAVES:
        return _left(told, deed)
    lets_go = told.words[deed.verb] in _LETS_GO
    places = told.behind(deed.verb, *LAID_IN)
    if any(told.words[each] in _LOCKS for each in places):
        return None if deed.agent is None else Outcome(deed.agent, "had")
    placed = lets_go and any(
        told.tags[each] != "PRON" and told.words[each] not in NO_PLACE and each != deed.thing_row
        for each in places
    )
    back = "back" in deed.particles and told.words[deed.verb] in _RETURNS
    back = back and deed.thing.noun not in GARMENTS  # a ring put back may be on a finger
    laid = placed or back or deed.particles & {"down", "aside"}
    return Outcome(None, "left", giver=deed.agent) if laid else None


def on_body(told: Narration, deed: Deed) -> Outcome | None:
    """“put it in her pocket”, “hung it round his neck”: carried, worn or given.

    What is dropped on somebody's foot or thrown at his head he has not got.
    """
    found = hands(told, deed, _CARRYING)
    if found is None:
        return None
    worn = found.part is not None and told.words[found.part] in WORN_ON
    outcome = into_hands(deed, found)
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
        return into_hands(deed, to)
    said = told.hanging(deed.verb, "oprd", "acomp", "ccomp", "advmod")
    as_it_is = deed.particles & {"on", "off", "out"} or any(
        told.tags[each] == "ADJ" or told.words[each] in _UNMOVED for each in said
    )
    return None if as_it_is else Outcome(None, "left", giver=deed.agent)


_LOCKS = frozenset("lock locks keyhole ignition".split())
"""Who puts a key in a lock has it in hand still."""

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


def puts_on(told: Narration, deed: Deed) -> bool:
    """“put on her hat” and not “put her hat on the chair”."""
    behind = told.behind(deed.verb, "on")
    return not behind or behind == [deed.thing_row]


def hidden(told: Narration, deed: Deed) -> Outcome | None:
    """“hid the key in the stove”; who hides it in her shirt has it."""
    if deed.agent is None and told.hanging(deed.verb, "nsubj"):
        return None  # “the vaults that hid the eggs”
    return on_body(told, deed) or Outcome(None, "hid", giver=deed.agent)


def torn(told: Narration, deed: Deed) -> Outcome | None:
    """“tore up the letter”, “cut the rope”; but “tore the letter open” leaves it whole."""
    opened = [*told.hanging(deed.verb, "acomp", "oprd", "prt", "advmod")]
    whole = any(told.words[each] in {"open", "off", "out"} for each in opened)
    if stands_behind(told, deed, "off", "from") and not told.words[deed.verb].startswith("burn"):
        return by_agent("took")(told, deed)  # “tore the page from the book”
    cut = told.words[deed.verb].startswith(("cut", "slit"))
    gone = deed.thing.noun in (CORDS if cut else TORN)
    return Outcome(None, "broke") if gone and not whole else None


def gone(how: CustodyChange) -> Tells:
    """“lost the key”, “dropped it”, “the jug broke”: nobody has it, whoever had it before."""

    def outcome(told: Narration, deed: Deed) -> Outcome | None:
        if "out" in deed.particles:
            return None  # “a racket broke out”, “he dropped out”
        if how == "dropped" and had_done(told, deed.verb):
            return None  # “where he had dropped it”: somebody may have found it since
        if how == "broke" and (edible_thing(deed.thing.noun) or deed.thing.noun in SHARED_OUT):
            return by_agent("had")(told, deed)  # “she broke the biscuit in two”
        if how == "broke" and "open" in told.words[deed.verb + 1 : deed.thing_row + 2]:
            return None  # “he broke the gun open”, “she broke open the seal”
        return Outcome(None, how, giver=None if how == "broke" else deed.agent)

    return outcome


def eaten(told: Narration, deed: Deed) -> Outcome | None:
    """“ate the apple”: there is none any more; who “was eating an apple” has it."""
    if deed.agent is None or deed.thing.noun in KEPT_IN | GARMENTS | TOOLS:
        return None  # “he drank it”, with a satchel told of before
    emptied = portable_thing(deed.thing.noun) and not edible_thing(deed.thing.noun)
    if told.words[deed.verb].endswith("ing") or emptied:
        return Outcome(deed.agent, "had")  # “drank a cup of tea”, “ate a pan of custard”
    return Outcome(None, "broke", giver=deed.agent)
