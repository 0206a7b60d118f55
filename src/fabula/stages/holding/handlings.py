"""All passages that say who has what, in the order of telling."""

from collections.abc import Iterator

from msgspec import structs

from fabula.lexicon.portable_things import portable_thing
from fabula.lexicon.transfer import HANDLING, Handling
from fabula.lexicon.verb_forms import IRREGULAR_PAST
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.stages.holding.deeds import (
    Deed,
    acts_somebody,
    agent_of,
    had_done,
    objects_of,
    particles_of,
)
from fabula.stages.holding.handled import Handled
from fabula.stages.holding.meaning_it import Dealings
from fabula.stages.holding.outcome import Outcome
from fabula.stages.holding.sights import by_sight, denied
from fabula.stages.holding.things import Things
from fabula.stages.holding.verbs import outcome_of

SURE_DEED = 0.9
"""A verb with its thing and its person: right nine times in ten on the stories to learn from."""

SURE_GONE = 0.7
"""A deed after which nobody has the thing: it may be no more than out of the hand."""

LEAST_HAPPENING = 0.05
"""What the encoder takes for less likely to happen than this is no change of hands."""

SAID = 0.8
"""How much less sure it is what people say that they have."""

_STATIC: frozenset[Handling] = frozenset({"hold", "wear"})
_HAS_GOT = frozenset("have got".split())
_I = frozenset("i i've".split())
_WIDEST = 25
"""A subject farther from its verb stays outside the passage that is shown."""


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
    dealings = Dealings(told, things)
    for row, word in enumerate(told.words):
        if not told.told[row]:
            continue
        if word in HANDLING and told.tags[row] in {"VERB", "AUX"}:
            found = _by_verb(told, dealings, row)
        elif row in told.things or word in {"it", "them"}:
            found = by_sight(told, things, row)
        else:
            continue
        for each in found:
            dealings.note(each)
            yield each


def said_to_have(speech: Narration, things: Things) -> Iterator[Handled]:
    """What people say that they have on them now: “‘I've got a lighter,’ said Priya”.

    Only of what one can carry: “I've got a plan” says nothing.
    """
    dealings = Dealings(speech, things)
    for row, word in enumerate(speech.words):
        if word in _HAS_GOT and speech.told[row] and not speech.asked[row]:
            for each in _by_verb(speech, dealings, row):
                mine = each.holder is not None and speech.words[each.holder.row] in _I
                if mine and portable_thing(each.thing.noun):
                    yield structs.replace(each, how="had", sure=each.sure * SAID)


def _by_verb(told: Narration, dealings: Dealings, row: int) -> Iterator[Handled]:
    kinds = HANDLING[told.words[row]]
    if told.tags[row] == "AUX" and (kinds != {"hold"} or told.relations[row] == "aux"):
        return
    if not is_fact(told, row) or (not kinds & _STATIC and told.happens[row] < LEAST_HAPPENING):
        return
    if kinds & _STATIC and (_is_of_then(told, row) or _had_been(told, row)):
        return
    if _is_purpose(told, row):
        return
    agent = agent_of(told, row)
    for thing_row in objects_of(told, row):
        thing = dealings.handled(thing_row, row, agent)
        if thing is None or denied(told, thing_row):
            continue
        somebody = acts_somebody(told, row)
        deed = Deed(row, thing, thing_row, agent, somebody, particles_of(told, row, thing_row))
        outcome = outcome_of(told, deed, kinds)
        if outcome is not None:
            yield _handled(deed, outcome)


def _is_purpose(told: Narration, row: int) -> bool:
    """“went to get a lamp”: whether she got it is another matter."""
    to = any(told.words[each] == "to" for each in told.hanging(row, "aux"))
    return to and told.relations[row] == "advcl"


def _had_been(told: Narration, row: int) -> bool:
    """“who had carried it home in her hat”: before now; “had been holding it” may go on."""
    return not told.words[row].endswith("ing") and had_done(told, row)


def _is_of_then(told: Narration, row: int) -> bool:
    """“this is the whistle that he carried”: he carried it before now."""
    past = told.words[row].endswith("ed") or told.words[row] in IRREGULAR_PAST
    above = told.words[told.heads[told.heads[row]]]
    return past and told.relations[row] == "relcl" and above in _IS


_IS = frozenset("is are am it's that's here's there's".split())


def _handled(deed: Deed, outcome: Outcome) -> Handled:
    holder, giver = outcome.holder, outcome.giver
    named = [each.row for each in (deed.agent, holder, giver) if each is not None]
    rows = [row for row in (deed.verb, deed.thing_row, *named) if abs(row - deed.verb) < _WIDEST]
    return Handled(
        thing=deed.thing,
        holder=holder,
        how=outcome.how,
        rows=tuple(rows),
        at=deed.verb,
        sure=SURE_DEED * holder.sure if holder else SURE_GONE,
        giver=giver,
        elsewhere=outcome.elsewhere,
        back=outcome.back,
    )
