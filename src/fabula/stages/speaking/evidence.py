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
    by_turn = _by_turn(previous, solved) if solved.bound else None
    if by_turn is None and solved.answered:
        by_turn = "turn"
    return by_turn or _by_lead(solved)


def _by_turn(previous: Turn | None, solved: Solved) -> Evidence | None:
    """What the turn before says: it called the speaker, or spoke to them."""
    if previous is None:
        return None
    called = {person for person, _ in previous.called} | set(previous.told)
    if solved.speaker in called:
        return "address"
    return "turn" if solved.speaker == solved.listener else None


def _by_lead(solved: Solved) -> Evidence:
    """How clearly the speaker leads over everyone else who is about."""
    others = [score for person, score in solved.ranking if person != solved.speaker]
    if others and solved.ranking[0][1] - max(others) < CLEAR_LEAD:
        return "none"
    return "turn" if others and solved.bound else "only-candidate"
