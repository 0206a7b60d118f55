"""A passage that says who has a thing."""

from msgspec import Struct

from fabula.labels import CustodyChange
from fabula.stages.clauses.narration import Named
from fabula.stages.holding.things import Thing


class Handled(Struct, frozen=True):
    """A passage after which `holder` has the thing; None: nobody has it, it lies about.

    `rows` are the words that say so, `at` the one with which it changes hands. `giver` had it
    until then: “Tom” of “Tom handed Ines the key”. With `elsewhere` somebody has it whom the
    story does not name, or not surely: “she handed over the key”; with `back` that is whoever had
    it before the giver. `seen`: nothing is done with it, it is only said to be there.
    """

    thing: Thing
    holder: Named | None
    how: CustodyChange
    rows: tuple[int, ...]
    at: int
    sure: float
    giver: Named | None = None
    elsewhere: bool = False
    back: bool = False
    seen: bool = False
