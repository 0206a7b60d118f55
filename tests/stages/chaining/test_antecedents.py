import numpy as np
from msgspec import structs

from fabula.encoder.pair_features import MentionTable, pronoun_class
from fabula.stages.chaining.antecedents import LATEST, NEAREST, antecedents


def table(count, **columns):
    """Mentions without anything in common but their type and form, which are all names."""
    plain = {name: np.zeros(count, dtype=np.int64) for name in MentionTable.__struct_fields__}
    plain |= {"head": np.arange(count), "entity": np.full(count, -1)}
    return structs.replace(MentionTable(**plain), **columns)


def met(mentions, sure=None):
    """The pairs of these mentions, of which none is sure to be anyone unless `sure` says so."""
    return antecedents(mentions, np.full(len(mentions.first), -1) if sure is None else sure)


def of(row, pairs):
    left, right = pairs
    return left[right == row].tolist()


def test_each_mention_meets_those_right_before_it():
    pairs = met(table(80))
    assert of(0, pairs) == []
    assert of(3, pairs) == [0, 1, 2]
    assert of(79, pairs) == list(range(79 - NEAREST, 79))


def test_the_latest_with_the_same_head_are_met_from_any_distance():
    head = np.arange(200)
    head[[3, 5, 7, 190]] = 3
    assert of(190, met(table(200, head=head)))[:LATEST] == [5, 7]


def test_a_pronoun_is_not_looked_for_by_its_form():
    head, form = np.zeros(200, dtype=np.int64), np.full(200, 2)
    assert len(of(190, met(table(200, head=head, form=form)))) == NEAREST


def test_the_latest_of_the_same_member_of_the_cast_are_met_from_any_distance():
    entity = np.full(200, -1)
    entity[[1, 2, 4, 190]] = 0
    assert of(190, met(table(200, entity=entity)))[:LATEST] == [2, 4]


def test_only_mentions_of_one_type_are_met():
    kind = np.array([0, 1, 0, 1, 0])
    assert of(4, met(table(5, kind=kind))) == [0, 2]


def test_two_who_are_sure_to_be_different_people_are_not_paired():
    sure = np.array([0, 1, -1, 0])
    assert of(3, met(table(4), sure)) == [0, 2]


def test_he_and_she_are_not_paired():
    he, she, they = (pronoun_class(word) for word in ("him", "she", "they"))
    pairs = met(table(5, pronoun=np.array([he, she, they, 0, he])))
    assert of(4, pairs) == [0, 2, 3]
    assert of(1, pairs) == []


def test_pairs_are_sorted_and_each_is_asked_once():
    head, entity = np.zeros(300, dtype=np.int64), np.zeros(300, dtype=np.int64)
    left, right = met(table(300, head=head, entity=entity))
    keys = right * 300 + left
    assert (np.diff(keys) > 0).all()
    assert (left < right).all()


def test_a_story_without_mentions_has_no_pairs():
    left, right = met(table(0))
    assert len(left) == len(right) == 0


def test_pairs_grow_with_the_story_and_not_with_its_square():
    head = np.zeros(4000, dtype=np.int64)
    left, _ = met(table(4000, head=head, entity=head))
    assert len(left) <= 4000 * (NEAREST + 2 * LATEST)
