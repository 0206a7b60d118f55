"""Choosing the focalizer of a scene from the minds that its narration gives."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from fabula.stages.telling.minds import Access, Mind
from fabula.stages.telling.scene_narration import SceneNarration
from fabula.story import EntityId, Mode

LEAST_ACCESS = 0.75
"""The clear passages of a focalizer weigh at least this: one thought, or two things seen.

Less than one, since even a name is never linked with full confidence.
"""

LEAST_ACCESS_ALONE = 0.5
"""Where nobody else is told of, one perception will do; also beside minds that stay shut …"""

FAINT_PART = 0.1
"""… (given less than this part of what the most open one is given), …"""

MANY_FAINT_SIGNS = 1.0
"""… if all signs from within, faint ones too, add up to this."""

WORDS_PER_ACCESS = 1500
"""In a long scene one thought is no viewpoint: as many are asked as it has times these words."""

RIVAL_PART = 0.5
"""A mind that is given at least this part of what the most open mind is given rivals it."""

RIVALS_OF_ALL_KNOWING = 2
"""With two rivals the narrator knows everyone; with one, eyes have changed within the scene.

Two other minds that are as open as a focalizer's has to be do as well.
"""

LEAST_SLIP = 0.9
"""The clear passages of another mind weigh at least this before it is said to be entered."""

SLIP_SHARE = 0.1
"""… and have this share of all clear passages, since rules misread a few in a long scene."""

NARRATOR_CONFIDENCE = 0.9
"""A scene told by an “I” is seen by that “I”, if the right one was found in the cast."""

SURE_ENOUGH = 0.5
"""Below this confidence two minds are about equally open, and nobody is named; …"""

SURE_ENOUGH_OF_FOLLOWED = 0.45
"""… unless the other scenes follow the one that is a little more open."""

MUCH_ACCESS = 5.0
"""Clear passages of this weight are as good as more."""

FOLLOWED_ALONE = 0.6
"""Whoever sees this share of the other scenes sees one that opens nobody's mind too …"""

LEAST_FOLLOWED = 2
"""… if these are so many at least, …"""

IN_MOST = 0.6
"""Someone is in most scenes with a part in so many of them."""

LEAST_SCENES = 3
"""“Most scenes” says nothing of two."""

HAS_A_PART = 0.3
"""Whoever acts or is called “she” at this rate has a part in a scene."""

GOOD_PART = 0.5
"""… and their acts and pronouns make up at least this part of what those of the foremost do; …"""

FOLLOWED_CONFIDENCE = 0.4
"""… but this is only likely."""

FOLLOWED = 1.0
"""Times the share of the other scenes that someone is the focalizer of: stories keep to few."""


class Eyes(Struct, frozen=True):
    """Whose eyes a scene is seen through, and which other minds it enters.

    `passages` give the focalizer's mind; nobody's and no confidence where none is chosen. Then
    `mode` says whether several minds are open, or none is; None: one is, but not enough.
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


def focalizing(scenes: Sequence[tuple[SceneNarration, Sequence[Mind]]]) -> list[Eyes]:
    """The eyes of each scene, the minds given with it.

    First every scene is judged alone; then again, with whom the other scenes follow. A scene
    that opens nobody's mind is seen by the one whom the others follow.
    """
    alone = [_most_open(narration, minds) for narration, minds in scenes]
    followed: Counter[EntityId] = Counter()
    for eyes in alone:
        if eyes.focalizer is not None:
            followed[eyes.focalizer] += 1
    judged = []
    for (narration, minds), eyes in zip(scenes, alone, strict=True):
        others = followed - Counter([eyes.focalizer] if eyes.focalizer else [])
        judged.append(_most_open(narration, _leaning(minds, others)))
    chosen = Counter(eyes.focalizer for eyes in judged if eyes.focalizer is not None)
    usual = _usual(chosen, [minds for _, minds in scenes])
    return [
        _followed(minds, usual, eyes) if eyes.focalizer is None and not eyes.also else eyes
        for (_, minds), eyes in zip(scenes, judged, strict=True)
    ]


class _Usual(Struct, frozen=True):
    """Whom the story follows; `always` where nobody else ever sees a scene of three and more."""

    who: EntityId | None = None
    always: bool = False


def _usual(chosen: Counter[EntityId], scenes: Sequence[Sequence[Mind]]) -> _Usual:
    """Whom the story follows: who sees most scenes that are clearly seen by someone.

    Where that is one scene alone, it has to be the one who is in most of the others too, as nobody
    else is: “8.30. Robin knocked at the baker's. 9.10. Robin rang at the mill.”
    """
    usual, times = chosen.most_common(1)[0] if chosen else (None, 0)
    always = times == chosen.total() and len(scenes) >= LEAST_SCENES
    if times >= max(LEAST_FOLLOWED, FOLLOWED_ALONE * chosen.total()):
        return _Usual(usual, always)
    met = Counter(mind.entity_id for minds in scenes for mind in minds if mind.prior >= HAS_A_PART)
    often = [who for who, number in met.items() if number >= IN_MOST * len(scenes)]
    return _Usual(usual, always) if always and often == [usual] else _Usual()


def _followed(minds: Sequence[Mind], usual: _Usual, otherwise: Eyes) -> Eyes:
    """Finds: nobody else's mind open, and the one whom the other scenes follow has a good part.

    Any part will do where every other scene with a mind is seen by the same person.

    Why it holds: a story that keeps to one person's eyes has scenes with nothing but acts.
    Misses: a scene meant to show that person from outside.
    Example: Ada thinks and fears in four scenes; in the fifth she and Tom only row home.
    """
    mind = next((mind for mind in minds if mind.entity_id == usual.who), None)
    if mind is None or any(other.clear for other in minds if other is not mind):
        return otherwise
    if not usual.always and mind.prior < GOOD_PART * max(other.prior for other in minds):
        return otherwise
    return Eyes(mind.entity_id, "internal", passages=mind.clear, confidence=FOLLOWED_CONFIDENCE)


def _leaning(minds: Sequence[Mind], followed: Mapping[EntityId, int]) -> list[Mind]:
    scenes = sum(followed.values())
    if not scenes:
        return list(minds)
    leaning = [
        structs.replace(mind, followed=FOLLOWED * followed.get(mind.entity_id, 0) / scenes)
        for mind in minds
    ]
    return sorted(leaning, key=lambda mind: -mind.score)


def _most_open(narration: SceneNarration, minds: Sequence[Mind]) -> Eyes:
    """The mind that is most open, if it is open enough and has no two rivals."""
    first = _foremost(minds)
    if first is None:
        return Eyes(mode=None if any(mind.clear for mind in minds) else "external")
    least = LEAST_ACCESS_ALONE if _is_alone(minds) else LEAST_ACCESS
    if first.clear_weight + first.followed < max(least, narration.word_count / WORDS_PER_ACCESS):
        return Eyes()
    entered = _entered(minds)
    rivals = [mind for mind in entered if mind.score >= RIVAL_PART * first.score]
    open_too = _entered(minds, LEAST_ACCESS)
    knows_all = max(len(rivals), len(open_too)) - 1 >= RIVALS_OF_ALL_KNOWING
    others = [mind.score for mind in minds if mind is not first]
    confidence = _confidence(first, max(others, default=0.0))
    if knows_all:
        return Eyes(also=open_too, mode="omniscient")
    rivalled = any(mind.clear for mind in minds if mind is not first)
    if rivalled and confidence < (SURE_ENOUGH_OF_FOLLOWED if first.followed else SURE_ENOUGH):
        several = len(open_too) > 1
        return Eyes(also=entered, mode="omniscient" if several else None)
    return Eyes(
        focalizer=first.entity_id,
        mode="internal",
        also=tuple(mind for mind in entered if mind is not first),
        passages=first.clear,
        confidence=confidence,
    )


def _foremost(minds: Sequence[Mind]) -> Mind | None:
    """The most open of the minds that are clearly given, if none without is more open inside."""
    first = next((mind for mind in minds if mind.clear), None)
    if first is None or any(mind.inside > first.inside for mind in minds if not mind.clear):
        return None
    return first


def _is_alone(minds: Sequence[Mind]) -> bool:
    """Whether only the foremost mind is given: nobody else is there, or all others stay shut."""
    if len(minds) == 1:
        return True
    first, second = minds[:2]
    return first.inside >= MANY_FAINT_SIGNS and second.score < FAINT_PART * first.score


def _entered(minds: Sequence[Mind], least: float = LEAST_SLIP) -> tuple[Mind, ...]:
    """The minds that are clearly entered, by name at least once.

    A “he” too many would otherwise open a mind that stays closed.
    """
    total = sum(mind.clear_weight for mind in minds)
    least = max(least, SLIP_SHARE * total)
    return tuple(
        mind
        for mind in minds
        if mind.clear_weight >= least and any(access.named for access in mind.clear)
    )


def _confidence(first: Mind, second: float) -> float:
    """From 0.4 for a narrow lead on little evidence to 0.95 for a clear one on much."""
    lead = (first.score - second) / first.score
    much = min(1.0, first.clear_weight / MUCH_ACCESS)
    return round(0.4 + 0.55 * lead * (0.5 + 0.5 * much), 2)
