"""Who speaks is no longer asleep."""

from msgspec import structs
from told import narrated

from fabula.stages.states import FindStates
from fabula.story import Attribution


def awake_again(confidence):
    story, scores = narrated(
        "{tom|Tom} was asleep.\n\n“Breakfast!” said {tom|Tom}.",
        "Tom nsubj was, asleep acomp was, Tom#2 nsubj said",
    )
    (state,) = FindStates(scores)(story)
    (quotation,) = story.quotations
    line = Attribution(
        quotation_id=quotation.id,
        speaker_id=state.who_id,
        addressee_ids=(),
        evidence="explicit",
        confidence=confidence,
    )
    told = structs.replace(story, attributions=(line,))
    (state,) = FindStates(scores)(told)
    return state.until, quotation.start


def test_a_sleeper_sleeps_until_they_speak():
    until, spoken = awake_again(0.95)
    assert until == spoken


def test_a_voice_that_may_be_anybodys_wakes_nobody():
    assert awake_again(0.5)[0] is None
