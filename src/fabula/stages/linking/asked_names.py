"""Names given in answer to a question for one: who is asked is the one who bears it."""

from collections.abc import Mapping, Sequence

from fabula.stages.linking.linker import Decision

_BACK = 3
"""Paragraphs before the answer in which the one who is asked was told of."""


def the_one_asked(
    decisions: Sequence[Decision], index: int, speakers: Mapping[int, int]
) -> int | None:
    """The one without a name who is asked for it, where this name is the answer.

    Finds:
        The only person without a name of whom the narrator told in the paragraphs before.
    Why it holds:
        One asks for the name of somebody whose name is not known, and they give it.
    Misses:
        Two strangers asked at once.

    Example:
        In “A boy sat there. “What's your name?” said Ines. “Wilkin.”” the boy is Wilkin.
    """
    place = decisions[index].place
    found: dict[str, int] = {}
    for earlier in range(index - 1, -1, -1):
        decision = decisions[earlier]
        if decision.place.paragraph < place.paragraph - _BACK:
            break
        meant = decision.meant
        if meant is None or not decision.place.narrated or meant.person.group:
            continue
        if not meant.person.in_cast:
            found.setdefault(meant.person.key, earlier)
    if len(found) != 1:
        return None
    (described,) = found.values()
    asks = speakers.get(place.paragraph - 1)
    return None if asks is not None and _same(decisions, asks, described) else described


def _same(decisions: Sequence[Decision], one: int, other: int) -> bool:
    first, second = decisions[one].meant, decisions[other].meant
    return first is not None and second is not None and first.person.key == second.person.key
