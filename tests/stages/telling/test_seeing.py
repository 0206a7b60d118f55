import numpy as np
import pytest
from hand_scored import scores
from msgspec import structs
from viewpoint_passages import attributed_story

from fabula.stages.telling.minds import minds_of_scenes
from fabula.stages.telling.seeing import seeing_of_scenes
from fabula.stages.telling.seeing_weights import WEIGHTS

WIDTH = len(WEIGHTS) - 1


def seeing(story, marked=(), constant=0.0):
    """What one number of the state tells: 3 at the words `marked`, 0 at all others."""
    found = scores(story.document)
    states = np.zeros((len(story.document.tokens), WIDTH), dtype=np.float16)
    for row, token in enumerate(story.document.tokens):
        states[row, 0] = 3 * (story.document.text[token.start : token.end] in marked)
    weights = np.zeros(WIDTH + 1, dtype=np.float32)
    weights[0], weights[-1] = 1.0, constant
    return seeing_of_scenes(story, structs.replace(found, states=states), weights)


def test_a_mention_is_known_by_its_first_word():
    story = attributed_story("{ada|Old Ada} rowed. {tom|Tom} sang.")
    (found,) = seeing(story, marked={"Old"})
    assert found["ada"] > found["tom"] == 0


def test_many_mentions_say_more_than_one():
    (one,) = seeing(attributed_story("{ada|Ada} rowed."), marked={"Ada"})
    (many,) = seeing(attributed_story("{ada|Ada} rowed. " * 9), marked={"Ada"})
    assert 0 < one["ada"] < many["ada"] < 3


def test_each_scene_has_its_own():
    story = attributed_story("{ada|Ada} rowed.\n\n***\n\n{tom|Tom} sang.")
    assert [list(each) for each in seeing(story)] == [["ada"], ["tom"]]


def test_who_is_only_talked_of_is_not_looked_at():
    assert seeing(attributed_story("“{ada|Ada} rowed.”")) == [{}]


def test_the_constant_counts_for_each_mention():
    (found,) = seeing(attributed_story("{ada|Ada} rowed. {ada|She} sang."), constant=1.0)
    assert found["ada"] == pytest.approx(0.5)


def test_what_the_encoder_says_stands_with_the_mind():
    story = attributed_story("{ada|Ada} rowed. {tom|Tom} sang.")
    (scene,) = minds_of_scenes(story, seeing(story, marked={"Tom"}))
    assert {mind.entity_id: mind.seeing for mind in scene.minds} == {"ada": 0, "tom": 1}
