"""What a deed makes of a thing: who has it afterwards, and who had it."""

from collections.abc import Callable

from msgspec import Struct

from fabula.labels import CustodyChange
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.deeds import Deed


class Outcome(Struct, frozen=True):
    """Who has it afterwards and how that came about; the rest as in `Handled`."""

    holder: Named | None
    how: CustodyChange
    giver: Named | None = None
    elsewhere: bool = False
    back: bool = False


Tells = Callable[[Narration, Deed], Outcome | None]
"""What a kind of verb makes of its thing; None where it says nothing of it."""


def by_agent(how: CustodyChange) -> Tells:
    """Who does it has the thing; if that is somebody unnamed, nobody who is named has it."""

    def outcome(_told: Narration, deed: Deed) -> Outcome | None:
        if deed.agent is not None:
            return Outcome(deed.agent, how)
        return Outcome(None, how, elsewhere=True) if deed.by_somebody else None

    return outcome


def stands_behind(told: Narration, deed: Deed, *prepositions: str) -> bool:
    """Whether the deed has a noun behind one of these prepositions."""
    return bool(told.behind(deed.verb, *prepositions))
