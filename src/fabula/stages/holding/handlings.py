"""What is done with things: given, taken, laid down, lost, worn, held."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, structs

from fabula.labels import CustodyChange
from fabula.lexicon.transfer import (
    CORDS,
    GARMENTS,
    HANDLING,
    HANDS,
    KEPT_IN,
    TORN,
    WORN_ON,
    Handling,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.handled import Handled
from fabula.stages.holding.sights import LAID_IN, by_sight, denied, owner_of
from fabula.stages.holding.things import Thing, Things

SURE_DEED = 0.9
"""A verb with its thing and its person: right nine times in ten on the stories to learn from."""

SURE_GONE = 0.7
"""A deed after which nobody has the thing: it may be no more than out of the hand."""

LEAST_HAPPENING = 0.05
"""What the encoder takes for less likely to happen than this is no change of hands."""

_PLACING = "in into inside on onto round around over under behind between across".split()
_PARTICLES = frozenset("up down out off on away back over".split())
_STATIC = frozenset({"hold", "wear"})


class Deed(Struct, frozen=True):
    """A verb that deals with a thing: its row, the thing and its row, and who acts."""

    verb: int
    thing: Thing
    thing_row: int
    agent: Named | None
    particles: frozenset[str]


_Outcome = tuple[Named | None, CustodyChange] | None
"""Who has it afterwards and how that came about; None where the verb says nothing of it."""


def handlings(told: Narration, things: Things) -> Iterator[Handled]:
    """All passages that say who has what, in text order.

    Finds:
        Verbs of giving, taking, laying down and having with a thing as what it happens to, by
        the relations between the words; things in hands, on laps, under arms.
    Why it holds:
        The verb says what becomes of the thing, the grammar who acts and who receives.
    Misses:
        What is told without such a verb (“the boots were now Teo's”), in speech, or of a thing
        that only a turn of phrase names.

    Example:
        “Tom handed Ines the key, and she put it in her pocket”: Ines has it, given, and goes on
        having it.
    """
    for row, word in enumerate(told.words):
        if word in HANDLING and told.tags[row] in {"VERB", "AUX"} and told.told[row]:
            yield from _by_verb(told, things, row)
        elif told.told[row] and (row in told.things or word in {"it", "them"}):
            yield from by_sight(told, things, row)


SAID = 0.8
"""How much less sure it is what people say that they have."""


def said_to_have(speech: Narration, things: Things) -> Iterator[Handled]:
    """What people say that they have on them now: “‘I've got a lighter,’ said Priya”."""
    for row, word in enumerate(speech.words):
        if word in _HAS_GOT and speech.told[row] and not speech.asked[row]:
            for each in _by_verb(speech, things, row):
                if each.holder is not None and speech.words[each.holder.row] in _I:
                    yield structs.replace(each, how="had", sure=each.sure * SAID)


_HAS_GOT = frozenset("have got".split())
_I = frozenset("i i've".split())


def _by_verb(told: Narration, things: Things, row: int) -> Iterator[Handled]:
    kinds = HANDLING[told.words[row]]
    if told.tags[row] == "AUX" and (kinds != {"hold"} or told.relations[row] == "aux"):
        return
    if not is_fact(told, row) or (not kinds & _STATIC and told.happens[row] < LEAST_HAPPENING):
        return
    agent = _agent(told, row)
    particles = frozenset(
        told.words[child]
        for child in told.hanging(row, "prt", "prep", "advmod")
        if told.words[child] in _PARTICLES
    )
    for thing_row in _objects(told, things, row):
        thing = things.handled(thing_row)
        if thing is None or denied(told, thing_row):
            continue
        deed = Deed(row, thing, thing_row, agent, particles)
        for kind in _ORDER:
            outcome = _OUTCOMES[kind](told, deed) if kind in kinds else None
            if outcome is not None:
                yield _handled(deed, *outcome)
                break


def _handled(deed: Deed, holder: Named | None, how: CustodyChange) -> Handled:
    named = [each.row for each in (deed.agent, holder) if each is not None]
    rows = [row for row in (deed.verb, deed.thing_row, *named) if abs(row - deed.verb) < _WIDEST]
    sure = SURE_DEED * holder.sure if holder else SURE_GONE
    return Handled(deed.thing, holder, how, tuple(rows), sure)


_WIDEST = 25
"""A subject farther from its verb stays outside the passage that is shown."""


_UP = 6
"""How far above “holding” the one who holds may stand: “stood for an hour holding a hat”."""


def _agent(told: Narration, row: int) -> Named | None:
    if told.hanging(row, "nsubjpass", "auxpass"):
        behind = told.behind(row, "by")
        return told.person(behind[0]) if behind else None
    own = told.hanging(row, "nsubj")
    if len(own) == 1 and told.person(own[0]) is not None:
        return told.person(own[0])  # “he held it by both handles”: the handles do nothing
    above = row
    for _ in range(_UP):
        found = told.agent(above) if told.tags[above] in {"VERB", "AUX"} else None
        if found is not None or own or not told.words[row].endswith("ing"):
            return found
        above = told.heads[above]  # “stood for an hour holding a hat”
    return None


def _objects(told: Narration, things: Things, row: int) -> Sequence[int]:
    """Rows of the things that it happens to."""
    found = list(told.participants(row).patients)
    for each in tuple(found):
        if told.words[each] in _PARTS_OF:
            found += told.behind(each, "of")  # “took one of the keys”
    # “put down the tree”: the particle may be read as a preposition
    for small in told.hanging(row, "prep"):
        if told.words[small] in _PARTICLES and small == row + 1:
            found += told.hanging(small, "pobj")
    if not found and (told.words[row] in _BREAKING or _falls_away(told, row)):
        # “the jug broke”, “the keys fell into the river”; “it broke” may be the weather
        found += [each for each in told.hanging(row, "nsubj") if told.tags[each] != "PRON"]
    if told.words[row] in _TAKES and told.words[row + 1 : row + 3] == ["hold", "of"]:
        found += told.hanging(row + 2, "pobj")
    return [each for each in dict.fromkeys(found) if things.handled(each) is not None]


_PARTS_OF = frozenset("one two some both all half each several".split())


def _falls_away(told: Narration, row: int) -> bool:
    """“let the keys fall”, “the cup fell to the floor”; not “the curtain fell”."""
    let = told.relations[row] == "ccomp" and told.words[told.heads[row]] in _LETS
    somewhere = told.behind(row, "to", "into", "onto", "on", "from", "in", "over")
    return told.words[row] in _FALLING and (let or bool(somewhere))


_LETS = all_forms(["let"])
_FALLING = all_forms("fall drop clatter".split())
_TAKES = all_forms("take get catch grab".split())


_BREAKING = all_forms("break smash shatter".split())


def _given(told: Narration, deed: Deed) -> _Outcome:
    receiver = _receiver(told, deed, "to")
    if receiver is not None:
        return receiver, "given"
    return _placed(told, deed, into=HANDS)


def _sent(told: Narration, deed: Deed) -> _Outcome:
    receiver = _receiver(told, deed, "to", "towards", "toward")
    if receiver is not None:
        return receiver, "given"
    into_hands = _placed(told, deed, into=HANDS)
    if into_hands is not None:
        return into_hands
    if deed.agent is None:
        return None
    if told.words[deed.verb] in _THROWS and told.behind(deed.verb, *_AWAY):
        return None, "dropped"
    hidden = told.behind(deed.verb, "behind", "under", "beneath", "underneath")
    return (None, "hid") if hidden else None


_THROWS = all_forms("toss throw fling chuck".split())
_AWAY = ("at", "into", "on", "onto", "over", "across", "out")


def _receiver(told: Narration, deed: Deed, *prepositions: str) -> Named | None:
    rows = [*told.hanging(deed.verb, "dative"), *told.behind(deed.verb, *prepositions)]
    rows += told.behind(deed.thing_row, *prepositions)
    for small in told.hanging(deed.verb, "prt", "advmod"):
        rows += told.behind(small, *prepositions)  # “handed it up to him”, “gave it back to her”
    rows += [row for row in told.participants(deed.verb).patients if row != deed.thing_row]
    people = [person for row in rows if (person := told.person(row)) is not None]
    others = {
        person.entity_id: person
        for person in people
        if deed.agent is None or person.entity_id != deed.agent.entity_id
    }
    return next(iter(others.values())) if len(others) == 1 else None


def _placed(told: Narration, deed: Deed, into: frozenset[str]) -> _Outcome:
    """“put it in her hand”, “hung it round his neck”: whose hand, whose neck."""
    for noun in (*told.behind(deed.verb, *_PLACING), *told.behind(deed.thing_row, *_PLACING)):
        if told.words[noun] not in into:
            continue
        owner = owner_of(told, noun)
        if owner is None:
            return (deed.agent, "took") if deed.agent else None
        if deed.agent is not None and owner.entity_id == deed.agent.entity_id:
            return owner, "wore" if told.words[noun] in WORN_ON else "had"
        return owner, "had" if noun < deed.verb else "given"  # “in her palm lay a coin”
    return None


def _laid(told: Narration, deed: Deed) -> _Outcome:
    if "on" in deed.particles and deed.thing.noun in GARMENTS and _puts_on(told, deed):
        return (deed.agent, "wore") if deed.agent else None
    carried = _placed(told, deed, HANDS | WORN_ON | KEPT_IN)
    if carried is not None:
        return carried
    if deed.agent is None and not told.hanging(deed.verb, "nsubjpass"):
        return None
    if told.words[deed.verb] in _LEAVES:
        return _left(told, deed)
    lets_go = told.words[deed.verb] in _LETS_GO or "back" in deed.particles
    places = told.behind(deed.verb, *LAID_IN)
    placed = lets_go and any(told.tags[each] != "PRON" for each in places)
    return (None, "left") if placed or deed.particles & {"down", "aside"} else None


def _left(told: Narration, deed: Deed) -> _Outcome:
    """“left the keys on the table”, “left him the keys”; not “left the lamp on”."""
    if _is_for_somebody(told, deed):
        receiver = _receiver(told, deed)
        return (receiver, "given") if receiver is not None else None
    as_it_is = deed.particles & {"on", "off"} or told.hanging(deed.verb, "oprd", "acomp")
    return None if as_it_is else (None, "left")


def _is_for_somebody(told: Narration, deed: Deed) -> bool:
    """“left him the keys”, “has left you her pen”: not lying about."""
    others = [each for each in told.hanging(deed.verb, "dobj", "dative") if each < deed.thing_row]
    return any(told.words[each] in _PERSONAL or each in told.people for each in others)


_PERSONAL = frozenset("me you him her us them".split())
_LEAVES = all_forms(["leave"])
_LETS_GO = all_forms("put lay set place hang prop rest deposit".split())


def _puts_on(told: Narration, deed: Deed) -> bool:
    """“put on her hat” and not “put her hat on the chair”."""
    behind = told.behind(deed.verb, "on")
    return not behind or behind == [deed.thing_row]


def _hidden(told: Narration, deed: Deed) -> _Outcome:
    if deed.agent is None and told.hanging(deed.verb, "nsubj"):
        return None  # “the vaults that hid the eggs”
    return _placed(told, deed, KEPT_IN | WORN_ON) or (None, "hid")


def _by_agent(how: CustodyChange) -> Callable[[Narration, Deed], _Outcome]:
    def outcome(_told: Narration, deed: Deed) -> _Outcome:
        return (deed.agent, how) if deed.agent is not None else None

    return outcome


def _taken(told: Narration, deed: Deed) -> _Outcome:
    """“took the lamp”; but who “had taken off the gloves” may long have laid them down."""
    before = any(told.words[each] == "had" for each in told.hanging(deed.verb, "aux"))
    laid_off = before or told.words[deed.thing_row - 1] == "had" or _had_before(told, deed.verb)
    if "off" in deed.particles and laid_off:
        return None
    return _by_agent("took")(told, deed)


def _had_before(told: Narration, verb: int) -> bool:
    """“she'd taken”: the “had” is part of the subject's own word."""
    participle = told.words[verb].endswith(("en", "ed", "own"))
    return participle and any(
        told.words[each].endswith("'d") for each in told.hanging(verb, "nsubj")
    )


def _fastened(told: Narration, deed: Deed) -> _Outcome:
    """“pulled his boots on”, “tied on an apron”."""
    on = "on" in deed.particles and deed.thing.noun in GARMENTS and _puts_on(told, deed)
    return (deed.agent, "wore") if on and deed.agent is not None else None


def _torn(told: Narration, deed: Deed) -> _Outcome:
    """“tore up the letter”, “cut the rope”; but “tore the letter open” leaves it whole."""
    opened = [*told.hanging(deed.verb, "acomp", "oprd", "prt", "advmod")]
    whole = any(told.words[each] in {"open", "off", "out"} for each in opened)
    cut = told.words[deed.verb].startswith(("cut", "slit"))
    gone = deed.thing.noun in (CORDS if cut else TORN)
    return (None, "broke") if gone and not whole else None


def _stolen(_told: Narration, deed: Deed) -> _Outcome:
    """“somebody had stolen his boots”: whoever it was, he has them no longer."""
    return deed.agent, "stole"


def _gone(how: CustodyChange) -> Callable[[Narration, Deed], _Outcome]:
    def outcome(_told: Narration, _deed: Deed) -> _Outcome:
        return None, how

    return outcome


def _held(told: Narration, deed: Deed) -> _Outcome:
    if deed.agent is None:
        return None
    word = told.words[deed.verb]
    if word.startswith(("keep", "kept")):
        # “kept the key in her apron”, but “kept the key on a nail”
        placed = told.behind(deed.verb, *_PLACING)
        wearer = _worn_after(told, deed)
        if wearer is not None:
            return wearer, "had"
        carried = _placed(told, deed, HANDS | WORN_ON | KEPT_IN)
        return carried or (None if placed else (deed.agent, "had"))
    worn = word in _HAS and "on" in deed.particles and deed.thing.noun in GARMENTS
    return deed.agent, "wore" if worn else "had"


_HAS = frozenset("have has had having".split())


def _worn_after(told: Narration, deed: Deed) -> Named | None:
    """“kept the key on a string round her neck”: the last word says who has it."""
    for row in range(deed.thing_row + 1, min(deed.thing_row + _WIDEST, len(told.words))):
        if told.words[row] in {".", ";", ","}:
            return None
        if told.words[row] in WORN_ON and told.owner(row) is not None:
            return told.owner(row)
    return None


def _drawn(told: Narration, deed: Deed) -> _Outcome:
    """“drew a knife”, “pulled out a key”: only from somewhere, or with “out”."""
    word = told.words[deed.verb]
    out = "out" in deed.particles or bool(told.behind(deed.verb, "from", "of"))
    certain = word.startswith(("withdr", "produc", "unsheath"))
    return (deed.agent, "had") if deed.agent is not None and (out or certain) else None


def _found(told: Narration, deed: Deed) -> _Outcome:
    """“found the key”, not “found the book dull”."""
    said_of = told.hanging(deed.verb, "oprd", "ccomp", "acomp", "xcomp")
    said_of += [each for each in (deed.thing_row + 1,) if told.tags[each : each + 1] == ["ADJ"]]
    return None if said_of or deed.agent is None else (deed.agent, "found")


_OUTCOMES: dict[Handling, Callable[[Narration, Deed], _Outcome]] = {
    "give": _given,
    "send": _sent,
    "lay": _laid,
    "hide": _hidden,
    "drop": _gone("dropped"),
    "lose": _gone("lost"),
    "break": _gone("broke"),
    "take": _taken,
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
}
_ORDER: tuple[Handling, ...] = tuple(_OUTCOMES)
"""A verb of several kinds is first tried as the one that needs most beside it."""
