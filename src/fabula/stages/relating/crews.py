"""Crews: the mate, the engineer and the cook under the one captain of a story."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.story import EntityId, Mention

ABOARD = 0.7
"""Whoever is called the bosun and is there with the captain is mostly of his ship."""

_CREW = frozenset(
    "mate bosun boatswain purser navigator helmsman pilot engineer stoker deckhand gunner".split()
)
"""Trades that are followed aboard; a cook or a steward may be anybody's."""

_CAPTAINS = frozenset({"captain", "skipper"})


def crews_told(people: People) -> Iterator[Claim]:
    """Who serves under the captain of a story.

    Finds:
        People whom a noun calls the mate, the bosun, the engineer …, in a scene with the only
        one in the cast who is a captain.
    Why it holds:
        A story with one captain has mostly one ship.
    Misses:
        Crews of two ships, and hands who are only known by their names.

    Example:
        “Captain Drum shouted. The mate ran up, a Mr. Fell.” The captain is Mr. Fell's superior.
    """
    captains = [entity.id for entity in people.story.cast if _is_captain(entity.names)]
    if len(captains) != 1:
        return
    together = {
        who
        for presence in people.story.presence
        if captains[0] in presence.entity_ids
        for who in presence.entity_ids
    }
    for who, mention in _crew(people).items():
        if who in together and who != captains[0]:
            yield Claim(captains[0], "superior", who, mention.span, ABOARD)


def _is_captain(names: tuple[str, ...]) -> bool:
    firsts = {name.lower().removeprefix("the ").split(maxsplit=1)[0] for name in names}
    return not firsts.isdisjoint(_CAPTAINS)


def _crew(people: People) -> Mapping[EntityId, Mention]:
    """Those whom a noun of ships means by its chain, with the first such noun."""
    called: defaultdict[EntityId, list[Mention]] = defaultdict(list)
    for mention in people.story.mentions:
        who = people.chained_to(mention) if mention.form == "nominal" else None
        if who is not None and people.story.document[mention.head].lower() in _CREW:
            called[who].append(mention)
    return {who: mentions[0] for who, mentions in called.items()}
