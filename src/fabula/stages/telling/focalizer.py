"""Choosing the focalizer of a scene: the likeliest of its candidates."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from msgspec import Struct

from fabula.labels import Mode
from fabula.stages.telling.candidates import Candidate, candidates
from fabula.stages.telling.focalizer_weights import WEIGHTS
from fabula.stages.telling.minds import Access, Mind, SceneMinds
from fabula.story import EntityId
from fabula.text import Span

SURE_ENOUGH = 0.4
"""Nobody is named who is less likely than this: less than half of such were right."""

PLAIN_SLIP = 0.9
"""A passage that names another mind weighs at least this before the scene is said to slip there.

That is a thought or a feeling: what another sees or has to do is mostly told from outside after
all, and of those slips hardly one was right.
"""

SURE_OF_ALL = 0.6
"""Nobody is listed of those a narrator knows who knows them all less likely than this: most of
them were the one who sees, and people whose minds a “she” too many had opened."""

OPEN_SHARE = 0.1
"""The share of all clear passages that a mind listed has: rules misread a few in a long scene."""

NARRATOR_CONFIDENCE = 0.9
"""A scene told by an “I” is seen by that “I”, if the right one was found in the cast."""


class Eyes(Struct, frozen=True):
    """Whose eyes a scene is seen through, and which other minds it enters.

    `passages` give the focalizer's mind; nobody's and no confidence where none is chosen. Then
    `mode` says whether several minds are open, or none is; None where that is open too.
    """

    focalizer: EntityId | None = None
    mode: Mode | None = None
    also: tuple[Mind, ...] = ()
    passages: tuple[Access, ...] = ()
    confidence: float = 0.0


def narrating(minds: Sequence[Mind], narrator: EntityId | None) -> Eyes:
    """In the first person the narrator sees; what they say of other minds is what they believe."""
    own = next((mind for mind in minds if mind.entity_id == narrator), None)
    return Eyes(
        focalizer=narrator,
        mode="internal",
        passages=own.clear if own else (),
        confidence=NARRATOR_CONFIDENCE if narrator else 0.0,
    )


def focalizing(scenes: Sequence[SceneMinds]) -> list[Eyes]:
    """The eyes of each scene of a story told in the third person.

    A scene with only acts is seen by whoever sees the others, if nothing in it speaks against
    that: “Ada feared the weir. … Ada knew she was late. … Ada and Tom rowed home.”
    """
    return [
        _chosen(scene.minds, found) for scene, found in zip(scenes, candidates(scenes), strict=True)
    ]


def likelihoods(found: Sequence[Candidate], weights: Mapping[str, float] = WEIGHTS) -> list[float]:
    """How likely each candidate is, by the weights of its features; they add up to 1."""
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in each.features.items())
        for each in found
    ]
    highest = max(scores)
    parts = [exp(score - highest) for score in scores]
    return [part / sum(parts) for part in parts]


def likeliest(parts: Sequence[float]) -> int:
    """The place of the candidate to choose, `parts` being how likely each is."""
    return max(range(len(parts)), key=parts.__getitem__)


def _chosen(minds: Sequence[Mind], found: Sequence[Candidate]) -> Eyes:
    parts = likelihoods(found)
    number = likeliest(parts)
    chosen, confidence = found[number], round(parts[number], 2)
    mind = chosen.mind
    if mind is None:
        listed = chosen.mode == "omniscient" and confidence >= SURE_OF_ALL
        return Eyes(mode=chosen.mode, also=_open(minds) if listed else ())
    if confidence < SURE_ENOUGH:
        return Eyes(also=_slips(minds))
    return Eyes(
        focalizer=mind.entity_id,
        mode="internal",
        also=tuple(each for each in _slips(minds) if each is not mind),
        passages=mind.clear or mind.faint or mind.act,
        confidence=confidence,
    )


def _open(minds: Sequence[Mind]) -> tuple[Mind, ...]:
    """The minds among which a telling moves that knows them all."""
    least = OPEN_SHARE * sum(mind.clear_weight for mind in minds)
    return tuple(mind for mind in minds if mind.clear and mind.clear_weight >= least)


def _slips(minds: Sequence[Mind]) -> tuple[Mind, ...]:
    """The minds that are plainly entered, by name.

    A “he” too many would otherwise open a mind that stays closed.
    """
    return tuple(mind for mind in minds if any(map(_is_plain, _passages(mind).values())))


def _passages(mind: Mind) -> Mapping[Span, Sequence[Access]]:
    """What is clear of a mind, by the passage that gives it."""
    passages: defaultdict[Span, list[Access]] = defaultdict(list)
    for access in mind.clear:
        passages[access.span].append(access)
    return passages


def _is_plain(passage: Sequence[Access]) -> bool:
    weight = sum(access.weight for access in passage)
    return weight >= PLAIN_SLIP and any(access.named for access in passage)
