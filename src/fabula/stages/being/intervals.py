"""From signs of states to states that begin and end."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from fabula.labels import StateAttribute
from fabula.lexicon.conditions import WAKING
from fabula.stages.being.signs import Sign
from fabula.stages.clauses.narration import Narration
from fabula.story import EntityId, State
from fabula.text import Span, covering

_FOR_THE_SCENE = frozenset({"mood"})
"""What nothing ends lasts no longer than the scene."""

_NOT_AWAKE = frozenset({"sleep", "consciousness", "life"})
"""Who gets into one of these is awake no longer, and who gets out of it is awake."""

_AT_ONCE = frozenset({"injury", "illness"})
"""One may have several of these; what is said anew of the others is the same state again."""


class _Open(Struct):
    sign: Sign
    span: Span


def states_from(told: Narration, signs: Iterable[Sign]) -> list[State]:
    """The states for a time that these signs tell of, in text order.

    A state begins with its first sign and ends with one that says it is over; a mood ends with
    the next mood of the same person, or with the scene. Who wakes is awake, until they sleep or
    faint. Who is dead stays so.
    """
    running: defaultdict[tuple[EntityId, StateAttribute], list[_Open]] = defaultdict(list)
    awake: dict[EntityId, _Open] = {}
    done: list[State] = []
    for sign in sorted(signs, key=lambda each: (max(each.rows), each.over)):
        span = told.span(sign.rows)
        key = (sign.who.entity_id, sign.attribute)
        ended = [each for each in running[key] if sign.over or _replaces(each.sign, sign)]
        done += [_closed(told, each, span) for each in ended]
        running[key] = [each for each in running[key] if each not in ended]
        if sign.attribute in _NOT_AWAKE and not sign.over and sign.who.entity_id in awake:
            done.append(_closed(told, awake.pop(sign.who.entity_id), span))
        if sign.over and sign.attribute in _NOT_AWAKE and (ended or _wakes(told, sign)):
            now = structs.replace(sign, attribute="consciousness", value="awake", over=False)
            awake.setdefault(sign.who.entity_id, _Open(now, span))
        if not sign.over and not any(_says_again(each.sign, sign) for each in running[key]):
            running[key].append(_Open(sign, span))
    still = [each for opened in running.values() for each in opened]
    done += [_closed(told, each, None) for each in (*still, *awake.values())]
    return sorted(done, key=lambda state: (state.since, state.who_id, state.attribute))


def _wakes(told: Narration, sign: Sign) -> bool:
    """“Tom woke” says that he is awake though nobody told that he slept."""
    return any(told.words[row] in WAKING for row in sign.rows)


def _replaces(before: Sign, sign: Sign) -> bool:
    return sign.attribute == "mood" and before.value != sign.value


def _says_again(before: Sign, sign: Sign) -> bool:
    """Whether the sign only says again what is known: “wounded” after “a split lip”."""
    several = sign.attribute in _AT_ONCE and " " in sign.value and " " in before.value
    return not several or sign.value == before.value


def _closed(told: Narration, state: _Open, by: Span | None) -> State:
    sign = state.sign
    until = by.start if by else None
    scene = covering(told.story.scenes, state.span.start)
    if sign.attribute in _FOR_THE_SCENE and scene and (until is None or until > scene.end):
        until, by = scene.end, None
    return State(
        who_id=sign.who.entity_id,
        attribute=sign.attribute,
        value=sign.value,
        since=state.span.start,
        until=until,
        evidence=state.span,
        ended_by=by,
        confidence=round(sign.sure, 2),
    )


def traits_from(told: Narration, signs: Iterable[Sign]) -> list[State]:
    """Every passage that states a trait, as a record of its own without an end.

    What people are only called by (“the old man”) is given the first time.
    """
    found: dict[tuple[EntityId, StateAttribute, int], State] = {}
    known: set[tuple[EntityId, StateAttribute, str]] = set()
    for sign in signs:
        kind = (sign.who.entity_id, sign.attribute, sign.value)
        if sign.called and kind in known:
            continue
        known.add(kind)
        span = told.span(sign.rows)
        key = (sign.who.entity_id, sign.attribute, span.end)
        found.setdefault(
            key,
            State(
                who_id=sign.who.entity_id,
                attribute=sign.attribute,
                value=sign.value,
                since=span.start,
                evidence=span,
                confidence=round(sign.sure, 2),
            ),
        )
    return list(found.values())


def in_order(states: Sequence[State]) -> list[State]:
    """States and traits together, in text order."""
    return sorted(states, key=lambda state: (state.since, state.who_id, state.attribute))
