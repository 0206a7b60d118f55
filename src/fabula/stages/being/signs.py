"""A passage that says in what state somebody is, or that a state is over."""

from msgspec import Struct

from fabula.labels import StateAttribute
from fabula.stages.clauses.narration import Named

SURE_WORD = 0.9
"""A plain word for the state said of somebody: right nine times in ten where it was tried."""

SURE_DEED = 0.85
"""A verb that puts somebody into the state or out of it."""

SURE_GUESS = 0.7
"""Words from which the state follows, though they do not name it."""


class Sign(Struct, frozen=True):
    """Words (by row) from which follows that `who` is in a state, or with `over` no longer is.

    `value` says more of the state (“broken wrist”); it is empty where the state is over.
    `called` is set where the words are what somebody is called by (“the old man”): such a trait
    is given once.
    """

    who: Named
    attribute: StateAttribute
    value: str
    rows: tuple[int, ...]
    sure: float
    over: bool = False
    called: bool = False


def over(who: Named, attribute: StateAttribute, rows: tuple[int, ...]) -> Sign:
    """A sign that a deed ends a state: “they untied her”."""
    return Sign(who, attribute, "", (who.row, *rows), SURE_DEED * who.sure, over=True)


def sign_of(
    who: Named | None, attribute: StateAttribute, value: str, row: int, sure: float
) -> list[Sign]:
    """A sign by the word at this row, as sure as it is who is meant; none for nobody."""
    return [Sign(who, attribute, value, (who.row, row), sure * who.sure)] if who else []
