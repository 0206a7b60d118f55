import pytest

from fabula.stages.speaking.confidence import (
    LEAST_CONFIDENCE,
    confidence_alone,
    confidence_of,
    guessed,
    sign_of,
    withheld,
)
from fabula.stages.speaking.conversations import Solved
from fabula.stages.speaking.turns import Claim, Turn
from fabula.story import Attribution

TURN = Turn(places=(0,), start=0, end=5, paragraph=0, last_paragraph=0, scene=0)


def result(*, lead=0.0, listener=None, answered=False):
    return Solved("tom", None, (("tom", lead), ("ines", 0.0)), 1.0, listener, answered)


def said(speaker, confidence, candidates=("tom", "ines")):
    return Attribution(
        quotation_id="q1", speaker_id=speaker, confidence=confidence, candidates=candidates
    )


@pytest.mark.parametrize("evidence", ["anaphoric", "beat", "address", "turn"])
def test_a_clear_lead_is_trusted_more(evidence):
    stated = [confidence_of(evidence, TURN, result(lead=lead, listener="tom")) for lead in range(7)]
    assert stated == sorted(stated)
    assert stated[0] < stated[-1]


def test_stronger_evidence_is_trusted_more():
    order = ["explicit", "anaphoric", "turn", "none"]
    stated = [confidence_of(each, TURN, result(lead=5.5, listener="tom")) for each in order]
    assert stated == sorted(stated, reverse=True)


def test_a_line_between_two_that_speak_to_its_speaker_is_surer_than_after_one():
    assert sign_of(result(listener="tom", answered=True)) == "both sides"
    assert sign_of(result(answered=True)) == "answered"
    assert sign_of(result(listener="tom")) == "spoken to"
    assert sign_of(result(listener="ines")) == "lead"
    between, after = (
        result(lead=4.5, listener="tom", answered=True),
        result(lead=4.5, listener="tom"),
    )
    assert confidence_of("turn", TURN, between) > confidence_of("turn", TURN, after)


def test_what_stands_beside_a_corrected_line_is_sure():
    claim = Claim(person="tom", settled=True, corrected=True)
    corrected = Turn(
        places=(0,), start=0, end=5, paragraph=0, last_paragraph=0, scene=0, claim=claim
    )
    assert confidence_of("turn", corrected, result()) > confidence_of("turn", TURN, result())


def test_nobody_about_is_no_guess():
    assert confidence_of("none", TURN, Solved(None, None, (), 0.0)) == 0.0
    assert (
        0.0
        < confidence_of("none", TURN, Solved(None, None, (("tom", 0.1),), 0.0))
        < LEAST_CONFIDENCE
    )


def test_the_readers_word_is_certain_and_no_word_is_none():
    assert confidence_alone("correction") == 1.0
    assert confidence_alone("none") == 0.0


def test_a_speaker_that_is_likely_wrong_is_withheld_and_stays_a_candidate():
    unsure = withheld(said("tom", LEAST_CONFIDENCE - 0.01))
    assert (unsure.speaker_id, unsure.candidates) == (None, ("tom", "ines"))
    sure = said("tom", LEAST_CONFIDENCE)
    assert withheld(sure) == sure


def test_a_guess_is_the_first_candidate():
    assert guessed(said(None, 0.4)).speaker_id == "tom"
    assert guessed(said("ines", 0.4)).speaker_id == "ines"
    assert guessed(said(None, 0.0, ())).speaker_id is None
