import pytest
from hand_built import story

from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.vocatives import address, in_answer


def read(words):
    built = story("“" + words + "”")
    [quotation] = built.quotations
    pieces = Narration(built.document, built.mentions).pieces(quotation.start, quotation.end)
    return built, address(pieces)


def called(words):
    built, found = read(words)
    return [(built.document[call.mention.span], call.weight) for call in found.called]


@pytest.mark.parametrize(
    "words",
    [
        "{t|Tom}, come here.",
        "Come here, {t|Tom}.",
        "Come here, {t|Tom}, and sit.",
        "Hey {t|Tom}!",
        "Oh, {t|Tom}, look.",
        "My dear {t|Tom}, look.",
        "{t|Tom}… it is only me…",
        "No, {t|Tom}: wait.",
        "Good morning, {t|Tom}!",
        "Wait. {t|Tom}! Wait!",
    ],
)
def test_a_name_set_off_is_called(words):
    assert called(words) == [("Tom", 1.0)]


@pytest.mark.parametrize(
    "words",
    [
        "{t|Tom} is here.",
        "I saw {t|Tom}.",
        "That is {t|Tom}’s, I think.",
        "Where is {t|Tom}?",
        "It was my brother, but {t|Tom} knew.",
        "I met {a|Ada}, {t|Tom}, and {r|Rosa}.",
        "{t|Tom}, who rows well, is here.",
        "She gave it to {t|Tom}, of course.",
        "{b|My brother}, {t|Tom}, rows well.",
        "And {t|Tom}?",
    ],
)
def test_a_name_in_the_sentence_is_only_spoken_of(words):
    built, found = read(words)
    assert found.called == ()
    assert "Tom" in [built.document[mention.span] for mention in found.spoken_of]


def test_a_name_alone_may_be_an_answer():
    assert called("{t|Tom}.") == [("Tom", 0.5)]


def test_a_name_alone_before_a_question_mark_may_be_asked_about():
    assert called("{t|Tom}?") == [("Tom", 0.5)]
    assert called("Is it you, {t|Tom}?") == [("Tom", 1.0)]


def test_a_name_with_a_noun_behind_it_may_be_explained():
    assert called("{t|Tom}, the bread is burning!") == [("Tom", 0.5)]


def test_several_are_called_together():
    assert called("Hey {t|Tim}, {s|Slim}! Come on.") == [("Tim", 1.0), ("Slim", 1.0)]


def test_people_give_their_own_name():
    _, found = read("It’s {t|Tom}. My name is {t|Tom}.")
    assert found.called == found.spoken_of == ()


def test_a_name_given_with_a_short_verb_is_ones_own():
    built, found = read("{i|I}’m {t|Tom}, and {i|I}’m late.")
    assert [built.document[mention] for mention in found.own] == ["Tom"]


def test_forms_of_address_tell_the_pronouns():
    assert read("Yes, sir.")[1].called_pronouns == "he"
    assert read("Come, my girl, sit.")[1].called_pronouns == "she"
    assert read("The boy is here.")[1].called_pronouns is None


@pytest.mark.parametrize(
    "words",
    ["I am {i|Ines}.", "I’m {i|Ines}!", "My name is {i|Ines}, sir.", "I am the {i|Ines}, yes."],
)
def test_a_speaker_may_give_their_own_name(words):
    built, found = read(words)
    assert [built.document[mention.span] for mention in found.own] == ["Ines"]
    assert not found.spoken_of


@pytest.mark.parametrize("words", ["It’s {i|Ines}.", "I am {i|Ines}’s cook.", "I met {i|Ines}."])
def test_a_name_may_be_somebody_elses(words):
    assert read(words)[1].own == ()


def test_a_name_alone_is_no_call_where_a_name_was_asked_for():
    _, asked = read("And who are you?")
    _, told = read("{t|Tom}.")
    _, other = read("Where is it?")
    assert [call.weight for call in in_answer(told, other).called] == [0.5]
    assert in_answer(told, asked).called == ()
    assert len(in_answer(told, asked).own) == 1


def test_a_name_among_other_words_is_a_call_whatever_was_asked():
    _, asked = read("What is your name?")
    _, told = read("Never, {t|Tom}.")
    assert len(in_answer(told, asked).called) == 1
