"""The class of evidence behind a speaker."""

from fabula.labels import Evidence
from fabula.stages.speaking.conversations import Solved
from fabula.stages.speaking.turns import NEAR_BEATS, Turn

# The least lead of the best candidate over the next that counts as an answer, where nothing but
# nearness speaks for it.
CLEAR_LEAD = 1.0


def evidence_of(turn: Turn, previous: Turn | None, solved: Solved) -> Evidence:
    """What the speaker of a turn rests on.

    Finds: the strongest reason, in the order cue, beat, being called, turn, being alone. Beside
    a corrected line in one paragraph it is the turn.
    Example: “Ines?” asked Tom. “Yes?” gives “address” for the second.
    """
    speaker = solved.speaker
    if speaker is None:
        return "none"
    if turn.claim is not None and turn.claim.corrected:
        return "turn"
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
    alone = len(solved.ranking) == 1
    if not alone and solved.lead < CLEAR_LEAD:
        return "none"
    return "turn" if solved.bound and not alone else "only-candidate"
