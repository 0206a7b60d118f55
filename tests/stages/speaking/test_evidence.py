from fabula.stages.speaking.conversations import Solved
from fabula.stages.speaking.evidence import CLEAR_LEAD, evidence_of
from fabula.stages.speaking.turns import Beat, Claim, Turn


def turn(**what):
    return Turn(places=(0,), start=0, end=5, paragraph=0, last_paragraph=0, scene=0, **what)


def result(*, lead=0.0, bound=0.0, listener=None, answered=False):
    return Solved("tom", None, (("tom", lead), ("ines", 0.0)), bound, listener, answered)


def test_a_cue_by_name_is_explicit_and_one_by_pronoun_anaphoric():
    by_name = turn(claim=Claim(person="tom", settled=True))
    by_pronoun = turn(claim=Claim(person="tom", settled=False, pronouns="he"))
    assert evidence_of(by_name, None, result()) == "explicit"
    assert evidence_of(by_pronoun, None, result()) == "anaphoric"


def test_an_act_beside_the_words_is_a_beat_and_one_further_off_is_not():
    beside = turn(beats=(Beat(person="tom", place="behind", settled=True),))
    further = turn(beats=(Beat(person="tom", place="earlier", settled=True),))
    assert evidence_of(beside, None, result()) == "beat"
    assert evidence_of(further, None, result()) == "none"


def test_being_called_is_stronger_than_having_the_turn():
    called = turn(called=(("tom", 1.0),))
    assert evidence_of(turn(), called, result(bound=1.0, listener="tom")) == "address"
    assert evidence_of(turn(), turn(), result(bound=1.0, listener="tom")) == "turn"


def test_an_answer_in_the_next_turn_counts_too():
    assert evidence_of(turn(), None, result(answered=True)) == "turn"


def test_without_a_reason_only_a_clear_lead_decides():
    assert evidence_of(turn(), None, result(lead=CLEAR_LEAD)) == "only-candidate"
    assert evidence_of(turn(), None, result(lead=CLEAR_LEAD / 2)) == "none"
    assert evidence_of(turn(), turn(), result(lead=CLEAR_LEAD, bound=0.4)) == "turn"


def test_nobody_rests_on_nothing():
    assert evidence_of(turn(), None, Solved(None, None, (), 0.0)) == "none"


def test_someone_alone_leads_by_far():
    assert Solved("tom", None, (("tom", 0.2),), 0.0).lead > CLEAR_LEAD
    assert result(lead=-0.5).lead == -0.5
