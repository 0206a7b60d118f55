"""The class of evidence behind a speaker, and how far each class can be trusted."""

from collections.abc import Mapping
from types import MappingProxyType

from fabula.stages.speaking.conversations import Solved
from fabula.stages.speaking.turns import NEAR_BEATS, Turn
from fabula.story import Evidence

CONFIDENCE: Mapping[Evidence, float] = MappingProxyType(
    {
        "explicit": 0.9,
        "anaphoric": 0.7,
        "beat": 0.6,
        "address": 0.6,
        "turn": 0.5,
        "only-candidate": 0.5,
        "none": 0.0,
    }
)

# The least lead of the best candidate over the next that counts as an answer, where nothing but
# nearness speaks for it.
CLEAR_LEAD = 1.0


def evidence_of(turn: Turn, previous: Turn | None, solved: Solved) -> Evidence:
    """What the speaker of a turn rests on.

    Finds: the strongest reason, in the order cue, beat, being called, turn, being alone.
    Example: “Ines?” asked Tom. “Yes?” gives “address” for the second.
    """
    speaker = solved.speaker
    if speaker is None:
        return "none"
    if turn.claim is not None:
        return "explicit" if turn.claim.settled else "anaphoric"
    if any(beat.person == speaker and beat.place in NEAR_BEATS for beat in turn.beats):
        return "beat"
    if solved.bound and previous is not None:
        if any(person == speaker for person, _ in (*previous.called, *_told(previous))):
            return "address"
        if speaker == solved.listener:
            return "turn"
    others = [score for person, score in solved.ranking if person != speaker]
    if not others:
        return "only-candidate"
    lead = solved.ranking[0][1] - max(others)
    if solved.bound and lead >= CLEAR_LEAD:
        return "turn"
    return "only-candidate" if lead >= CLEAR_LEAD else "none"


def _told(turn: Turn) -> list[tuple[str, float]]:
    return [(person, 1.0) for person in turn.told]
