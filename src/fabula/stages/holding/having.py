"""What becomes of a thing that somebody takes, finds, draws, holds, keeps or puts to use."""

from fabula.labels import CustodyChange
from fabula.lexicon.portable_things import portable_thing, weapon
from fabula.lexicon.transfer import FURNITURE, GARMENTS, HELD_WHILE, STEERED, WORN_ON
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.deeds import Deed, had_done
from fabula.stages.holding.letting_go import into_hands, on_body, puts_on
from fabula.stages.holding.outcome import Outcome, Tells, by_agent, stands_behind
from fabula.stages.holding.receiving import giver_before, receiver
from fabula.stages.holding.sights import LAID_IN


def taken(told: Narration, deed: Deed) -> Outcome | None:
    """“took the lamp”; but who “had taken off the gloves” may long have laid them down."""
    takes = told.words[deed.verb] in _TAKES
    if takes and (deed.thing.noun in FURNITURE | STEERED or _makes_a_picture(told, deed)):
        return None
    if told.words[deed.verb] in _GETS and deed.particles & {"off", "on", "up"}:
        return None  # “got the lock off”
    if "off" in deed.particles and had_done(told, deed.verb):
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


def _makes_a_picture(told: Narration, deed: Deed) -> bool:
    """“took a photograph”; but “took the photograph from her lap” takes what is there."""
    sources = stands_behind(told, deed, "from", "off") or deed.particles & {"out", "down", "away"}
    return deed.thing.noun in _PICTURES and not sources


def grabbed(told: Narration, deed: Deed) -> Outcome | None:
    """“grabbed his coat”, not “grabbed the rail”."""
    return taken(told, deed) if portable_thing(deed.thing.noun) else None


def fastened(told: Narration, deed: Deed) -> Outcome | None:
    """“pulled his boots on”, “tied on an apron”; “pulled his boots off” leaves them in hand."""
    if deed.thing.noun not in GARMENTS or deed.agent is None:
        return None
    if "off" in deed.particles and not had_done(told, deed.verb):
        return Outcome(deed.agent, "took")
    on = "on" in deed.particles and puts_on(told, deed)
    return Outcome(deed.agent, "wore") if on else None


def stolen(_told: Narration, deed: Deed) -> Outcome:
    """“somebody had stolen his boots”: whoever it was, he has them no longer."""
    return Outcome(deed.agent, "stole")


def held(told: Narration, deed: Deed) -> Outcome | None:
    """“had the key”, “held out the key”, “kept it in her apron”, “had her hat on”."""
    word = told.words[deed.verb]
    if deed.thing.noun in STEERED or (deed.thing.noun in FURNITURE and word in _HAS):
        return None
    if word in _KEEPS:
        return _kept(told, deed)
    worn = word in _HAS and "on" in deed.particles and deed.thing.noun in GARMENTS
    return by_agent("wore" if worn else "had")(told, deed)


_HAS = all_forms(["have"])
_KEEPS = all_forms(["keep"])


def _kept(told: Narration, deed: Deed) -> Outcome | None:
    """“kept the key in her apron”; not “kept the key on a nail”, “kept the cup level”."""
    said_of_it = [*told.hanging(deed.verb, "oprd", "acomp", "ccomp", "dobj")]
    if deed.agent is None or any(each > deed.thing_row for each in said_of_it):
        return None
    wearer = _worn_after(told, deed)
    if wearer is not None:
        return Outcome(wearer, "had")
    carried = on_body(told, deed)
    if carried is not None:
        return carried
    placed = told.behind(deed.verb, *LAID_IN, "at")
    return None if placed else Outcome(deed.agent, "had")


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


def drawn(told: Narration, deed: Deed) -> Outcome | None:
    """“pulled out a key”, “drew a knife”: from somewhere, with “out”, or a weapon."""
    out = "out" in deed.particles or stands_behind(told, deed, "from", "of")
    out = out or (weapon(deed.thing.noun) and told.words[deed.verb] in _DRAWS)
    certain = told.words[deed.verb].startswith(("withdr", "produc", "unsheath"))
    if deed.agent is None or not (out or certain):
        return None
    taken = _from_giver(told, deed, "took")
    return taken if taken.giver is not None else Outcome(deed.agent, "had")


_DRAWS = all_forms("draw pull whip".split())


def acquired(how: CustodyChange) -> Tells:
    """“bought a hat”, “bought him a hat”; who “had bought it” need have it no more."""

    def outcome(told: Narration, deed: Deed) -> Outcome | None:
        if had_done(told, deed.verb):
            return None
        to = receiver(told, deed)
        return into_hands(deed, to) if to is not None else by_agent(how)(told, deed)

    return outcome


def found(told: Narration, deed: Deed) -> Outcome | None:
    """“found the key”, not “found the book dull”, nor “went off to find the key”."""
    said_of = told.hanging(deed.verb, "oprd", "ccomp", "acomp", "xcomp")
    said_of += [each for each in told.hanging(deed.verb, "aux") if told.words[each] == "to"]
    said_of += [each for each in (deed.thing_row + 1,) if told.tags[each : each + 1] == ["ADJ"]]
    return None if said_of else by_agent("found")(told, deed)


def used(told: Narration, deed: Deed) -> Outcome | None:
    """“sipped her coffee”, “opened the letter”: done with what one has in hand."""
    nouns = HELD_WHILE.get(told.words[deed.verb])
    fits = portable_thing(deed.thing.noun) if nouns is None else deed.thing.noun in nouns
    return Outcome(deed.agent, "had") if fits and deed.agent is not None else None
