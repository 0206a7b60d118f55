"""The class of evidence behind a speaker, and how far each class can be trusted."""

from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType

from fabula.stages.speaking.conversations import UNRIVALLED, Solved
from fabula.stages.speaking.turns import NEAR_BEATS, Turn
from fabula.story import Evidence

# Share of right speakers among the quotations of each class in the five development novels of the
# Project Dialogism Novel Corpus, by how far the speaker leads over everyone else who is about:
# by less than 3, from 3, from 4 (evaluation/speakers.py prints this table).
_CONFIDENCE: Mapping[Evidence, tuple[float, float, float]] = MappingProxyType(
    {
        "explicit": (0.93, 0.93, 0.93),
        "anaphoric": (0.57, 0.72, 0.85),
        "beat": (0.65, 0.65, 0.90),
        "address": (0.80, 0.88, 0.88),
        "turn": (0.64, 0.82, 0.94),
        # 14 of 48 in all 21 novels; the five alone have two cases.
        "only-candidate": (0.30, 0.30, 0.30),
        "none": (0.0, 0.0, 0.0),
        # The reader said so.
        "correction": (1.0, 1.0, 1.0),
    }
)
_BANDS = (3.0, 4.0)

# The least lead of the best candidate over the next that counts as an answer, where nothing but
# nearness speaks for it.
CLEAR_LEAD = 1.0


def confidence_in(evidence: Evidence, lead: float = UNRIVALLED) -> float:
    """How often a speaker found by this evidence, with this lead over others, is right."""
    return _CONFIDENCE[evidence][bisect_right(_BANDS, lead)]


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
