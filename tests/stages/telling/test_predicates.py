import pytest
from tests.growth import LINEAR, growth

from fabula.stages.telling.predicates import predicates
from fabula.stages.telling.scene_narration import NarratedPerson, Passage


@pytest.fixture
def acts(passages_of):
    def acts_in(prose):
        (passage,) = passages_of(prose)
        return [
            (predicate.subject.entity_id, passage.words[predicate.verb])
            for predicate in predicates(passage)
        ]

    return acts_in


def test_a_person_before_a_verb_is_its_subject(acts):
    assert acts("{ada|Ada} rowed to the island.") == [("ada", "rowed")]


def test_adverbs_and_auxiliaries_may_stand_between(acts):
    assert acts("{ada|She} had never really liked the owl.") == [("ada", "liked")]


def test_two_names_share_a_verb(acts):
    assert acts("{ada|Ada} and {tom|Tom} carried the ladder.") == [
        ("ada", "carried"),
        ("tom", "carried"),
    ]


def test_further_verbs_keep_their_subject(acts):
    prose = "{ada|Ada} took the letter, weighed it, and wondered."
    assert acts(prose) == [("ada", "took"), ("ada", "weighed"), ("ada", "wondered")]


def test_a_new_subject_ends_the_reach_of_the_old_one(acts):
    assert acts("{ada|Ada} rowed and {tom|he} steered.") == [("ada", "rowed"), ("tom", "steered")]


def test_a_relative_clause_belongs_to_the_person_before_it(acts):
    assert acts("{ada|Ada}, who had baked it, smiled.")[0] == ("ada", "baked")


def test_an_object_is_no_subject(acts):
    assert acts("The owl watched {tom|him} and hooted.") == []


def test_a_name_after_a_preposition_is_no_subject(acts):
    assert acts("The owl behind {tom|Tom} hooted.") == []


def test_an_owner_is_no_subject(acts):
    assert acts("{tom|Tom}’s kite dipped.") == []


@pytest.mark.parametrize(
    ("prose", "completed", "supposed", "negated", "hedged"),
    [
        ("{ada|She} had heard the gate.", True, False, False, False),
        ("{ada|She} would hear the gate.", False, True, False, False),
        ("{ada|She} did not hear the gate.", False, False, True, False),
        ("{ada|She} obviously heard the gate.", False, False, False, True),
    ],
)
def test_little_words_say_how_far_a_verb_holds(
    passages_of, prose, completed, supposed, negated, hedged
):
    (passage,) = passages_of(prose)
    (predicate,) = predicates(passage)
    assert predicate.is_completed_before is completed
    assert predicate.is_supposed is supposed
    assert predicate.negated is negated
    assert predicate.hedged is hedged


def test_a_name_at_the_very_end_has_no_verb(acts):
    assert acts("My name is {ada|Ada Dean}") == []


def test_a_sentence_without_end_costs_no_more_than_its_names():
    def told(names):
        people = tuple(
            NarratedPerson("ada", 1.0, "proper", 2 * number, 2 * number + 1, 8 * number)
            for number in range(names)
        )
        words = ("ada", "and") * names
        passage = Passage(0, 8 * names, words, tuple(range(0, 8 * names, 4)), people)
        predicates(passage)

    assert growth(told, 800) < LINEAR


def test_a_title_before_a_name_is_no_verb(passages_of):
    (passage,) = passages_of("{tom|Tom} had {vane|Miss Vane} in the vestry.")
    assert [passage.words[each.verb] for each in predicates(passage)[:1]] == ["had"]
