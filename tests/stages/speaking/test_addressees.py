from fabula.stages.speaking.addressees import addressees
from fabula.stages.speaking.conversations import Solved
from fabula.stages.speaking.expectations import NOTHING, Expected
from fabula.stages.speaking.turns import Turn


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


def said(speaker, addressee):
    return Solved(speaker=speaker, addressee=addressee, ranking=(), bound=1.0)


TURNS = [turn(0), turn(1), turn(2)]
SAID = [said("rosa", "ines"), said("ines", "tom"), said("tom", "ines")]


def test_words_that_call_nobody_go_to_those_who_speak_near():
    assert addressees(TURNS, SAID, 1, NOTHING) == ("tom", "rosa")


def test_who_speaks_near_and_is_not_expected_to_listen_is_left_out():
    expected = Expected(listeners={"tom": 0.8, "rosa": 0.01})
    assert addressees(TURNS, SAID, 1, expected) == ("tom",)


def test_whom_the_words_call_is_alone_spoken_to():
    turns = [TURNS[0], turn(1, called=(("rosa", 1.0),)), TURNS[2]]
    assert addressees(turns, SAID, 1, NOTHING) == ("rosa",)


def test_a_readers_word_is_taken_over_all():
    turns = [TURNS[0], turn(1, heard=("rosa",), called=(("tom", 1.0),)), TURNS[2]]
    assert addressees(turns, SAID, 1, NOTHING) == ("rosa",)
