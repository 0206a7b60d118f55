"""A passage that says who has a thing."""

from msgspec import Struct

from fabula.labels import CustodyChange
from fabula.stages.clauses.narration import Named
from fabula.stages.holding.things import Thing


class Handled(Struct, frozen=True):
    """A passage after which `holder` has the thing; None: nobody has it, it lies about.

    `rows` are the words that say so.
    """

    thing: Thing
    holder: Named | None
    how: CustodyChange
    rows: tuple[int, ...]
    sure: float
