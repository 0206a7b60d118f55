import pytest
from hand_built import story

from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.shown import named_last, shown_in
from fabula.stages.speaking.surroundings import split_sentences


def sentences(prose):
    built = story(prose)
    narration = Narration(built.document, built.mentions)
    return built.document, split_sentences(narration.pieces(0, len(built.document.text)))


def shown(prose):
    document, found = sentences(prose)
    mention = shown_in(found[0])
    return mention and document[mention]


@pytest.mark.parametrize(
    "prose",
    [
        "It was {t|Tom}.",
        "There sat {t|Tom}, with a lamp.",
        "There’s {t|Tom}.",
        "{t|Tom} had been waiting.",
    ],
)
def test_a_sentence_shows_whom_it_brings_in(prose):
    assert shown(prose) == "Tom"


def test_a_pronoun_shows_nobody():
    assert shown("{t|He} had been waiting.") is None
    assert shown("It was {t|he}.") is None


def test_those_who_act_by_name_are_given_the_last_first():
    document, found = sentences("{t|Tom} came. {b|Bet} laughed. {b|She} laughed and laughed.")
    assert [document[mention] for mention in named_last(found)] == ["Bet", "Tom"]


def test_pronouns_alone_name_nobody():
    _, found = sentences("{b|She} laughed and laughed.")
    assert named_last(found) == ()
