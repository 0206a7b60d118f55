"""What “Miss Ada” and “the Miss Brooks” say of sisters."""

from collections.abc import Iterable, Iterator

from fabula.stages.naming.name_evidence import NameUse
from fabula.stages.naming.name_types import singulars


def first_names_of_misses(uses: Iterable[NameUse]) -> Iterator[str]:
    """What stands after Miss in “Miss Ada” and “Miss Ada Brook”; family names too."""
    for use in uses:
        if use.name.has_title("miss"):
            yield from (*use.name.given[:1], *filter(None, (use.name.single,)))


def families_of_sisters(uses: Iterable[NameUse]) -> Iterator[str]:
    """The family names of “the Miss Brooks” and “the Misses Brook”, in the singular."""
    for use in uses:
        if use.name.has_title("miss"):
            yield from singulars(use.name.last_word)
            if use.name.family_only:
                yield use.name.last_word
