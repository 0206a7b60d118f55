"""The same place under several chains: “the kitchen” here and “the kitchen” two pages on."""

from collections.abc import Mapping

from fabula.story import Chain, ChainId, Story

_INDEFINITE = frozenset("a an another some any every each no other one two three several".split())
_ANY = frozenset("room place spot house building door rooms places houses".split())
"""“The room” is another in the next chapter."""

_DETERMINERS = frozenset("the this that".split())


def same_places(story: Story) -> Mapping[ChainId, ChainId]:
    """For every chain of a place the first chain that stands for the same one.

    Finds:
        Chains that are called by the same words, “the” and the like left out.
    Why it holds:
        A story that has two kitchens tells them apart by whose they are.
    Misses:
        A hall in one house and a hall in another; “a kitchen” may be any.

    Example:
        “in the kitchen” … “the Kitchen” are one; “a kitchen” is its own.
    """
    words = {mention.id: story.document[mention] for mention in story.mentions}
    first: dict[str, ChainId] = {}
    same: dict[ChainId, ChainId] = {}
    for chain in story.chains:
        if chain.entity_id is None:
            names = {name for each in chain.mention_ids if (name := _plain(words[each]))}
            same[chain.id] = _known(chain, names, first)
    return same


def _known(chain: Chain, names: set[str], first: dict[str, ChainId]) -> ChainId:
    """The chain that one of these names was first used for; this one takes the others."""
    found = next((first[name] for name in sorted(names) if name in first), chain.id)
    for name in names:
        first.setdefault(name, found)
    return found


def _plain(words: str) -> str | None:
    """The name of a place without its article; None for one that may be any."""
    kept = words.lower().replace("’", "'").split()
    if not kept or kept[0] in _INDEFINITE or kept[0] in {"here", "there", "it", "home"}:
        return None
    plain = " ".join(kept[1:] if kept[0] in _DETERMINERS and len(kept) > 1 else kept)
    return None if plain in _ANY else plain
