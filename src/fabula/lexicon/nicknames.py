"""Short and pet forms of given names, from the `nicknames` package."""

from functools import cache

from nicknames import NickNamer


@cache
def _nicknamer() -> NickNamer:
    return NickNamer()


@cache
def are_nicknames(first: str, second: str) -> bool:
    """Whether one name is a usual pet form of the other, or both are of a third.

    Kitty and Kit, Bill and William, Will and Bill; not Anna and Emma.
    """
    one, other = first.lower(), second.lower()
    if one == other:
        return False
    namer = _nicknamer()
    if other in namer.nicknames_of(one) or one in namer.nicknames_of(other):
        return True
    return bool(namer.canonicals_of(one) & namer.canonicals_of(other))
