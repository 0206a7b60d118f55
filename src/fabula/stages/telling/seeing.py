"""What the encoder tells of who sees: its states at the mentions of a person.

The encoder reads what stands around a mention. Where “she” is the one who sees, it stands in other
surroundings than where “she” is looked at, and a linear function of the state there tells the two
apart better than chance. It was fitted to the mentions of the short stories of our own
(`training/seeing_weights.py`); for one mention it is right little more than two times in three,
but a scene has many.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from fabula.encoder.scores import Floats, Scores
from fabula.stages.telling.scene_narration import SceneNarration, scene_narrations
from fabula.stages.telling.seeing_weights import WEIGHTS
from fabula.stages.token_rows import token_rows
from fabula.story import EntityId, Story

TWO_MENTIONS_MORE = 2
"""Added to the mentions that a mean is taken over, so that one alone says little."""


def seeing_of_scenes(
    story: Story, scores: Scores, weights: Floats = WEIGHTS
) -> list[Mapping[EntityId, float]]:
    """For each scene in text order, how far its mentions of each person are like those of a seer.

    Above 0 they are more like those of one who sees than the mentions of the stories were on
    average. `weights` [385] are those of the numbers of a state, and a constant.
    """
    found: list[Mapping[EntityId, float]] = []
    for narration in scene_narrations(story):
        whose = [who for who, _ in mentioned(narration)]
        leanings = mention_states(story, scores, narration) @ weights[:-1] + weights[-1]
        own: defaultdict[EntityId, list[float]] = defaultdict(list)
        for who, leaning in zip(whose, leanings.tolist(), strict=True):
            own[who].append(leaning)
        found.append(
            {who: sum(each) / (len(each) + TWO_MENTIONS_MORE) for who, each in own.items()}
        )
    return found


def mentioned(narration: SceneNarration) -> Iterator[tuple[EntityId, int]]:
    """Who is mentioned in the narration of a scene, and the offset of each mention."""
    for passage in narration.passages:
        for person in passage.people:
            if person.entity_id is not None:
                yield person.entity_id, passage.starts[person.first]


def mention_states(story: Story, scores: Scores, narration: SceneNarration) -> Floats:
    """[mentions, 384]: the state of the encoder at the first word of each mention."""
    offsets = [start for _, start in mentioned(narration)]
    rows = np.searchsorted(token_rows(story).starts, offsets, side="right") - 1
    states: Floats = scores.states[rows].astype(np.float32)
    return states
