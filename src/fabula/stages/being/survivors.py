"""Who goes on acting has not died: signs of death that the story itself takes back."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from fabula.stages.being.signs import Sign
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration
from fabula.story import EntityId

LEAST_HAPPENING = 0.5
"""What the encoder takes for this likely really happens."""

ACTS_OF_THE_LIVING = 2
"""So many deeds after a death are no mere memory: somebody else died, or nobody."""


def without_survivors(told: Narration, signs: Iterable[Sign]) -> list[Sign]:
    """The signs, less those of a death after which the same person acts on.

    In “Tom had died, they said. Tom laughed and sat down.” Tom is not dead. Whoever only stirs
    once more in somebody's memory stays dead, and so does whoever is taken for a “he” behind
    another name: “Tom died. Max stood up. He laughed.”
    """
    kept = list(signs)
    deaths = [max(sign.rows) for sign in kept if sign.attribute == "life"]
    if not deaths:
        return kept
    acts, names = _acts(told, min(deaths)), _names(told)
    return [
        sign
        for sign in kept
        if sign.attribute != "life"
        or _deeds(told, sign, acts[sign.who.entity_id], names) < ACTS_OF_THE_LIVING
    ]


def _deeds(told: Narration, death: Sign, acts: Sequence[int], names: Sequence[int]) -> int:
    """How many deeds after the death are surely those of the same person."""
    died = max(death.rows)
    another = len(told.words)
    for row in names[bisect_right(names, died) :]:
        if told.people[row].entity_id != death.who.entity_id:
            another = row
            break
    named = set(names)
    return sum(row > died and (row in named or row < another) for row in acts)


def _names(told: Narration) -> list[int]:
    """The rows of people who are called by more than a pronoun."""
    return [row for row in sorted(told.people) if told.tags[row] in {"PROPN", "NOUN"}]


def _acts(told: Narration, first: int) -> defaultdict[EntityId, list[int]]:
    """For everybody the rows of the words by which they do something after the first death."""
    acts: defaultdict[EntityId, list[int]] = defaultdict(list)
    for row in range(first + 1, len(told.words)):
        if told.happens[row] >= LEAST_HAPPENING and is_fact(told, row):
            if any(told.words[each] == "had" for each in told.hanging(row, "aux")):
                continue  # what she had done before
            agent = told.agent(row)
            if agent is not None and agent.row > first:
                acts[agent.entity_id].append(agent.row)
    return acts
