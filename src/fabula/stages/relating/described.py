"""Nouns that say what somebody is to somebody: their owners, and whether they say it at all."""

from msgspec import Struct

from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.kinds import kind_said, past_of
from fabula.story import RelationKind


class Described(Struct, frozen=True):
    """A noun that says what somebody is to its owner; rows of both."""

    row: int
    kind: RelationKind
    owners: tuple[int, ...]


def described(arcs: Arcs, row: int) -> Described | None:
    """The noun at this row with its owners; None if it has none, or is only compared with.

    “brother” of “her brother Tom” is a sibling of “her”; that of “like her brother” is nobody's.
    """
    modifiers = {arcs.words[each] for each in arcs.of(row, "amod", "det", "compound", "nmod")}
    kind = kind_said(arcs.words[row], frozenset(modifiers))
    owners = owners_of(arcs, row)
    if kind is not None and _used_to_be(arcs, row):
        kind = past_of(kind)
    if kind is None or not owners or _is_compared(arcs, row):
        return None
    return Described(row, kind, tuple(owners))


def owners_of(arcs: Arcs, row: int) -> list[int]:
    """The rows of those whose relative it is: “Tom's”, “her”, “of Tom”, “of mine”, “whose”."""
    own = arcs.of(row, "poss")
    if not own and arcs.relation(row) in {"compound", "nmod"} and arcs.head(row) > row:
        own = [each for each in arcs.of(arcs.head(row), "poss") if each < row]
    if own and arcs.words[own[0]] == "whose":
        return _of_clause(arcs, row)
    joined = _joined_to(arcs, row) if own and arcs.words[own[0]] in _THIRD else None
    if joined is not None:
        return [joined]
    found = own or [*arcs.behind(row, "of", "to")]
    return [each for owner in found for each in arcs.joined(owner)]


_THIRD = frozenset("his her".split())
_MOST_UP = 4
"""Steps from “whose sister” up to the verb of its clause: “whose sister's boat had sunk”."""


def _of_clause(arcs: Arcs, row: int) -> list[int]:
    """“Tom” of “Tom, whose sister sang”."""
    for _ in range(_MOST_UP):
        if arcs.relation(row) == "relcl":
            return [arcs.head(row)]
        row = arcs.head(row)
    return []


def _joined_to(arcs: Arcs, row: int) -> int | None:
    """“Jane” of “Jane and her brother Billy”, whose “her” is hardly anybody else's."""
    for noun in (row, arcs.head(row) if arcs.relation(row) in {"compound", "nmod"} else row):
        head = arcs.head(noun)
        if arcs.relation(noun) == "conj" and head < row and arcs.tag(head) == "PROPN":
            return head
    return None


def _is_compared(arcs: Arcs, row: int) -> bool:
    """“like her brother”, “as his wife”: said of somebody who is not."""
    head = arcs.head(row)
    return arcs.relation(row) == "pobj" and arcs.words[head] in {"like", "as"}


def _used_to_be(arcs: Arcs, row: int) -> bool:
    """“He used to be her husband”: he is no more."""
    verb = arcs.head(row)
    return arcs.words[verb] == "be" and arcs.words[arcs.head(verb)] == "used"
