"""What “it” is that somebody hands over or takes, by who has what at that moment."""

from itertools import islice

from msgspec import Struct

from fabula.lexicon.portable_things import portable_thing
from fabula.lexicon.transfer import HANDLING, Handling
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.handled import Handled
from fabula.stages.holding.receiving import giver_before
from fabula.stages.holding.things import PRONOUNS, Thing, Things
from fabula.story import ChainId, EntityId

FARTHEST = 120
"""How many words back a thing that was dealt with may still be “it” to who has it."""

LATEST = 30
"""Among so many things that were last dealt with “it” is looked for."""

_GETS_IT: frozenset[Handling] = frozenset({"take", "grab"})
_NEEDS_IT: frozenset[Handling] = frozenset(
    {"give", "send", "lay", "stow", "hide", "drop", "lose", "use", "eat"}
)


class _Dealt(Struct, frozen=True):
    """A thing, who has it since it was last dealt with, and the row where that was."""

    thing: Thing
    holder: EntityId | None
    row: int


class Dealings:
    """Who had which thing last, as the telling goes on.

    One can only give away what one has, and take what one has not: in “Tom had the lamp. Ines
    looked at her watch. He handed it to her” it is the lamp.
    """

    def __init__(self, told: Narration, things: Things) -> None:
        """Nothing has been dealt with yet."""
        self.things = things
        self._told = told
        self._last: dict[ChainId, _Dealt] = {}

    def note(self, handled: Handled) -> None:
        """Take down what a passage says."""
        holder = handled.holder.entity_id if handled.holder else None
        self._last.pop(handled.thing.chain_id, None)  # the latest stands last
        if handled.how == "broke":
            return  # what is eaten or burnt is dealt with no more
        self._last[handled.thing.chain_id] = _Dealt(handled.thing, holder, max(handled.rows))

    def handled(self, row: int, verb: int, agent: Named | None) -> Thing | None:
        """The thing at this row, that the verb deals with."""
        found = self.things.handled(row)
        if row in self._told.things or self._told.words[row] not in PRONOUNS:
            return found
        kinds = HANDLING[self._told.words[verb]]
        if kinds & _NEEDS_IT:
            return self._given_away(row, agent, found)
        giver = giver_before(self._told, verb, row) if kinds & _GETS_IT else None
        return (self._of(giver.entity_id, row) if giver is not None else None) or found

    def _given_away(self, row: int, agent: Named | None, found: Thing | None) -> Thing | None:
        """What somebody lets go of: what they have, or have just taken in the same sentence."""
        if found is not None and agent is not None and self._holder(found) == agent.entity_id:
            return found
        held = self._of(agent.entity_id if agent is not None else None, row)
        if found is None or held is None:
            return found or held
        dealt = self._last[held.chain_id].row
        just = dealt >= self._told.sentence(row).low and dealt > self.things.taken_up(row)
        free = self._holder(found) is None and portable_thing(found.noun)
        return found if free and not just else held

    def _holder(self, thing: Thing) -> EntityId | None:
        known = self._last.get(thing.chain_id)
        return known.holder if known is not None else None

    def _of(self, who: EntityId | None, row: int) -> Thing | None:
        """The last thing dealt with that they have and that this word can stand for."""
        turned = self.things.turned_to_other(row)
        for last in islice(reversed(self._last.values()), LATEST):
            if row - last.row > FARTHEST or last.row < turned:
                return None
            if last.holder == who and self.things.may_be(row, last.thing):
                return last.thing
        return None
