"""How far a speaker can be trusted, and when it is better to name nobody."""

from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import structs

from fabula.labels import Evidence
from fabula.stages.speaking.conversations import Solved
from fabula.stages.speaking.turns import Turn
from fabula.story import Attribution

LEAST_CONFIDENCE = 0.5
"""A speaker under this is withheld, unless guesses are asked for: it is wrong more often than not.

Of the lines that this withholds in sixteen novels of the Project Dialogism Novel Corpus six in ten
would be wrong; one line in fifty is withheld (`python -m evaluation.calibration`).
"""

BANDS = (1.0, 2.0, 3.0, 4.0, 5.0)
"""How far the speaker leads over everyone else who is about: the upper ends of all but the last."""

Sign = Literal["both sides", "answered", "spoken to", "lead"]
"""What binds a line without any other evidence to its neighbours: they speak to the one who spoke
before and after, after only, before only; or it is the lead alone."""

_SHARES: Mapping[Evidence | Sign, tuple[float, ...]] = MappingProxyType(
    {
        "explicit": (0.95,) * 6,
        "anaphoric": (0.54, 0.60, 0.67, 0.74, 0.79, 0.91),
        "beat": (0.59, 0.59, 0.59, 0.59, 0.68, 0.86),
        "address": (0.27, 0.44, 0.67, 0.78, 0.91, 0.99),
        "both sides": (0.56, 0.65, 0.65, 0.79, 0.90, 0.96),
        "answered": (0.58, 0.80, 0.86, 0.86, 0.86, 0.86),
        "spoken to": (0.48, 0.59, 0.62, 0.62, 0.69, 0.75),
        "lead": (0.47,) * 6,
        "only-candidate": (0.66,) * 6,
        "none": (0.41,) * 6,
    }
)
"""Shares of right speakers, by evidence and band, in the sixteen novels of the Project Dialogism
Novel Corpus that no rule was written with; what divides them was chosen on the other five. Cells of
fewer than forty lines are those of all novels, or of neighbouring bands together, and so are cells
that would fall below the band before. They were read with
the encoder; what rules alone are worth was not measured apart."""

_UNSOLVED: Mapping[Evidence, float] = MappingProxyType(
    {
        "explicit": 0.95,
        "anaphoric": 0.88,
        "beat": 0.75,
        "only-candidate": 0.75,
        "none": 0.0,
        "correction": 1.0,
    }
)
"""The same for thoughts, letters and quotations in quotations, which no conversation settles: 111
by a pronoun, eight by an act; of a narrator's own thoughts, set by hand, there are too few."""


def confidence_alone(evidence: Evidence) -> float:
    """How often an owner of a thought or a letter found by this evidence is right."""
    return _UNSOLVED[evidence]


def confidence_of(evidence: Evidence, turn: Turn, solved: Solved) -> float:
    """How often a speaker found by this evidence in a conversation is right.

    Of a line left open it is how often the first candidate is; 0.0 if there is none. What stands
    in one paragraph with a line that the reader corrected is as sure as a cue.
    """
    if not solved.ranking and solved.speaker is None:
        return 0.0
    if turn.claim is not None and turn.claim.corrected:
        return _UNSOLVED["explicit"]
    kind = sign_of(solved) if evidence == "turn" else evidence
    return _SHARES[kind][bisect_right(BANDS, solved.lead)]


def sign_of(solved: Solved) -> Sign:
    """What binds a turn to the turns beside it."""
    spoken_to = solved.speaker is not None and solved.speaker == solved.listener
    if solved.answered:
        return "both sides" if spoken_to else "answered"
    return "spoken to" if spoken_to else "lead"


def guessed(attribution: Attribution) -> Attribution:
    """The attribution with its first candidate for a speaker where none was found."""
    if attribution.speaker_id is not None or not attribution.candidates:
        return attribution
    return structs.replace(attribution, speaker_id=attribution.candidates[0])


def withheld(attribution: Attribution) -> Attribution:
    """The attribution without its speaker where that is likely wrong; the candidates stay."""
    if attribution.speaker_id is None or attribution.confidence >= LEAST_CONFIDENCE:
        return attribution
    return structs.replace(attribution, speaker_id=None)
