"""Whose eyes a scene may be seen through, and what speaks for each of them.

A scene is seen by one of the people in its narration, or its telling moves among several minds,
or it gives none. Each of these is a candidate with features; `focalizer` weighs them. Features
are logarithms and shares, so that a page and a chapter can be compared.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log1p, sqrt

from msgspec import Struct, field

from fabula.labels import Mode
from fabula.stages.telling.minds import Mind, SceneMinds
from fabula.story import EntityId

Features = Mapping[str, float]

HALF_A_THOUGHT = 0.5
"""Added where shares are taken, so that one glance in a scene is not the whole of it."""


NO_STORY_YET = 1
"""Added to the count of the other scenes, since one scene alone says little of a second one."""


class Candidate(Struct, frozen=True):
    """A way a scene may be told: through `mind`, or, where that is None, in this `mode`."""

    mind: Mind | None
    mode: Mode
    features: Features


def candidates(scenes: Sequence[SceneMinds]) -> Iterator[list[Candidate]]:
    """The candidates of each scene in turn: its people, all minds, none.

    What the other scenes of the story give counts too: most stories keep to the eyes of one.
    Whose mind stays shut from end to end sees nothing. A short last scene is often seen by nobody:
    “They were married in June. The key hangs over the bar.”
    """
    story = _account(*scenes)
    others = max(len(scenes) - 1, 1)
    for number, scene in enumerate(scenes, 1):
        account = _account(scene)
        closes = 1 < number == len(scenes)
        found = [
            Candidate(mind, "internal", _of_person(mind, account, story, len(scenes)))
            for mind in scene.minds
            if mind.inside or story.clear[mind.entity_id]
        ]
        found.append(Candidate(None, "omniscient", _of_all(scene, account, story, others)))
        found.append(Candidate(None, "external", _of_none(scene, closes=closes)))
        yield found


class _Account(Struct):
    """What one scene gives of each mind, or the sum of that over scenes.

    `talk` is the share of its lines that somebody says or hears, `talks` whether it has any;
    `mixed` how much of it the second mind has.
    """

    clear: defaultdict[EntityId, float] = field(default_factory=lambda: defaultdict(float))
    clear_share: defaultdict[EntityId, float] = field(default_factory=lambda: defaultdict(float))
    acts: defaultdict[EntityId, float] = field(default_factory=lambda: defaultdict(float))
    talk: defaultdict[EntityId, float] = field(default_factory=lambda: defaultdict(float))
    talks: int = 0
    mixed: float = 0.0

    def add(self, scene: SceneMinds) -> None:
        """Count a scene in."""
        weights = sorted((mind.clear_weight for mind in scene.minds), reverse=True)
        first, second, *_ = (*weights, 0.0, 0.0)
        total = sum(weights) + HALF_A_THOUGHT
        self.talks += any(mind.talk for mind in scene.minds)
        for mind in scene.minds:
            self.clear[mind.entity_id] += mind.clear_weight
            self.clear_share[mind.entity_id] += mind.clear_weight / total
            self.acts[mind.entity_id] += mind.acts
            self.talk[mind.entity_id] += mind.talk
        self.mixed += second / (first + HALF_A_THOUGHT)


def _account(*scenes: SceneMinds) -> _Account:
    account = _Account()
    for scene in scenes:
        account.add(scene)
    return account


def _of_person(mind: Mind, scene: _Account, story: _Account, scene_count: int) -> Features:
    who = mind.entity_id
    others = scene_count - 1 + NO_STORY_YET
    return {
        "clear share": scene.clear_share[who],
        "clear passages": log1p(len({access.span for access in mind.clear})),
        "comes first": float(mind.comes_first),
        "portrayed": log1p(mind.portrayed),
        "names": mind.names,
        "talk": mind.talk,
        "seeing": mind.seeing,
        "clear elsewhere": (story.clear_share[who] - scene.clear_share[who]) / others,
        "part elsewhere": _part(who, scene, story, others),
    }


def _part(who: EntityId, scene: _Account, story: _Account, others: int) -> float:
    """How much somebody takes part in the talk of the other scenes; if all are silent, in acts."""
    talks = story.talks - scene.talks
    if not talks:
        return (story.acts[who] - scene.acts[who]) / others
    return (story.talk[who] - scene.talk[who]) / (talks + NO_STORY_YET)


def _of_all(scene: SceneMinds, account: _Account, story: _Account, others: int) -> Features:
    elsewhere = {who: weight - account.clear[who] for who, weight in story.clear.items()}
    most, total = max(elsewhere.values(), default=0.0), sum(elsewhere.values())
    return {
        "open minds": log1p(max(_open_minds(scene) - 1, 0)),
        "goes over": _goes_over(scene),
        "knows more": log1p(scene.knows_more),
        "mixed elsewhere": sqrt(max(story.mixed - account.mixed, 0.0) / others),
        "spread elsewhere": 1 - most / (total + HALF_A_THOUGHT) if total > 0 else UNKNOWN_SPREAD,
    }


def _open_minds(scene: SceneMinds) -> int:
    """How many minds have a share in what is clear that is more than a slip or two misread."""
    total = sum(mind.clear_weight for mind in scene.minds) + HALF_A_THOUGHT
    return sum(mind.clear_weight > MISREAD_SHARE * total for mind in scene.minds)


MISREAD_SHARE = 0.15
"""Of the stories left out as many were right with a tenth as with a fifth."""


def _goes_over(scene: SceneMinds) -> float:
    """How often the telling goes over from one mind to another, of the times it may.

    Whoever knows all minds comes back to each; where two people see one after the other, which
    is how a missed break shows, it goes over once.
    """
    seen = sorted(
        (access.span.start, mind.entity_id)
        for mind in scene.minds
        for access in mind.clear
        if access.weight >= CLEAR_AGAIN
    )
    changes = sum(one[1] != other[1] for one, other in pairwise(seen))
    return changes / (len(seen) + TWO_PASSAGES_MORE)


CLEAR_AGAIN = 0.3
"""What a second sign in the same sentence adds shows no mind entered."""

TWO_PASSAGES_MORE = 2
"""Added to the passages, so that two short ones are not a telling that moves among minds."""

UNKNOWN_SPREAD = 0.25
"""Where the other scenes open nobody's mind: most stories keep to one or two."""


def _of_none(scene: SceneMinds, *, closes: bool) -> Features:
    return {
        "no mind": 1.0,
        "closes": SHORT_CLOSE / (SHORT_CLOSE + scene.word_count) if closes else 0.0,
    }


SHORT_CLOSE = 200
"""A story steps back at its end: a last scene counts half at so many words, less when longer."""
