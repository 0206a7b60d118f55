from hand_built import story
from msgspec import structs
from tests.growth import LINEAR, growth

from fabula.stages.speaking.candidates import Candidate
from fabula.stages.speaking.conversations import binding, solve
from fabula.stages.speaking.expectations import NOTHING, Expected
from fabula.stages.speaking.people import People
from fabula.stages.speaking.turns import Beat, Claim, Turn

PEOPLE = People(story("{ines|Ines} met {tom|Tom} and {rosa|Rosa}.", ines="she", tom="he"))
BOTH = (Candidate("ines", 1.0), Candidate("tom", 1.0))


def turn(paragraph, **what):
    return Turn(
        places=(paragraph,),
        start=paragraph * 10,
        end=paragraph * 10 + 5,
        paragraph=paragraph,
        last_paragraph=paragraph,
        scene=0,
        **what,
    )


def solved(turns, about=BOTH, expected=NOTHING):
    return solve(turns, [about] * len(turns), PEOPLE, [expected] * len(turns))


def speakers(turns, about=BOTH):
    return [one.speaker for one in solved(turns, about)]


def named(person, **how):
    return Claim(person=person, settled=True, **how)


def test_two_people_answer_each_other():
    turns = [turn(0, claim=named("ines")), turn(1), turn(2), turn(3)]
    assert speakers(turns) == ["ines", "tom", "ines", "tom"]


def test_who_gives_their_own_name_speaks():
    assert speakers([turn(0, own=("rosa",))]) == ["rosa"]


def test_whom_the_encoder_expects_speaks_where_nothing_else_tells():
    for who in ("ines", "tom"):
        (one,) = solved([turn(0)], expected=Expected(speakers={who: 0.9}))
        assert one.speaker == who


def test_whom_the_encoder_expects_to_listen_is_spoken_to():
    three = (*BOTH, Candidate("rosa", 1.0))
    for who in ("tom", "rosa"):
        expected = Expected(listeners={who: 0.9})
        (one,) = solved([turn(0, claim=named("ines"))], three, expected)
        assert one.addressee == who


def test_what_the_encoder_expects_does_not_outweigh_a_cue():
    (one,) = solved([turn(0, claim=named("ines"))], expected=Expected(speakers={"tom": 1.0}))
    assert one.speaker == "ines"


def test_a_name_at_the_end_decides_the_turns_before_it():
    assert speakers([turn(0), turn(1), turn(2, claim=named("tom"))]) == ["tom", "ines", "tom"]


def test_nobody_calls_themself():
    assert speakers([turn(0, called=(("tom", 1.0),))]) == ["ines"]


def test_whoever_was_called_answers_before_a_doubtful_link():
    doubtful = Claim(person="ines", settled=False, trust=0.5)
    calls = turn(0, claim=named("ines"), called=(("tom", 1.0),))
    linked = Claim(person="rosa", settled=False, trust=0.9)
    three = (*BOTH, Candidate("rosa", 1.0))
    assert speakers([calls, turn(1, claim=doubtful)]) == ["ines", "tom"]
    assert speakers([calls, turn(1, claim=linked)], three) == ["ines", "tom"]
    assert speakers([turn(0, claim=named("ines")), turn(1, claim=linked)], three)[1] == "rosa"


def test_whoever_spoke_last_goes_on_after_a_silence():
    turns = [turn(0, claim=named("ines")), turn(2, after_silence=True)]
    assert speakers(turns) == ["ines", "ines"]
    assert speakers([turns[0], turn(2)]) == ["ines", "tom"]


def test_whoever_is_called_has_mostly_just_spoken():
    three = (Candidate("rosa", 3.0, 1.0), *BOTH)
    found = solved([turn(0), turn(1, claim=named("tom"), called=(("ines", 1.0),))], three)
    assert [one.speaker for one in found] == ["ines", "tom"]


def test_a_beat_breaks_the_alternation():
    frowns = Beat(person="ines", place="behind", settled=True)
    assert speakers([turn(0, claim=named("ines")), turn(1, beats=(frowns,))]) == ["ines", "ines"]


def test_a_beat_beside_a_cue_tells_nothing_of_its_subject():
    frowns = Beat(person="tom", place="ahead", settled=True)
    doubtful = Claim(person="ines", settled=False, trust=0.7)
    assert speakers([turn(0, claim=doubtful, beats=(frowns,))]) == ["ines"]
    assert speakers([turn(0, beats=(frowns,))]) == ["tom"]


def test_a_pronoun_binds_everyone_it_cannot_mean():
    she = Claim(person=None, settled=False, pronouns="she")
    assert speakers([turn(0, claim=named("ines")), turn(1, claim=she)]) == ["ines", "ines"]


def test_a_doubtful_link_gives_way_to_the_conversation():
    about = (Candidate("rosa", 1.0), Candidate("tom", 1.0))
    doubtful = Claim(person="rosa", settled=False, trust=0.4)
    assert speakers([turn(0, claim=named("rosa")), turn(1, claim=doubtful)], about)[1] == "tom"


def test_an_antecedent_is_taken_before_a_learned_link():
    claim = Claim(person="rosa", settled=False, trust=0.85, pronouns="she")
    assert speakers([turn(0, claim=claim)]) == ["rosa"]
    for place in ("antecedent", "antecedent_earlier"):
        kept = structs.replace(claim, **{place: "ines"})
        assert speakers([turn(0, claim=kept)]) == ["ines"]


def test_whose_brother_the_speaker_is_hardly_speaks():
    brother = Claim(person="tom", settled=False, trust=0.9, owner="tom")
    assert speakers([turn(0, claim=brother)]) == ["ines"]


def test_behind_a_voice_is_whoever_was_called():
    voice = Claim(person="?voice", settled=True, veiled=True)
    calls = turn(0, claim=named("ines"), called=(("tom", 1.0),))
    found = solved([calls, turn(1, claim=voice)])
    assert (found[0].addressee, found[1].speaker) == ("tom", None)
    assert [person for person, _ in found[1].ranking] == ["tom", "ines"]


def test_she_added_is_whoever_spoke_last():
    adds = Claim(person=None, settled=False, goes_on=True)
    assert speakers([turn(0, claim=named("ines")), turn(1, claim=adds)]) == ["ines", "ines"]


def test_whoever_is_told_is_the_addressee_and_answers():
    about = (*BOTH, Candidate("rosa", 0.5))
    found = solved([turn(0, claim=named("ines"), told=("rosa",)), turn(1)], about)
    assert found[0].addressee == "rosa"
    assert found[1].speaker == "rosa"


def test_a_stand_in_keeps_its_turns_and_leaves_no_trace():
    voice = Claim(person="?voice", settled=True)
    found = solved([turn(0, claim=voice), turn(1, claim=named("tom")), turn(2, claim=voice)])
    assert [one.speaker for one in found] == [None, "tom", None]
    assert found[1].addressee is None


def test_turns_bind_less_across_narration_and_not_across_scenes():
    far = Turn(places=(0,), start=90, end=95, paragraph=3, last_paragraph=3, scene=1)
    assert binding([turn(0), turn(1)], 1) == 1.0
    assert 0 < binding([turn(0), turn(2)], 1) < 1.0
    assert binding([turn(0), turn(9)], 1) == 0.0
    assert binding([turn(2), far], 1) == 0.0


def test_narration_at_the_head_of_a_paragraph_loosens_its_turn():
    led_up = structs.replace(turn(1), start=200, end=205)
    across = binding([turn(0), turn(2)], 1)
    assert across < binding([turn(0), led_up], 1) < binding([turn(0), turn(1)], 1)


def test_everyone_is_ranked_with_the_speaker_first():
    [first, second] = solved([turn(0, claim=named("ines")), turn(1)])
    assert [person for person, _ in second.ranking] == ["tom", "ines"]
    assert first.answered


def test_the_work_grows_with_the_number_of_turns_only():
    assert growth(lambda count: solved([turn(number) for number in range(count)]), 150) < LINEAR
