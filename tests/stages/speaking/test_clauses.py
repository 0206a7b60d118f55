import pytest
from hand_built import story

from fabula.stages.speaking.clauses import Narration, acting_subject, belongs_to_person, is_adverb


def pieces_of(prose):
    built = story(prose)
    narration = Narration(built.document, built.mentions)
    return built, narration.pieces(0, len(built.document.text))


def actor(prose):
    built, pieces = pieces_of(prose)
    mention = acting_subject(pieces)
    return built.document[mention.span] if mention else None


def test_a_mention_is_one_piece_and_keeps_its_possessive_ending():
    _, pieces = pieces_of("{i|Ines}’s cat saw {b|the old baker}.")
    assert [piece.word for piece in pieces] == ["ines", "cat", "saw", "the old baker", "."]
    assert [piece.possessive for piece in pieces] == [True, False, False, False, False]


def test_the_longest_of_two_mentions_that_begin_together_counts():
    built = story("{i|Her} mother rowed.")
    longer = built.mentions[0].__class__(
        id="m9", start=0, end=10, type="PER", form="nominal", head=built.mentions[0].head
    )
    pieces = Narration(built.document, [*built.mentions, longer]).pieces(0, 17)
    assert pieces[0].word == "her mother"


def test_her_possesses_only_before_a_noun():
    _, pieces = pieces_of("Tom saw {i|her} and {i|her} boat.")
    assert [piece.possessive for piece in pieces if piece.mention] == [False, True]


@pytest.mark.parametrize(
    "prose", ["{i|She}’s smiling.", "{i|Ines}’s been away.", "{i|Ines}’s here."]
)
def test_who_is_or_has_owns_nothing(prose):
    _, pieces = pieces_of(prose)
    assert not pieces[0].possessive
    assert actor(prose) in {"She", "Ines"}


def test_a_pronoun_is_spoken_with_its_verb():
    _, pieces = pieces_of("{i|I}’m Ines.")
    assert (pieces[0].word, pieces[0].spoken) == ("i", "i’m")


@pytest.mark.parametrize(
    ("prose", "subject"),
    [
        ("{i|Ines} frowned.", "Ines"),
        ("{i|She} saw {t|Tom}.", "She"),
        ("With a shrug {b|the boy} sat down.", "the boy"),
        ("Behind {t|Tom} {i|she} laughed.", "she"),
        ("{i|Her} voice rose.", "Her"),
        ("{i|Ines}’s tired eyes closed.", "Ines"),
        ("When {t|Tom} came in, {i|Ines} rose.", "Ines"),
        ("It was {i|Ines} who laughed.", "Ines"),
        ("The door of {t|Tom}’s shop opened.", None),
        ("It rained on {t|him}.", None),
        ("That pleased {t|Tom}.", None),
        ("Poor {t|Tom} sighed.", "Tom"),
    ],
)
def test_the_acting_person_is_the_subject(prose, subject):
    assert actor(prose) == subject


def test_a_boat_does_not_act_for_its_owner():
    _, pieces = pieces_of("{i|Ines}’s boat sank.")
    assert not belongs_to_person(pieces, 0)


def test_adverbs_are_known_by_ending_or_by_heart():
    _, pieces = pieces_of("softly then family reply")
    assert [is_adverb(piece) for piece in pieces] == [True, True, False, False]
