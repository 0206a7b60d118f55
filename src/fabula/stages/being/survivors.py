"""Who goes on acting has not died: signs of death that the story itself takes back."""

from collections import defaultdict
from collections.abc import Iterable

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

    In “Tom had died, they said. Tom laughed and sat down.” Tom is not dead. Only those who act by
    name count: “Tom died on Sunday. He was a kind man. He gave me this.” tells of earlier days,
    and so may be another who is taken for “he”. Whoever only stirs once more stays dead.
    """
    kept = list(signs)
    deaths = [max(sign.rows) for sign in kept if sign.attribute == "life"]
    if not deaths:
        return kept
    acts = _acts(told, min(deaths))
    return [
        sign
        for sign in kept
        if sign.attribute != "life"
        or sum(row > max(sign.rows) for row in acts[sign.who.entity_id]) < ACTS_OF_THE_LIVING
    ]


def _acts(told: Narration, first: int) -> defaultdict[EntityId, list[int]]:
    """For everybody the rows at which they do something by name after the first death."""
    acts: defaultdict[EntityId, list[int]] = defaultdict(list)
    for row in range(first + 1, len(told.words)):
        if told.happens[row] >= LEAST_HAPPENING and is_fact(told, row):
            if any(told.words[each] == "had" for each in told.hanging(row, "aux")):
                continue  # what she had done before
            agent = told.agent(row)
            named = agent is not None and told.tags[agent.row] in {"PROPN", "NOUN"}
            if agent is not None and named and agent.row > first:
                acts[agent.entity_id].append(agent.row)
    return acts
