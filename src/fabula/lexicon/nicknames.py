"""Short and pet forms of given names, from the `nicknames` package."""

from functools import cache

from nicknames import NickNamer


@cache
def _nicknamer() -> NickNamer:
    return NickNamer()


@cache
def related_names(name: str) -> frozenset[str]:
    """Pet forms of the name, the names it is a pet form of, and their other pet forms.

    `related_names("Bill")` has william and will, in lower case.
    """
    folded = name.lower()
    namer = _nicknamer()
    canonicals = namer.canonicals_of(folded)
    siblings = (namer.nicknames_of(canonical) for canonical in canonicals)
    return frozenset(namer.nicknames_of(folded)).union(canonicals, *siblings) - {folded}


def are_nicknames(first: str, second: str) -> bool:
    """Whether one name is a usual pet form of the other, or both are of a third.

    Kitty and Kit, Bill and William, Will and Bill; not Anna and Emma.
    """
    return second.lower() in related_names(first)
