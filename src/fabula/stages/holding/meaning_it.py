"""What “it” is that somebody hands over or takes, by who has what at that moment."""

from collections.abc import Iterator
from itertools import islice

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
_NEEDS_IT: frozenset[Handling] = frozenset({"give", "send", "lay", "stow", "hide", "drop", "lose"})


class Dealings:
    """Who had which thing last, as the telling goes on.

    One can only give away what one has, and take what one has not: in “Tom had the lamp. Ines
    looked at her watch. He handed it to her” it is the lamp.
    """

    def __init__(self, told: Narration, things: Things) -> None:
        """Nothing has been dealt with yet."""
        self.things = things
        self._told = told
        self._last: dict[ChainId, tuple[Thing, EntityId | None, int]] = {}

    def note(self, handled: Handled) -> None:
        """Take down what a passage says."""
        holder = handled.holder.entity_id if handled.holder else None
        self._last.pop(handled.thing.chain_id, None)  # the latest stands last
        self._last[handled.thing.chain_id] = (handled.thing, holder, max(handled.rows))

    def handled(self, row: int, verb: int, agent: Named | None) -> Thing | None:
        """The thing at this row, that the verb deals with."""
        found = self.things.handled(row)
        if row in self._told.things:
            return found
        kinds = HANDLING[self._told.words[verb]]
        if kinds & _NEEDS_IT and agent is not None:
            who = agent.entity_id
            return found if found and self._may_have(who, found) else self._of(who, row) or found
        if kinds & _GETS_IT:
            giver = giver_before(self._told, verb, row)
            held = self._of(giver.entity_id, row) if giver is not None else None
            return held or found
        return found

    def _of(self, who: EntityId, row: int) -> Thing | None:
        return next(self._before(row, who), None)

    def _may_have(self, who: EntityId, thing: Thing) -> bool:
        """Whether they have it, or it is not known who has what anybody can carry."""
        known = self._last.get(thing.chain_id)
        holder = known[1] if known else None
        return holder == who or (holder is None and portable_thing(thing.noun))

    def _before(self, row: int, who: EntityId) -> Iterator[Thing]:
        """What the person has that this word can stand for, the latest first."""
        if self._told.words[row] not in PRONOUNS:
            return
        turned = self.things.turned_to_other(row)
        for thing, holder, seen in islice(reversed(self._last.values()), LATEST):
            if row - seen > FARTHEST or seen < turned:
                return
            if holder == who and self.things.may_be(row, thing):
                yield thing
